// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include "core/storage/project.h"
#include "tests/support/simple_runs.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace weighbridge;

/// A project of one's own from start to finish on the command line: rows, columns, ratings,
/// weights, stored measurements.
class CliOwnProjectTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    static Output decide(const QStringList &arguments)
    {
        return runProgram(QStringList{QStringLiteral("decide")} + arguments);
    }

    static Output decide(const QString &line)
    {
        return decide(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }

    static double weightOf(const Output &output, const char *need)
    {
        return elementOf(output.json(), "needs", QLatin1String(need))[QStringLiteral("weight")]
            .toDouble(-1);
    }

    static QJsonValue levelOf(const Output &output, const QString &need, const QString &alternative)
    {
        const QJsonArray ratings = output.json()[QStringLiteral("ratings")].toArray();
        for (const QJsonValue rating : ratings) {
            if (rating[QStringLiteral("need")].toString() == need &&
                rating[QStringLiteral("alternative")].toString() == alternative)
                return rating[QStringLiteral("value")];
        }
        return QJsonValue::Undefined;
    }

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    /// The decision of a stored project.
    QJsonObject stored(const QString &file) const
    {
        QFile project(file);
        if (!project.open(QIODevice::ReadOnly))
            return {};
        const QByteArray bytes = project.readAll();
        const QString problems = schemaProblems(QStringLiteral("project"), bytes);
        if (!problems.isEmpty())
            qWarning("%s", qPrintable(problems));
        return problems.isEmpty()
                   ? QJsonDocument::fromJson(bytes)[QStringLiteral("decision")].toObject()
                   : QJsonObject();
    }

    /// A project with two runs, of which only the newer one counts, and nothing applied.
    QString measured() const
    {
        storage::Project project = storage::sampleProject();
        project.runs = {testing::simpleRun(QStringLiteral("old"), 1,
                                           {{"gin", {20'000, 20'100}}, {"fastapi", {5000, 5010}}}),
                        testing::simpleRun(QStringLiteral("new"), 2,
                                           {{"gin", {30'000, 30'100}}, {"fastapi", {7000, 7010}}})};
        const QString file = path("measured.weigh");
        return storage::saveProject(file, project) ? file : QString();
    }

private Q_SLOTS:
    void aNewProjectHasNeitherNeedsNorWeightsUntilAnswersBringThem()
    {
        const Output empty = decide(QStringLiteral("--new --title Shop --json"));
        QCOMPARE(empty.code, 0);
        QCOMPARE(empty.json()[QStringLiteral("title")].toString(), QStringLiteral("Shop"));
        QCOMPARE(empty.json()[QStringLiteral("needs")].toArray().size(), 0);
        QCOMPARE(empty.json()[QStringLiteral("alternatives")].toArray().size(), 2);
        const QString problems = schemaProblems(QStringLiteral("decide"), empty.out);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));

        const Output answered = decide(QStringLiteral("--new --answer ml=in-process --json"));
        QVERIFY(!elementOf(answered.json(), "needs", QStringLiteral("ai-ml")).isEmpty());
        for (const char *ofTheSample : {"high-traffic", "fast-mvp", "learning-curve"})
            QVERIFY(elementOf(answered.json(), "needs", QLatin1String(ofTheSample)).isEmpty());
    }

    void ownAlternativesReachAVerdict()
    {
        const QString file = path("own.weigh");
        const Output output = decide({QStringLiteral("--new"),
                                      QStringLiteral("--level"),
                                      QStringLiteral("own"),
                                      QStringLiteral("--title"),
                                      QStringLiteral("Store"),
                                      QStringLiteral("--add-alternative"),
                                      QStringLiteral("PostgreSQL 16"),
                                      QStringLiteral("--add-alternative"),
                                      QStringLiteral("SQLite"),
                                      QStringLiteral("--add-need"),
                                      QStringLiteral("Easy backups"),
                                      QStringLiteral("--rate"),
                                      QStringLiteral("easy-backups/sqlite=4.5"),
                                      QStringLiteral("--rate"),
                                      QStringLiteral("Easy backups/PostgreSQL 16=2"),
                                      QStringLiteral("--set"),
                                      QStringLiteral("easy-backups=10"),
                                      QStringLiteral("--out"),
                                      file,
                                      QStringLiteral("--json")});
        QCOMPARE(output.err, QByteArray());
        QCOMPARE(output.code, 0);
        const QJsonObject verdict = output.json()[QStringLiteral("verdict")].toObject();
        QCOMPARE(verdict[QStringLiteral("leader")].toString(), QStringLiteral("sqlite"));
        QVERIFY(
            !elementOf(output.json(), "alternatives", QStringLiteral("postgresql-16")).isEmpty());
        QStringList colours;
        for (const QJsonValue each : stored(file)[QStringLiteral("alternatives")].toArray())
            colours << each[QStringLiteral("series")].toString();
        QCOMPARE(colours.size(), 2);
        QVERIFY(colours[0] != colours[1]);
        QCOMPARE(decide({file, QStringLiteral("--json")}).out, output.out);
    }

    void aKnownAlternativeComesWithItsRatings()
    {
        const Output output =
            decide(QStringLiteral("--new --level own --add-alternative Gin --add-alternative Rust "
                                  "--set memory=5 --json"));
        QVERIFY(levelOf(output, QStringLiteral("memory"), QStringLiteral("gin")).isDouble());
        QVERIFY(levelOf(output, QStringLiteral("memory"), QStringLiteral("rust")).isNull());
    }

    void cellsAreRatedAndTakenBack()
    {
        const Output rated = decide(QStringLiteral("--rate ai-ml/go=4.5 --rate fast-mvp/go=? "
                                                   "--rate high-traffic/go=10000rps --json"));
        QCOMPARE(rated.code, 0);
        QCOMPARE(levelOf(rated, QStringLiteral("ai-ml"), QStringLiteral("go")).toDouble(), 4.5);
        QVERIFY(levelOf(rated, QStringLiteral("fast-mvp"), QStringLiteral("go")).isNull());
        QCOMPARE(levelOf(rated, QStringLiteral("high-traffic"), QStringLiteral("go")).toDouble(),
                 3.0);
        const QString file = path("rated.weigh");
        QCOMPARE(decide({QStringLiteral("--rate"), QStringLiteral("ai-ml/go=4.5"),
                         QStringLiteral("--out"), file})
                     .code,
                 0);
        const Output back = decide({file, QStringLiteral("--unset"), QStringLiteral("ai-ml/go"),
                                    QStringLiteral("--json")});
        const Output sample = decide(QStringLiteral("--json"));
        QCOMPARE(levelOf(back, QStringLiteral("ai-ml"), QStringLiteral("go")),
                 levelOf(sample, QStringLiteral("ai-ml"), QStringLiteral("go")));
    }

    void namesMayHoldASlash()
    {
        const Output output =
            decide({QStringLiteral("--rate"), QStringLiteral("AI / ML integration/Go=4"),
                    QStringLiteral("--json")});
        QCOMPARE(levelOf(output, QStringLiteral("ai-ml"), QStringLiteral("go")).toDouble(), 4.0);
        const Output pair = decide({QStringLiteral("--pair"),
                                    QStringLiteral("Fast MVP build/AI / ML integration=3"),
                                    QStringLiteral("--json")});
        QVERIFY(weightOf(pair, "fast-mvp") > weightOf(pair, "ai-ml"));
        const Output without =
            decide({QStringLiteral("--unset"), QStringLiteral("AI / ML integration"),
                    QStringLiteral("--json")});
        QVERIFY(elementOf(without.json(), "needs", QStringLiteral("ai-ml")).isEmpty());
    }

    void aFigureFollowsTheRequirement()
    {
        const Output output = decide(
            QStringLiteral("--answer peak_rps=40000 --rate high-traffic/go=10000rps --json"));
        QCOMPARE(levelOf(output, QStringLiteral("high-traffic"), QStringLiteral("go")).toDouble(),
                 1.0);
    }

    void aNeedIsTakenOutUnlessAnAnswerAsksForIt()
    {
        const Output out = decide(QStringLiteral("--unset ai-ml --json"));
        QVERIFY(elementOf(out.json(), "needs", QStringLiteral("ai-ml")).isEmpty());
        const Output asked =
            decide(QStringLiteral("--answer ml=in-process --unset ai-ml --rule A1=off --json"));
        QCOMPARE(weightOf(asked, "ai-ml"), 0.0);
    }

    void anAnswerIsWithdrawnWithWhatItDid()
    {
        const QString file = path("answered.weigh");
        QCOMPARE(decide(QStringLiteral("--answer peak_rps=12000 --out ") + file).code, 0);
        const Output cleared =
            decide({file, QStringLiteral("--clear-answer"), QStringLiteral("peak_rps")});
        QCOMPARE(cleared.out, decide(QStringList()).out);
    }

    void needsAreListedWithWhetherTheyAreInTheTable()
    {
        const Output text = decide(QStringLiteral("--list-needs"));
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("In the table"));
        QVERIFY(text.out.contains("measured by the workload 'json'"));
        const Output json = decide(QStringLiteral("--new --set memory=3 --list-needs --json"));
        const QString problems = schemaProblems(QStringLiteral("needs"), json.out);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
        const QJsonObject memory = elementOf(json.json(), "needs", QStringLiteral("memory"));
        QCOMPARE(memory[QStringLiteral("in_table")].toBool(), true);
        QCOMPARE(memory[QStringLiteral("unit")].toString(), QStringLiteral("MiB"));
        QCOMPARE(
            elementOf(json.json(), "needs", QStringLiteral("ai-ml"))[QStringLiteral("in_table")]
                .toBool(true),
            false);
    }

    void judgementsSetTheWeightsAndAreStored_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("list");
        QTest::newRow("rank") << QStringList{QStringLiteral("--rank"),
                                             QStringLiteral("ai-ml>fast-mvp=cloud-native")}
                              << QStringLiteral("rank") << QStringLiteral("ranks");
        QTest::newRow("swing") << QStringList{QStringLiteral("--swing"),
                                              QStringLiteral("ai-ml=100"),
                                              QStringLiteral("--swing"),
                                              QStringLiteral("fast-mvp=30")}
                               << QStringLiteral("swing") << QStringLiteral("swings");
        QTest::newRow("pairs") << QStringList{QStringLiteral("--pair"),
                                              QStringLiteral("ai-ml/fast-mvp=3")}
                               << QStringLiteral("pairs") << QStringLiteral("pairs");
    }

    void judgementsSetTheWeightsAndAreStored()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, method);
        QFETCH(QString, list);
        const QString file = path(qPrintable(method + QStringLiteral(".weigh")));
        const Output output =
            decide(options + QStringList{QStringLiteral("--json"), QStringLiteral("--out"), file});
        QCOMPARE(output.code, 0);
        QVERIFY(weightOf(output, "ai-ml") > weightOf(output, "fast-mvp"));
        QCOMPARE(output.json()[QStringLiteral("weights_from")].toString(), method);
        const Output byHand = decide(
            {file, QStringLiteral("--set"), QStringLiteral("ai-ml=1"), QStringLiteral("--json")});
        QCOMPARE(byHand.json()[QStringLiteral("weights_from")].toString(),
                 QStringLiteral("by_hand"));
        QVERIFY(decide(QStringList{file}).out.contains("Weights from "));
        if (method != QLatin1String("pairs"))
            QCOMPARE(weightOf(output, "learning-curve"), 0.0); // not named
        const QJsonObject judgements = stored(file)[QStringLiteral("weight_judgements")].toObject();
        QCOMPARE(judgements[QStringLiteral("method")].toString(), method);
        QVERIFY(!judgements[list].toArray().isEmpty());
        QCOMPARE(decide({file, QStringLiteral("--json")}).out, output.out);
    }

    void contradictoryPairsAreNamed()
    {
        const Output output =
            decide(QStringLiteral("--pair ai-ml/fast-mvp=9 --pair fast-mvp/microservices=9 --pair "
                                  "microservices/ai-ml=9"));
        QCOMPARE(output.code, 0);
        QVERIFY2(output.err.contains("These three do not go together"), output.err.constData());
    }

    void boundsAreWhatIsKnownOfTheWeights()
    {
        const QString file = path("bounds.weigh");
        QCOMPARE(decide({QStringLiteral("--bound"), QStringLiteral("ai-ml=10..30"),
                         QStringLiteral("--out"), file})
                     .code,
                 0);
        const QJsonObject decision = stored(file);
        QCOMPARE(decision[QStringLiteral("weight_model")].toString(), QStringLiteral("bounds"));
        const QJsonObject bounds =
            elementOf(decision, "needs", QStringLiteral("ai-ml"))[QStringLiteral("share_bounds")]
                .toObject();
        QCOMPARE(bounds[QStringLiteral("least")].toDouble(), 0.1);
        QCOMPARE(bounds[QStringLiteral("greatest")].toDouble(), 0.3);
        const Output any = decide(QStringLiteral("--weights any --draws 20000 --json"));
        QCOMPARE(any.json()[QStringLiteral("weight_model")].toString(), QStringLiteral("any"));
        QCOMPARE(any.json()[QStringLiteral("draws")].toInt(), 20'000);
    }

    void theDoubtIsSetByNameOrExactly()
    {
        const QString file = path("doubt.weigh");
        const auto keep = [&](const QString &options) {
            return decide(options + QStringLiteral(" --out ") + file).code == 0;
        };
        QVERIFY(keep(QStringLiteral("--doubt 1.7 --correlation 0.5")));
        QCOMPARE(stored(file)[QStringLiteral("exact_doubt")].toDouble(), 1.7);
        QCOMPARE(stored(file)[QStringLiteral("judgement_correlation")].toDouble(), 0.5);
        QVERIFY(keep(QStringLiteral("--doubt a-lot")));
        QVERIFY(stored(file)[QStringLiteral("exact_doubt")].isNull());
        QCOMPARE(stored(file)[QStringLiteral("doubt")].toString(), QStringLiteral("lot"));
    }

    void storedMeasurementsAreOfferedAndAppliedOnRequest()
    {
        const QString file = measured();
        const Output offered = decide(QStringList{file});
        QVERIFY2(offered.out.contains(
                     "1 need could be rated from measurements in this project: add --apply\n"),
                 offered.out.constData());
        const Output more = decide({file, QStringLiteral("--answer"), QStringLiteral("p99_ms=50"),
                                    QStringLiteral("--json")});
        const QJsonObject measurements = more.json()[QStringLiteral("measurements")].toObject();
        QCOMPARE(measurements[QStringLiteral("needs_to_rate")].toInt(), 2);
        QCOMPARE(measurements[QStringLiteral("applied")].toArray().size(), 0);

        const Output applied =
            decide({file, QStringLiteral("--answer"), QStringLiteral("p99_ms=50"),
                    QStringLiteral("--apply"), QStringLiteral("--explain")});
        QVERIFY(applied.out.contains("Applied from measurements"));
        QVERIFY2(applied.out.contains("requests/s (GIN)"), applied.out.constData());
        // Every alternative has a figure now, so the limit is a must-have at once.
        QVERIFY2(applied.out.contains("must reach level 3"), applied.out.constData());
        QVERIFY(!applied.out.contains("add --apply"));
        const Output inJson = decide({file, QStringLiteral("--apply"), QStringLiteral("--json")});
        const QString problems = schemaProblems(QStringLiteral("decide"), inJson.out);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }

    void oneRunIsAppliedAlone()
    {
        const QString file = measured();
        const auto goIn = [&](const char *run) {
            const Output output = decide({file, QStringLiteral("--apply-run"), QLatin1String(run),
                                          QStringLiteral("--json")});
            return levelOf(output, QStringLiteral("high-traffic"), QStringLiteral("go")).toDouble();
        };
        QVERIFY(goIn("old") < goIn("new"));
        const Output unknown =
            decide({file, QStringLiteral("--apply-run"), QStringLiteral("older")});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.err.contains("There is no run 'older'. The project has old, new"),
                 unknown.err.constData());
    }

    void aRatingByHandComesAfterTheMeasured()
    {
        const Output output =
            decide({measured(), QStringLiteral("--apply"), QStringLiteral("--rate"),
                    QStringLiteral("high-traffic/go=2"), QStringLiteral("--json")});
        QCOMPARE(levelOf(output, QStringLiteral("high-traffic"), QStringLiteral("go")).toDouble(),
                 2.0);
    }

    void wrongValuesNameTheThing_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *line, const char *expected) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromUtf8(expected);
        };
        row("--new a.weigh", "--new starts without a project: leave out 'a.weigh'");
        row("--title=", "--title takes a TEXT");
        row("--rate ai-ml/go=4,5", "must be a number from 1 to 5, not '4,5': write 4.5");
        row("--rate ai-ml/go=nan", "not 'nan'");
        row("--rate ai-ml/go=inf", "not 'inf'");
        row("--rate ai-ml/go=7", "from 1 to 5, not '7'");
        row("--rate ai-ml/go=12000rps", "from 1 to 5, not '12000rps'");
        row("--rate high-traffic/go=-5rps", "must be more than 0, not '-5rps'");
        row("--rate high-traffic/go=infrps", "not 'infrps'");
        row("--rate ai-ml=4", "--rate takes NEED/ALTERNATIVE=LEVEL, not 'ai-ml=4'");
        row("--rate ai-ml/pyton=4", "no alternative 'pyton'. Did you mean 'python'?");
        row("--rate ai-m/go=4", "no need 'ai-m'. Did you mean 'ai-ml'?");
        row("--new --level own --rate ai-ml/a=4", "Add it with --add-alternative");
        row("--set ai-ml=3 --set ai-ml=4", "--set is given twice for 'ai-ml'");
        row("--set ai-ml=4,5", "not '4,5': write 4.5, with a point");
        row("--answer ml=none --answer ml=hosted", "--answer is given twice for 'ml'");
        row("--unset memry", "no need 'memry' in the table");
        row("--clear-answer peak_rp", "no question 'peak_rp'. Did you mean 'peak_rps'?");
        row("--add-alternative Go", "There is already an alternative 'Go'");
        row("--add-need ai-ml", "There is already a need 'AI / ML integration'");
        row("--remove-alternative rust", "no alternative 'rust'");
        row("--rank ai-ml>ai-ml", "'AI / ML integration' is judged twice");
        row("--rank ai-ml>", "--rank takes NEED>NEED=NEED, not 'ai-ml>'");
        row("--rank ai-ml>fast-mvp --set ai-ml=4", "--rank and --set both set the weights");
        row("--rank ai-ml --swing ai-ml=3", "--rank and --swing both set the weights");
        row("--swing ai-ml=101", "must be a whole number from 0 to 100, not '101'");
        row("--swing ai-ml=0", "No swing has points");
        row("--pair ai-ml/fast-mvp=10", "from 1 to 9, not '10'");
        row("--pair ai-ml/ai-ml=2", "'ai-ml' is compared with itself");
        row("--pair ai-ml/fast-mvp=2 --pair fast-mvp/ai-ml=2", "are judged twice");
        row("--pair ai-ml/fast-mvp=2 --pair fast-mvp/memory=2", "are not compared");
        row("--bound ai-ml=30..10", "at least 30 % is more than at most 10 %");
        row("--bound ai-ml=30", "--bound takes NEED=FROM..TO, not 'ai-ml=30'");
        row("--bound ai-ml=0..nan", "not 'nan'");
        row("--weights wide", "'mine', 'order', 'bounds' or 'any', not 'wide'");
        row("--doubt much", "--doubt must be a number from 0.1 to 4, not 'much'");
        row("--doubt nan", "not 'nan'");
        row("--unset ai-ml --set ai-ml=3", "contradict each other");
        row("--unset ai-ml --rate ai-ml/Go=3", "contradict each other");
        row("--unset high-traffic/go --rate high-traffic/Go=3", "contradict each other");
        row("--correlation 1.5", "--correlation must be a number from 0 to 1, not '1.5'");
        row("--draws 999", "--draws must be a whole number from 1000 to 10000000, not '999'");
        row("--apply --apply-run x", "leave one out");
        row("--apply-run x", "There is no run 'x': the project has none");
    }

    void wrongValuesNameTheThing()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        expectRefused(decide(line), expected);
    }
};

QTEST_GUILESS_MAIN(CliOwnProjectTest)
#include "cli_own_project_test.moc"
