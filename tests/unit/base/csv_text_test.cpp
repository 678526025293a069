// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv_text.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace weighbridge;

class CsvTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreQuotedWhereTheyMustBe_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QString>("line");
        QTest::newRow("plain") << QStringList{"json", "12.5", ""} << "json,12.5,\r\n";
        QTest::newRow("comma") << QStringList{"a, b"} << "\"a, b\"\r\n";
        QTest::newRow("quote") << QStringList{"a \"b\""} << "\"a \"\"b\"\"\"\r\n";
        QTest::newRow("line break") << QStringList{"a\nb"} << "\"a\nb\"\r\n";
        QTest::newRow("not ASCII") << QStringList{"µs"} << QStringLiteral("µs\r\n");
    }
    void cellsAreQuotedWhereTheyMustBe()
    {
        QFETCH(QStringList, cells);
        QTEST(csvLine(cells), "line");
    }

    void nothingIsAFormula_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("line");
        QTest::newRow("formula") << "=1+2" << "'=1+2\r\n";
        QTest::newRow("call") << "@SUM(A1,A2)" << "\"'@SUM(A1,A2)\"\r\n";
        QTest::newRow("plus") << "+cmd|' /C calc'!A0" << "'+cmd|' /C calc'!A0\r\n";
        QTest::newRow("minus") << "-1+2" << "'-1+2\r\n";
        QTest::newRow("tab") << "\t=1"
                             << "\"'\t=1\"\r\n";
        QTest::newRow("line break") << "\r=1" << "\"'\r=1\"\r\n";
        QTest::newRow("number below zero") << "-1.5e3" << "-1.5e3\r\n";
        QTest::newRow("within") << "a=1" << "a=1\r\n";
        QTest::newRow("apostrophe of its own") << "'=1"
                                               << "''=1\r\n";
        QTest::newRow("apostrophe") << "'tis"
                                    << "'tis\r\n";
    }
    void nothingIsAFormula()
    {
        QFETCH(QString, cell);
        QTEST(csvLine({cell}), "line");
        const auto records = readCsv(csvLine({cell, QStringLiteral("x")}));
        QVERIFY(records);
        QCOMPARE(records->front().cells.front(), cell);
    }

    void everyTextComesBackAsItWas()
    {
        std::mt19937 random(11);
        const QString signs = QStringLiteral("=+-@\t\r\n'\",; aé1\U0001F680");
        for (int i = 0; i < 20'000; ++i) {
            QStringList cells{QStringLiteral("first")};
            for (unsigned cell = 1 + random() % 4; cell > 0; --cell) {
                QString text;
                for (unsigned length = random() % 6; length > 0; --length)
                    text += signs[static_cast<qsizetype>(random() % unsigned(signs.size()))];
                cells << text;
            }
            const auto records = readCsv(QStringLiteral("a,b\r\n") + csvLine(cells));
            QVERIFY(records);
            QCOMPARE(records->size(), std::size_t{2});
            QCOMPARE(records->back().cells, cells);
        }
    }

    void everySeparatorQuoteAndLineEndIsRead_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(text);
        };
        row("commas", "a,b c,d\r\n1,\"2,5\",\r\n");
        row("semicolons", "a;b c;d\n1;2,5;\n");
        row("tabs", "a\tb c\td\n1\t2,5\t");
        row("old line ends", "a,\"b c\",d\r1,\"2,5\",\r");
        row("named separator", "sep=;\r\na;b c;d\r\n1;2,5;\r\n");
        row("blank lines", "\n\na;b c;d\n\n1;2,5;\n\n");
    }
    void everySeparatorQuoteAndLineEndIsRead()
    {
        QFETCH(QString, text);
        const auto records = readCsv(text);
        QVERIFY2(records, qPrintable(records ? QString() : records.error().message()));
        QCOMPARE(records->size(), std::size_t{2});
        QCOMPARE((*records)[0].cells, (QStringList{"a", "b c", "d"}));
        QCOMPARE((*records)[1].cells, (QStringList{"1", "2,5", ""}));
    }

    void mistakesAreNamedWithLineAndColumn()
    {
        const auto open = readCsv(QStringLiteral("a,b\n1,\"2\n3,4\n"));
        QVERIFY(!open);
        QCOMPARE(open.error().what, QStringLiteral("line 2, column 2: the quote is never closed"));
        const auto behind = readCsv(QStringLiteral("a,b\n\n\"1\"x,2\n"));
        QVERIFY(!behind);
        QCOMPARE(behind.error().what,
                 QStringLiteral("line 3, column 1: something follows the closing quote"));
    }

    void encodingsOfSpreadsheetsAreRead()
    {
        const QString text = QStringLiteral("Größe,1\n");
        const QByteArray utf8 = text.toUtf8();
        QCOMPARE(*csvTextOf(utf8), text);
        QCOMPARE(*csvTextOf("\xef\xbb\xbf" + utf8), text);
        QByteArray utf16("\xff\xfe");
        for (const QChar each : text)
            utf16 += QByteArray{}.append(char(each.cell())).append(char(each.row()));
        QCOMPARE(*csvTextOf(utf16), text);
        const auto latin1 = csvTextOf("a,b\nGr\xf6\xdf"
                                      "e,1\n");
        QVERIFY(!latin1);
        QCOMPARE(latin1.error().what, QStringLiteral("line 2 is not written in UTF-8"));
    }

    void numbersHavePointsOrCommas_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<double>("greatest");
        QTest::addColumn<double>("expected");
        const double none = std::numeric_limits<double>::quiet_NaN();
        const auto row = [](const char *cell, double greatest, double expected) {
            QTest::addRow("%s to %g", cell, greatest)
                << QString::fromUtf8(cell) << greatest << expected;
        };
        row("3.5", 10, 3.5);
        row("3,5", 10, 3.5);
        row(" 3,125 ", 10, 3.125);
        row("3.125", 1e300, 3.125);
        row("12,000", 1e300, none); // twelve or twelve thousand
        row("12,000", 100, 12);
        row("12,5", 1e300, 12.5);
        row("1,234,567", 1e300, 1234567);
        row("1.234.567", 1e300, 1234567);
        row("1,234.5", 1e300, 1234.5);
        row("1.234,5", 1e300, 1234.5);
        row("-1.234,5", 1e300, -1234.5);
        row("1\u00a0234,5", 1e300, 1234.5);
        row("1e4", 1e300, 10000);
        for (const char *cell :
             {"", "x", "1,2,3", "1,23,456", "nan", "inf", "1e999", "1.2.3", "--1"})
            row(cell, 1e300, none);
    }
    void numbersHavePointsOrCommas()
    {
        QFETCH(QString, cell);
        QFETCH(double, greatest);
        QFETCH(double, expected);
        const auto number = csvNumber(cell, greatest);
        QCOMPARE(number.has_value(), !std::isnan(expected));
        if (number)
            QCOMPARE(*number, expected);
    }
};

QTEST_APPLESS_MAIN(CsvTextTest)
#include "csv_text_test.moc"
