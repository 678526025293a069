// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hands.h"
#include "shown_window.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QPointer>
#include <QTest>

#include <functional>

using namespace weighbridge;
using testing::ShownWindow;

using Open = std::function<void(ShownWindow &)>;
Q_DECLARE_METATYPE(Open)

namespace
{
constexpr int kTimeoutMs = 60'000;
}

/// Every dialog of the window, opened as a person does, walked through by Tab and left again: the
/// program goes on, and nothing has changed.
class DialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachDialogMayBeCancelled_data();
    void eachDialogMayBeCancelled();
    void aDialogAppliesWhatWasEntered();
    void aNewProjectStartsFromWhatIsChosen_data();
    void aNewProjectStartsFromWhatIsChosen();
    void theWindowMayBeClosedWhileTheFocusIsShown();

private:
    std::unique_ptr<theme::Theme> m_theme;
};

namespace
{

void click(const ShownWindow &window, const QString &button)
{
    auto *found = window.find<QAbstractButton>(button);
    QVERIFY2(found, qPrintable(button));
    QTest::mouseClick(found, Qt::LeftButton);
}

Open byKeys(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    return [=](ShownWindow &window) { QTest::keyClick(&window.window(), key, modifiers); };
}

Open byButton(const char *button)
{
    return [=](ShownWindow &window) { click(window, QString::fromLatin1(button)); };
}

Open byMenu(const char *button, const char *entry)
{
    return [=](ShownWindow &window) {
        testing::openMenu(*window.find<QAbstractButton>(QString::fromLatin1(button)));
        QVERIFY(testing::chooseInMenu(QString::fromUtf8(entry)));
    };
}

Open byPanel(const char *panel, const char *button)
{
    return [=](ShownWindow &window) {
        window.find<QWidget>(QStringLiteral("insight"))
            ->setProperty("currentIndex", QByteArray(panel) == "split" ? 1 : 3);
        click(window, QString::fromLatin1(button));
    };
}

/// The dialog that is open; nullptr where there is none.
QDialog *openDialog()
{
    return qobject_cast<QDialog *>(QApplication::activeModalWidget());
}

/// Qt calls a dialog active while the window behind it is.
bool hasFocus(const QDialog *dialog)
{
    return dialog->isAncestorOf(QApplication::focusWidget());
}

/// Moves the focus on until the ring is around something.
void tabUntilRinged(widgets::FocusRing &ring)
{
    constexpr int kMostControls = 20;
    for (int i = 0; i < kMostControls && !ring.widget(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
}

} // namespace

void DialogsTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
    m_theme->setReduceMotion(true);
}

void DialogsTest::eachDialogMayBeCancelled_data()
{
    QTest::addColumn<Open>("open");
    QTest::newRow("start a project") << byKeys(Qt::Key_N, Qt::ControlModifier);
    QTest::newRow("open a project") << byKeys(Qt::Key_O, Qt::ControlModifier);
    QTest::newRow("save under another name")
        << byKeys(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::newRow("export PDF") << byKeys(Qt::Key_E, Qt::ControlModifier);
    QTest::newRow("rename the project") << byMenu("project", "Rename…");
    QTest::newRow("add a need") << byButton("need.add");
    QTest::newRow("add an alternative") << byButton("alternative.add");
    QTest::newRow("rename a need") << byMenu("menu.high-traffic", "Rename…");
    QTest::newRow("rank") << byMenu("weigh", "Rank");
    QTest::newRow("swing") << byMenu("weigh", "Swing");
    QTest::newRow("pairs") << byMenu("weigh", "Pairs");
    QTest::newRow("bounds") << byMenu("weigh", "Bounds and how sure");
    QTest::newRow("add a person") << byPanel("group", "group.first");
}

void DialogsTest::eachDialogMayBeCancelled()
{
    QFETCH(const Open, open);
    ShownWindow window;
    QVERIFY(QTest::qWaitForWindowActive(&window.window(), kTimeoutMs));
    const decision::Decision before = window.project().decision();
    constexpr int kRounds = 3;
    for (int round = 0; round < kRounds; ++round) {
        open(window);
        const QPointer<QDialog> dialog = openDialog();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(hasFocus(dialog), kTimeoutMs);
        tabUntilRinged(window.focusRing());
        QVERIFY(window.focusRing().widget());
        QCOMPARE(window.focusRing().widget()->window(), dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, kTimeoutMs);
        QVERIFY(!openDialog());
        // The ring comes back where the focus goes next.
        window.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.window(), kTimeoutMs));
        window.find<QWidget>(QStringLiteral("project"))->setFocus(Qt::TabFocusReason);
        QCOMPARE(window.focusRing().widget(), QApplication::focusWidget());
    }
    QCOMPARE(window.project().decision(), before);
    QCOMPARE(window.project().undoStack().count(), 0);
}

void DialogsTest::aDialogAppliesWhatWasEntered()
{
    ShownWindow window;
    QVERIFY(QTest::qWaitForWindowActive(&window.window(), kTimeoutMs));
    const std::size_t needs = window.project().decision().needs.size();
    click(window, QStringLiteral("need.add"));
    const QPointer<QDialog> dialog = openDialog();
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(hasFocus(dialog), kTimeoutMs);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Nobody has this one"));
    tabUntilRinged(window.focusRing());
    QVERIFY(window.focusRing().widget());
    click(window, QStringLiteral("need.own"));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, kTimeoutMs);
    QCOMPARE(window.project().decision().needs.size(), needs + 1);
    QCOMPARE(window.project().decision().needs.back().name, QStringLiteral("Nobody has this one"));
}

void DialogsTest::aNewProjectStartsFromWhatIsChosen_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<int>("needs");
    QTest::addColumn<bool>("asks");
    QTest::newRow("article") << QStringLiteral("new.article") << 6 << false;
    QTest::newRow("questions") << QStringLiteral("new.questions") << 0 << true;
    QTest::newRow("empty") << QStringLiteral("new.empty") << 0 << false;
}

void DialogsTest::aNewProjectStartsFromWhatIsChosen()
{
    QFETCH(const QString, choice);
    QFETCH(const int, needs);
    QFETCH(const bool, asks);
    ShownWindow window;
    QVERIFY(QTest::qWaitForWindowActive(&window.window(), kTimeoutMs));
    if (!asks)
        click(window, QStringLiteral("questions")); // of the project before
    QTest::keyClick(&window.window(), Qt::Key_N, Qt::ControlModifier);
    const QPointer<QDialog> dialog = openDialog();
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(hasFocus(dialog), kTimeoutMs);
    window.find<QAbstractButton>(choice)->click();
    window.find<QWidget>(QStringLiteral("new.name"))->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Shop"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, kTimeoutMs);
    QCOMPARE(window.project().project().title, QStringLiteral("Shop"));
    QCOMPARE(int(window.project().decision().needs.size()), needs);
    QCOMPARE(window.find<QAbstractButton>(QStringLiteral("questions"))->isChecked(), asks);
}

void DialogsTest::theWindowMayBeClosedWhileTheFocusIsShown()
{
    ShownWindow window;
    QVERIFY(QTest::qWaitForWindowActive(&window.window(), kTimeoutMs));
    window.find<QWidget>(QStringLiteral("project"))->setFocus(Qt::TabFocusReason);
    tabUntilRinged(window.focusRing());
    QVERIFY(window.focusRing().widget());
    QVERIFY(window.window().close());
}

QTEST_MAIN(DialogsTest)
#include "dialogs_test.moc"
