// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/capacity.h"
#include "core/evidence/measured_evidence.h"
#include "core/evidence/run_questions.h"
#include "core/knowledge/catalogue.h"
#include "tests/support/simple_runs.h"

#include <QTest>

#include <cmath>

using namespace weighbridge;
using namespace weighbridge::evidence;
using testing::simpleRun;

/// What alternatives need at a peak, from the runs that were let into the decision.
class TestCapacity : public QObject
{
    Q_OBJECT

private:
    static decision::Decision table()
    {
        decision::Decision decision = knowledge::builtInCatalogue().table;
        decision.capacity.peakRequestsPerSecond = 100'000;
        return decision;
    }

    static decision::Decision applied(decision::Decision decision, const results::Runs &runs)
    {
        return withProposals(decision, propose(decision, runs));
    }

    static results::RunPointer pair(const QString &id, int day, double go, double python,
                                    int connections = 1000)
    {
        return simpleRun(id, day, {{"gin", {go}}, {"fastapi", {python}}}, connections);
    }

    static QStringList idsOf(const std::vector<AlternativeCapacity> &list)
    {
        QStringList ids;
        for (const AlternativeCapacity &each : list)
            ids.append(each.run);
        return ids;
    }

    const QString m_a = QStringLiteral("a");
    const QString m_b = QStringLiteral("b");

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void nothingOfAStoredRunCountsBeforeItIsApplied()
    {
        const results::Runs runs{pair(m_a, 1, 40'000, 8'000)};
        for (const AlternativeCapacity &each : capacities(table(), runs)) {
            QVERIFY(!each.capacity);
            QCOMPARE(each.missing, NoCapacity::notApplied);
            QVERIFY2(each.sentence.contains(QStringLiteral("2026-11-01 12:00 UTC, which is not "
                                                           "applied")),
                     qPrintable(each.sentence));
        }
        const auto list = capacities(applied(table(), runs), runs);
        QCOMPARE(idsOf(list), QStringList({m_a, m_a}));
        for (const AlternativeCapacity &each : list) {
            QCOMPARE(each.missing, NoCapacity::none);
            QVERIFY(each.capacity && each.runDate.isEmpty());
        }
    }

    void aNewerRunCountsOnlyOnceItIsAppliedToo()
    {
        results::Runs runs{pair(m_a, 1, 40'000, 8'000)};
        const decision::Decision decision = applied(table(), runs);
        const auto before = capacities(decision, runs);
        runs.push_back(pair(m_b, 2, 80'000, 4'000));
        QCOMPARE(capacities(decision, runs), before);
        QCOMPARE(idsOf(capacities(applied(decision, runs), runs)), QStringList({m_b, m_b}));
    }

    /// A file of before there were applied runs names them in its cells.
    void theRunsOfMeasuredCellsAreApplied()
    {
        const results::Runs runs{pair(m_a, 1, 40'000, 8'000), pair(m_b, 2, 80'000, 4'000)};
        decision::Decision old = applied(table(), {runs.front()});
        old.capacity.runs.clear();
        QCOMPARE(idsOf(capacities(old, runs)), QStringList({m_a, m_a}));
        // What was set by hand since then is no measurement.
        for (decision::Need &need : old.needs) {
            for (decision::Rating &rating : need.ratings)
                rating.provenance = decision::Provenance::judged;
        }
        QVERIFY(appliedRuns(old, runs).empty());
    }

    void alternativesFromDifferentRunsSayThatTheyAre()
    {
        const results::Runs together{pair(m_a, 1, 40'000, 8'000)};
        const results::Runs apart{simpleRun(m_a, 1, {{"gin", {40'000}}}),
                                  simpleRun(m_b, 2, {{"fastapi", {8'000}}})};
        const auto one = capacities(applied(table(), together), together);
        const auto two = capacities(applied(table(), apart), apart);
        QCOMPARE(idsOf(two), QStringList({m_a, m_b}));
        for (const AlternativeCapacity &each : two)
            QVERIFY2(each.sentence.contains(QStringLiteral("run of 2026-11-0")) &&
                         each.sentence.contains(QStringLiteral("from different runs")),
                     qPrintable(each.sentence));
        const auto reach = [](const Range &range) { return range.high / range.low; };
        // The newer run stands for itself, what fills its gap is less sure.
        QCOMPARE(two[1].capacity, one[1].capacity);
        QVERIFY(reach(two[0].capacity->cores) > 1.3 * reach(one[0].capacity->cores));
        QCOMPARE(two[0].capacity->cores.median, one[0].capacity->cores.median);
    }

    void aRunWithinTheTargetForP99Sizes()
    {
        decision::Decision decision = table();
        decision.capacity.p99TargetMs = 60;
        // p99 is twice the mean: 2,000 connections ÷ rate.
        const results::Runs runs{pair(m_a, 1, 40'000, 8'000, 100), pair(m_b, 2, 42'000, 8'500)};
        QCOMPARE(sizingRuns(decision, runs), std::vector<QString>({m_b, m_a}));
        decision = applied(decision, runs);
        auto list = capacities(decision, runs);
        QCOMPARE(idsOf(list), QStringList({m_a, m_a}));
        QVERIFY(list[0].meetsP99 && list[1].meetsP99);
        // Where no run has both within it, the usual one counts and says so.
        decision.capacity.p99TargetMs = 10;
        list = capacities(decision, runs);
        QCOMPARE(idsOf(list), QStringList({m_b, m_b}));
        QVERIFY(!list[1].meetsP99);
        decision.capacity.p99TargetMs.reset();
        QCOMPARE(idsOf(capacities(decision, runs)), QStringList({m_b, m_b}));
    }

    void whatCannotBeSizedSaysWhy()
    {
        decision::Decision decision = table();
        decision.alternatives[1].targets.clear();
        const auto list = capacities(decision, {simpleRun(m_a, 1, {{"gin", {40'000}, false}})});
        QCOMPARE(list[0].missing, NoCapacity::notMeasured);
        QCOMPARE(list[1].missing, NoCapacity::noTarget);
        QVERIFY(!costBreakEven(decision, {}, 0, 1));
        decision.capacity.peakRequestsPerSecond.reset();
        QVERIFY(capacities(decision, {}).empty());
    }
};

QTEST_GUILESS_MAIN(TestCapacity)
#include "capacity_test.moc"
