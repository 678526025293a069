// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_targets.h"
#include "made_up_runs.h"
#include "pictures.h"
#include "shown_window.h"

#include "core/evidence/run_questions.h"
#include "core/results/quantity.h"
#include "ui/benchmark/benchmark_page.h"
#include "ui/benchmark/live_charts.h"
#include "ui/benchmark/quantity_charts.h"
#include "ui/benchmark/summary_card.h"
#include "ui/charts/line_chart.h"
#include "ui/widgets/status.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace weighbridge;
using testing::ShownWindow;

/// The Benchmark page: what is on show, preparing, suites.
class BenchmarkPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void eachStateFitsItsWindow_data();
    void eachStateFitsItsWindow();
    void workloadsAreNeverMixed();
    void aNewerRunThatDoesNotCountSaysSo();
    void anotherProfileHasABadge();
    void theSummarySaysWhatTheCommandLineSays();
    void noFigureOfTheSummaryIsCutInANarrowWindow();
    void aPlanCanBeSetFromElsewhere();
    void aFrameworkThatDoesNotServeAWorkloadIsLeftOut();
    void preparingFromTheWindowMakesTargetsReady();
    void aFailedPreparationSaysWhyAndCanBeTriedAgain();
    void preparingCanBeCancelled();
    void aSuiteFillsARunForEachPlan();
    void cancellingASuiteKeepsWhatIsFinished();

private:
    /// Only the fakes and the built-in reference, in a cache of their own.
    static benchmark::BenchmarkPage *pageOf(ShownWindow &window)
    {
        return window.window().findChild<benchmark::BenchmarkPage *>();
    }
    static QString text(const ShownWindow &window, const char *name)
    {
        return window.find<QLabel>(QLatin1String(name))->text();
    }
    static void click(const ShownWindow &window, const char *name)
    {
        QTest::mouseClick(window.find<QAbstractButton>(QLatin1String(name)), Qt::LeftButton);
    }
    static QStringList header(const ShownWindow &window);
    static results::BenchmarkPlan shortPlan(const QString &workload, const QStringList &targets);

    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<testing::FakeTargets> m_fakes;
};

void BenchmarkPageTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
    m_theme->setReduceMotion(true);
}

void BenchmarkPageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("WEIGHBRIDGE_CACHE", m_folder->filePath(QStringLiteral("cache")).toUtf8());
    m_fakes = std::make_unique<testing::FakeTargets>();
}

void BenchmarkPageTest::cleanup()
{
    m_fakes.reset();
    qunsetenv("WEIGHBRIDGE_CACHE");
}

QStringList BenchmarkPageTest::header(const ShownWindow &window)
{
    const QAbstractItemModel *model = window.find<QTableView>(QStringLiteral("results"))->model();
    QStringList titles;
    for (int column = 0; column < model->columnCount(); ++column)
        titles.append(model->headerData(column, Qt::Horizontal).toString());
    return titles;
}

results::BenchmarkPlan BenchmarkPageTest::shortPlan(const QString &workload,
                                                    const QStringList &targets)
{
    results::BenchmarkPlan plan;
    plan.targets = targets;
    plan.workload = workload;
    plan.connections = 10;
    plan.rounds = 1;
    plan.duration = std::chrono::milliseconds(300);
    plan.warmUpCap = std::chrono::milliseconds(300);
    return plan;
}

void BenchmarkPageTest::eachStateFitsItsWindow_data()
{
    testing::addPictureRows({QStringLiteral("benchmark-seven"), QStringLiteral("benchmark-size"),
                             QStringLiteral("benchmark-memory"),
                             QStringLiteral("benchmark-tuned")});
}

void BenchmarkPageTest::eachStateFitsItsWindow()
{
    QFETCH(QString, state);
    QFETCH(QSize, size);
    QFETCH(theme::Appearance, appearance);
    m_theme->setAppearance(appearance);
    const bool fits = testing::drawPage(
        QString::fromLatin1(QTest::currentDataTag()), size, shell::MainWindow::benchmarkPage,
        [&](ShownWindow &window) {
            auto runs = testing::madeUpQuickSet();
            if (state == QLatin1String("benchmark-tuned"))
                runs = {testing::madeUpRun(QStringLiteral("json"), 1000, results::Profile::tuned)};
            window.benchmark().showRuns(runs);
            for (int i = 0; i < int(window.benchmark().runs().size()); ++i) {
                const auto &plan = window.benchmark().runs()[std::size_t(i)].plan;
                if (state.endsWith(plan.workload) ||
                    (state == QLatin1String("benchmark-seven") && plan.connections == 1000 &&
                     plan.workload == QLatin1String("json")))
                    window.benchmark().showRun(i);
            }
        });
    QVERIFY(fits);
    m_theme->setAppearance(theme::Appearance::light);
}

