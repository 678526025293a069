// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hands.h"
#include "shown_window.h"

#include "core/storage/project.h"
#include "ui/models/need_matrix_model.h"
#include "ui/theme/theme.h"
#include "ui/views/robustness_panel.h"
#include "ui/views/section.h"
#include "ui/widgets/rating_edit.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QTableView>
#include <QTest>

#include <functional>

using namespace weighbridge;
using decision::Comparison;
using testing::chooseInMenu;
using testing::ShownWindow;

using Change = std::function<void(session::ProjectSession &)>;
Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Comparison)

namespace
{
constexpr int kTimeoutMs = 60'000;
}

/// What is open about a cell, a need or a person stays with it when the table changes behind it,
/// and closes when it is gone.
class OpenDetailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cellDetailsCloseWhenTheirCellIsGone_data();
    void cellDetailsCloseWhenTheirCellIsGone();
    void cellDetailsFollowTheirCell();
    void aNeedMenuFollowsItsNeed();
    void aNeedMenuClosesWhenItsNeedIsGone();
    void aNeedIsRenamedWhereverItStands();
    void anAlternativeMenuFollowsItsAlternative();
    void weighingEndsWhenTheDecisionIsAnother();
    void aPersonIsRenamedWhereverTheyStand();
    void theWeightsOfAPersonWhoIsGoneAreDropped();
    void anAmountTypedForAPersonWhoIsGoneIsDropped();
    void whatWasRefinedIsNotMixedWithAnotherTable();

private:
    /// Opens the details of a cell from whichever table is shown.
    static QWidget *openCell(ShownWindow &window, const char *need, std::size_t alternative);
    static QMenu *openNeedMenu(const ShownWindow &window, int need);
    static QMenu *openPersonMenu(const ShownWindow &window, const char *person);
    static void addPeople(ShownWindow &window);

    std::unique_ptr<theme::Theme> m_theme;
};

namespace
{

QStringList texts(const QWidget &widget)
{
    QStringList found;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        found.append(label->text());
    return found;
}

} // namespace

void OpenDetailsTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
    m_theme->setReduceMotion(true);
}

QWidget *OpenDetailsTest::openCell(ShownWindow &window, const char *need, std::size_t alternative)
{
    QCoreApplication::processEvents();
    const decision::Decision &decision = window.project().decision();
    const decision::Need *row = decision.findNeed(QString::fromLatin1(need));
    if (auto *rating = window.find<widgets::RatingEdit>(
            QStringLiteral("rating.%1.%2").arg(row->id, decision.alternatives[alternative].id))) {
        QTest::keyClick(rating, Qt::Key_Return);
    } else {
        auto *table = window.find<QTableView>(QStringLiteral("matrix"));
        table->setCurrentIndex(
            table->model()->index(int(row - decision.needs.data()),
                                  models::NeedMatrixModel::firstAlternative + int(alternative)));
        QTest::keyClick(table, Qt::Key_Return);
    }
    return window.find<QWidget>(QStringLiteral("cell.details"));
}

void OpenDetailsTest::cellDetailsCloseWhenTheirCellIsGone_data()
{
    QTest::addColumn<Comparison>("level");
    QTest::addColumn<Change>("change");
    const auto to = [](Comparison level) -> Change {
        return [level](session::ProjectSession &session) { session.compare(level); };
    };
    QTest::newRow("languages to frameworks") << Comparison::languages << to(Comparison::frameworks);
    QTest::newRow("languages to my own") << Comparison::languages << to(Comparison::own);
    QTest::newRow("frameworks to languages") << Comparison::frameworks << to(Comparison::languages);
    QTest::newRow("frameworks to my own") << Comparison::frameworks << to(Comparison::own);
    QTest::newRow("my own to languages") << Comparison::own << to(Comparison::languages);
    QTest::newRow("the need is removed")
        << Comparison::languages
        << Change([](auto &session) { session.removeNeed(session.decision().needs.size() - 1); });
    QTest::newRow("the alternative is removed")
        << Comparison::frameworks << Change([](auto &session) {
               session.removeAlternative(session.decision().alternatives.size() - 1);
           });
    QTest::newRow("another project")
        << Comparison::languages
        << Change([](auto &session) { session.begin(storage::sampleProject(), {}); });
}

void OpenDetailsTest::cellDetailsCloseWhenTheirCellIsGone()
{
    QFETCH(const Comparison, level);
    QFETCH(const Change, change);
    ShownWindow window;
    window.project().compare(level);
    if (level == Comparison::own)
        QVERIFY(window.project().addAlternative(QStringLiteral("Rust")));
    const decision::Decision &decision = window.project().decision();
    const QPointer<QWidget> details = openCell(
        window, decision.needs.back().id.toLatin1().constData(), decision.alternatives.size() - 1);
    QVERIFY(details && details->isVisible());
    const QStringList shown = texts(*details);
    change(window.project());
    // Until it is deleted it says nothing about another cell either.
    QVERIFY(details && !details->isVisible());
    QCOMPARE(texts(*details), shown);
    QTRY_VERIFY_WITH_TIMEOUT(!details, kTimeoutMs);
}

