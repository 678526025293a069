// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

namespace
{

QJsonObject elementWith(const QJsonValue &list, const QString &key, const QString &value)
{
    for (const QJsonValue &element : list.toArray()) {
        if (element[key].toString() == value)
            return element.toObject();
    }
    return {};
}

QString missingToolchains()
{
    const QJsonObject doctor =
        runProgram({QStringLiteral("doctor"), QStringLiteral("--json")}).json();
    QStringList missing;
    for (const QString &id : {QStringLiteral("go"), QStringLiteral("python")}) {
        const QJsonObject toolchain =
            elementWith(doctor[QStringLiteral("toolchains")], QStringLiteral("id"), id);
        if (!toolchain[QStringLiteral("ok")].toBool())
            missing << toolchain[QStringLiteral("remedy")].toString();
    }
    return missing.join(QStringLiteral("; "));
}

} // namespace

/// The join: real servers, a project, a verdict and a report, through the program alone.
class EndToEndTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void benchPrintsFiguresOfEveryTarget();
    void projectHoldsTheRunAndTheRatings();
    void verdictRestsOnTheFigures();
    void reportCarriesTheFigures();
    void claimsAreCheckedAgainstTheRun();
    void secondRunIsAppended();
    void quickSetRatesFromAllItsRuns();

private:
    QTemporaryDir m_folder;
    QString m_project;
    Output m_bench;
};

void EndToEndTest::initTestCase()
{
    const QString missing = missingToolchains();
    if (!missing.isEmpty()) {
        if (qEnvironmentVariableIsSet("WEIGHBRIDGE_REQUIRE_TOOLCHAINS"))
            QFAIL(qPrintable(missing));
        QSKIP(qPrintable(missing));
    }
    m_project = m_folder.filePath(QStringLiteral("join.weigh"));
    // A busy machine may flag the figures; what is tested is the way they take, so use them anyway.
    m_bench =
        runProgram({QStringLiteral("bench"), QStringLiteral("--targets"),
                    QStringLiteral("reference,gin,fastapi"), QStringLiteral("--workload"),
                    QStringLiteral("json"), QStringLiteral("--connections"), QStringLiteral("32"),
                    QStringLiteral("--duration"), QStringLiteral("1"), QStringLiteral("--rounds"),
                    QStringLiteral("2"), QStringLiteral("--warm-up"), QStringLiteral("1"),
                    QStringLiteral("--project"), m_project, QStringLiteral("--apply"),
                    QStringLiteral("--use-invalid"), QStringLiteral("--json")});
    QVERIFY2(m_bench.code == 0 || m_bench.code == 3, m_bench.err.constData());
}

void EndToEndTest::benchPrintsFiguresOfEveryTarget()
{
    const QString problems = schemaProblems(QStringLiteral("bench"), m_bench.out);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
    const QJsonObject json = m_bench.json();
    for (const QString &target :
         {QStringLiteral("reference"), QStringLiteral("gin"), QStringLiteral("fastapi")}) {
        const QJsonObject result =
            elementWith(json[QStringLiteral("results")], QStringLiteral("target"), target);
        QCOMPARE(result[QStringLiteral("state")].toString(), QStringLiteral("measured"));
        QVERIFY(result[QStringLiteral("requests_per_second")][QStringLiteral("median")].toDouble() >
                0);
        QVERIFY(result[QStringLiteral("memory_mib")][QStringLiteral("peak")].toDouble() > 0);
        // The mean fulfils Little's law within 10 %, or a flag says why not.
        const double ratio =
            result[QStringLiteral("littles_law")][QStringLiteral("ratio")].toDouble();
        const bool isFlagged = !elementWith(result[QStringLiteral("flags")], QStringLiteral("id"),
                                            QStringLiteral("littles_law"))
                                    .isEmpty();
        QVERIFY2(isFlagged || (ratio > 0.9 && ratio < 1.1), qPrintable(target));
    }
    QVERIFY(!json[QStringLiteral("ratios")].toArray().isEmpty());
}

void EndToEndTest::projectHoldsTheRunAndTheRatings()
{
    QFile file(m_project);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const QString problems = schemaProblems(QStringLiteral("project"), bytes);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
    const QJsonObject document = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(document[QStringLiteral("runs")].toArray().size(), 1);
    QCOMPARE(document[QStringLiteral("runs")][0][QStringLiteral("id")],
             m_bench.json()[QStringLiteral("id")]);
}