void BenchmarkPageTest::workloadsAreNeverMixed()
{
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    window.window().showPage(shell::MainWindow::benchmarkPage);
    window.benchmark().showRuns({testing::madeUpRun(QStringLiteral("size")),
                                 testing::madeUpRun(QStringLiteral("db"), 100),
                                 testing::madeUpRun(QStringLiteral("json"))});
    auto *choice = window.find<QComboBox>(QStringLiteral("run.choice"));
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->count(), 3);

    choice->setCurrentIndex(2);
    QVERIFY(header(window).contains(QStringLiteral("Published req/s")));
    QVERIFY(window.find<charts::LineChart>(QStringLiteral("chart.throughput"))->isVisible());
    choice->setCurrentIndex(1); // the article publishes nothing about databases
    QVERIFY(!header(window).contains(QStringLiteral("Published req/s")));
    QVERIFY(header(window).contains(QStringLiteral("p99 ms")));
    click(window, "run.choice.previous");
    QCOMPARE(choice->currentIndex(), 0);
    QVERIFY(header(window).contains(QStringLiteral("Size MiB")));
    QVERIFY(!header(window).contains(QStringLiteral("p99 ms")));
    QVERIFY(!window.find<charts::LineChart>(QStringLiteral("chart.throughput"))->isVisible());
    QVERIFY(window.window().findChild<benchmark::QuantityCharts *>()->isVisible());
}

void BenchmarkPageTest::aNewerRunThatDoesNotCountSaysSo()
{
    ShownWindow window;
    window.window().showPage(shell::MainWindow::benchmarkPage);
    const auto complete = testing::madeUpRun(QStringLiteral("json"));
    auto newer = std::make_shared<results::BenchmarkResult>(*complete);
    newer->id = QStringLiteral("newer");
    newer->startedAt = newer->startedAt.addDays(1);
    for (results::TargetResult &result : newer->results)
        result.valid = result.language != QLatin1String("python");
    window.benchmark().showRuns({complete, newer},
                                evidence::contendersOf(window.project().decision()));
    auto *choice = window.find<QComboBox>(QStringLiteral("run.choice"));
    QCOMPARE(choice->count(), 2);
    QVERIFY(!choice->itemText(0).contains(QStringLiteral("not used")));
    QVERIFY(choice->itemText(1).contains(QStringLiteral("not used")));
    QCOMPARE(choice->currentIndex(), 1); // what was measured last is on show
    QVERIFY(window.benchmark().runs()[1].passedOver.contains(QStringLiteral("Python")));
    QCOMPARE(window.find<QTableView>(QStringLiteral("summary.table"))->model()->rowCount(),
             int(report::summaryLines(report::summarize({complete})).size())); // of what counts
    window.benchmark().showRuns({complete, newer}); // nobody is compared: the newest counts
    QVERIFY(!choice->isVisible());
    QCOMPARE(window.benchmark().result()->id, newer->id);
}

void BenchmarkPageTest::anotherProfileHasABadge()
{
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    window.window().showPage(shell::MainWindow::benchmarkPage);
    auto *badge = window.find<widgets::StatusPill>(QStringLiteral("run.profile"));
    window.benchmark().show(testing::madeUpRun(QStringLiteral("json")));
    QVERIFY(!badge->isVisible());
    window.benchmark().show(
        testing::madeUpRun(QStringLiteral("json"), 1000, results::Profile::tuned));
    QVERIFY(badge->isVisible());
}

void BenchmarkPageTest::theSummarySaysWhatTheCommandLineSays()
{
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    window.window().showPage(shell::MainWindow::benchmarkPage);
    auto *card = window.find<benchmark::SummaryCard>(QStringLiteral("summary"));
    QVERIFY(!card->isVisible()); // nothing was measured

    const auto runs = testing::madeUpQuickSet();
    window.benchmark().showRuns(runs);
    QVERIFY(card->isVisible());
    const report::BenchmarkSummary summary = report::summarize(runs, {}, readersLocale());
    QCOMPARE(text(window, "summary.verdict"), summary.verdict.join(u'\n'));
    QCOMPARE(text(window, "summary.sentences"), report::summarySentences(summary).join(u'\n'));
    for (const report::SummaryFact &fact : summary.facts)
        QVERIFY(text(window, "summary.facts").contains(fact.text));
    const auto lines = report::summaryLines(summary);
    const QAbstractItemModel *table =
        window.find<QTableView>(QStringLiteral("summary.table"))->model();
    QCOMPARE(table->rowCount(), int(lines.size()));
    QCOMPARE(table->columnCount(), 1 + int(summary.targets.size()));
    for (int row = 0; row < table->rowCount(); ++row) {
        const report::SummaryLine &line = lines[std::size_t(row)];
        QCOMPARE(table->index(row, 0).data().toString(), line.label);
        for (int column = 1; column < table->columnCount(); ++column)
            QCOMPARE(table->index(row, column).data().toString(), line.cells.value(column - 1));
    }

    // Of a single run it has all quantities; choosing another run of the set changes nothing.
    window.benchmark().showRun(0);
    QCOMPARE(table->rowCount(), int(lines.size()));
    window.benchmark().show(runs.back());
    QVERIFY(table->index(1, 0).data().toString().startsWith(QStringLiteral("Throughput")));
    window.benchmark().clear();
    QVERIFY(!card->isVisible());
}