void OpenDetailsTest::cellDetailsFollowTheirCell()
{
    ShownWindow window;
    const QPointer<QWidget> details = openCell(window, "ai-ml", 1);
    QVERIFY(details);
    window.project().moveNeed(1, 3);
    window.project().renameNeed(3, QStringLiteral("Machine learning"));
    QVERIFY(details && details->isVisible());
    QVERIFY(details->windowTitle().contains(QStringLiteral("Machine learning")));
    const decision::Decision before = window.project().decision();
    QTest::keyClick(details->findChild<widgets::RatingEdit *>(), Qt::Key_1);
    decision::Decision after = window.project().decision();
    QCOMPARE(after.findNeed(u"ai-ml")->ratings[1].level, std::optional(1.0));
    after.findNeed(u"ai-ml")->ratings[1] = before.findNeed(u"ai-ml")->ratings[1];
    QCOMPARE(after.needs, before.needs);
}

QMenu *OpenDetailsTest::openNeedMenu(const ShownWindow &window, int need)
{
    auto *table = window.find<QTableView>(QStringLiteral("matrix"));
    Q_EMIT table->verticalHeader()->sectionClicked(need);
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

void OpenDetailsTest::aNeedMenuFollowsItsNeed()
{
    ShownWindow window;
    window.project().compare(Comparison::frameworks);
    QCoreApplication::processEvents();
    const QString second = window.project().decision().needs[1].id;
    const QPointer<QMenu> menu = openNeedMenu(window, 1);
    QVERIFY(menu);
    window.project().moveNeed(1, 3);
    QVERIFY(menu && menu->isVisible());
    QVERIFY(chooseInMenu(QStringLiteral("Move up")));
    QCOMPARE(window.project().decision().needs[2].id, second);
    QTRY_VERIFY_WITH_TIMEOUT(!menu, kTimeoutMs);
    QVERIFY(openNeedMenu(window, 2));
    window.project().moveNeed(2, 0);
    QVERIFY(chooseInMenu(QStringLiteral("Remove")));
    QVERIFY(!window.project().decision().findNeed(second));
}

void OpenDetailsTest::aNeedMenuClosesWhenItsNeedIsGone()
{
    ShownWindow window;
    window.project().compare(Comparison::frameworks);
    QCoreApplication::processEvents();
    const QPointer<QMenu> menu = openNeedMenu(window, 0);
    QVERIFY(menu);
    window.project().removeNeed(0);
    QTRY_VERIFY_WITH_TIMEOUT(!menu, kTimeoutMs);
    QVERIFY(!QApplication::activePopupWidget());
}

void OpenDetailsTest::aNeedIsRenamedWhereverItStands()
{
    ShownWindow window;
    window.project().compare(Comparison::frameworks);
    QCoreApplication::processEvents();
    const QString first = window.project().decision().needs[0].id;
    QVERIFY(openNeedMenu(window, 0) && chooseInMenu(QStringLiteral("Rename…")));
    const QPointer<QInputDialog> dialog = window.window().findChild<QInputDialog *>();
    QVERIFY(dialog);
    window.project().moveNeed(0, 2);
    QVERIFY(dialog && dialog->isVisible());
    dialog->setTextValue(QStringLiteral("Traffic"));
    dialog->accept();
    QCOMPARE(window.project().decision().findNeed(first)->name, QStringLiteral("Traffic"));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, kTimeoutMs);

    QVERIFY(openNeedMenu(window, 0) && chooseInMenu(QStringLiteral("Rename…")));
    const QPointer<QInputDialog> second = window.window().findChild<QInputDialog *>();
    QVERIFY(second);
    window.project().removeNeed(0);
    QTRY_VERIFY_WITH_TIMEOUT(!second, kTimeoutMs);
}

void OpenDetailsTest::anAlternativeMenuFollowsItsAlternative()
{
    ShownWindow window;
    window.project().compare(Comparison::frameworks);
    QCoreApplication::processEvents();
    QHeaderView *heads = window.find<QTableView>(QStringLiteral("matrix"))->horizontalHeader();
    const auto openMenu = [heads](int alternative) {
        const int section = models::NeedMatrixModel::firstAlternative + alternative;
        Q_EMIT heads->customContextMenuRequested(
            {heads->sectionViewportPosition(section) + heads->sectionSize(section) / 2, 5});
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    };
    const decision::Alternative second = window.project().decision().alternatives[1];
    const QPointer<QMenu> menu = openMenu(1);
    QVERIFY(menu);
    window.project().removeAlternative(0);
    QVERIFY(menu && menu->isVisible());
    QVERIFY(chooseInMenu(QStringLiteral("Remove %1").arg(second.name)));
    QVERIFY(!window.project().decision().alternativeIndex(second.id));
    QTRY_VERIFY_WITH_TIMEOUT(!menu, kTimeoutMs);
}

