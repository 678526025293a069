// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_window.h"

#include "core/decision/exact/scoring.h"
#include "core/knowledge/effects.h"
#include "core/knowledge/guide.h"
#include "core/knowledge/guide_words.h"
#include "ui/interview/guided_view.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>

#include <algorithm>

using namespace weighbridge;
using testing::ShownWindow;

/// The guided interview in the window: by keys and clicks, with undo, until it says stop.
class GuidedInterviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itAsksWhatTheCoreAsksAndSaysWhy();
    void anAnswerByKeysShowsWhatItChangedAndTheNextQuestion();
    void nothingIsAnsweredWithoutAChoice();
    void aSkippedQuestionIsNotAskedAgainUntilGoneBackTo();
    void undoGoesBackToTheQuestionAndRedoOnFromIt();
    void itStopsSaysTheChanceAndAsksMoreOnRequest();
    void theKeysStayInTheGuideWhenItStops();
    void allQuestionsAreOneClickAway();

private:
    std::unique_ptr<theme::Theme> m_theme;
    static constexpr int kLongestMs = 60'000; // only a limit: each wait ends when it is found

    static interview::GuidedView *open(const ShownWindow &window)
    {
        window.find<QAbstractButton>(QStringLiteral("questions"))->click();
        return window.find<interview::GuidedView>(QStringLiteral("guide"));
    }
    static QAbstractButton *button(const ShownWindow &window, const char *name)
    {
        return window.find<QAbstractButton>(QLatin1String(name));
    }
    static bool isReady(const ShownWindow &window)
    {
        return button(window, "guide.next")->isEnabled() &&
               button(window, "guide.next")->isVisible();
    }
    static QString coreQuestion(ShownWindow &window, const QStringList &skipped = {})
    {
        const auto &project = window.project();
        return knowledge::guidance(project.decision(), project.catalogue(), skipped)
            .open.front()
            .question->id;
    }
    static QList<QRadioButton *> choices(const interview::GuidedView &guide)
    {
        QList<QRadioButton *> shown;
        for (QRadioButton *each : guide.findChildren<QRadioButton *>()) {
            if (each->isVisible())
                shown << each;
        }
        return shown;
    }
    /// Gives the answers that strengthen who leads, as the guide asks; the last one settles it.
    static decision::Answer answerUntilSettled(ShownWindow &window)
    {
        decision::Answer last;
        for (;;) {
            const auto guidance =
                knowledge::guidance(window.project().decision(), window.project().catalogue());
            if (guidance.stops())
                return last;
            const knowledge::OpenQuestion &next = guidance.open.front();
            const auto &project = window.project();
            const auto rulesOut = [&](const knowledge::PossibleAnswer &answer) {
                const auto then = knowledge::withAnswer(project.decision(), project.catalogue(),
                                                        {next.question->id, answer.value});
                return decision::scoreTable(then.value()).candidates.size() < 2;
            };
            const auto strongest = std::max_element(
                next.answers.begin(), next.answers.end(), [&](const auto &a, const auto &b) {
                    return rulesOut(a) != rulesOut(b) ? rulesOut(a) : a.lead < b.lead;
                });
            last = {next.question->id, strongest->value};
            if (!window.project().answer(last.question, last.value))
                return last;
        }
    }
    static QString text(const ShownWindow &window, const char *name)
    {
        return window.find<QLabel>(QLatin1String(name))->text();
    }
};

void GuidedInterviewTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
    m_theme->setReduceMotion(true);
}

void GuidedInterviewTest::itAsksWhatTheCoreAsksAndSaysWhy()
{
    ShownWindow window;
    const auto *guide = open(window);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window), kLongestMs);
    QCOMPARE(guide->shownQuestion(), coreQuestion(window));
    QVERIFY(text(window, "guide.why").contains(QStringLiteral("would lead")));
    QCOMPARE(text(window, "guide.step"), QStringLiteral("Question 1"));
    QVERIFY(!button(window, "guide.back")->isEnabled());
    QVERIFY(text(window, "guide.where").contains(QStringLiteral("chance")));
}

