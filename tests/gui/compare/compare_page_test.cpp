// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_runs.h"
#include "pictures.h"
#include "shown_window.h"

#include "core/evidence/run_questions.h"
#include "ui/compare/published_chart.h"
#include "ui/decide/cell_facts.h"
#include "ui/models/claims_model.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace weighbridge;
using testing::ShownWindow;

/// The Compare page: published beside measured, claims by verdict, the way into the decision.
class ComparePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachStateFitsItsWindow_data();
    void eachStateFitsItsWindow();
    void claimsAreFilteredByVerdict();
    void measurementsTestClaimsOfSeveralWorkloads();
    void everyErratumIsShown();
    void applyTakesTheNewestRunOfEachWorkload();
    void compareAndDecideNameTheSameRun();
    void figuresOfAnotherLoadStandApart();

private:
    static void measureAll(ShownWindow &window)
    {
        for (const auto &run : testing::madeUpQuickSet())
            window.project().addRun(run);
    }

    std::unique_ptr<theme::Theme> m_theme;
};

void ComparePageTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
    m_theme->setReduceMotion(true);
}

void ComparePageTest::eachStateFitsItsWindow_data()
{
    testing::addPictureRows({QStringLiteral("compare-seven"), QStringLiteral("compare-claims")});
}

void ComparePageTest::eachStateFitsItsWindow()
{
    QFETCH(QString, state);
    QFETCH(QSize, size);
    QFETCH(theme::Appearance, appearance);
    m_theme->setAppearance(appearance);
    // A tall window for people who look at the claims.
    const QSize shown =
        state == QLatin1String("compare-claims") ? QSize(size.width(), 3 * size.height()) : size;
    QVERIFY(testing::drawPage(QString::fromLatin1(QTest::currentDataTag()), shown,
                              shell::MainWindow::comparePage, measureAll));
    m_theme->setAppearance(theme::Appearance::light);
}

void ComparePageTest::claimsAreFilteredByVerdict()
{
    ShownWindow window;
    window.window().showPage(shell::MainWindow::comparePage);
    auto *filter = window.find<widgets::SegmentedControl>(QStringLiteral("claims.filter"));
    const QAbstractItemModel *claims = window.find<QTableView>(QStringLiteral("claims"))->model();
    QCOMPARE(claims->rowCount(), 70);
    QCOMPARE(filter->segment(0)->text(), QStringLiteral("All 70"));
    filter->setCurrentIndex(2);
    QVERIFY(claims->rowCount() > 0 && claims->rowCount() < 70);
    for (int row = 0; row < claims->rowCount(); ++row)
        QCOMPARE(claims->index(row, 0).data(models::ClaimsModel::verdictRole).toInt(),
                 int(article::ClaimVerdict::doesNotAddUp));
    filter->setCurrentIndex(1); // nothing was measured: nothing holds
    QCOMPARE(claims->rowCount(), 0);
}

void ComparePageTest::measurementsTestClaimsOfSeveralWorkloads()
{
    ShownWindow window;
    measureAll(window);
    const QAbstractItemModel *claims = window.find<QTableView>(QStringLiteral("claims"))->model();
    int tested = 0;
    for (int row = 0; row < claims->rowCount(); ++row) {
        const auto verdict = article::ClaimVerdict(
            claims->index(row, 0).data(models::ClaimsModel::verdictRole).toInt());
        tested += verdict == article::ClaimVerdict::holds ||
                  verdict == article::ClaimVerdict::contradictedHere;
    }
    QVERIFY2(tested >= 12, qPrintable(QString::number(tested)));
}

void ComparePageTest::everyErratumIsShown()
{
    ShownWindow window;
    QStringList shown;
    for (const QLabel *label : window.window().findChildren<QLabel *>())
        shown.append(label->text());
    for (const article::Erratum &erratum : article::builtInArticle().errata)
        QVERIFY2(shown.contains(erratum.text), qPrintable(erratum.text));
}

