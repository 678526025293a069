// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/comparison.h"
#include "core/storage/project.h"
#include "core/storage/table_csv.h"

#include <QTest>

#include <random>

using namespace weighbridge;
using namespace weighbridge::decision;
using namespace weighbridge::storage;

namespace
{

Decision sample()
{
    return sampleProject().decision;
}

/// Two needs, one of them measured in requests/s, and two alternatives.
Decision smallTable()
{
    Decision decision;
    decision.comparison = Comparison::own;
    for (const char *name : {"Go", "Python"}) {
        const QString text = QString::fromLatin1(name);
        decision.alternatives.push_back({text.toLower(), text, text.toLower(), {}, {}, {}});
    }
    Need speed;
    speed.id = QStringLiteral("speed");
    speed.name = QStringLiteral("Speed");
    speed.weight = 7;
    speed.mustReach = 2;
    speed.anchors = Anchors{1'000, 16'000, QStringLiteral("requests/s")};
    speed.ratings.resize(2);
    speed.ratings[0].level = 4;
    speed.ratings[0].raw = 8'000;
    speed.ratings[0].provenance = decision::Provenance::measured;
    speed.ratings[0].source.run = QStringLiteral("run-1");
    Need taste;
    taste.id = QStringLiteral("taste");
    taste.name = QStringLiteral("Taste");
    taste.weight = 3;
    taste.ratings.resize(2);
    taste.ratings[0].level = 3.5;
    decision.needs = {speed, taste};
    return decision;
}

Decision imported(const Decision &decision, const QByteArray &csv)
{
    const auto table = withTableCsv(decision, csv);
    if (!table)
        qWarning("%s", qPrintable(table.error().message()));
    return table ? table->decision : Decision();
}

QString mistakeIn(const QByteArray &csv)
{
    const auto table = withTableCsv(smallTable(), csv);
    return table ? QString() : table.error().what;
}

} // namespace

class TableCsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableIsWrittenForASpreadsheet()
    {
        QCOMPARE(tableCsv(smallTable()),
                 QByteArray("\xef\xbb\xbf"
                            "Need,Id,Weight,Must-have,Unit,Level 1,Level 5,Scale,Go,Go (figure),"
                            "Python,Python (figure)\r\n"
                            "Speed,speed,7,2,requests/s,1000,16000,logarithmic,4,8000,,\r\n"
                            "Taste,taste,3,,,,,,3.5,,,\r\n"));
    }

    void whatWasWrittenChangesNothing()
    {
        const knowledge::Catalogue &catalogue = knowledge::builtInCatalogue();
        for (const Decision &decision :
             {smallTable(), sample(),
              knowledge::withComparison(sample(), catalogue, Comparison::frameworks)}) {
            const auto table = withTableCsv(decision, tableCsv(decision));
            QVERIFY2(table, qPrintable(table ? QString() : table.error().message()));
            QCOMPARE(table->decision, decision);
            QCOMPARE(table->remarks, QStringList());
        }
    }

    /// What comes back from a spreadsheet has other separators and fewer digits.
    void aSpreadsheetsOwnWayOfWritingChangesNothing()
    {
        Decision decision = smallTable();
        decision.needs[0].ratings[0].level = 4.123456789012345;
        const QByteArray csv = "Need;Id;Weight;Must-have;Unit;Level 1;Level 5;Scale;Go;Go (figure);"
                               "Python;Python (figure)\n"
                               "Speed;speed;7;2;requests/s;1000;16000;Logarithmic;4,123456789;"
                               "8000;;\n"
                               "\n"
                               "Taste;taste;3;;;;;;3,5;;;\n";
        QCOMPARE(imported(decision, csv), decision);
    }

    void changedCellsAreJudgedAndTheOthersKeepTheirSource()
    {
        const Decision before = smallTable();
        const Decision after = imported(before, "Id,Weight,Must-have,Go,Python\n"
                                                "taste,4,3,2,5\n"
                                                "speed,7,2,4,1.5\n");
        QCOMPARE(after.needs[0].id, QStringLiteral("speed"));
        QCOMPARE(after.needs[0].ratings[0], before.needs[0].ratings[0]);
        QCOMPARE(after.needs[0].ratings[1].level, std::optional(1.5));
        QCOMPARE(after.needs[1].weight, 4.0);
        QCOMPARE(after.needs[1].mustReach, std::optional(3.0));
        QCOMPARE(after.needs[1].ratings[0].level, std::optional(2.0));
        QCOMPARE(after.needs[1].ratings[0].provenance, decision::Provenance::judged);
    }

    void aFigureIsPutThroughTheValueFunction()
    {
        const Decision after = imported(smallTable(), "Id,Python,Python (figure)\n"
                                                      "speed,,4000\n"
                                                      "taste,3,\n");
        const Rating &cell = after.needs[0].ratings[1];
        QCOMPARE(cell.raw, std::optional(4'000.0));
        QCOMPARE(*cell.level, 3.0);
        QCOMPARE(cell.spread.kind, Spread::Kind::factor);
        QCOMPARE(cell.provenance, decision::Provenance::judged);
        QCOMPARE(after.needs[1].ratings[1].level, std::optional(3.0));
    }

    void newNeedsAndAlternativesAreAddedAndTheOthersStay()
    {
        const auto table = withTableCsv(smallTable(), "Need,Weight,Go,Rust\n"
                                                      "Speed,7,4,5\n"
                                                      "Safety,6,3,5\n");
        QVERIFY(table);
        const Decision &decision = table->decision;
        QCOMPARE(decision.alternatives.size(), std::size_t{3});
        QCOMPARE(decision.alternatives[2].name, QStringLiteral("Rust"));
        QCOMPARE(decision.needs.size(), std::size_t{3});
        QCOMPARE(decision.needs[2].name, QStringLiteral("Safety"));
        QCOMPARE(decision.needs[2].ratings[2].level, std::optional(5.0));
        QCOMPARE(firstDefect(decision), QString());
        QCOMPARE(table->remarks,
                 (QStringList{"New alternatives: Rust", "New needs: Safety",
                              "The table does not name these needs, which stay as they are: Taste",
                              "The table does not name these alternatives, which stay as they are: "
                              "Python"}));
    }

    void anEmptyProjectTakesAWholeTable()
    {
        Decision empty;
        empty.comparison = Comparison::own;
        const Decision filled = imported(empty, tableCsv(smallTable()));
        QCOMPARE(filled.needs.size(), std::size_t{2});
        QCOMPARE(filled.alternatives.size(), std::size_t{2});
        QCOMPARE(filled.needs[0].weight, 7.0);
        QCOMPARE(filled.needs[0].anchors, smallTable().needs[0].anchors);
        QCOMPARE(filled.needs[0].ratings[0].raw, std::optional(8'000.0));
        QVERIFY(!filled.needs[1].ratings[1].level);
        QCOMPARE(tableCsv(filled), tableCsv(smallTable()));
    }

    void namesThatLookLikeFormulasComeBackAsTheyWere()
    {
        Decision decision = smallTable();
        decision.needs[0].name = QStringLiteral("=HYPERLINK(\"x\",\"y\")");
        decision.needs[1].name = QStringLiteral("'@sum; \"a\",\nb");
        decision.alternatives[0].name = QStringLiteral("-1+cmd|' /C calc'!A0");
        decision.alternatives[1].name = QStringLiteral("-1+cmd|' /C calc'!A0 (figure)");
        const QByteArray csv = tableCsv(decision);
        QVERIFY(csv.contains("'=HYPERLINK"));
        QVERIFY(csv.contains(",'-1+cmd"));
        QCOMPARE(imported(decision, csv), decision);
    }

    void mistakesAreNamedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("mistake");
        const auto row = [](const char *csv, const char *mistake) {
            QTest::newRow(mistake) << QByteArray(csv) << QString::fromUtf8(mistake);
        };
        row("", "the table is empty");
        row("\n\n", "the table is empty");
        row("Weight,Go\n1,2\n", "line 1, column 1: no column of the first row is called 'Need' or "
                                "'Id'");
        row("Need,Go,Go\nA,1,2\n", "line 1, column 3: 'Go' has a column already");
        row("Need,Go,go\nA,1,2\n", "line 1, column 3: 'go' has a column already");
        row("Need,Go,\nA,1,2\n", "line 1, column 3: the column has no name");
        row("Need,Go\nA,1\nA,2\n", "line 3, column 1 (Need): 'A' has a row already");
        row("Need,Go\n,1\n", "line 2, column 1 (Need): the need has no name");
        row("Need,Go\n\nA,1,2\n", "line 3, column 3: the row has 3 cells, the first one 2");
        row("Need,Go\nA,x\n", "line 2, column 2 (Go): 'x' is no number");
        row("Need,Go\nA,6\n", "line 2, column 2 (Go): 6 is no level; they go from 1 to 5");
        row("Need,Go\nA,nan\n", "line 2, column 2 (Go): 'nan' is no number");
        row("Need,Weight\nA,-1\n", "line 2, column 2 (Weight): -1 is not within 0 to 10");
        row("Need,Must-have\nA,0\n", "line 2, column 2 (Must-have): 0 is not within 1 to 5");
        row("Need,Level 1\nA,4\n", "line 2, column 2 (Level 1): levels 1 and 5 need a figure each");
        row("Need,Level 1,Level 5\nA,4,4\n",
            "line 2, column 2 (Level 1): levels 1 and 5 are the same figure");
        row("Need,Level 1,Level 5\nA,0,4\n",
            "line 2, column 2 (Level 1): a logarithmic scale needs figures above 0");
        row("Need,Level 1,Level 5,Scale\nA,1,4,log\n",
            "line 2, column 4 (Scale): 'log' is no scale; it can be 'linear' or 'logarithmic'");
        row("Need;Go;Go (figure)\nSpeed;;12,000\n",
            "line 2, column 3 (Go (figure)): '12,000' can be read in two ways; write it without a "
            "comma");
        row("Need,Go,Go (figure)\nTaste,,12\n",
            "line 2, column 3 (Go (figure)): a figure needs to know which ones are levels 1 and 5");
        row("Need,Go\nA,\"1\n", "line 2, column 2: the quote is never closed");
        row("Need,Go\nA\xff,1\n", "line 2 is not written in UTF-8");
    }
    void mistakesAreNamedWithTheirPlace()
    {
        QFETCH(QByteArray, csv);
        QTEST(mistakeIn(csv), "mistake");
    }
};

QTEST_APPLESS_MAIN(TableCsvTest)
#include "table_csv_test.moc"
