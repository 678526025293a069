// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_run.h"
#include "shown_window.h"

#include "core/results/quantity.h"
#include "ui/report/report_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rating_edit.h"
#include "ui/widgets/weight_slider.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace weighbridge;
using testing::ShownWindow;

/// What a person does with the window: keys and clicks on real widgets, and what they then read.
class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSampleSaysWhoLeads();
    void movingAWeightChangesTheVerdictAndUndoTakesItBack();
    void aDragIsOneUndoStep();
    void aRatingIsTypedAndMarkedAsEdited();
    void aPresetLightsItsChip();
    void zeroWeightsOfferEqualWeights();
    void measurementsArePreviewedAppliedAndUndone();
    void aRealRunFillsTheTable();
    void cancellingKeepsWhatIsFinished();
    void changesReachTheFile();
    void whatReadingChangedIsSaid();
    void aFileChangedByOthersIsNotOverwritten();
    void aBrokenFileLeavesTheProjectAlone();
    void theReportBecomesAPdf();

private:
    static QString text(const ShownWindow &window, const QString &name)
    {
        return window.find<QLabel>(name)->text();
    }

    std::unique_ptr<theme::Theme> m_theme;
};

void WindowTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
    m_theme->setReduceMotion(true);
}

void WindowTest::theSampleSaysWhoLeads()
{
    const ShownWindow window;
    QCOMPARE(text(window, QStringLiteral("verdict.headline")),
             QStringLiteral("Go leads, narrowly, on judged ratings"));
    const QString sentence = text(window, QStringLiteral("verdict.sentence"));
    QVERIFY2(sentence.contains(QStringLiteral("3.86")) && sentence.contains(QStringLiteral("3.71")),
             qPrintable(sentence));
}

void WindowTest::movingAWeightChangesTheVerdictAndUndoTakesItBack()
{
    ShownWindow window;
    auto *slider = window.find<widgets::WeightSlider>(QStringLiteral("weight.ai-ml"));
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(window.project().decision().findNeed(u"ai-ml")->weight, 10.0);
    QVERIFY(text(window, QStringLiteral("verdict.headline")).startsWith(QStringLiteral("Python")));
    QTest::mouseClick(window.find<QAbstractButton>(QStringLiteral("undo")), Qt::LeftButton);
    QCOMPARE(slider->value(), 4);
    QCOMPARE(text(window, QStringLiteral("verdict.headline")),
             QStringLiteral("Go leads, narrowly, on judged ratings"));
}

void WindowTest::aDragIsOneUndoStep()
{
    ShownWindow window;
    auto *slider = window.find<widgets::WeightSlider>(QStringLiteral("weight.fast-mvp"));
    const int y = slider->height() / 2;
    QTest::mousePress(slider, Qt::LeftButton, {}, {slider->width() / 2, y});
    for (int x = slider->width() / 2; x < slider->width(); x += 6)
        QTest::mouseMove(slider, {x, y});
    QTest::mouseRelease(slider, Qt::LeftButton, {}, {slider->width() - 1, y});
    QCOMPARE(window.project().undoStack().count(), 1);
    window.project().undoStack().undo();
    QCOMPARE(slider->value(), 6);
}

void WindowTest::aRatingIsTypedAndMarkedAsEdited()
{
    ShownWindow window;
    auto *rating = window.find<widgets::RatingEdit>(QStringLiteral("rating.high-traffic.python"));
    rating->setFocus();
    QTest::keyClick(rating, Qt::Key_5);
    QCOMPARE(window.project().decision().findNeed(u"high-traffic")->ratings[1].level, 5.0);
    QCOMPARE(rating->origin(), widgets::RatingOrigin::edited);
    QVERIFY(text(window, QStringLiteral("ratings.note")).startsWith(QStringLiteral("1 of 12")));
    QTest::mouseClick(window.find<QAbstractButton>(QStringLiteral("reset")), Qt::LeftButton);
    QCOMPARE(rating->origin(), widgets::RatingOrigin::source);
}

void WindowTest::aPresetLightsItsChip()
{
    ShownWindow window;
    const knowledge::Preset &preset = window.project().catalogue().presets.front();
    auto *chip = window.find<QAbstractButton>(QStringLiteral("preset.") + preset.id);
    QVERIFY(!chip->isChecked());
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(chip->isChecked());
    window.project().setWeight(0, window.project().decision().needs[0].weight + 1);
    QVERIFY(!chip->isChecked());
}

void WindowTest::zeroWeightsOfferEqualWeights()
{
    ShownWindow window;
    for (std::size_t need = 0; need < window.project().decision().needs.size(); ++need)
        window.project().setWeight(need, 0);
    auto *equal = window.find<QAbstractButton>(QStringLiteral("weights.equal"));
    QVERIFY(equal->isVisible());
    QVERIFY(!window.project().analysis().verdict.leader);
    QTest::mouseClick(equal, Qt::LeftButton);
    QVERIFY(!equal->isVisible());
    QVERIFY(window.project().analysis().verdict.leader.has_value());
}