void OpenDetailsTest::weighingEndsWhenTheDecisionIsAnother()
{
    ShownWindow window;
    testing::openMenu(*window.find<QAbstractButton>(QStringLiteral("weigh")));
    QVERIFY(chooseInMenu(QStringLiteral("Rank")));
    const QPointer<QDialog> dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    // Its proposal is of the decision that it opened on; used now it would take this back.
    window.project().removeNeed(0);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, kTimeoutMs);
}

void OpenDetailsTest::addPeople(ShownWindow &window)
{
    for (const char *name : {"Ada", "Grace"}) {
        decision::Decision after = window.project().decision();
        after.people.push_back({QString::fromLatin1(name).toLower(),
                                QString::fromLatin1(name),
                                1,
                                {{after.needs[0].id, 5}}});
        window.project().change(QStringLiteral("Add"), after);
    }
    constexpr int kGroup = 3;
    window.find<QWidget>(QStringLiteral("insight"))->setProperty("currentIndex", kGroup);
    QCoreApplication::processEvents();
}

QMenu *OpenDetailsTest::openPersonMenu(const ShownWindow &window, const char *person)
{
    window.find<QAbstractButton>(QStringLiteral("menu.") + QString::fromLatin1(person))->click();
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

void OpenDetailsTest::aPersonIsRenamedWhereverTheyStand()
{
    ShownWindow window;
    addPeople(window);
    QVERIFY(openPersonMenu(window, "grace") && chooseInMenu(QStringLiteral("Rename…")));
    const QPointer<QInputDialog> dialog = window.window().findChild<QInputDialog *>();
    QVERIFY(dialog);
    decision::Decision swapped = window.project().decision();
    std::swap(swapped.people[0], swapped.people[1]);
    window.project().change(QStringLiteral("Swap"), swapped);
    dialog->setTextValue(QStringLiteral("Grace H."));
    dialog->accept();
    QCOMPARE(window.project().decision().people[0].name, QStringLiteral("Grace H."));
    QCOMPARE(window.project().decision().people[1].name, QStringLiteral("Ada"));

    const QPointer<QMenu> menu = openPersonMenu(window, "ada");
    QVERIFY(menu);
    decision::Decision without = window.project().decision();
    without.people.pop_back();
    window.project().change(QStringLiteral("Remove"), without);
    QTRY_VERIFY_WITH_TIMEOUT(!menu, kTimeoutMs);
}

void OpenDetailsTest::theWeightsOfAPersonWhoIsGoneAreDropped()
{
    ShownWindow window;
    addPeople(window);
    QVERIFY(openPersonMenu(window, "grace") && chooseInMenu(QStringLiteral("Edit weights…")));
    const QPointer<QDialog> dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    window.project().undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, kTimeoutMs);
    QCOMPARE(window.project().decision().people.size(), std::size_t(1));
}

void OpenDetailsTest::anAmountTypedForAPersonWhoIsGoneIsDropped()
{
    ShownWindow window;
    addPeople(window);
    QVERIFY(QTest::qWaitForWindowActive(&window.window(), kTimeoutMs));
    auto *amount = window.find<QDoubleSpinBox>(QStringLiteral("amount.grace"));
    amount->setFocus();
    amount->selectAll();
    QTest::keyClicks(amount, QStringLiteral("7"));
    QCOMPARE(window.project().decision().people[1].influence, 1.0);
    // The button takes no focus: what was typed is not entered yet.
    QTest::mouseClick(window.find<QAbstractButton>(QStringLiteral("undo")), Qt::LeftButton);
    QCoreApplication::processEvents();
    QCOMPARE(window.project().decision().people.size(), std::size_t(1));
    QCOMPARE(window.project().decision().people[0].influence, 1.0);
    QVERIFY(window.project().undoStack().canRedo());
    window.project().undoStack().redo();
    QCOMPARE(window.project().decision().people[1].influence, 1.0);
}

void OpenDetailsTest::whatWasRefinedIsNotMixedWithAnotherTable()
{
    constexpr int kDraws = 2'000;
    session::ProjectSession session;
    session.compare(Comparison::frameworks);
    views::RobustnessPanel panel(session, kDraws);
    panel.show();
    const auto section = [&panel](const char *name) {
        return panel.findChild<views::Section *>(QString::fromLatin1(name));
    };
    const auto *ranks = section("robustness.ranks");
    QTRY_VERIFY_WITH_TIMEOUT(section("robustness.central-weights")->isVisible(), kTimeoutMs);
    const QString finding = QStringLiteral("Finding out…");
    QVERIFY(ranks->text() != finding);
    session.compare(Comparison::languages);
    QCOMPARE(ranks->text(), finding);
    QTRY_VERIFY_WITH_TIMEOUT(ranks->text() != finding, kTimeoutMs);
}

QTEST_MAIN(OpenDetailsTest)
#include "open_details_test.moc"
