// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/terminal_text.h"
#include "app/command_line/text_table.h"
#include "app/command_line/wrapped_text.h"

#include <QTest>

#include <random>

using namespace weighbridge::app;

namespace
{

QStringList linesOf(const QString &text)
{
    return text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

qsizetype widthOf(const QString &text)
{
    qsizetype width = 0;
    for (const QString &line : linesOf(text))
        width = std::max(width, line.size());
    return width;
}

} // namespace

/// Paragraphs and tables that keep within a width.
class PlainTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesBreakBetweenWords();
    void figureAndPercentSignStayTogether();
    void everyTextKeepsWithinItsWidthAndLosesNothing();
    void longTextsAreShortened();
    void aTerminalIsNotTalkedTo();
    void wideTablesGoOnBelow();
    void narrowTablesStayWhole();
    void columnsAreAsWideAsTheTerminalShowsThem();
};

void PlainTextTest::linesBreakBetweenWords()
{
    QCOMPARE(wrapped(QStringLiteral("one two three"), QStringLiteral("a  "), -1, 10),
             QStringLiteral("a  one two\n   three\n"));
    QCOMPARE(wrapped(QStringLiteral("one two three"), {}, 2, 9),
             QStringLiteral("one two\n  three\n"));
    QCOMPARE(wrapped(QStringLiteral("abcdefgh"), {}, 0, 3), QStringLiteral("abc\ndef\ngh\n"));
}

void PlainTextTest::figureAndPercentSignStayTogether()
{
    QCOMPARE(wrapped(QStringLiteral("it has 14 % of"), {}, 0, 9),
             QStringLiteral("it has\n14 % of\n"));
}

void PlainTextTest::everyTextKeepsWithinItsWidthAndLosesNothing()
{
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) {
        QString text;
        for (unsigned word = random() % 30; word > 0; --word)
            text += QString(int(1 + random() % 40), QChar('a' + int(random() % 26))) +
                    (random() % 5 == 0 ? QStringLiteral(" % ") : QStringLiteral(" "));
        const int columns = 20 + int(random() % 100);
        const int indent = int(random() % 10);
        const QString result = wrapped(text, QStringLiteral("x "), indent, columns);
        QVERIFY(widthOf(result) <= columns);
        const auto letters = [](QString of) { return of.remove(u' ').remove(u'\n'); };
        QCOMPARE(letters(result), QStringLiteral("x") + letters(text));
    }
}

void PlainTextTest::longTextsAreShortened()
{
    QCOMPARE(shortened(QStringLiteral("short"), 5), QStringLiteral("short"));
    QCOMPARE(shortened(QStringLiteral("longer"), 5), QStringLiteral("long…"));
    QCOMPARE(shortened(QStringLiteral("two\nlines"), 20), QStringLiteral("two lines"));
}

void PlainTextTest::aTerminalIsNotTalkedTo()
{
    const QString left = QStringLiteral("Größe\t1\n");
    QCOMPARE(printable(left), left);
    const std::pair<char16_t, QChar> signs[] = {
        {u'\x1b', u'\u241b'},   {u'\a', u'\u2407'},     {u'\r', u'\u240d'},
        {u'\x7f', u'\u2421'},   {u'\x9b', u'\ufffd'},   {u'\u202e', u'\ufffd'},
        {u'\u2066', u'\ufffd'}, {u'\u200f', u'\ufffd'}, {u'\u2028', u'\ufffd'}};
    for (const auto &[control, picture] : signs)
        QCOMPARE(printable(QStringLiteral("a") + QChar(control) + QStringLiteral("[31mb")),
                 QStringLiteral("a%1[31mb").arg(picture));
    QCOMPARE(printableName(QStringLiteral("a\nb\tc")), QStringLiteral("a\u240ab\u2409c"));
}

void PlainTextTest::wideTablesGoOnBelow()
{
    TextTable table;
    table.addColumn(QStringLiteral("Name"));
    for (const char *title : {"First", "Second", "Third"})
        table.addColumn(QString::fromLatin1(title), TextTable::Align::right);
    table.addRow(
        {QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")});
    QCOMPARE(table.toString(19), QStringLiteral("Name  First  Second\n"
                                                "a         1       2\n"
                                                "\n"
                                                "Name  Third\n"
                                                "a         3\n"));
    for (int columns = 12; columns < 40; ++columns)
        QVERIFY(widthOf(table.toString(columns)) <= columns);
}

void PlainTextTest::narrowTablesStayWhole()
{
    TextTable table;
    QCOMPARE(table.toString(), QStringLiteral("\n"));
    table.addColumn(QStringLiteral("Name"));
    table.addColumn(QStringLiteral("Value"));
    table.addRow({QStringLiteral("a")});
    QCOMPARE(table.toString(100), table.toString());
    QCOMPARE(table.toString(), QStringLiteral("Name  Value\na\n"));
}

void PlainTextTest::columnsAreAsWideAsTheTerminalShowsThem()
{
    const std::pair<const char16_t *, int> widths[] = {
        {u"Go", 2},   {u"Größe", 5},    {u"Gro\u0308ße", 5},
        {u"東京", 4}, {u"한국", 4},     {u"\u1112\u1161\u11ab", 2},
        {u"🚀", 2},    {u"a\u200bb", 2}, {u"ｆｕｌｌ", 8},
        {u"→…", 2},   {u"❤\ufe0f", 1},  {u"\u240a", 1}};
    for (const auto &[text, cells] : widths) {
        QCOMPARE(cellsOf(QString::fromUtf16(text)), qsizetype(cells));
        QCOMPARE(cellsOf(padded(QString::fromUtf16(text), 12, Padding::before)), qsizetype{12});
    }
    QCOMPARE(leftCells(QStringLiteral("a東京"), 4), QStringLiteral("a東"));
    QCOMPARE(leftCells(QStringLiteral("🚀🚀"), 3), QStringLiteral("🚀"));
    QCOMPARE(leftCells(QStringLiteral("o\u0308o"), 1), QStringLiteral("o\u0308"));

    TextTable table;
    table.addColumn(QStringLiteral("Name"));
    table.addColumn(QStringLiteral("Score"), TextTable::Align::right);
    for (const char16_t *name : {u"Go", u"東京🚀", u"gro\u0308ße", u"two\nlines"})
        table.addRow({QString::fromUtf16(name), QStringLiteral("1")});
    const QStringList lines = linesOf(table.toString());
    QCOMPARE(lines.size(), 5);
    for (const QString &line : lines)
        QCOMPARE(cellsOf(line), cellsOf(lines.front()));
    QCOMPARE(wrapped(QStringLiteral("東京 東京"), {}, 0, 5), QStringLiteral("東京\n東京\n"));
}

QTEST_APPLESS_MAIN(PlainTextTest)
#include "plain_text_test.moc"