void WindowTest::measurementsArePreviewedAppliedAndUndone()
{
    ShownWindow window;
    window.project().addRun(std::make_shared<const results::BenchmarkResult>(testing::sampleRun()));
    window.window().showPage(shell::MainWindow::comparePage);
    const decision::Decision before = window.project().decision();
    QTest::mouseClick(window.find<QAbstractButton>(QStringLiteral("apply.preview")),
                      Qt::LeftButton);
    QVERIFY(window.find<QLabel>(QStringLiteral("apply.effect"))->isVisible());
    QCOMPARE(window.project().decision(), before);
    QTest::mouseClick(window.find<QAbstractButton>(QStringLiteral("apply")), Qt::LeftButton);
    const decision::Rating &python =
        window.project().decision().findNeed(u"high-traffic")->ratings[1];
    QCOMPARE(python.provenance, decision::Provenance::measured);
    QVERIFY(python.raw && qAbs(*python.raw - 5000) < 100);
    QVERIFY(window.project().analysis().evidenceShare[std::size_t(decision::Provenance::measured)] >
            0);
    window.project().undoStack().undo();
    QCOMPARE(window.project().decision(), before);
}

void WindowTest::aRealRunFillsTheTable()
{
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    results::BenchmarkPlan plan;
    plan.targets = {QStringLiteral("reference")};
    plan.connections = 10;
    plan.rounds = 1;
    plan.duration = std::chrono::milliseconds(500);
    plan.warmUpCap = std::chrono::milliseconds(500);
    QSignalSpy finished(&window.benchmark(), &session::BenchmarkSession::finished);
    window.benchmark().start(plan);
    QVERIFY(finished.wait(60'000));
    QCOMPARE(window.project().project().runs.size(), std::size_t(1));
    const auto &result = window.project().project().runs.front()->results.front();
    QVERIFY2(!result.rounds.empty(), qPrintable(result.failure));
    QVERIFY(results::summaryOf(result, results::quantityOf(u"requests_per_second")));
    QCOMPARE(text(window, QStringLiteral("run.status")), QStringLiteral("Finished"));
}

void WindowTest::cancellingKeepsWhatIsFinished()
{
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    results::BenchmarkPlan plan;
    plan.targets = {QStringLiteral("reference")};
    plan.connections = 10;
    plan.rounds = 5;
    plan.duration = std::chrono::seconds(60);
    window.benchmark().start(plan);
    QTRY_VERIFY_WITH_TIMEOUT(!window.benchmark().track(u"reference")->samples.empty(), 60'000);
    QTest::keyClick(&window.window(), Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(window.benchmark().state(),
                              session::BenchmarkSession::State::cancelled, 30'000);
    QCOMPARE(text(window, QStringLiteral("run.status")), QStringLiteral("Cancelled"));
}

void WindowTest::changesReachTheFile()
{
    ShownWindow window;
    window.project().setWeight(0, 9);
    QTRY_COMPARE_WITH_TIMEOUT(window.project().saveState(),
                              session::ProjectSession::SaveState::saved, 20'000);
    const auto loaded = storage::loadProject(window.project().path());
    QVERIFY(loaded.hasValue());
    QCOMPARE(loaded->decision.needs[0].weight, 9.0);
}

void WindowTest::whatReadingChangedIsSaid()
{
    ShownWindow window;
    auto *notice = window.find<QLabel>(QStringLiteral("notice"));
    QVERIFY(!notice->isVisible());
    storage::Project project = storage::sampleProject();
    project.decision.alternatives[1].name = project.decision.alternatives[0].name;
    const QString path = window.path(QStringLiteral("twice.weigh"));
    QVERIFY(storage::saveProject(path, project));
    QVERIFY(window.project().open(path));
    QVERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(QStringLiteral("the second is shown as 'Go (2)'")),
             qPrintable(notice->text()));
}

void WindowTest::aFileChangedByOthersIsNotOverwritten()
{
    ShownWindow window;
    window.project().flush();
    QFile file(window.project().path());
    QVERIFY(file.open(QIODevice::Append));
    file.write("\n ");
    file.close();
    window.project().setWeight(0, 1);
    QTRY_COMPARE_WITH_TIMEOUT(window.project().saveState(),
                              session::ProjectSession::SaveState::failed, 20'000);
    QVERIFY(window.find<QLabel>(QStringLiteral("notice"))->isVisible());
    QCOMPARE(storage::loadProject(file.fileName())->decision.needs[0].weight, 7.0);
}

void WindowTest::aBrokenFileLeavesTheProjectAlone()
{
    ShownWindow window;
    const QString path = window.path(QStringLiteral("broken.weigh"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"schema\": 1, \"needs\": [");
    file.close();
    const storage::Project before = window.project().project();
    const Outcome outcome = window.project().open(path);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().what.contains(QStringLiteral("broken.weigh")),
             qPrintable(outcome.error().what));
    QCOMPARE(window.project().project().decision, before.decision);
}

void WindowTest::theReportBecomesAPdf()
{
    ShownWindow window;
    window.window().showPage(shell::MainWindow::reportPage);
    auto *page = window.window().findChild<report_page::ReportPage *>();
    const QString path = window.path(QStringLiteral("report.pdf"));
    page->exportPdfTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.read(5), QByteArray("%PDF-"));
    page->exportPdfTo(window.path(QStringLiteral("missing/report.pdf")));
    QVERIFY(
        text(window, QStringLiteral("report.outcome")).contains(QStringLiteral("Cannot write")));
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
