// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

class CliUsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpGoesToStdoutAndSucceeds_data();
    void helpGoesToStdoutAndSucceeds();
    void wrongUsageNamesTheThing_data();
    void wrongUsageNamesTheThing();
    void badProjectIsOneSentenceAndNothingIsLost_data();
    void badProjectIsOneSentenceAndNothingIsLost();
    void unwritablePlaceIsToldBeforeMeasuring_data();
    void unwritablePlaceIsToldBeforeMeasuring();
    void portInUseIsNamed();
    void missingToolchainComesWithItsRemedy();
    void missingDisplayIsOneSentence();
    void fullDiskIsAFailure();
    void weightsAreTriedWithoutChangingTheFile();
    void conformanceIsTold();
    void jsonIsTheOnlyThingOnStdout_data();
    void jsonIsTheOnlyThingOnStdout();
};

void CliUsageTest::helpGoesToStdoutAndSucceeds_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("program") << QStringList{QStringLiteral("--help")};
    QTest::newRow("version") << QStringList{QStringLiteral("--version")};
    for (const char *command : {"doctor", "prepare", "conformance", "bench", "load", "decide",
                                "claims", "report", "reference-server"})
        QTest::newRow(command) << QStringList{QString::fromLatin1(command),
                                              QStringLiteral("--help")};
}

void CliUsageTest::helpGoesToStdoutAndSucceeds()
{
    QFETCH(QStringList, arguments);
    const Output output = runProgram(arguments);
    QCOMPARE(output.code, 0);
    QVERIFY(output.out.contains("weighbridge"));
    QCOMPARE(output.err, QByteArray());
}

void CliUsageTest::wrongUsageNamesTheThing_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *line, const char *expected) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromUtf8(expected);
    };
    row("decdie", "'decdie'. Did you mean 'decide'?");
    row("--no-such", "'--no-such'");
    row("decide --wieght 3", "has no option 'wieght'");
    row("decide --set high-trafic=3", "'high-trafic'. Did you mean 'high-traffic'?");
    row("decide --set ai-ml", "NEED=WEIGHT, not 'ai-ml'");
    row("decide --set ai-ml=-1", "from 0 to 10, not '-1'");
    row("decide --set ai-ml=nan", "from 0 to 10, not 'nan'");
    row("decide --level planets", "not 'planets'");
    row("decide a.weigh b.weigh", "does not take 'b.weigh'");
    row("prepare fastpi", "'fastpi'. Did you mean 'fastapi'?");
    row("bench --targets rails", "no target 'rails'. Known are: reference");
    row("bench --targets ,", "names no target");
    row("bench --workload jsn", "no workload 'jsn'. Did you mean 'json'?");
    row("bench --profile fast", "not 'fast'");
    row("bench --connections 0", "from 1 to");
    row("bench --connections 1e3", "not '1e3'");
    row("bench --duration inf", "not 'inf'");
    row("bench --rounds", "--rounds");
    row("bench --quick --workload json", "--quick has a --workload of its own");
    row("bench --quick --targets rails", "no target 'rails'");
    row("conformance --workload start", "makes the request of 'json'");
    row("bench --apply", "--apply needs --project");
    row("bench --targets gin --against flask", "which is not measured");
    row("bench --json --csv", "exclude each other");
    row("bench --database postgresql://me@192.0.2.1/db",
        "\"192.0.2.1\", which is not this machine");
    row("conformance --database mysql://me@127.0.0.1/db", "is none of PostgreSQL");
    row("load", "needs URL");
    row("load nonsense", "'nonsense' is no URL");
    row("load https://127.0.0.1/", "only http");
    row("load http://192.0.2.1/", "not this machine");
    row("load http://192.0.2.1/ --allow-remote 192.0.2.2 --rate 5", "names '192.0.2.2'");
    row("load http://192.0.2.1/ --allow-remote 192.0.2.1", "needs --rate");
    row("report --format docx", "not 'docx'");
}

