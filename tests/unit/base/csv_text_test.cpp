// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv_text.h"

#include <QTest>

using weighbridge::csvLine;

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
        QTest::newRow("tab") << "\t=1" << "'\t=1\r\n";
        QTest::newRow("line break") << "\r=1" << "\"'\r=1\"\r\n";
        QTest::newRow("number below zero") << "-1.5e3" << "-1.5e3\r\n";
        QTest::newRow("within") << "a=1" << "a=1\r\n";
    }
    void nothingIsAFormula()
    {
        QFETCH(QString, cell);
        QTEST(csvLine({cell}), "line");
    }
};

QTEST_APPLESS_MAIN(CsvTextTest)
#include "csv_text_test.moc"