void BenchmarkPageTest::noFigureOfTheSummaryIsCutInANarrowWindow()
{
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    window.window().showPage(shell::MainWindow::benchmarkPage);
    window.benchmark().showRuns(testing::madeUpQuickSet());
    const auto *table = window.find<QTableView>(QStringLiteral("summary.table"));
    for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
        window.window().resize(size);
        QTRY_VERIFY(table->viewport()->width() < size.width() - 300);
        for (int column = 1; column < table->model()->columnCount(); ++column) {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                const QModelIndex cell = table->model()->index(row, column);
                const int needed = table->itemDelegate()->sizeHint({}, cell).width();
                QVERIFY2(table->columnWidth(column) >= needed, qPrintable(cell.data().toString()));
            }
        }
    }
}

void BenchmarkPageTest::aPlanCanBeSetFromElsewhere()
{
    m_fakes->addServer(QStringLiteral("good"));
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    pageOf(window)->showPlan(QStringLiteral("start"), {QStringLiteral("good")});
    QCOMPARE(window.find<QComboBox>(QStringLiteral("workload"))->currentData().toString(),
             QStringLiteral("start"));
    QVERIFY(window.find<QAbstractButton>(QStringLiteral("fw.good"))->isChecked());
    QVERIFY(!window.find<QAbstractButton>(QStringLiteral("fw.reference"))->isChecked());
    // A start has no connections to choose.
    QVERIFY(!window.find<QSpinBox>(QStringLiteral("connections"))->isEnabled());
}

void BenchmarkPageTest::aFrameworkThatDoesNotServeAWorkloadIsLeftOut()
{
    m_fakes->addServer(QStringLiteral("good")); // serves JSON only
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    pageOf(window)->showPlan(QStringLiteral("db"), {QStringLiteral("good")});
    QVERIFY(!window.find<QAbstractButton>(QStringLiteral("fw.good"))->isEnabled());
    QCOMPARE(text(window, "fw.good.status"), QStringLiteral("not served"));
    QVERIFY(!window.find<QAbstractButton>(QStringLiteral("run"))->isEnabled());
}