void EndToEndTest::verdictRestsOnTheFigures()
{
    const Output decide =
        runProgram({QStringLiteral("decide"), m_project, QStringLiteral("--json")});
    QCOMPARE(decide.code, 0);
    const QJsonObject json = decide.json();
    int measured = 0;
    for (const QJsonValue &rating : json[QStringLiteral("ratings")].toArray()) {
        if (rating[QStringLiteral("source")][QStringLiteral("kind")].toString() !=
            QLatin1String("measured"))
            continue;
        ++measured;
        QCOMPARE(rating[QStringLiteral("need")].toString(), QStringLiteral("high-traffic"));
        const QString target = rating[QStringLiteral("alternative")] == QLatin1String("go")
                                   ? QStringLiteral("gin")
                                   : QStringLiteral("fastapi");
        const QJsonObject result = elementWith(m_bench.json()[QStringLiteral("results")],
                                               QStringLiteral("target"), target);
        const QJsonObject throughput = result[QStringLiteral("requests_per_second")].toObject();
        QVERIFY(rating[QStringLiteral("raw")].toDouble() >=
                throughput[QStringLiteral("low")].toDouble() * 0.999);
        QVERIFY(rating[QStringLiteral("raw")].toDouble() <=
                throughput[QStringLiteral("high")].toDouble() * 1.001);
        QCOMPARE(rating[QStringLiteral("source")][QStringLiteral("run")],
                 m_bench.json()[QStringLiteral("id")]);
    }
    QCOMPARE(measured, 2);
    QCOMPARE(json[QStringLiteral("verdict")][QStringLiteral("sentence")],
             m_bench.json()[QStringLiteral("project")][QStringLiteral("verdict_after")]
                           [QStringLiteral("sentence")]);
    const QJsonObject share = elementWith(json[QStringLiteral("evidence_share")],
                                          QStringLiteral("kind"), QStringLiteral("measured"));
    QVERIFY(share[QStringLiteral("share")].toDouble() > 0);
}

void EndToEndTest::reportCarriesTheFigures()
{
    const QString path = m_folder.filePath(QStringLiteral("report.md"));
    const Output report =
        runProgram({QStringLiteral("report"), m_project, QStringLiteral("--format"),
                    QStringLiteral("md"), QStringLiteral("--out"), path});
    QCOMPARE(report.code, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (const QJsonValue &result : m_bench.json()[QStringLiteral("results")].toArray()) {
        const double median =
            result[QStringLiteral("requests_per_second")][QStringLiteral("median")].toDouble();
        const QString figure = QLocale(QLocale::English).toString(median, 'f', 0);
        QVERIFY2(text.contains(figure), qPrintable(figure));
    }
    QVERIFY(text.contains(QStringLiteral("measured: ")));
    QVERIFY(text.contains(
        m_bench.json()[QStringLiteral("machine")][QStringLiteral("system")].toString().section(
            QLatin1Char(' '), 0, 0)));

    const Output json = runProgram(
        {QStringLiteral("report"), m_project, QStringLiteral("--format"), QStringLiteral("json")});
    const QString problems = schemaProblems(QStringLiteral("report"), json.out);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
    QCOMPARE(json.json()[QStringLiteral("run")][QStringLiteral("id")],
             m_bench.json()[QStringLiteral("id")]);
}

void EndToEndTest::claimsAreCheckedAgainstTheRun()
{
    const Output claims =
        runProgram({QStringLiteral("claims"), m_project, QStringLiteral("--json")});
    QCOMPARE(claims.code, 0);
    const QString problems = schemaProblems(QStringLiteral("claims"), claims.out);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

void EndToEndTest::secondRunIsAppended()
{
    const Output bench = runProgram(
        {QStringLiteral("bench"), QStringLiteral("--targets"), QStringLiteral("reference"),
         QStringLiteral("-c"), QStringLiteral("8"), QStringLiteral("-d"), QStringLiteral("0.5"),
         QStringLiteral("--rounds"), QStringLiteral("1"), QStringLiteral("--warm-up"),
         QStringLiteral("0"), QStringLiteral("--project"), m_project});
    QVERIFY2(bench.code == 0 || bench.code == 3, bench.err.constData());
    QVERIFY(bench.out.contains("The run was added; no rating was changed."));
    QFile file(m_project);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(document[QStringLiteral("runs")].toArray().size(), 2);
}

void EndToEndTest::quickSetRatesFromAllItsRuns()
{
    const QString project = m_folder.filePath(QStringLiteral("quick.weigh"));
    const QString copy = m_folder.filePath(QStringLiteral("quick.json"));
    const Output bench = runProgram(
        {QStringLiteral("bench"), QStringLiteral("--quick"), QStringLiteral("--targets"),
         QStringLiteral("gin"), QStringLiteral("--project"), project, QStringLiteral("--apply"),
         QStringLiteral("--use-invalid"), QStringLiteral("--out"), copy, QStringLiteral("--json")});
    QVERIFY2(bench.code == 0 || bench.code == 3, bench.err.constData());
    QVERIFY2(bench.err.contains("8 measurements of one target, about"), bench.err.constData());
    QString problems = schemaProblems(QStringLiteral("suite"), bench.out);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    problems = schemaProblems(QStringLiteral("suite"), file.readAll());
    QVERIFY2(problems.isEmpty(), qPrintable(problems));

    const QJsonObject json = bench.json();
    QStringList workloads;
    for (const QJsonValue &run : json[QStringLiteral("runs")].toArray())
        workloads << run[QStringLiteral("plan")][QStringLiteral("workload")].toString();
    QCOMPARE(workloads.join(u' '), QStringLiteral("json json db sleep cpu start memory size"));
    QVERIFY(json[QStringLiteral("duration_s")].toDouble() > 10);
    QVERIFY(!json[QStringLiteral("project")][QStringLiteral("applied")].toArray().isEmpty());
    QFile saved(project);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QJsonObject document = QJsonDocument::fromJson(saved.readAll()).object();
    QCOMPARE(document[QStringLiteral("runs")].toArray().size(), workloads.size());
}

QTEST_GUILESS_MAIN(EndToEndTest)
#include "end_to_end_test.moc"
