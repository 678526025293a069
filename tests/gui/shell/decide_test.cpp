// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_run.h"
#include "shown_window.h"

#include "core/report/decision_json.h"
#include "ui/decide/decide_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rating_edit.h"
#include "ui/widgets/weight_slider.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QUndoStack>

using namespace weighbridge;
using testing::ShownWindow;

/// The Decide page by keys and clicks: levels, questions, rules, must-haves and what a cell tells
/// about itself.
class DecideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aLevelSwitchIsOneStepAndKeepsEdits();
    void anAnswerChangesWeightAndVerdictAndUndoRestoresBoth();
    void aWrongNumberIsRefusedWithAReason();
    void anAnswerIsWithdrawn();
    void escapeClosesTheQuestions();
    void aRuleMarksTheSliderAndCanBeSwitchedOff();
    void aRuleAboutTheOutcomeIsListedAsFired();
    void movingAMarkedSliderPinsIt();
    void aNeedSaysWhatAnAnswerAsksFor();
    void aMustHaveExcludesAndSaysWhy();
    void theLastExclusionLeavesNoRecommendation();
    void aCellRestoresItsSource();
    void aCellAsksForItsMeasurement();
    void aNeedOfTheKnowledgeBaseIsFoundByTyping();
    void aNeedUnderAnotherNameIsOneOfTheirOwn();
    void storedMeasurementsAreOfferedAndAppliedOnRequest();
    void anEmptyProjectShowsEveryPageAndView_data();
    void anEmptyProjectShowsEveryPageAndView();
    void theWindowShowsTheFiguresOfTheReport_data();
    void theWindowShowsTheFiguresOfTheReport();

private:
    static QString text(const ShownWindow &window, const QString &name)
    {
        return window.find<QLabel>(name)->text();
    }
    static void click(const ShownWindow &window, const QString &name)
    {
        auto *button = window.find<QAbstractButton>(name);
        QVERIFY2(button, qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    std::unique_ptr<theme::Theme> m_theme;
};

void DecideTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
    m_theme->setReduceMotion(true);
}

void DecideTest::aLevelSwitchIsOneStepAndKeepsEdits()
{
    ShownWindow window;
    window.project().setLevel(0, 1, 2.0);
    const decision::Decision before = window.project().decision();
    click(window, QStringLiteral("level.frameworks"));
    QCOMPARE(window.project().decision().alternatives.size(), std::size_t(7));
    QCOMPARE(window.project().undoStack().count(), 2);
    QCoreApplication::processEvents();
    QVERIFY(window.find<QTableView>(QStringLiteral("matrix"))->isVisible());
    click(window, QStringLiteral("level.languages"));
    QCOMPARE(window.project().decision().needs, before.needs);
    window.project().undoStack().undo();
    window.project().undoStack().undo();
    QCOMPARE(window.project().decision(), before);
}

void DecideTest::anAnswerChangesWeightAndVerdictAndUndoRestoresBoth()
{
    ShownWindow window;
    const decision::Decision before = window.project().decision();
    const QString sentence = text(window, QStringLiteral("verdict.sentence"));
    click(window, QStringLiteral("questions"));
    click(window, QStringLiteral("interview.all"));
    click(window, QStringLiteral("topic.2"));
    click(window, QStringLiteral("answer.ml.in-process"));
    QVERIFY(window.project().decision().findNeed(u"ai-ml")->weight >
            before.findNeed(u"ai-ml")->weight);
    QVERIFY(text(window, QStringLiteral("verdict.sentence")) != sentence);
    QCOMPARE(window.find<widgets::WeightSlider>(QStringLiteral("weight.ai-ml"))->value(),
             int(window.project().decision().findNeed(u"ai-ml")->weight));
    QCoreApplication::processEvents();
    const auto effects =
        window.find<QWidget>(QStringLiteral("effects.ml"))->findChildren<QLabel *>();
    QVERIFY(!effects.isEmpty() && effects.front()->isVisible());
    QVERIFY(text(window, QStringLiteral("interview.progress")).startsWith(QStringLiteral("1 of")));
    QCOMPARE(window.project().undoStack().count(), 1);
    window.project().undoStack().undo();
    QCOMPARE(window.project().decision(), before);
    QCOMPARE(text(window, QStringLiteral("verdict.sentence")), sentence);
    QVERIFY(!window.find<QAbstractButton>(QStringLiteral("answer.ml.in-process"))->isChecked());
}

