// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_run.h"
#include "sample_run.h"
#include "shown_window.h"

#include "core/report/decision_json.h"
#include "ui/decide/decide_page.h"
#include "ui/models/need_matrix_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rating_edit.h"
#include "ui/widgets/weight_slider.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
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

/// The Decide page by keys and clicks: levels, the framework table, questions, rules, must-haves
/// and what a cell tells about itself.
class DecideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aLevelSwitchIsOneStepAndKeepsEdits();
    void theFrameworkTableIsEditedByKeys();
    void theFrameworkTableReadsItsCellsAloud();
    void cellsOfASpreadsheetArePastedAsOneStep();
    void whatCannotBePastedIsSaidAndChangesNothing_data();
    void whatCannotBePastedIsSaidAndChangesNothing();
    void selectedCellsAreCopiedForASpreadsheet();
    void theTableOfTwoTakesCellsAsWell();
    void anAnswerChangesWeightAndVerdictAndUndoRestoresBoth();
    void aWrongNumberIsRefusedWithAReason();
    void anAnswerIsWithdrawn();
    void escapeClosesTheQuestions();
    void aRuleMarksTheSliderAndCanBeSwitchedOff();
    void movingAMarkedSliderPinsIt();
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
    static QTableView *matrix(ShownWindow &window)
    {
        window.project().compare(decision::Comparison::frameworks);
        QCoreApplication::processEvents();
        return window.find<QTableView>(QStringLiteral("matrix"));
    }

    std::unique_ptr<theme::Theme> m_theme;
};

namespace
{
/// Column of an alternative in the framework table.
int columnOf(ShownWindow &window, QStringView alternative)
{
    return models::NeedMatrixModel::firstAlternative +
           int(window.project().decision().alternativeIndex(alternative).value());
}

const decision::Rating &cell(ShownWindow &window, QStringView need, QStringView alternative)
{
    const decision::Decision &decision = window.project().decision();
    return decision.findNeed(need)->ratings[decision.alternativeIndex(alternative).value()];
}
} // namespace

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

void DecideTest::theFrameworkTableIsEditedByKeys()
{
    ShownWindow window;
    QTableView *table = matrix(window);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, columnOf(window, u"fastapi")));
    const auto before = cell(window, u"high-traffic", u"fastapi").level;
    QTest::keyClick(table, Qt::Key_1);
    QCOMPARE(cell(window, u"high-traffic", u"fastapi").level, std::optional(1.0));
    QTest::keyClick(table, Qt::Key_Plus);
    QCOMPARE(cell(window, u"high-traffic", u"fastapi").level, std::optional(1.5));
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(cell(window, u"high-traffic", u"fastapi").level, std::optional<double>());
    QTest::keyClick(table, Qt::Key_Right);
    QTest::keyClick(table, Qt::Key_4);
    QCOMPARE(cell(window, u"high-traffic", u"django").level, std::optional(4.0));
    while (window.project().undoStack().index() > 1)
        window.project().undoStack().undo();
    QCOMPARE(cell(window, u"high-traffic", u"fastapi").level, before);
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(window.find<QWidget>(QStringLiteral("cell.details"))->isVisible());
}

void DecideTest::cellsOfASpreadsheetArePastedAsOneStep()
{
    ShownWindow window;
    QTableView *table = matrix(window);
    const decision::Decision before = window.project().decision();
    const int steps = window.project().undoStack().count();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, models::NeedMatrixModel::firstAlternative + 1));
    QGuiApplication::clipboard()->setText(QStringLiteral("4,5\t1\r\n?\t\"2.5\"\r\n"));
    QTest::keyClick(table, Qt::Key_V, Qt::ControlModifier);
    const decision::Decision &after = window.project().decision();
    const auto level = [&](std::size_t need, std::size_t alternative) {
        return after.needs[need].ratings[alternative].level;
    };
    QCOMPARE(level(1, 1), std::optional(4.5));
    QCOMPARE(level(1, 2), std::optional(1.0));
    QCOMPARE(level(2, 1), std::optional<double>());
    QCOMPARE(level(2, 2), std::optional(2.5));
    QCOMPARE(window.project().undoStack().count(), steps + 1);
    window.project().undoStack().undo();
    QCOMPARE(window.project().decision(), before);
}