void CliUsageTest::wrongUsageNamesTheThing()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    const Output output = runProgram(line.split(QLatin1Char(' ')));
    QCOMPARE(output.code, 2);
    QCOMPARE(output.out, QByteArray());
    QVERIFY2(QString::fromUtf8(output.err).contains(expected), output.err.constData());
    QCOMPARE(output.complaints().size(), 2); // the cause, and where help is
}

void CliUsageTest::badProjectIsOneSentenceAndNothingIsLost_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *document, const char *expected) {
        QTest::newRow(name) << QByteArray(document) << QString::fromLatin1(expected);
    };
    row("truncated", "{\"schema\": 1, \"decision\": {\"needs\": [", "cut off");
    row("not JSON", "hello", "not JSON");
    row("newer schema", "{\"schema\": 7}", "made by a newer Weighbridge (schema 7)");
    row("NaN", "{\"schema\": 1, \"decision\": {\"needs\": [{\"id\": \"a\", \"weight\": NaN}]}}",
        "not a finite number");
    row("negative weight",
        "{\"schema\": 1, \"decision\": {\"needs\": [{\"id\": \"a\", \"weight\": -2}]}}",
        "decision.needs[0].weight is negative");
}

void CliUsageTest::badProjectIsOneSentenceAndNothingIsLost()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, expected);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bad.weigh"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(document);
    file.flush();
    const QList<QStringList> commands{{QStringLiteral("decide"), path},
                                      {QStringLiteral("report"), path},
                                      {QStringLiteral("bench"), QStringLiteral("--targets"),
                                       QStringLiteral("reference"), QStringLiteral("--project"),
                                       path}};
    for (const QStringList &arguments : commands) {
        const Output output = runProgram(arguments);
        QCOMPARE(output.code, 1);
        QCOMPARE(output.out, QByteArray());
        QCOMPARE(output.complaints().size(), 1);
        QVERIFY2(output.complaints().first().contains(path), output.err.constData());
        QVERIFY2(output.complaints().first().contains(expected), output.err.constData());
    }
    file.seek(0);
    QCOMPARE(file.readAll(), document);
}

void CliUsageTest::unwritablePlaceIsToldBeforeMeasuring_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("project") << QStringLiteral("--project");
    QTest::newRow("out") << QStringLiteral("--out");
}

void CliUsageTest::unwritablePlaceIsToldBeforeMeasuring()
{
    QFETCH(QString, option);
    // No program may write there, not even root's.
    const QString path = QStringLiteral("/proc/weighbridge.weigh");
    const Output output = runProgram({QStringLiteral("bench"), QStringLiteral("--targets"),
                                      QStringLiteral("reference"), option, path});
    QCOMPARE(output.code, 1);
    QCOMPARE(output.out, QByteArray());
    QCOMPARE(output.complaints().size(), 1); // no line of progress: nothing was measured
    QVERIFY2(output.complaints().first().contains(path), output.err.constData());
}

void CliUsageTest::portInUseIsNamed()
{
    QProcess first;
    first.start(
        QStringLiteral(WEIGHBRIDGE_EXECUTABLE),
        {QStringLiteral("reference-server"), QStringLiteral("--port"), QStringLiteral("0")});
    while (!first.canReadLine() && first.waitForReadyRead()) {
    }
    const QString port =
        QString::fromUtf8(first.readLine()).trimmed().section(QLatin1Char(':'), -1);
    const Output second =
        runProgram({QStringLiteral("reference-server"), QStringLiteral("--port"), port});
    first.terminate();
    QVERIFY(first.waitForFinished());
    QCOMPARE(second.code, 1);
    QCOMPARE(second.out, QByteArray());
    QVERIFY2(second.err.contains(port.toUtf8()), second.err.constData());
}