void BenchmarkPageTest::preparingFromTheWindowMakesTargetsReady()
{
    WEIGHBRIDGE_NEEDS_TOOLCHAIN("python");
    m_fakes->add(
        QStringLiteral("built"),
        {QStringLiteral("{python}"), QStringLiteral("fake_server.py"), QStringLiteral("good")},
        {QStringLiteral("{python}"), QStringLiteral("-c"), QStringLiteral("print('building it')")});
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    window.window().showPage(shell::MainWindow::benchmarkPage);
    QCOMPARE(text(window, "fw.built.status"), QStringLiteral("not prepared"));
    QVERIFY(window.find<QAbstractButton>(QStringLiteral("prepare.python"))->isVisible());

    QSignalSpy surveyed(&window.benchmark(), &session::BenchmarkSession::targetsChanged);
    pageOf(window)->prepare({QStringLiteral("built")});
    QVERIFY(window.find<QAbstractButton>(QStringLiteral("preparation.cancel"))->isVisible());
    QVERIFY(!window.find<QAbstractButton>(QStringLiteral("run"))->isEnabled());
    QVERIFY(surveyed.wait(60'000));
    QCOMPARE(text(window, "preparation.status"), QStringLiteral("Ready to be measured"));
    QCOMPARE(window.benchmark().findTarget(u"built")->readiness, measure::Readiness::ready);
    QVERIFY(pageOf(window)
                ->preparation()
                .log()
                .join(QLatin1Char('\n'))
                .contains(QStringLiteral("building it")));
    QVERIFY(window.find<QAbstractButton>(QStringLiteral("run"))->isEnabled());
}

void BenchmarkPageTest::aFailedPreparationSaysWhyAndCanBeTriedAgain()
{
    WEIGHBRIDGE_NEEDS_TOOLCHAIN("python");
    m_fakes->add(QStringLiteral("broken"), {QStringLiteral("{python}")},
                 {QStringLiteral("{python}"), QStringLiteral("-c"),
                  QStringLiteral("import sys; sys.exit('no such header: widget.h')")});
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    window.window().showPage(shell::MainWindow::benchmarkPage);
    QSignalSpy finished(&pageOf(window)->preparation(), &session::PreparationSession::finished);
    pageOf(window)->prepare({QStringLiteral("broken")});
    QVERIFY(finished.wait(60'000));
    QCOMPARE(text(window, "preparation.status"), QStringLiteral("broken could not be prepared"));
    QVERIFY(!text(window, "preparation.detail").isEmpty());
    QCOMPARE(text(window, "fw.broken.status"), QStringLiteral("failed"));
    QVERIFY(pageOf(window)
                ->preparation()
                .log()
                .join(QLatin1Char('\n'))
                .contains(QStringLiteral("no such header: widget.h")));
    click(window, "preparation.again");
    QVERIFY(pageOf(window)->preparation().running());
    QVERIFY(finished.wait(60'000));
    click(window, "preparation.close");
    QVERIFY(!window.find<QLabel>(QStringLiteral("preparation.status"))->isVisible());
}

void BenchmarkPageTest::preparingCanBeCancelled()
{
    WEIGHBRIDGE_NEEDS_TOOLCHAIN("python");
    m_fakes->add(QStringLiteral("endless"), {QStringLiteral("{python}")},
                 {QStringLiteral("{python}"), QStringLiteral("-c"),
                  QStringLiteral("import signal; print('begun', flush=True); signal.pause()")});
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    window.window().showPage(shell::MainWindow::benchmarkPage);
    QSignalSpy finished(&pageOf(window)->preparation(), &session::PreparationSession::finished);
    pageOf(window)->prepare({QStringLiteral("endless")});
    QTRY_VERIFY_WITH_TIMEOUT(pageOf(window)->preparation().log().contains(QStringLiteral("begun")),
                             60'000);
    click(window, "preparation.cancel");
    QVERIFY(finished.wait(30'000));
    QCOMPARE(text(window, "preparation.status"), QStringLiteral("Preparation cancelled"));
}

void BenchmarkPageTest::aSuiteFillsARunForEachPlan()
{
    WEIGHBRIDGE_NEEDS_TOOLCHAIN("python");
    m_fakes->addServer(QStringLiteral("good"));
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    window.window().showPage(shell::MainWindow::benchmarkPage);
    const QStringList targets{QStringLiteral("reference"), QStringLiteral("good")};
    QSignalSpy finished(&window.benchmark(), &session::BenchmarkSession::finished);
    window.benchmark().start(measure::Suite{
        QStringLiteral("test"),
        QStringLiteral("Test set"),
        {shortPlan(QStringLiteral("json"), targets), shortPlan(QStringLiteral("start"), targets)}});
    QCOMPARE(window.benchmark().runs().size(), std::size_t{2});
    QTRY_COMPARE_WITH_TIMEOUT(window.benchmark().state(), session::BenchmarkSession::State::done,
                              120'000);
    QCOMPARE(finished.size(), 2);
    QCOMPARE(window.project().project().runs.size(), std::size_t{2});
    QCOMPARE(window.benchmark().runs().size(), std::size_t{2});
    // What ran last is on show; the other is one click away.
    QCOMPARE(window.benchmark().plan().workload, QStringLiteral("start"));
    QVERIFY(header(window).contains(QStringLiteral("Start ms")));
    click(window, "run.choice.previous");
    QVERIFY(results::summaryOf(*window.benchmark().track(u"good")->result,
                               results::quantityOf(u"requests_per_second")));
}

void BenchmarkPageTest::cancellingASuiteKeepsWhatIsFinished()
{
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    window.window().showPage(shell::MainWindow::benchmarkPage);
    const QStringList targets{QStringLiteral("reference")};
    results::BenchmarkPlan endless = shortPlan(QStringLiteral("json"), targets);
    endless.connections = 20;
    endless.duration = std::chrono::seconds(60);
    window.benchmark().start(measure::Suite{QStringLiteral("test"),
                                            QStringLiteral("Test set"),
                                            {shortPlan(QStringLiteral("json"), targets), endless,
                                             shortPlan(QStringLiteral("size"), targets)}});
    QTRY_VERIFY_WITH_TIMEOUT(window.benchmark().activeRun() == 1, 60'000);
    click(window, "run.cancel");
    QTRY_VERIFY_WITH_TIMEOUT(
        window.benchmark().state() != session::BenchmarkSession::State::running, 30'000);
    QVERIFY(!window.benchmark().runs().empty());
    QVERIFY(!window.benchmark().runs().front().result->cancelled);
    QVERIFY(window.benchmark().runs().size() < 3);
}

QTEST_MAIN(BenchmarkPageTest)
#include "benchmark_page_test.moc"
