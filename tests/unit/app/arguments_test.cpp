// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/arguments.h"
#include "app/command_line/console.h"
#include "app/command_line/suggestion.h"
#include "app/command_line/text_table.h"

#include <QTest>

using namespace weighbridge::app;

namespace
{

Arguments someArguments()
{
    Arguments line(QStringLiteral("do"), QStringLiteral("Does it."));
    line.addOption(QStringLiteral("count"), QStringLiteral("N"), QStringLiteral("how often"),
                   QStringLiteral("3"), QStringLiteral("c"));
    line.addOption(QStringLiteral("time"), QStringLiteral("SECONDS"), QStringLiteral("how long"),
                   QStringLiteral("1"));
    line.addFlag(QStringLiteral("json"), QStringLiteral("as JSON"));
    line.setOperands(Arguments::Operands::optional, QStringLiteral("FILE"), QStringLiteral("what"));
    return line;
}

} // namespace

class ArgumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsHoldWhereNothingIsGiven();
    void valuesAreReadInEveryUsualForm_data();
    void valuesAreReadInEveryUsualForm();
    void secondsMayCarryTheirUnit();
    void wrongValueIsAUsageError_data();
    void wrongValueIsAUsageError();
    void helpNamesEveryOptionWithItsDefault();
    void suggestionsAreCloseOrComplete_data();
    void suggestionsAreCloseOrComplete();
    void tableColumnsAreAligned();
    void figuresHaveNoExponentAndNoLocale();
};

void ArgumentsTest::defaultsHoldWhereNothingIsGiven()
{
    Arguments line = someArguments();
    QVERIFY(!line.parse({}));
    QCOMPARE(line.integer(QStringLiteral("count"), 1, 9), 3);
    QVERIFY(!line.isSet(QStringLiteral("count")));
    QVERIFY(line.operand().isEmpty());
    QVERIFY(!line.usageError());
}

void ArgumentsTest::valuesAreReadInEveryUsualForm_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("long") << QStringList{QStringLiteral("--count"), QStringLiteral("7")};
    QTest::newRow("long with =") << QStringList{QStringLiteral("--count=7")};
    QTest::newRow("short") << QStringList{QStringLiteral("-c"), QStringLiteral("7")};
    QTest::newRow("short, attached") << QStringList{QStringLiteral("-c7")};
    QTest::newRow("twice: the last") << QStringList{QStringLiteral("-c2"), QStringLiteral("-c7")};
}

void ArgumentsTest::valuesAreReadInEveryUsualForm()
{
    QFETCH(QStringList, arguments);
    Arguments line = someArguments();
    QVERIFY(!line.parse(arguments + QStringList{QStringLiteral("a.weigh")}));
    QCOMPARE(line.integer(QStringLiteral("count"), 1, 9), 7);
    QCOMPARE(line.operand(), QStringLiteral("a.weigh"));
}

void ArgumentsTest::secondsMayCarryTheirUnit()
{
    Arguments line = someArguments();
    QVERIFY(!line.parse({QStringLiteral("--time"), QStringLiteral("0.25s")}));
    QCOMPARE(line.seconds(QStringLiteral("time"), 0, 10), 0.25);
    QVERIFY(!line.usageError());
}

void ArgumentsTest::wrongValueIsAUsageError_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *value : {"0", "10", "-1", "2.5", "x", "", "1e1", "99999999999999999999"})
        QTest::newRow(value) << QStringList{QStringLiteral("--count"), QString::fromLatin1(value)};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--cuont"), QStringLiteral("1")};
    QTest::newRow("value missing") << QStringList{QStringLiteral("--count")};
    QTest::newRow("value too many") << QStringList{QStringLiteral("--json=1")};
    QTest::newRow("two files") << QStringList{QStringLiteral("a"), QStringLiteral("b")};
}

void ArgumentsTest::wrongValueIsAUsageError()
{
    QFETCH(QStringList, arguments);
    Arguments line = someArguments();
    if (const auto code = line.parse(arguments)) {
        QCOMPARE(*code, ExitCode::usage);
        return;
    }
    QVERIFY(line.integer(QStringLiteral("count"), 1, 9) >= 1);
    QCOMPARE(line.usageError(), std::optional(ExitCode::usage));
}

void ArgumentsTest::helpNamesEveryOptionWithItsDefault()
{
    const QString help = someArguments().helpText();
    QVERIFY(help.startsWith(QStringLiteral("Usage: weighbridge do [OPTION]… [FILE]\n")));
    QVERIFY(help.contains(QLatin1String("-c, --count N")));
    QVERIFY(help.contains(QLatin1String("how often (default: 3)")));
    for (const QString &text : help.split(QLatin1Char('\n')))
        QVERIFY2(text.size() <= 100, qPrintable(text));
}

void ArgumentsTest::suggestionsAreCloseOrComplete_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("swapped") << QStringLiteral("fatsapi")
                             << QStringLiteral("Did you mean 'fastapi'?");
    QTest::newRow("beginning") << QStringLiteral("fa") << QStringLiteral("Did you mean 'fastapi'?");
    QTest::newRow("capitals") << QStringLiteral("GIN") << QStringLiteral("Did you mean 'gin'?");
    QTest::newRow("far") << QStringLiteral("rails") << QStringLiteral("Known are: gin, fastapi");
    QTest::newRow("empty") << QString() << QStringLiteral("Known are: gin, fastapi");
}

void ArgumentsTest::suggestionsAreCloseOrComplete()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const QStringList known{QStringLiteral("gin"), QStringLiteral("fastapi")};
    QCOMPARE(suggestion(typed, known), expected);
}

void ArgumentsTest::tableColumnsAreAligned()
{
    TextTable table;
    table.addColumn(QStringLiteral("Name"));
    table.addColumn(QStringLiteral("N"), TextTable::Align::right);
    table.addRow({QStringLiteral("a"), QStringLiteral("10")});
    table.addRow({QStringLiteral("longer"), QStringLiteral("5")});
    table.addRow({QStringLiteral("b")});
    QCOMPARE(table.toString(), QStringLiteral("Name     N\n"
                                              "a       10\n"
                                              "longer   5\n"
                                              "b\n"));
}

void ArgumentsTest::figuresHaveNoExponentAndNoLocale()
{
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(weighbridge::figure(1234.4), QStringLiteral("1,234"));
    QCOMPARE(weighbridge::figure(12.345), QStringLiteral("12.3"));
    QCOMPARE(weighbridge::figure(1.005e-3), QStringLiteral("0.001"));
    QCOMPARE(weighbridge::grouped(1e7), QStringLiteral("10,000,000"));
}

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "arguments_test.moc"