void DecideTest::aWrongNumberIsRefusedWithAReason()
{
    ShownWindow window;
    click(window, QStringLiteral("questions"));
    click(window, QStringLiteral("interview.all"));
    click(window, QStringLiteral("topic.1"));
    const decision::Decision before = window.project().decision();
    auto *field = window.find<QLineEdit>(QStringLiteral("answer.peak_rps.number"));
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("many"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(window.project().decision(), before);
    auto *problem = window.find<QLabel>(QStringLiteral("problem.peak_rps"));
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(QStringLiteral("number")), qPrintable(problem->text()));
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("12,000"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!problem->isVisible());
    QCOMPARE(window.project().decision().answers.front().value, QStringLiteral("12000"));
}

void DecideTest::anAnswerIsWithdrawn()
{
    ShownWindow window;
    const decision::Decision before = window.project().decision();
    click(window, QStringLiteral("questions"));
    click(window, QStringLiteral("interview.all"));
    click(window, QStringLiteral("topic.2"));
    click(window, QStringLiteral("answer.ml.in-process"));
    QVERIFY(window.project().decision() != before);
    click(window, QStringLiteral("withdraw.ml"));
    QCOMPARE(window.project().decision(), before);
    QVERIFY(!window.find<QAbstractButton>(QStringLiteral("withdraw.ml"))->isVisible());
}

void DecideTest::escapeClosesTheQuestions()
{
    ShownWindow window({1024, 700});
    click(window, QStringLiteral("questions"));
    click(window, QStringLiteral("interview.all"));
    auto *panel = window.find<QWidget>(QStringLiteral("interview"));
    auto *table = window.find<QWidget>(QStringLiteral("weight.ai-ml"));
    QVERIFY(panel->isVisible() && !table->isVisible());
    auto *choice = window.find<QAbstractButton>(QStringLiteral("answer.product.api"));
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    QVERIFY(table->isVisible());
}

void DecideTest::aRuleMarksTheSliderAndCanBeSwitchedOff()
{
    ShownWindow window;
    QVERIFY(window.project().answer(QStringLiteral("services"), QStringLiteral("4")));
    QVERIFY(window.project().answer(QStringLiteral("platform"), QStringLiteral("cloud-native")));
    const auto *slider = window.find<widgets::WeightSlider>(QStringLiteral("weight.microservices"));
    QVERIFY(slider->ruleMark().has_value());
    QVERIFY2(slider->toolTip().contains(QStringLiteral("cloud-native")),
             qPrintable(slider->toolTip()));
    const int raised = slider->value();
    click(window, QStringLiteral("rules"));
    auto *rule = window.find<QCheckBox>(QStringLiteral("rule.A2.on"));
    QVERIFY(rule->isChecked());
    rule->click();
    QVERIFY(slider->value() < raised);
    QVERIFY(!slider->toolTip().contains(QStringLiteral("cloud-native")));
    window.project().undoStack().undo();
    QVERIFY(rule->isChecked());
    QCOMPARE(slider->value(), raised);
}

void DecideTest::aRuleAboutTheOutcomeIsListedAsFired()
{
    ShownWindow window;
    QVERIFY(window.project().answer(QStringLiteral("peak_rps"), QStringLiteral("8000")));
    const QString advice = QStringLiteral("No clear winner");
    QVERIFY(text(window, QStringLiteral("verdict.advice")).contains(advice));
    click(window, QStringLiteral("rules"));
    const auto fired = [&] {
        return text(window, QStringLiteral("rules.summary"))
            .section(QLatin1Char(' '), 0, 0)
            .toInt();
    };
    const int before = fired();
    QVERIFY(before > 0);
    const auto *box = window.find<QWidget>(QStringLiteral("rule.B13"));
    const auto labels = box->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [&](const QLabel *label) { return label->text().startsWith(advice); }));
    window.find<QCheckBox>(QStringLiteral("rule.B13.on"))->click();
    QVERIFY(!text(window, QStringLiteral("verdict.advice")).contains(advice));
    QCOMPARE(fired(), before - 1);
}

void DecideTest::movingAMarkedSliderPinsIt()
{
    ShownWindow window;
    QVERIFY(window.project().answer(QStringLiteral("services"), QStringLiteral("4")));
    QVERIFY(window.project().answer(QStringLiteral("platform"), QStringLiteral("cloud-native")));
    auto *slider = window.find<widgets::WeightSlider>(QStringLiteral("weight.microservices"));
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Right);
    QVERIFY(window.project().decision().findNeed(u"microservices")->weightPinned);
    QVERIFY(!slider->ruleMark().has_value());
    QVERIFY(slider->toolTip().contains(QStringLiteral("by hand")));
}

