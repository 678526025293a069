// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/promethee.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace weighbridge::decision;
using Direction = PrometheeCriterion::Direction;
using Kind = PreferenceFunction::Kind;

/// PROMETHEE II against published examples.
class TestPromethee : public QObject
{
    Q_OBJECT

private:
    static void compare(const std::vector<double> &actual, const std::vector<double> &expected,
                        double tolerance)
    {
        QCOMPARE(actual.size(), expected.size());
        for (std::size_t i = 0; i < actual.size(); ++i)
            QVERIFY2(std::abs(actual[i] - expected[i]) < tolerance,
                     qPrintable(QStringLiteral("%1: %2").arg(i).arg(actual[i])));
    }

private Q_SLOTS:
    /// Oracle O4: Brans, Vincke & Mareschal 1986, the power plants.
    void powerPlants()
    {
        const std::vector<PrometheeCriterion> criteria{
            {1, {Kind::indifference, 10, 0, 0}, Direction::minimise},
            {1, {Kind::linear, 0, 30, 0}, Direction::maximise},
            {1, {Kind::linearWithIndifference, .5, 5, 0}, Direction::minimise},
            {1, {Kind::level, 1, 6, 0}, Direction::minimise},
            {1, {Kind::usual, 0, 0, 0}, Direction::minimise},
            {1, {Kind::gaussian, 0, 0, 5}, Direction::maximise}};
        const PrometheeFlows flows = prometheeFlows({{80, 90, 6, 5.4, 8, 5},
                                                     {65, 58, 2, 9.7, 1, 1},
                                                     {83, 60, 4, 7.2, 4, 7},
                                                     {40, 80, 10, 7.5, 7, 10},
                                                     {52, 72, 6, 2, 3, 8},
                                                     {94, 96, 7, 3.6, 5, 6}},
                                                    criteria);
        constexpr double kPrinted = 6e-4;
        compare(flows.positive, {.220, .396, .247, .329, .455, .300}, kPrinted);
        compare(flows.negative, {.366, .379, .336, .349, .162, .355}, kPrinted);
        compare(flows.net, {-.146, .017, -.090, -.020, .293, -.055}, kPrinted);
        compare(flows.preference[0], {0, .296, .250, .269, .100, .185}, kPrinted);
    }

    /// Oracle O5: Papathanasiou & Ploskas 2018.
    void linearWithIndifference()
    {
        std::vector<PrometheeCriterion> criteria;
        for (const double weight : {.4, .3, .1, .2})
            criteria.push_back({weight, {Kind::linearWithIndifference, 1, 2, 0}, {}});
        const PrometheeFlows flows = prometheeFlows(
            {{8, 7, 2, 1}, {5, 3, 7, 5}, {7, 5, 6, 4}, {9, 9, 7, 3}, {11, 10, 3, 7}, {6, 9, 5, 4}},
            criteria);
        compare(flows.net, {-.26, -.52, -.22, .36, .70, -.06}, 1e-9);
        QVERIFY(std::abs(std::accumulate(flows.net.begin(), flows.net.end(), 0.0)) < 1e-12);
    }

    void oneAlternativeHasNoFlow()
    {
        const PrometheeFlows flows = prometheeFlows({{1, 2}}, {{}, {}});
        QCOMPARE(flows.net, std::vector<double>{0});
    }

    void twoThatAreEachBetterInOneFlowAreIncomparable()
    {
        PrometheeFlows flows;
        flows.positive = {.5, .4, .3};
        flows.negative = {.3, .2, .4};
        QVERIFY(flows.areIncomparable(0, 1));
        QVERIFY(!flows.areIncomparable(0, 2));
    }
};

QTEST_GUILESS_MAIN(TestPromethee)
#include "promethee_test.moc"
