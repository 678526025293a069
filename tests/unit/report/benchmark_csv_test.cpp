// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured_runs.h"

#include "core/report/benchmark_csv.h"
#include "core/results/columns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace weighbridge;
using testing::measuredRun;
using testing::MeasuredTarget;

namespace
{

/// The records as Python's csv module reads them, which is not ours: objects by the header's names.
QJsonArray readByPython(const QByteArray &csv)
{
    QProcess python;
    python.start(
        QStringLiteral(PYTHON),
        {QStringLiteral("-c"),
         QStringLiteral("import csv, io, json, sys\n"
                        "text = sys.stdin.buffer.read().decode('utf-8')\n"
                        "rows = csv.DictReader(io.StringIO(text, newline=''), strict=True)\n"
                        "sys.stdout.buffer.write(json.dumps(list(rows)).encode())\n")});
    python.write(csv);
    python.closeWriteChannel();
    python.waitForFinished();
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

QString text(const QJsonValue &record, const char *key)
{
    return record[QLatin1String(key)].toString();
}

} // namespace

/// Every figure of a run, as another program reads it.
class BenchmarkCsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherProgramReadsWhatWasMeasured();
    void hostileNamesStayText();
    void aTargetWithoutFiguresHasARecord();
    void oneRoundHasNoInterval();
};

void BenchmarkCsvTest::anotherProgramReadsWhatWasMeasured()
{
    auto run = measuredRun(QStringLiteral("json"), 100, testing::allTargets(1234.5678901234567, 3));
    run->results[2].flags = {{results::FlagId::errors, results::Grade::invalid,
                              QStringLiteral("Some failed, \"maybe\"."),
                              QStringLiteral("Do this.")},
                             {results::FlagId::noisy, results::Grade::noted,
                              QStringLiteral("It varies."), QStringLiteral("Do this.")}};
    run->results[2].valid = false;
    run->results[3].rounds[1].requestsPerSecond = 1300;
    const auto memory = measuredRun(QStringLiteral("memory"), 1000, testing::allTargets(20, 2));
    const QJsonArray records = readByPython(report::toCsv({run, memory}));

    int expected = 0;
    for (const auto &each : {run, memory}) {
        for (const results::TargetResult &result : each->results) {
            for (const results::Column &column :
                 results::columnsOf(each->plan, results::Detail::full)) {
                if (column.part != results::Column::Part::value)
                    continue;
                const auto value = results::summaryOf(result, *column.quantity);
                if (!value)
                    continue;
                ++expected;
                const auto found =
                    std::find_if(records.begin(), records.end(), [&](const QJsonValue &record) {
                        return text(record, "target") == result.target &&
                               text(record, "workload") == each->plan.workload &&
                               text(record, "quantity") == column.quantity->id;
                    });
                QVERIFY(found != records.end());
                const QJsonValue record = *found;
                QCOMPARE(text(record, "value").toDouble(), value->median); // to the last bit
                QCOMPARE(text(record, "unit"), column.quantity->unit);
                QCOMPARE(text(record, "connections").toInt(), each->plan.connections);
                QCOMPARE(text(record, "low").isEmpty(), !value->hasRange());
                if (value->hasRange()) {
                    QCOMPARE(text(record, "low").toDouble(), value->low);
                    QCOMPARE(text(record, "high").toDouble(), value->high);
                }
                QCOMPARE(text(record, "name"), result.name);
            }
        }
    }
    QCOMPARE(records.size(), expected);
    for (const QJsonValue &record : records) {
        const bool isFlagged =
            text(record, "target") == run->results[2].target && text(record, "workload") == "json";
        QCOMPARE(text(record, "grade"),
                 isFlagged ? QStringLiteral("invalid") : QStringLiteral("sound"));
        QCOMPARE(text(record, "flags"), isFlagged ? QStringLiteral("errors noisy") : QString());
    }
}

void BenchmarkCsvTest::hostileNamesStayText()
{
    auto run = measuredRun(QStringLiteral("json"), 100,
                           {{QStringLiteral("own"),
                             QStringLiteral("=HYPERLINK(\"x\",\"a, b\")\n"),
                             QStringLiteral("go"),
                             {10, 10}}});
    const QJsonArray records = readByPython(report::toCsv({run}));
    QVERIFY(!records.isEmpty());
    for (const QJsonValue &record : records)
        QCOMPARE(text(record, "name"), QStringLiteral("'=HYPERLINK(\"x\",\"a, b\")\n"));
}

void BenchmarkCsvTest::aTargetWithoutFiguresHasARecord()
{
    const auto run =
        measuredRun(QStringLiteral("json"), 100,
                    {{QStringLiteral("gin"), QStringLiteral("Gin"), QStringLiteral("go"), {}}});
    const QJsonArray records = readByPython(report::toCsv({run}));
    QCOMPARE(records.size(), 1);
    QCOMPARE(text(records[0], "state"), QStringLiteral("failed"));
    QCOMPARE(text(records[0], "grade"), QString()); // nothing that could be sound
    QCOMPARE(text(records[0], "value"), QString());
    QCOMPARE(text(records[0], "rounds"), QStringLiteral("0"));
}

void BenchmarkCsvTest::oneRoundHasNoInterval()
{
    const auto run = measuredRun(QStringLiteral("json"), 100, testing::allTargets(100, 1));
    for (const QJsonValue &record : readByPython(report::toCsv({run}))) {
        QCOMPARE(text(record, "low"), QString());
        QCOMPARE(text(record, "high"), QString());
    }
}

QTEST_GUILESS_MAIN(BenchmarkCsvTest)
#include "benchmark_csv_test.moc"