void DecideTest::aNeedSaysWhatAnAnswerAsksFor()
{
    ShownWindow window;
    QVERIFY(window.project().answer(QStringLiteral("peak_rps"), QStringLiteral("1000")));
    QCOMPARE(text(window, QStringLiteral("hint.high-traffic")),
             QStringLiteral("Asked for: 1,000 requests/s"));
    QVERIFY(window.project().answer(QStringLiteral("peak_rps"), QStringLiteral("12000")));
    QCOMPARE(text(window, QStringLiteral("hint.high-traffic")),
             QStringLiteral("Asked for: 12,000 requests/s"));
}

void DecideTest::aMustHaveExcludesAndSaysWhy()
{
    ShownWindow window;
    window.project().setMustReach(0, 4);
    QVERIFY(text(window, QStringLiteral("verdict.excluded")).contains(QStringLiteral("Python")));
    QVERIFY(
        text(window, QStringLiteral("hint.high-traffic")).startsWith(QStringLiteral("Must reach")));
    window.project().undoStack().undo();
    QVERIFY(!window.find<QLabel>(QStringLiteral("verdict.excluded"))->isVisible());
}

void DecideTest::theLastExclusionLeavesNoRecommendation()
{
    ShownWindow window;
    window.project().setMustReach(0, 4);
    window.project().setMustReach(1, 4);
    QVERIFY(!window.project().analysis().verdict.leader);
    const auto relaxation = window.project().analysis().relaxation;
    QVERIFY(relaxation.has_value());
    QVERIFY(text(window, QStringLiteral("verdict.sentence")).contains(*relaxation));
}

void DecideTest::aCellRestoresItsSource()
{
    ShownWindow window;
    const decision::Rating before =
        window.project().decision().findNeed(u"high-traffic")->ratings[1];
    auto *rating = window.find<widgets::RatingEdit>(QStringLiteral("rating.high-traffic.python"));
    rating->setFocus();
    QTest::keyClick(rating, Qt::Key_1);
    QTest::keyClick(rating, Qt::Key_Return);
    QVERIFY(window.find<QAbstractButton>(QStringLiteral("cell.restore"))->isEnabled());
    QVERIFY(text(window, QStringLiteral("cell.level.text")).startsWith(QLatin1Char('1')));
    click(window, QStringLiteral("cell.restore"));
    QCOMPARE(window.project().decision().findNeed(u"high-traffic")->ratings[1], before);
    QVERIFY(!window.find<QAbstractButton>(QStringLiteral("cell.restore"))->isEnabled());
}

void DecideTest::aCellAsksForItsMeasurement()
{
    ShownWindow window;
    auto *page = window.window().findChild<decide::DecidePage *>();
    QSignalSpy asked(page, &decide::DecidePage::measureRequested);
    auto *rating = window.find<widgets::RatingEdit>(QStringLiteral("rating.high-traffic.python"));
    QTest::keyClick(rating, Qt::Key_Return);
    click(window, QStringLiteral("cell.measure"));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.front().front().toString(),
             window.project().decision().findNeed(u"high-traffic")->workload);
    QVERIFY(!page->isVisible());
}

void DecideTest::aNeedOfTheKnowledgeBaseIsFoundByTyping()
{
    ShownWindow window;
    click(window, QStringLiteral("need.add"));
    auto *search = window.find<QLineEdit>(QStringLiteral("need.search"));
    auto *list = window.find<QListWidget>(QStringLiteral("need.list"));
    const std::size_t all = window.project().catalogue().languages.needs.size();
    QCOMPARE(std::size_t(list->count()), all - window.project().decision().needs.size());
    QTest::keyClicks(search, QStringLiteral("tail lat"));
    QTest::keyClick(search, Qt::Key_Return);
    const decision::Need &added = window.project().decision().needs.back();
    QVERIFY2(added.name.startsWith(QStringLiteral("Tail latency")), qPrintable(added.name));
    QVERIFY(added.ratings.front().level.has_value());
    QCOMPARE(window.project().undoStack().count(), 1);
}

void DecideTest::aNeedUnderAnotherNameIsOneOfTheirOwn()
{
    ShownWindow window;
    click(window, QStringLiteral("need.add"));
    auto *search = window.find<QLineEdit>(QStringLiteral("need.search"));
    QTest::keyClicks(search, QStringLiteral("Works on the office printer"));
    QVERIFY(!window.find<QAbstractButton>(QStringLiteral("need.chosen"))->isEnabled());
    QTest::keyClick(search, Qt::Key_Return);
    const decision::Need &added = window.project().decision().needs.back();
    QCOMPARE(added.name, QStringLiteral("Works on the office printer"));
    QVERIFY(!added.ratings.front().level.has_value());
}

