// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/quantity.h"
#include "core/results/workload.h"

#include <QSet>
#include <QTest>

using namespace weighbridge::results;

namespace
{

Round loadRound(double requestsPerSecond)
{
    Round round;
    round.number = 1;
    round.requests = 1000;
    round.requestsPerSecond = requestsPerSecond;
    round.latency.p50 = 2;
    round.latency.p99 = 9;
    round.latency.samples = 1000;
    round.memory = {20, 40, 45};
    round.cpuMicrosecondsPerRequest = 21;
    round.startMilliseconds = 12;
    return round;
}

std::optional<double> read(const Round &round, const char *id)
{
    return findQuantity(QString::fromLatin1(id))->read(round);
}

} // namespace

class QuantityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIdIsUniqueAndHasATitleAndAUnit()
    {
        QSet<QString> ids;
        for (const Quantity &quantity : quantities()) {
            QVERIFY2(!ids.contains(quantity.id), qPrintable(quantity.id));
            ids.insert(quantity.id);
            QVERIFY(!quantity.title.isEmpty());
            QVERIFY(!quantity.unit.isEmpty());
            QCOMPARE(findQuantity(quantity.id), &quantity);
        }
        QCOMPARE(findQuantity(u"speed"), nullptr);
    }

    void everyWorkloadIsAboutQuantitiesThatExist()
    {
        QStringList workloads = workloadIds();
        for (const QString &workload : std::as_const(workloads)) {
            const QStringList ids = quantitiesOf(workload);
            QVERIFY(!ids.isEmpty());
            for (const QString &id : ids)
                QVERIFY2(findQuantity(id) != nullptr, qPrintable(workload + u' ' + id));
        }
        QCOMPARE(quantitiesOf(u"json").first(), QStringLiteral("requests_per_second"));
        QCOMPARE(quantitiesOf(u"start").first(), QStringLiteral("start_ms"));
    }

    void aLoadIsReadFromItsOwnFields()
    {
        const Round round = loadRound(40'000);
        QCOMPARE(read(round, "requests_per_second"), std::optional(40'000.0));
        QCOMPARE(read(round, "latency_p50"), std::optional(2.0));
        QCOMPARE(read(round, "latency_p99"), std::optional(9.0));
        QCOMPARE(read(round, "memory_idle"), std::optional(20.0));
        QCOMPARE(read(round, "memory_load"), std::optional(40.0));
        QCOMPARE(read(round, "memory_peak"), std::optional(45.0));
        QCOMPARE(read(round, "cpu_us_per_request"), std::optional(21.0));
        QCOMPARE(read(round, "start_ms"), std::optional(12.0));
        QCOMPARE(read(round, "size_mib"), std::nullopt);
    }

    void whatARoundDidNotMeasureIsEmptyAndNotZero()
    {
        const Round nothing;
        for (const Quantity &quantity : quantities())
            QVERIFY2(!quantity.read(nothing), qPrintable(quantity.id));
    }

    void aServerThatAnsweredOnlyErrorsWasMeasured()
    {
        Round round;
        round.errors = 7;
        QCOMPARE(read(round, "requests_per_second"), std::optional(0.0));
        QCOMPARE(read(round, "latency_p99"), std::nullopt);
    }

    void figuresAreReadByTheirName()
    {
        Round round;
        round.figures = {{QStringLiteral("size_mib"), 17.5}, {QStringLiteral("files"), 1}};
        QCOMPARE(read(round, "size_mib"), std::optional(17.5));
        QCOMPARE(read(round, "files"), std::optional(1.0));
        QCOMPARE(read(round, "dependencies"), std::nullopt);
    }

    void theSummaryIsTheMedianOverTheRoundsThatHaveIt()
    {
        TargetResult result;
        result.rounds = {loadRound(10), loadRound(30), loadRound(20)};
        result.rounds[1].figures = {{QStringLiteral("size_mib"), 5}};
        const auto throughput = summaryOf(result, *findQuantity(u"requests_per_second"));
        QVERIFY(throughput);
        QCOMPARE(throughput->median, 20);
        QCOMPARE(throughput->low, 10);
        QCOMPARE(throughput->high, 30);
        QCOMPARE(summaryOf(result, *findQuantity(u"size_mib"))->median, 5);
        QCOMPARE(summaryOf(result, *findQuantity(u"jitter_p99_ms")), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(QuantityTest)
#include "quantity_test.moc"