void ComparePageTest::applyTakesTheNewestRunOfEachWorkload()
{
    ShownWindow window;
    window.project().addRun(testing::madeUpRun(QStringLiteral("json")));
    const auto withJson = window.project().proposals();
    QVERIFY(!withJson.ratings.empty());
    auto size =
        std::make_shared<results::BenchmarkResult>(*testing::madeUpRun(QStringLiteral("size")));
    size->startedAt = size->startedAt.addDays(1);
    window.project().addRun(size);
    // The newer run of another workload does not hide the older one.
    QVERIFY(window.project().proposals().ratings.size() >= withJson.ratings.size());
    window.window().showPage(shell::MainWindow::comparePage);
    QTest::mouseClick(window.find<QAbstractButton>(QStringLiteral("apply.preview")),
                      Qt::LeftButton);
    const QString effect = window.find<QLabel>(QStringLiteral("apply.effect"))->text();
    QVERIFY2(effect.contains(QStringLiteral("measured")), qPrintable(effect));
}

void ComparePageTest::compareAndDecideNameTheSameRun()
{
    ShownWindow window;
    const auto complete = testing::madeUpRun(QStringLiteral("json"));
    window.project().addRun(complete);
    // Newer, but Python has nothing valid in it.
    auto newer = std::make_shared<results::BenchmarkResult>(*complete);
    newer->id = QStringLiteral("newer");
    newer->startedAt = newer->startedAt.addDays(1);
    for (results::TargetResult &result : newer->results)
        result.valid = result.language != QLatin1String("python");
    window.project().addRun(newer);
    window.window().showPage(shell::MainWindow::comparePage);
    const QString compared = window.find<QLabel>(QStringLiteral("compare.run"))->text();
    QVERIFY2(compared.contains(complete->id), qPrintable(compared));
    const QString suggested = window.find<QLabel>(QStringLiteral("apply.suggestion"))->text();
    QVERIFY2(suggested.contains(QStringLiteral("no valid figure of Python")),
             qPrintable(suggested));

    QTest::mouseClick(window.find<QAbstractButton>(QStringLiteral("apply")), Qt::LeftButton);
    const decision::Decision &decision = window.project().decision();
    int measured = 0;
    for (std::size_t need = 0; need < decision.needs.size(); ++need) {
        if (decision.needs[need].workload != QLatin1String("json"))
            continue;
        for (std::size_t i = 0; i < decision.alternatives.size(); ++i) {
            const auto facts =
                decide::cellFacts(window.project(), need, i, QDate(2026, 11, 30), {});
            measured += std::any_of(facts.begin(), facts.end(), [&](const auto &fact) {
                return fact.text.contains(QStringLiteral("run ") + complete->id);
            });
        }
    }
    QCOMPARE(measured, 2);
    QVERIFY(!window.find<QAbstractButton>(QStringLiteral("apply"))->isVisible());
}

void ComparePageTest::figuresOfAnotherLoadStandApart()
{
    ShownWindow window;
    window.project().addRun(testing::madeUpRun(QStringLiteral("json"), 100));
    window.window().showPage(shell::MainWindow::comparePage);
    auto *hint = window.find<QLabel>(QStringLiteral("compare.published.hint"));
    QVERIFY(hint->isVisible());
    QVERIFY2(hint->text().contains(QStringLiteral("another load")), qPrintable(hint->text()));
    const results::RunChoice few = results::chooseToShow(
        evidence::questionOf(window.project().decision(), QStringLiteral("json"), {}),
        window.project().project().runs);
    QVERIFY(few.run);
    for (const compare::ComparedFigure &figure : compare::comparedFigures(
             article::builtInArticle(), few, QStringLiteral("requests_per_second")))
        QVERIFY(!figure.measured);
    window.project().addRun(testing::madeUpRun(QStringLiteral("json"), 1000));
    QVERIFY(!hint->isVisible());
}

QTEST_MAIN(ComparePageTest)
#include "compare_page_test.moc"