void DecideTest::storedMeasurementsAreOfferedAndAppliedOnRequest()
{
    ShownWindow window;
    const auto isOffered = [&] {
        return window.find<QWidget>(QStringLiteral("offer.apply"))->isVisible();
    };
    QVERIFY(!isOffered());
    window.project().addRun(std::make_shared<const results::BenchmarkResult>(testing::sampleRun()));
    QVERIFY(isOffered());
    const int before = window.project().offer().needs;
    QVERIFY(text(window, QStringLiteral("offer.text"))
                .startsWith(QString::number(before) + QLatin1Char(' ')));
    // What answers bring in can be rated as well.
    QVERIFY(window.project().answer(QStringLiteral("p99_ms"), QStringLiteral("50")));
    QCOMPARE(window.project().offer().needs, before + 1);
    QVERIFY(text(window, QStringLiteral("offer.text"))
                .startsWith(QString::number(before + 1) + QLatin1Char(' ')));
    const int steps = window.project().undoStack().count();
    click(window, QStringLiteral("offer.apply"));
    QCOMPARE(window.project().undoStack().count(), steps + 1);
    QCOMPARE(window.project().offer().needs, 0);
    QVERIFY(!isOffered());
    window.project().undoStack().undo();
    QVERIFY(isOffered());
}

void DecideTest::anEmptyProjectShowsEveryPageAndView_data()
{
    QTest::addColumn<decision::Comparison>("comparison");
    for (const auto &[comparison, name] : namesOf(decision::Comparison{}))
        QTest::newRow(name.data()) << comparison;
}

void DecideTest::anEmptyProjectShowsEveryPageAndView()
{
    QFETCH(const decision::Comparison, comparison);
    ShownWindow window;
    window.project().begin(storage::newProject({}, comparison), {});
    constexpr int kViews = 6;
    for (int view = 0; view < kViews; ++view) {
        window.find<QWidget>(QStringLiteral("insight"))->setProperty("currentIndex", view);
        QVERIFY(!window.window().grab().isNull());
    }
    using Window = shell::MainWindow;
    for (const int page : {Window::benchmarkPage, Window::comparePage, Window::reportPage}) {
        window.window().showPage(page);
        QVERIFY(!window.window().grab().isNull());
    }
    // Presets only weigh, and there is nothing to weigh.
    window.window().showPage(Window::decidePage);
    const QString preset =
        QStringLiteral("preset.") + window.project().catalogue().presets.front().id;
    QVERIFY(!window.find<QWidget>(preset)->isVisible());
    // An answer brings in needs without any weight of the sample.
    QVERIFY(window.project().answer(QStringLiteral("ml"), QStringLiteral("in-process")));
    for (const decision::Need &need : window.project().decision().needs)
        QVERIFY2(need.addedByAnswers, qPrintable(need.id));
    QVERIFY(!window.window().grab().isNull());
}

void DecideTest::theWindowShowsTheFiguresOfTheReport_data()
{
    QTest::addColumn<decision::Comparison>("level");
    QTest::addRow("languages") << decision::Comparison::languages;
    QTest::addRow("frameworks") << decision::Comparison::frameworks;
}

void DecideTest::theWindowShowsTheFiguresOfTheReport()
{
    QFETCH(decision::Comparison, level);
    ShownWindow window;
    window.project().compare(level);
    QVERIFY(window.project().answer(QStringLiteral("peak_rps"), QStringLiteral("12000")));
    QVERIFY(window.project().answer(QStringLiteral("ml"), QStringLiteral("in-process")));
    // As the command line makes it: from the decision alone.
    const decision::Decision &decision = window.project().decision();
    const QJsonObject json = report::decisionJson(decision, decision::analyse(decision));
    const QJsonObject verdict = json.value(QLatin1String("verdict")).toObject();
    QCOMPARE(text(window, QStringLiteral("verdict.headline")),
             verdict.value(QLatin1String("headline")).toString());
    QCOMPARE(text(window, QStringLiteral("verdict.sentence")),
             verdict.value(QLatin1String("sentence")).toString());
    const QJsonArray needs = json.value(QLatin1String("needs")).toArray();
    QCOMPARE(std::size_t(needs.size()), decision.needs.size());
    for (const QJsonValue each : needs) {
        const QJsonObject need = each.toObject();
        const auto *slider = window.find<widgets::WeightSlider>(
            QStringLiteral("weight.") + need.value(QLatin1String("id")).toString());
        QVERIFY(slider);
        QCOMPARE(slider->value(), qRound(need.value(QLatin1String("weight")).toDouble()));
    }
}

QTEST_MAIN(DecideTest)
#include "decide_test.moc"