void GuidedInterviewTest::anAnswerByKeysShowsWhatItChangedAndTheNextQuestion()
{
    ShownWindow window({1024, 700});
    const auto *guide = open(window);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window), kLongestMs);
    const QString first = guide->shownQuestion();
    const decision::Decision before = window.project().decision();
    const auto shown = choices(*guide);
    QVERIFY(shown.size() > 1);
    shown.front()->setFocus();
    QTest::keyClick(shown.front(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), button(window, "guide.next"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), shown.front());
    QTest::keyClick(shown[0], Qt::Key_Space);
    QTest::keyClick(shown[0], Qt::Key_Down); // chooses the second one
    QVERIFY(shown[1]->isChecked());
    QCOMPARE(knowledge::answerTo(window.project().decision(), first), nullptr);
    QTest::keyClick(shown[1], Qt::Key_Return);
    QVERIFY(knowledge::answerTo(window.project().decision(), first));
    QCOMPARE(window.project().undoStack().count(), 1);
    QCOMPARE(text(window, "guide.changed"),
             knowledge::whatChanged(before, window.project().decision()));
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window) && guide->shownQuestion() != first, kLongestMs);
    QCOMPARE(guide->shownQuestion(), coreQuestion(window));
    QCOMPARE(text(window, "guide.step"), QStringLiteral("Question 2"));
    QVERIFY(guide->isAncestorOf(QApplication::focusWidget()));
}

void GuidedInterviewTest::nothingIsAnsweredWithoutAChoice()
{
    ShownWindow window;
    open(window);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window), kLongestMs);
    const decision::Decision before = window.project().decision();
    button(window, "guide.next")->click();
    QCOMPARE(window.project().decision(), before);
    QVERIFY(window.find<QLabel>(QStringLiteral("guide.problem"))->isVisible());
}

void GuidedInterviewTest::aSkippedQuestionIsNotAskedAgainUntilGoneBackTo()
{
    ShownWindow window;
    const auto *guide = open(window);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window), kLongestMs);
    const QString first = guide->shownQuestion();
    button(window, "guide.skip")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window) && guide->shownQuestion() != first, kLongestMs);
    QCOMPARE(guide->shownQuestion(), coreQuestion(window, {first}));
    QCOMPARE(window.project().undoStack().count(), 0);
    button(window, "guide.back")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window) && guide->shownQuestion() == first, kLongestMs);
}

void GuidedInterviewTest::undoGoesBackToTheQuestionAndRedoOnFromIt()
{
    ShownWindow window;
    const auto *guide = open(window);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window), kLongestMs);
    const QString first = guide->shownQuestion();
    choices(*guide).front()->click();
    button(window, "guide.next")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window) && guide->shownQuestion() != first, kLongestMs);
    const QString second = guide->shownQuestion();
    window.project().undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window) && guide->shownQuestion() == first, kLongestMs);
    QVERIFY(!window.find<QLabel>(QStringLiteral("guide.changed"))->isVisible());
    window.project().undoStack().redo();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window) && guide->shownQuestion() == second, kLongestMs);
}

void GuidedInterviewTest::itStopsSaysTheChanceAndAsksMoreOnRequest()
{
    ShownWindow window;
    answerUntilSettled(window);
    const auto guidance =
        knowledge::guidance(window.project().decision(), window.project().catalogue());
    QCOMPARE(guidance.state, knowledge::Guidance::State::settled);
    const auto *guide = open(window);
    auto *stop = window.find<QWidget>(QStringLiteral("guide.stop"));
    QTRY_VERIFY_WITH_TIMEOUT(stop->isVisible(), kLongestMs);
    QVERIFY(guide->shownQuestion().isEmpty());
    QVERIFY(text(window, "guide.reason")
                .startsWith(QStringLiteral("No remaining answer is likely to change")));
    QVERIFY(window.find<QLabel>(QStringLiteral("guide.reason"))->isVisible());
    button(window, "guide.more")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window), kLongestMs);
    QCOMPARE(guide->shownQuestion(), guidance.open.front().question->id);
    QVERIFY(!stop->isVisible());
}

void GuidedInterviewTest::theKeysStayInTheGuideWhenItStops()
{
    ShownWindow window;
    const decision::Answer last = answerUntilSettled(window);
    window.project().undoStack().undo();
    const auto *guide = open(window);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(window), kLongestMs);
    QCOMPARE(guide->shownQuestion(), last.question);
    QWidget *control = nullptr;
    if (auto *field = guide->findChild<QLineEdit *>()) {
        field->setFocus();
        QTest::keyClicks(field, last.value);
        control = field;
    } else {
        control = guide->findChild<QRadioButton *>(
            QStringLiteral("answer.%1.%2").arg(last.question, last.value));
        control->setFocus();
        QTest::keyClick(control, Qt::Key_Space);
    }
    QTest::keyClick(control, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(button(window, "guide.verdict")->isVisible(), kLongestMs);
    QCOMPARE(QApplication::focusWidget(), button(window, "guide.verdict"));
}

void GuidedInterviewTest::allQuestionsAreOneClickAway()
{
    ShownWindow window;
    open(window);
    button(window, "guide.all")->click();
    QVERIFY(window.find<QWidget>(QStringLiteral("interview.progress"))->isVisible());
    QVERIFY(!window.find<QWidget>(QStringLiteral("guide"))->isVisible());
}

QTEST_MAIN(GuidedInterviewTest)
#include "guided_interview_test.moc"
