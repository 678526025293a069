// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/benchmark_result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace weighbridge;
using namespace weighbridge::results;

namespace
{

Round sampleRound(int number)
{
    Round round;
    round.number = number;
    round.requestsPerSecond = 41035.25 + number;
    round.requests = 410352;
    round.errors = 3;
    round.latency = {24.03, 21.5, 25.25, 33.1, 61.7, 88.8, std::nullopt, 120.5, 410352};
    round.memory = {8.5, 41.25, 44.0, 6.25, 6.5};
    round.cpuMicrosecondsPerRequest = 23.7;
    round.generatorCpuMicrosecondsPerRequest = 9.1;
    round.startMilliseconds = 12.75;
    round.warmUpSeconds = 1.1;
    round.steadiness = SteadyState::warmUp;
    round.littlesLaw = {986.1, 0.9861};
    round.leastRequestsPerConnection = 390;
    round.mostRequestsPerConnection = 431;
    round.jainFairness = 0.9991;
    round.figures = {{QStringLiteral("jitter_p99_ms"), 1.25}};
    round.samples = {{0.1, 39000, 30.5, 0.97, true}, {0.2, 41000.5, 31, 0.99, false}};
    round.flags = {{FlagId::errors, Grade::noted, QStringLiteral("3 of 410,355 requests failed."),
                    QStringLiteral("See its log.")},
                   {FlagId::noisy, Grade::doubtful, QStringLiteral("It varies."), {}}};
    return round;
}

BenchmarkResult sampleResult()
{
    BenchmarkResult result;
    result.id = QStringLiteral("20261123T221500Z-ab12");
    result.label = QStringLiteral("Two languages");
    result.startedAt =
        QDateTime::fromString(QStringLiteral("2026-11-23T22:15:00.123Z"), Qt::ISODateWithMs);
    result.seconds = 61.5;
    result.programVersion = QStringLiteral("0.1.0");
    result.ownCpuCores = 0.04;
    result.machine = {QStringLiteral("d70f09b7feea0f0d"),
                      QStringLiteral("A CPU"),
                      2,
                      {},
                      QStringLiteral("linux 6.18"),
                      QStringLiteral("Debian"),
                      24105.5,
                      0.25,
                      20000,
                      4096};
    result.serverCpus = {0, 2};
    result.generatorCpus = {1};
    result.plan.targets = {QStringLiteral("gin"), QStringLiteral("flask")};
    result.plan.requestsPerSecond = 2500.5;
    result.plan.seed = 9'007'199'254'740'991;
    TargetResult gin;
    gin.target = QStringLiteral("gin");
    gin.name = QStringLiteral("Gin");
    gin.language = QStringLiteral("go");
    gin.command = {QStringLiteral("/cache/server"), QStringLiteral("--port"), QStringLiteral("1")};
    gin.environment = {{QStringLiteral("GOMAXPROCS"), QStringLiteral("1")}};
    gin.replyHeaders = {QStringLiteral("content-type: application/json")};
    gin.state = TargetState::measured;
    gin.rounds = {sampleRound(1), sampleRound(2)};
    gin.written.requestsPerSecond = {41036.75, 41036.25, 41037.25};
    gin.latency = gin.rounds[0].latency;
    gin.written.memory = gin.rounds[0].memory;
    gin.written.cpuMicrosecondsPerRequest = 23.7;
    gin.written.startMilliseconds = 12.75;
    gin.spread = 0.001;
    gin.written.errors = 6;
    gin.written.littlesLaw = {986.1, 0.9861};
    gin.written.figures = {{QStringLiteral("jitter_p99_ms"), {1.25, 1.0, 1.5}}};
    gin.valid = true;
    TargetResult flask;
    flask.target = QStringLiteral("flask");
    flask.name = QStringLiteral("Flask");
    flask.state = TargetState::failed;
    flask.failure = QStringLiteral("Flask needs Python, which was not found");
    result.results = {gin, flask};
    result.ratios = {{QStringLiteral("gin"), QStringLiteral("flask"), QStringLiteral("latency_p99"),
                      2.5, 2.1, 2.9, true, 0.08, 0.005}};
    return result;
}

/// `object` with the value at `path` ("results.0.latency_ms.p99") replaced, or taken away.
QJsonValue changed(const QJsonValue &value, QStringList path, const QJsonValue &replacement)
{
    if (path.isEmpty())
        return replacement;
    const QString head = path.takeFirst();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        array[head.toInt()] = changed(array[head.toInt()], path, replacement);
        return array;
    }
    QJsonObject object = value.toObject();
    if (path.isEmpty() && replacement.isUndefined())
        object.remove(head);
    else
        object.insert(head, changed(object.value(head), path, replacement));
    return object;
}

} // namespace

class ResultJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMeasurementThatIsNoLoadSurvivesWithoutMadeUpZeros()
    {
        BenchmarkResult result = sampleResult();
        result.plan.workload = QStringLiteral("size");
        TargetResult &gin = result.results.front();
        Round round;
        round.number = 1;
        round.figures = {{QStringLiteral("size_mib"), 11.5}, {QStringLiteral("files"), 1}};
        gin.rounds = {round};
        gin.written.requestsPerSecond = {};
        gin.latency = {};
        gin.written.memory = {};
        gin.written.cpuMicrosecondsPerRequest = gin.written.startMilliseconds = 0;
        gin.written.littlesLaw = {};
        gin.written.errors = 0;
        gin.written.figures = {{QStringLiteral("size_mib"), {11.5, 11.5, 11.5}}};
        const QJsonObject object = toJson(result);
        const QJsonValue written = object[QStringLiteral("results")][0];
        for (const char *name : {"requests_per_second", "latency_ms", "memory_mib", "start_ms",
                                 "cpu_us_per_request", "littles_law"}) {
            QVERIFY2(written[QLatin1String(name)].isNull(), name);
            QVERIFY2(written[QStringLiteral("rounds_detail")][0][QLatin1String(name)].isNull(),
                     name);
        }
        const json::Reader reader(object);
        QCOMPARE(benchmarkResultFrom(reader), result);
        QVERIFY2(reader.sound(), qPrintable(reader.mistake()));
    }

    void everythingSurvivesARoundTripThroughText()
    {
        const BenchmarkResult result = sampleResult();
        const QByteArray text = QJsonDocument(toJson(result)).toJson();
        const json::Reader reader(QJsonDocument::fromJson(text).object());
        QCOMPARE(benchmarkResultFrom(reader), result);
        QVERIFY2(reader.sound(), qPrintable(reader.mistake()));
    }

    void keysAreThoseOfTheInterface()
    {
        const QJsonObject object = toJson(sampleResult());
        const QJsonObject gin = object.value(QStringLiteral("results")).toArray()[0].toObject();
        for (const char *key : {"target", "workload", "profile", "connections", "rounds",
                                "requests_per_second", "latency_ms", "memory_mib",
                                "cpu_us_per_request", "start_ms", "littles_law", "flags", "valid"})
            QVERIFY2(gin.contains(QLatin1String(key)), key);
        QCOMPARE(gin.value(QStringLiteral("rounds")).toInt(), 2);
        const QJsonObject latency = gin.value(QStringLiteral("latency_ms")).toObject();
        QCOMPARE(latency.value(QStringLiteral("p99_99")).type(), QJsonValue::Null);
        QCOMPARE(latency.value(QStringLiteral("p99_9")).toDouble(), 88.8);
    }

    void aRunOfAnEarlierVersionDoesNotKnowItsCpus()
    {
        QJsonObject object = toJson(sampleResult());
        object.remove(QStringLiteral("server_cpus"));
        object.remove(QStringLiteral("generator_cpus"));
        const json::Reader reader(object);
        const BenchmarkResult back = benchmarkResultFrom(reader);
        QVERIFY2(reader.sound(), qPrintable(reader.mistake()));
        QVERIFY(back.serverCpus.empty() && back.generatorCpus.empty());
    }

    void theAddressOfADatabaseStaysOut()
    {
        BenchmarkResult result = sampleResult();
        result.plan.databaseUrl = QStringLiteral("postgresql://me:secret@127.0.0.1:5432/bench");
        const QJsonObject object = toJson(result);
        QVERIFY(!QJsonDocument(object).toJson().contains("secret"));
        const json::Reader reader(object);
        QCOMPARE(databaseKind(benchmarkResultFrom(reader).plan), QStringLiteral("postgresql"));
        QVERIFY2(reader.sound(), qPrintable(reader.mistake()));
    }

    void whatWasNotMeasuredIsNull()
    {
        const QJsonObject flask =
            toJson(sampleResult()).value(QStringLiteral("results")).toArray()[1].toObject();
        for (const char *key :
             {"requests_per_second", "latency_ms", "memory_mib", "start_ms", "errors"})
            QCOMPARE(flask.value(QLatin1String(key)).type(), QJsonValue::Null);
        QCOMPARE(flask.value(QStringLiteral("valid")).toBool(true), false);
    }

    void hostileValuesAreRejectedByTheirPlace_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("place");
        const QJsonValue gone(QJsonValue::Undefined);
        QTest::newRow("missing id") << "id" << gone << "id is missing";
        QTest::newRow("number as text")
            << "results.0.latency_ms.p99" << QJsonValue(QStringLiteral("61"))
            << "results[0].latency_ms.p99 is text, not a number";
        QTest::newRow("negative") << "results.0.requests_per_second.median" << QJsonValue(-1)
                                  << "results[0].requests_per_second.median";
        QTest::newRow("negative part of the memory")
            << "results.0.memory_mib.peak_file_backed" << QJsonValue(-1)
            << "results[0].memory_mib.peak_file_backed";
        QTest::newRow("infinite") << "results.0.rounds_detail.1.start_ms"
                                  << QJsonValue(std::numeric_limits<double>::infinity())
                                  << "results[0].rounds_detail[1].start_ms";
        QTest::newRow("not a number")
            << "machine.memory_mib" << QJsonValue(std::numeric_limits<double>::quiet_NaN())
            << "machine.memory_mib";
        QTest::newRow("fraction of a request")
            << "results.0.rounds_detail.0.requests" << QJsonValue(1.5)
            << "results[0].rounds_detail[0].requests";
        QTest::newRow("huge integer")
            << "plan.connections" << QJsonValue(1e12) << "plan.connections";
        QTest::newRow("no connections")
            << "plan.connections" << QJsonValue(0) << "plan.connections";
        QTest::newRow("unknown profile")
            << "plan.profile" << QJsonValue(QStringLiteral("fast")) << "plan.profile";
        QTest::newRow("unknown state")
            << "results.0.state" << QJsonValue(QStringLiteral("good")) << "results[0].state";
        QTest::newRow("unknown grade")
            << "results.0.rounds_detail.0.flags.0.grade" << QJsonValue(QStringLiteral("grave"))
            << "results[0].rounds_detail[0].flags[0].grade";
        QTest::newRow("valid without rounds")
            << "results.1.valid" << QJsonValue(true) << "results[1].rounds_detail";
        QTest::newRow("list as object")
            << "results" << QJsonValue(QJsonObject{}) << "results is an object, not a list";
        QTest::newRow("number in list")
            << "ratios.0" << QJsonValue(3) << "ratios[0] is a number, not an object";
        QTest::newRow("text as bool")
            << "ratios.0.different" << QJsonValue(QStringLiteral("yes")) << "ratios[0].different";
        QTest::newRow("no time") << "started_at" << QJsonValue(QStringLiteral("yesterday"))
                                 << "started_at";
        QTest::newRow("endless duration")
            << "plan.duration_s" << QJsonValue(1e300) << "plan.duration_s";
        QTest::newRow("no CPU") << "server_cpus.0" << QJsonValue(-1) << "server_cpus";
        QTest::newRow("newer schema")
            << "schema" << QJsonValue(2) << "schema is that of a newer version";
    }
    void hostileValuesAreRejectedByTheirPlace()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, place);
        const QJsonValue object =
            changed(toJson(sampleResult()), path.split(QLatin1Char('.')), value);
        const json::Reader reader(object.toObject());
        static_cast<void>(benchmarkResultFrom(reader));
        QVERIFY2(reader.mistake().startsWith(place), qPrintable(reader.mistake()));
    }

    void memoryOfEarlierVersionsWasNotDivided()
    {
        QJsonValue object = toJson(sampleResult());
        for (const char *part : {"idle_file_backed", "peak_file_backed"})
            object = changed(object,
                             {QStringLiteral("results"), QStringLiteral("0"),
                              QStringLiteral("memory_mib"), QLatin1String(part)},
                             QJsonValue(QJsonValue::Undefined));
        const json::Reader reader(object.toObject());
        const BenchmarkResult read = benchmarkResultFrom(reader);
        QVERIFY2(reader.sound(), qPrintable(reader.mistake()));
        const MemorySummary &memory = read.results.front().written.memory;
        QCOMPARE(memory.peak, 44.0);
        QVERIFY(!memory.idleFileBacked && !memory.peakFileBacked);
    }

    void anEmptyObjectIsNoResult()
    {
        const json::Reader reader({});
        static_cast<void>(benchmarkResultFrom(reader));
        QVERIFY(!reader.sound());
    }
};

QTEST_APPLESS_MAIN(ResultJsonTest)
#include "result_json_test.moc"