void CliUsageTest::missingToolchainComesWithItsRemedy()
{
    const QTemporaryDir folder;
    const QHash<QString, QString> withoutGo{
        {QStringLiteral("WEIGHBRIDGE_GO"), folder.filePath(QStringLiteral("no-go"))},
        {QStringLiteral("WEIGHBRIDGE_CACHE"), folder.path()}};
    const Output doctor =
        runProgram({QStringLiteral("doctor"), QStringLiteral("--json")}, withoutGo);
    QCOMPARE(doctor.code, 0);
    QVERIFY2(doctor.out.contains("apt-get install"), doctor.out.constData());
    const Output bench = runProgram(
        {QStringLiteral("bench"), QStringLiteral("--targets"), QStringLiteral("gin")}, withoutGo);
    QCOMPARE(bench.code, 1);
    QVERIFY2(bench.err.contains("Go"), bench.err.constData());
    QVERIFY2(bench.err.contains("apt-get install"), bench.err.constData());
}

void CliUsageTest::missingDisplayIsOneSentence()
{
    QProcessEnvironment none = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        none.remove(QString::fromLatin1(name));
    QProcess process;
    process.setProcessEnvironment(none);
    process.start(QStringLiteral(WEIGHBRIDGE_EXECUTABLE), QStringList());
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    const QByteArray err = process.readAllStandardError();
    QVERIFY2(err.contains("no display") && err.count('\n') == 1, err.constData());
}

void CliUsageTest::fullDiskIsAFailure()
{
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(WEIGHBRIDGE_EXECUTABLE), {QStringLiteral("claims")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("standard output"));
}

void CliUsageTest::weightsAreTriedWithoutChangingTheFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.weigh"));
    QVERIFY(QFile::copy(
        QStringLiteral(WEIGHBRIDGE_SOURCE_DIR "/resources/samples/ride-matching-backend.weigh"),
        path));
    const auto leader = [&path](const QStringList &more) {
        const Output output = runProgram(
            QStringList{QStringLiteral("decide"), path, QStringLiteral("--json")} + more);
        return output.json()[QStringLiteral("verdict")][QStringLiteral("leader")].toString();
    };
    QCOMPARE(leader({}), QStringLiteral("go"));
    QCOMPARE(leader({QStringLiteral("--set"), QStringLiteral("ai-ml=10"), QStringLiteral("--set"),
                     QStringLiteral("fast-mvp=10")}),
             QStringLiteral("python"));
    QCOMPARE(leader({}), QStringLiteral("go"));
}

void CliUsageTest::conformanceIsTold()
{
    const Output output = runProgram(
        {QStringLiteral("conformance"), QStringLiteral("reference"), QStringLiteral("--json")});
    QCOMPARE(output.code, 0);
    const QString problems = schemaProblems(QStringLiteral("conformance"), output.out);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
    const QJsonArray results = output.json()[QStringLiteral("results")].toArray();
    QCOMPARE(results.size(), qsizetype{2}); // json and sleep
    for (const QJsonValue &result : results)
        QVERIFY(result[QStringLiteral("pass")].toBool());
    const Output unknown = runProgram(
        {QStringLiteral("conformance"), QStringLiteral("--workload"), QStringLiteral("jsn")});
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.err.contains("json"), unknown.err.constData());
}

void CliUsageTest::jsonIsTheOnlyThingOnStdout_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("decide") << QStringLiteral("decide --json --explain");
    QTest::newRow("claims") << QStringLiteral("claims --json");
    QTest::newRow("doctor") << QStringLiteral("doctor --json");
    QTest::newRow("report") << QStringLiteral("report --format json");
}

void CliUsageTest::jsonIsTheOnlyThingOnStdout()
{
    QFETCH(QString, line);
    const Output output = runProgram(line.split(QLatin1Char(' ')));
    QCOMPARE(output.code, 0);
    QCOMPARE(output.err, QByteArray());
    QCOMPARE(output.json()[QStringLiteral("schema")].toInt(), 1);
    QVERIFY(!output.json()[QStringLiteral("program_version")].toString().isEmpty());
    const QString problems =
        schemaProblems(QString::fromLatin1(QTest::currentDataTag()), output.out);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

QTEST_GUILESS_MAIN(CliUsageTest)
#include "cli_usage_test.moc"
