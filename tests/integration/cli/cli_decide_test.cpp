// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

/// The interview, the levels and the must-haves from the command line.
class CliDecideTest : public QObject
{
    Q_OBJECT

private:
    static Output decide(const QString &line)
    {
        return runProgram(QStringList{QStringLiteral("decide")} +
                          line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }

private Q_SLOTS:
    void answersSetWeightsOnceAndTellWhatTheyDid()
    {
        const Output output =
            decide(QStringLiteral("--answer peak_rps=12000 --answer ml=in-process --explain"));
        QCOMPARE(output.code, 0);
        QCOMPARE(output.err, QByteArray());
        QVERIFY(output.out.contains("[A1] High-traffic API goes from 6 to 10"));
        QVERIFY(output.out.contains("“Choose Go When”"));
        QVERIFY(output.out.contains("[A6] AI / ML integration stays at 10"));
        QVERIFY(output.out.contains("[ml] AI / ML integration must reach level 2"));
    }

    void answersAreInTheJsonWithTheVerdictTheyLeadTo()
    {
        const Output output =
            decide(QStringLiteral("--answer peak_rps=12000 --answer ml=in-process --json"));
        QCOMPARE(output.code, 0);
        const QJsonObject document = output.json();
        QCOMPARE(document[QStringLiteral("verdict")][QStringLiteral("leader")].toString(),
                 QStringLiteral("python"));
        for (const char *need : {"high-traffic", "ai-ml"})
            QCOMPARE(elementOf(document, "needs", QLatin1String(need))[QStringLiteral("weight")]
                         .toDouble(),
                     10.0);
        QVERIFY(elementOf(document, "rules", QStringLiteral("A1"))[QStringLiteral("source")]
                    .toString()
                    .contains(QStringLiteral("Choose Go When")));
        QStringList raised;
        const QJsonArray rules = document[QStringLiteral("rules")].toArray();
        for (const QJsonValue rule : rules) {
            const bool byRule = !rule[QStringLiteral("source")].toString().isEmpty();
            const QString need = rule[QStringLiteral("need")].toString();
            if (!byRule || rule[QStringLiteral("effect")].toString() != QLatin1String("weight") ||
                rule[QStringLiteral("to")].toDouble() <= rule[QStringLiteral("from")].toDouble())
                continue;
            QVERIFY2(!raised.contains(need), qPrintable(need));
            raised << need;
        }
        QCOMPARE(raised.size(), 2);
        const QString problems = schemaProblems(QStringLiteral("decide"), output.out);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }

    void theOrderOfAnswersDoesNotMatter()
    {
        const Output one =
            decide(QStringLiteral("--answer peak_rps=12000 --answer ml=hosted --explain"));
        const Output other =
            decide(QStringLiteral("--answer ml=hosted --answer peak_rps=12000 --explain"));
        QCOMPARE(one.out, other.out);
    }

    void aRuleThatIsOffDoesNothing()
    {
        const Output output =
            decide(QStringLiteral("--answer peak_rps=12000 --rule A1=off --explain"));
        QVERIFY(output.out.contains("High-traffic API goes from 7 to 6"));
        QVERIFY(!output.out.contains("[A1]"));
    }

    void frameworksAreComparedAndOneIsRuledOut()
    {
        const Output output =
            decide(QStringLiteral("--level frameworks --answer protocols=now --explain"));
        QCOMPARE(output.code, 0);
        for (const char *name : {"Gin", "Fiber", "Echo", "FastAPI", "Django", "Flask", "Express"})
            QVERIFY2(output.out.contains(name), name);
        QVERIFY(output.out.contains("[B9] Fiber is out"));
    }

    void aMustHaveLeavesOutWhatDoesNotReachIt()
    {
        const Output output = decide(QStringLiteral("--must ai-ml=4"));
        QCOMPARE(output.code, 0);
        QVERIFY(output.out.contains("out  Go"));
    }

    void everyQuestionIsListedWithWhatItTakes()
    {
        const Output output = decide(QStringLiteral("--list-questions"));
        QCOMPARE(output.code, 0);
        QVERIFY(output.out.contains("peak_rps"));
        QVERIFY(output.out.contains("a number from 1 to 10000000, requests/s"));
        QVERIFY(output.out.contains("in-process"));
        QVERIFY(output.out.contains("A20"));
    }

    void theListOfQuestionsIsOneObjectForScripts()
    {
        const Output output = decide(QStringLiteral("--list-questions --json"));
        QCOMPARE(output.code, 0);
        QVERIFY(!elementOf(output.json(), "questions", QStringLiteral("peak_rps")).isEmpty());
        const QString problems = schemaProblems(QStringLiteral("questions"), output.out);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }

    void whatWasTriedCanBeSavedAndIsTheSameAgain()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.weigh"));
        const Output first = decide(
            QStringLiteral("--level frameworks --answer peak_rps=12000 --set memory=4 --out ") +
            path + QStringLiteral(" --json"));
        QCOMPARE(first.code, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString problems = schemaProblems(QStringLiteral("project"), file.readAll());
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
        const Output again = decide(path + QStringLiteral(" --json"));
        QCOMPARE(again.out, first.out);
    }

    void wrongValuesNameTheThing_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *line, const char *expected) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromUtf8(expected);
        };
        row("--answer peak_rp=1", "no question 'peak_rp'. Did you mean 'peak_rps'?");
        row("--answer peak_rps=lots", "takes a number from 1 to 10000000 (requests/s), not 'lots'");
        row("--answer peak_rps=inf", "not 'inf'");
        row("--answer ml=inprocess", "takes one of none, hosted, in-process, not 'inprocess'");
        row("--answer ml", "--answer takes QUESTION=ANSWER, not 'ml'");
        row("--answer ml=", "--answer takes QUESTION=ANSWER, not 'ml='");
        row("--rule A99=on", "There is no rule 'A99'");
        row("--rule A1=maybe", "The rule 'A1' can be 'on' or 'off', not 'maybe'");
        row("--must ai-ml=9", "must be a number from 1 to 5, not '9'");
        row("--must memry=3", "no need 'memry'. Did you mean 'memory'?");
        row("--level planets", "'languages', 'frameworks' or 'own', not 'planets'");
    }

    void wrongValuesNameTheThing()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        expectRefused(decide(line), expected);
    }
};

QTEST_GUILESS_MAIN(CliDecideTest)
#include "cli_decide_test.moc"
