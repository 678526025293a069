// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/quantity.h"
#include "core/results/workload.h"

#include <QSet>
#include <QTest>

#include <cmath>

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

std::optional<Interval> summary(const TargetResult &result, const char *id)
{
    return summaryOf(result, quantityOf(QString::fromLatin1(id)));
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
            QVERIFY(!quantity.shortTitle.isEmpty());
            QVERIFY(!quantity.unit.isEmpty());
            QVERIFY2(!quantity.unit.contains(QLatin1String("MB")), qPrintable(quantity.id));
            QVERIFY2(!quantity.measuredBy.empty(), qPrintable(quantity.id));
            QCOMPARE(quantity.readMerged != nullptr, quantity.estimator == Estimator::merged);
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
        QCOMPARE(quantitiesOf(u"memory").first(), QStringLiteral("memory_idle"));
        QCOMPARE(quantitiesOf(u"size").first(), QStringLiteral("size_mib"));
        QCOMPARE(leadingQuantity(u"of a later version").id, QStringLiteral("requests_per_second"));
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

    void memoryIsAnonymousOrOfFiles()
    {
        Round round = loadRound(40'000);
        QCOMPARE(read(round, "memory_idle_anonymous"), std::nullopt); // the kernel did not tell
        QCOMPARE(read(round, "memory_peak_file_backed"), std::nullopt);
        round.memory.idleFileBacked = 5;
        round.memory.peakFileBacked = 6;
        QCOMPARE(read(round, "memory_idle_anonymous"), std::optional(15.0));
        QCOMPARE(read(round, "memory_idle_file_backed"), std::optional(5.0));
        QCOMPARE(read(round, "memory_peak_anonymous"), std::optional(39.0));
        QCOMPARE(read(round, "memory_peak_file_backed"), std::optional(6.0));
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
        result.rounds[1].figures = {{QStringLiteral("jitter_p99_ms"), 5}};
        QCOMPARE(summary(result, "requests_per_second"), (Interval{20, 10, 30}));
        QCOMPARE(summary(result, "jitter_p99_ms"), (Interval{5, 5, 5}));
        QCOMPARE(summary(result, "streams_complete"), std::nullopt);
    }

    /// The same statistic as of every other figure, and not the greatest of the rounds.
    void thePeakOfMemoryIsTheMedianOfThePeaks()
    {
        TargetResult result;
        result.rounds = {loadRound(1), loadRound(2), loadRound(3)};
        result.rounds[0].memory.peak = 70;
        result.rounds[2].memory.peak = 44;
        QCOMPARE(summary(result, "memory_peak"), (Interval{45, 44, 70}));
    }

    /// Half of the samples are of a slow round: the percentile of all of them lies between those of
    /// the rounds, and is not their median.
    void percentilesComeFromTheSamplesOfAllRoundsTogether()
    {
        TargetResult result;
        result.rounds = {loadRound(1), loadRound(2)};
        result.rounds[1].latency.p99 = 30;
        result.latency = result.rounds[0].latency;
        result.latency.p99 = 28.5;
        result.latency.samples = 2000;
        QCOMPARE(summary(result, "latency_p99"), (Interval{28.5, 9, 30}));
        result.latency.p99 = 31;
        QCOMPARE(summary(result, "latency_p99"), (Interval{31, 9, 31}));
    }

    /// What is computed in two ways differs in its last bit, which is no interval.
    void oneRoundHasNoIntervalHoweverItsMeanIsComputed()
    {
        TargetResult result;
        result.rounds = {loadRound(1)};
        result.rounds[0].latency.mean = 3.9514139999999998;
        result.latency = result.rounds[0].latency;
        result.latency.mean = 3.951414;
        QVERIFY(!summary(result, "latency_mean")->hasRange());
    }

    /// None of the rounds has samples enough, all of them together have.
    void aPercentileThatOnlyAllRoundsHaveTogetherComesWithoutAnInterval()
    {
        TargetResult result;
        result.rounds = {loadRound(1), loadRound(2)};
        result.latency = result.rounds[0].latency;
        for (Round &round : result.rounds)
            round.latency = {};
        QCOMPARE(summary(result, "latency_p99"), (Interval{9, 9, 9}));
    }

    void errorsAreCountedOverAllRounds()
    {
        TargetResult result;
        result.rounds = {loadRound(1), loadRound(2), loadRound(3)};
        result.rounds[0].errors = 2;
        result.rounds[2].errors = 5;
        QCOMPARE(summary(result, "errors"), (Interval{7, 7, 7}));
    }

    void whatIsCountedHasNeitherAnIntervalNorNoise()
    {
        TargetResult result;
        for (const double files : {3, 3, 4}) {
            Round round;
            round.figures = {{QStringLiteral("files"), files}};
            result.rounds.push_back(round);
        }
        QVERIFY(!summary(result, "files")->hasRange());
        QCOMPARE(noiseOf(result, quantityOf(u"files")).standardError, 0.0);
    }

    void oneRoundHasNoIntervalAndItsNoiseIsAssumed()
    {
        TargetResult result;
        result.rounds = {loadRound(10)};
        QVERIFY(!summary(result, "requests_per_second")->hasRange());
        const LogNoise one = noiseOf(result, quantityOf(u"requests_per_second"));
        QCOMPARE(one.standardError, 0.1);
        QCOMPARE(one.degreesOfFreedom, 0);
        result.rounds.push_back(loadRound(20));
        const LogNoise two = noiseOf(result, quantityOf(u"requests_per_second"));
        QVERIFY(std::abs(two.standardError - std::log(2.0) / 2) < 1e-12);
        QCOMPARE(two.degreesOfFreedom, 1);
    }

    void figuresAreWrittenWithTheirDigits()
    {
        const Quantity &throughput = quantityOf(u"requests_per_second");
        QCOMPARE(valueText(throughput, 43'912.4), QStringLiteral("43,912"));
        QCOMPARE(valueText(throughput, 36.62), QStringLiteral("36.6"));
        QCOMPARE(valueText(throughput, 0.4144), QStringLiteral("0.414"));
        QCOMPARE(valueText(quantityOf(u"files"), 7), QStringLiteral("7"));
        QCOMPARE(valueWithUnit(quantityOf(u"memory_peak"), 36.62), QStringLiteral("36.6 MiB"));
        QCOMPARE(valueText(throughput, 43'912.4, QLocale(QLocale::German)),
                 QStringLiteral("43.912"));
        QCOMPARE(intervalText(throughput, {2, 1, 3}), QStringLiteral("1.00–3.00"));
        QCOMPARE(intervalText(throughput, {2, 2, 2}), QString());
        QCOMPARE(intervalText(throughput, {2, 2, 2.0001}), QString());
    }
};

QTEST_APPLESS_MAIN(QuantityTest)
#include "quantity_test.moc"
