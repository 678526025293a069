// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/claims_model.h"
#include "ui/models/result_table_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace weighbridge;

class ModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claimsKeepTheRulesOfModels();
    void claimsAreCountedByVerdict();
    void resultsShowPublishedFiguresBeforeAnyRun();
    void resultsShowWhatWasMeasured();
};

void ModelsTest::claimsKeepTheRulesOfModels()
{
    models::ClaimsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setClaims(article::assessClaims(article::builtInArticle(), {}));
    QVERIFY(model.rowCount() > 60);
    model.setClaims({});
    QCOMPARE(model.rowCount(), 0);
}

void ModelsTest::claimsAreCountedByVerdict()
{
    models::ClaimsModel model;
    model.setClaims(article::assessClaims(article::builtInArticle(), {}));
    int counted = 0;
    for (const auto verdict :
         {article::ClaimVerdict::holds, article::ClaimVerdict::doesNotAddUp,
          article::ClaimVerdict::contradictedHere, article::ClaimVerdict::notTested})
        counted += model.count(verdict);
    QCOMPARE(counted, model.rowCount());
    QVERIFY(model.count(article::ClaimVerdict::doesNotAddUp) >= 5);
}

void ModelsTest::resultsShowPublishedFiguresBeforeAnyRun()
{
    session::BenchmarkSession session;
    models::ResultTableModel model(session, article::builtInArticle());
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changed(&session, &session::BenchmarkSession::targetsChanged);
    session.refreshTargets();
    QVERIFY(changed.wait(60'000));
    QVERIFY(model.rowCount() >= 8);
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data(models::ResultTableModel::seriesRole) != QLatin1String("gin"))
            continue;
        QCOMPARE(model.index(row, models::ResultTableModel::publishedColumn).data().toString(),
                 QStringLiteral("95,000"));
        QVERIFY(!model.index(row, models::ResultTableModel::measuredColumn)
                     .data(models::ResultTableModel::barRole)
                     .isValid());
    }
}

void ModelsTest::resultsShowWhatWasMeasured()
{
    session::BenchmarkSession session;
    models::ResultTableModel model(session, article::builtInArticle());
    QSignalSpy changed(&session, &session::BenchmarkSession::targetsChanged);
    session.refreshTargets();
    QVERIFY(changed.wait(60'000));
    results::BenchmarkResult run;
    results::TargetResult gin;
    gin.target = QStringLiteral("gin");
    gin.state = results::TargetState::measured;
    for (const double rate : {47'000, 48'000}) {
        results::Round round;
        round.requestsPerSecond = rate;
        gin.rounds.push_back(round);
    }
    gin.valid = true;
    run.plan.targets = {gin.target};
    run.results = {gin};
    session.show(std::make_shared<const results::BenchmarkResult>(run));
    bool found = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data(models::ResultTableModel::seriesRole) != QLatin1String("gin"))
            continue;
        found = true;
        QStringList cells;
        for (int column = 1; column < 5; ++column)
            cells << model.index(row, column).data().toString();
        QCOMPARE(cells, (QStringList{QStringLiteral("95,000"), QStringLiteral("47,500"),
                                     QStringLiteral("47,000–48,000"), QStringLiteral("0.50×")}));
    }
    QVERIFY(found);
}

QTEST_MAIN(ModelsTest)
#include "models_test.moc"
