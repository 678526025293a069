// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weighing/rank_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace weighbridge;
using weighing::RankModel;

/// The order of needs behind the ranking: needs a, b, c, d with the weights 4, 8, 0, 4.
class RankModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheOrderOfTheWeights();
    void aMoveChangesTheWeights();
    void theFirstOfSeveralTiedLeavesTheOthersTied();
    void aNeedBetweenTiedOnesJoinsThem();
    void movingBehindTheRankedOnesTakesANeedOut();
    void whatDoesNotCountCanComeBack();
    void pointlessMovesAreRefused();
};

namespace
{
decision::Decision table()
{
    decision::Decision decision;
    const std::pair<const char *, double> needs[] = {{"a", 4}, {"b", 8}, {"c", 0}, {"d", 4}};
    for (const auto &[name, weight] : needs) {
        decision::Need need;
        need.id = need.name = QString::fromLatin1(name);
        need.weight = weight;
        decision.needs.push_back(need);
    }
    return decision;
}

/// "1b 2a 2d –c": rank and name of each row.
QString orderOf(const RankModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        const int rank = index.data(RankModel::rankRole).toInt();
        rows.append((rank > 0 ? QString::number(rank) : QStringLiteral("–")) +
                    index.data().toString());
    }
    return rows.join(QLatin1Char(' '));
}

struct TestedModel : RankModel {
    TestedModel() : RankModel(table()) {}
    QAbstractItemModelTester tester{this, QAbstractItemModelTester::FailureReportingMode::QtTest};
};
} // namespace

void RankModelTest::startsWithTheOrderOfTheWeights()
{
    const TestedModel model;
    QCOMPARE(orderOf(model), QStringLiteral("1b 2a 2d –c"));
    // Three ranks, the last two shared: (1 + 1/2 + 1/3)/3 and the mean of the other two centroids.
    const std::vector<double> weights = model.weights();
    QCOMPARE(weights[1], 11.0 / 18);
    QCOMPARE(weights[0], 7.0 / 36);
    QCOMPARE(weights[3], 7.0 / 36);
    QCOMPARE(weights[2], 0.0);
    QCOMPARE(model.index(0).data(RankModel::weightRole).toDouble(), 10.0);
}

void RankModelTest::aMoveChangesTheWeights()
{
    TestedModel model;
    QVERIFY(model.moveRow({}, 2, {}, 0));
    QCOMPARE(orderOf(model), QStringLiteral("1d 2b 3a –c"));
    QCOMPARE(model.weights()[3], 11.0 / 18);
}

void RankModelTest::theFirstOfSeveralTiedLeavesTheOthersTied()
{
    TestedModel model;
    QCOMPARE(model.setCounted(3, true), 3);
    model.setTied(3, true);
    QCOMPARE(orderOf(model), QStringLiteral("1b 2a 2d 2c"));
    QVERIFY(model.moveRow({}, 1, {}, 0));
    QCOMPARE(orderOf(model), QStringLiteral("1a 2b 3d 3c"));
}

void RankModelTest::aNeedBetweenTiedOnesJoinsThem()
{
    TestedModel model;
    QVERIFY(model.moveRow({}, 0, {}, 2));
    QCOMPARE(orderOf(model), QStringLiteral("1a 1b 1d –c"));
    model.setTied(1, false);
    QCOMPARE(orderOf(model), QStringLiteral("1a 2b 2d –c"));
}

void RankModelTest::movingBehindTheRankedOnesTakesANeedOut()
{
    TestedModel model;
    QVERIFY(model.moveRow({}, 0, {}, 4));
    QCOMPARE(orderOf(model), QStringLiteral("1a 1d –c –b"));
    QCOMPARE(model.weights()[1], 0.0);
}

void RankModelTest::whatDoesNotCountCanComeBack()
{
    TestedModel model;
    QCOMPARE(model.setCounted(0, false), 2);
    QCOMPARE(orderOf(model), QStringLiteral("1a 1d –b –c"));
    QCOMPARE(model.setCounted(3, true), 2);
    QCOMPARE(orderOf(model), QStringLiteral("1a 1d 3c –b"));
    for (int row = 0; row < 3; ++row)
        model.setCounted(0, false);
    QVERIFY(model.ranking().empty());
}

void RankModelTest::pointlessMovesAreRefused()
{
    TestedModel model;
    QVERIFY(!model.moveRow({}, 1, {}, 1));
    QVERIFY(!model.moveRow({}, 1, {}, 2));
    QVERIFY(!model.moveRow({}, 1, {}, 9));
    model.setTied(0, true);
    model.setTied(3, true);
    QCOMPARE(orderOf(model), QStringLiteral("1b 2a 2d –c"));
}

QTEST_MAIN(RankModelTest)
#include "rank_model_test.moc"