void DecideTest::whatCannotBePastedIsSaidAndChangesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("note");
    QTest::newRow("words") << QStringLiteral("3\thigh")
                           << QStringLiteral(
                                  "row 1, column 2 is 'high', and levels go from 1 to 5");
    QTest::newRow("six") << QStringLiteral("3\n6") << QStringLiteral("row 2, column 1 is '6'");
    QTest::newRow("wide") << QString(20, u'\t') << QStringLiteral("21 columns");
    QTest::newRow("long") << QString(200, u'\n') << QStringLiteral("the clipboard holds no text");
    QTest::newRow("rows") << QStringLiteral("1\n").repeated(200) << QStringLiteral("200 rows");
    QTest::newRow("quote") << QStringLiteral("\"3\t4") << QStringLiteral("never closed");
}

void DecideTest::whatCannotBePastedIsSaidAndChangesNothing()
{
    QFETCH(QString, text);
    QFETCH(QString, note);
    ShownWindow window;
    QTableView *table = matrix(window);
    const decision::Decision before = window.project().decision();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, models::NeedMatrixModel::firstAlternative));
    QGuiApplication::clipboard()->setText(text == QString(20, u'\t') ? QStringLiteral("1") + text
                                                                     : text);
    QTest::keyClick(table, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(window.project().decision(), before);
    const QString said = window.find<QLabel>(QStringLiteral("ratings.note"))->text();
    QVERIFY2(said.startsWith(QStringLiteral("Nothing was pasted: ")), qPrintable(said));
    QVERIFY2(said.contains(note), qPrintable(said));
}

void DecideTest::selectedCellsAreCopiedForASpreadsheet()
{
    ShownWindow window;
    window.project().compare(decision::Comparison::frameworks);
    window.project().setLevel(0, 0, 4.5);
    window.project().setLevel(0, 1, std::nullopt);
    window.project().setLevel(1, 0, 2);
    window.project().setLevel(1, 1, 3);
    QTableView *table = matrix(window);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, models::NeedMatrixModel::firstAlternative));
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("4.5\n"));
    QTest::keyClick(table, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("4.5\t\n2\t3\n"));
}

void DecideTest::theTableOfTwoTakesCellsAsWell()
{
    ShownWindow window;
    const decision::Decision &decision = window.project().decision();
    auto *cell = window.find<widgets::RatingEdit>(
        QStringLiteral("rating.%1.%2").arg(decision.needs[0].id, decision.alternatives[0].id));
    QVERIFY(cell);
    cell->setFocus();
    QGuiApplication::clipboard()->setText(QStringLiteral("2\t1.5\n3\t4\n"));
    QTest::keyClick(cell, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(window.project().decision().needs[0].ratings[1].level, std::optional(1.5));
    QCOMPARE(window.project().decision().needs[1].ratings[1].level, std::optional(4.0));
    QTest::keyClick(cell, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("2\n"));
}

void DecideTest::theFrameworkTableReadsItsCellsAloud()
{
    ShownWindow window;
    QTableView *table = matrix(window);
    const auto spoken = [&](QStringView alternative) {
        return table->model()
            ->index(1, columnOf(window, alternative))
            .data(Qt::AccessibleTextRole)
            .toString();
    };
    QVERIFY2(spoken(u"gin").startsWith(QStringLiteral("Gin for AI / ML integration: 2 of 5")),
             qPrintable(spoken(u"gin")));
    QVERIFY(spoken(u"gin").contains(QStringLiteral("language")));
    QVERIFY(!spoken(u"express").contains(QStringLiteral("language")));
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
