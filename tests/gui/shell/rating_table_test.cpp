// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_window.h"

#include "ui/models/need_matrix_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rating_edit.h"

#include <QClipboard>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QUndoStack>

using namespace weighbridge;
using testing::ShownWindow;

/// The ratings as a table: by keys, read aloud, and to and from a spreadsheet.
class RatingTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFrameworkTableIsEditedByKeys();
    void theFrameworkTableReadsItsCellsAloud();
    void cellsOfASpreadsheetArePastedAsOneStep();
    void whatCannotBePastedIsSaidAndChangesNothing_data();
    void whatCannotBePastedIsSaidAndChangesNothing();
    void selectedCellsAreCopiedForASpreadsheet();
    void theTableOfTwoTakesCellsAsWell();

private:
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

/// The table of the frameworks, shown.
QTableView *matrix(ShownWindow &window)
{
    window.project().compare(decision::Comparison::frameworks);
    QCoreApplication::processEvents();
    return window.find<QTableView>(QStringLiteral("matrix"));
}
} // namespace

void RatingTableTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
    m_theme->setReduceMotion(true);
}

void RatingTableTest::theFrameworkTableIsEditedByKeys()
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

void RatingTableTest::theFrameworkTableReadsItsCellsAloud()
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
    // A rating from a figure says the figure, against what was asked for.
    QVERIFY(window.project().answer(QStringLiteral("peak_rps"), QStringLiteral("2000")));
    const QString rated =
        table->model()->index(0, columnOf(window, u"gin")).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(rated.endsWith(QStringLiteral("requests/s, more than needed")), qPrintable(rated));
}

void RatingTableTest::cellsOfASpreadsheetArePastedAsOneStep()
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

void RatingTableTest::whatCannotBePastedIsSaidAndChangesNothing_data()
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

void RatingTableTest::whatCannotBePastedIsSaidAndChangesNothing()
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

void RatingTableTest::selectedCellsAreCopiedForASpreadsheet()
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

void RatingTableTest::theTableOfTwoTakesCellsAsWell()
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

QTEST_MAIN(RatingTableTest)
#include "rating_table_test.moc"
