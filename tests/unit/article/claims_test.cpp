// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/article/claims.h"

#include <QTest>

using namespace weighbridge;
using namespace weighbridge::article;

using results::Round;
using results::TargetResult;

/// Verdicts on the claims, from the article's own numbers and from measurements.
class TestClaims : public QObject
{
    Q_OBJECT

private:
    /// Three rounds at 97, 100 and 103 per cent of `typical`.
    static TargetResult result(const QString &target, const QString &name, const Round &typical)
    {
        TargetResult each;
        each.target = target;
        each.name = name;
        for (const double factor : {0.97, 1.0, 1.03}) {
            Round round = typical;
            round.requestsPerSecond *= factor;
            round.latency.samples = 1000;
            each.rounds.push_back(round);
        }
        each.latency = each.rounds[1].latency;
        each.valid = true;
        return each;
    }

    static Round load(double rate, double memory)
    {
        Round round;
        round.requestsPerSecond = rate;
        round.latency.mean = 1e6 / rate;
        round.latency.p99 = 2e6 / rate;
        round.memory = {memory / 2, memory, memory};
        return round;
    }

    static Round figures(const std::vector<results::Figure> &values)
    {
        Round round;
        round.figures = values;
        return round;
    }

    static std::shared_ptr<results::BenchmarkResult> run(const QString &workload,
                                                         std::vector<TargetResult> results)
    {
        auto each = std::make_shared<results::BenchmarkResult>();
        each->id = QStringLiteral("run-") + workload;
        each->startedAt = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
        each->plan.workload = workload;
        each->machine.cores = 2;
        each->results = std::move(results);
        return each;
    }

    static std::shared_ptr<results::BenchmarkResult> pair(const QString &workload, double gin,
                                                          double fastapi)
    {
        return run(workload, {result(QStringLiteral("gin"), QStringLiteral("Gin"), load(gin, 40)),
                              result(QStringLiteral("fastapi"), QStringLiteral("FastAPI"),
                                     load(fastapi, 120))});
    }

    static AssessedClaim claim(const QString &number, const Runs &runs)
    {
        for (const AssessedClaim &each : assessClaims(builtInArticle(), runs)) {
            if (each.claim.id == QLatin1String("claim-") + number)
                return each;
        }
        return {};
    }

    const QString m_json = QStringLiteral("json");

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyClaimHasAVerdictWithAReason()
    {
        const auto claims = assessClaims(builtInArticle(), {});
        QCOMPARE(claims.size(), builtInArticle().claims.size());
        for (const AssessedClaim &each : claims) {
            QVERIFY(!each.reason.isEmpty());
            QVERIFY(each.verdict ==
                    (each.claim.addsUp ? ClaimVerdict::notTested : ClaimVerdict::doesNotAddUp));
        }
    }

    void aPublishedLatencyNeverAddsUpWhateverWasMeasured()
    {
        const AssessedClaim gin = claim(QStringLiteral("20"), {pair(m_json, 95'000, 12'000)});
        QCOMPARE(gin.verdict, ClaimVerdict::doesNotAddUp);
        QCOMPARE(gin.measured,
                 QStringLiteral("Gin: 95,000 requests/s, 10.5 ms on average, 40.0 MiB "
                                "at 1,000 connections"));
        QVERIFY(gin.reason.contains(QStringLiteral("114 users")));
        QCOMPARE(gin.findings.at(0).outcome, CheckOutcome::holds);
    }

    void aPublishedRatioHoldsWhereTheMeasuredRangeMeetsIt()
    {
        const QString number = QStringLiteral("1");
        QCOMPARE(claim(number, {pair(m_json, 43'000, 7'200)}).verdict,
                 ClaimVerdict::contradictedHere);
        QCOMPARE(claim(number, {pair(m_json, 79'000, 10'000)}).verdict, ClaimVerdict::holds);
        auto bootstrapped = pair(m_json, 43'000, 7'200);
        bootstrapped->ratios = {{QStringLiteral("fastapi"), QStringLiteral("gin"),
                                 QStringLiteral("requests_per_second"), 1 / 6.0, 1 / 9.0, 1 / 5.0,
                                 true, 0.1}};
        const AssessedClaim assessed = claim(number, {bootstrapped});
        QCOMPARE(assessed.verdict, ClaimVerdict::holds);
        QCOMPARE(assessed.measured,
                 QStringLiteral("Gin ÷ FastAPI, throughput (JSON): 6.00 (5.00–9.00)"));
        QCOMPARE(assessed.findings.at(0).run, QStringLiteral("run-json"));
    }

    /// 1,940 ÷ 1,909 is far from the eight to ten that are claimed for waiting.
    void eachWorkloadOfAClaimIsNamed()
    {
        const AssessedClaim io =
            claim(QStringLiteral("25"), {pair(QStringLiteral("sleep"), 1'940, 1'909),
                                         pair(QStringLiteral("db"), 38'999, 14'888)});
        QCOMPARE(io.verdict, ClaimVerdict::doesNotAddUp);
        QCOMPARE(io.findings.at(0).outcome, CheckOutcome::contradicted);
        QCOMPARE(io.findings.at(1).outcome, CheckOutcome::notMeasured);
        QCOMPARE(io.findings.at(2).outcome, CheckOutcome::contradicted);
        QVERIFY(io.measured.contains(QStringLiteral("(Waiting: timer): 1.02")));
        QVERIFY(io.measured.contains(QStringLiteral("(Database read): 2.62")));
        QVERIFY(io.reason.contains(QStringLiteral("lies outside what was measured")));
    }

    /// On two cores 2 × 20 requests/s would be the most that one at a time allows.
    void aLimitCanBeForEachCore()
    {
        const QString sleep = QStringLiteral("sleep");
        const QString number = QStringLiteral("9");
        const AssessedClaim overlapping = claim(number, {pair(sleep, 1'940, 1'909)});
        QCOMPARE(overlapping.verdict, ClaimVerdict::contradictedHere);
        QVERIFY(overlapping.reason.contains(QStringLiteral("at most 40")));
        QCOMPARE(claim(number, {pair(sleep, 1'940, 30)}).verdict, ClaimVerdict::holds);
    }

    void aFigureIsComparedWithItsLimit()
    {
        const auto size = [](double gin) {
            const auto row = [](const char *id, const char *name, double mib) {
                return result(QString::fromLatin1(id), QString::fromLatin1(name),
                              figures({{QStringLiteral("image_estimate_mib"), mib}}));
            };
            return run(QStringLiteral("size"),
                       {row("gin", "Gin", gin), row("fiber", "Fiber", 9), row("echo", "Echo", 8)});
        };
        QCOMPARE(claim(QStringLiteral("17"), {size(16)}).verdict, ClaimVerdict::holds);
        const AssessedClaim big = claim(QStringLiteral("17"), {size(45)});
        QCOMPARE(big.verdict, ClaimVerdict::contradictedHere);
        QVERIFY(big.measured.startsWith(QStringLiteral(
            "Gin, container image (estimate) (Size of what is deployed): 45.0 MiB")));
    }

    void aRangeIsComparedAsARange()
    {
        const auto size = [](double mib) {
            return run(QStringLiteral("size"),
                       {result(QStringLiteral("fastapi"), QStringLiteral("FastAPI"),
                               figures({{QStringLiteral("image_estimate_mib"), mib}}))});
        };
        const QString number = QStringLiteral("18");
        QCOMPARE(claim(number, {size(60)}).verdict, ClaimVerdict::contradictedHere);
        QCOMPARE(claim(number, {size(180)}).verdict, ClaimVerdict::holds);
        QCOMPARE(claim(number, {size(300)}).verdict, ClaimVerdict::contradictedHere);
    }

    /// "Needs no interpreter": with its run-time system it is no larger than without.
    void twoFiguresOfOneTargetCanBeCompared()
    {
        const auto size = [](double alone, double withRuntime) {
            return run(QStringLiteral("size"),
                       {result(QStringLiteral("gin"), QStringLiteral("Gin"),
                               figures({{QStringLiteral("size_mib"), alone},
                                        {QStringLiteral("size_with_runtime_mib"), withRuntime}}))});
        };
        QCOMPARE(claim(QStringLiteral("13"), {size(12, 12)}).verdict, ClaimVerdict::holds);
        QCOMPARE(claim(QStringLiteral("13"), {size(12, 90)}).verdict,
                 ClaimVerdict::contradictedHere);
    }

    void figuresWithoutALimitDecideNothing()
    {
        const auto echo = [](const QString &workload, double rate) {
            return run(workload,
                       {result(QStringLiteral("echo"), QStringLiteral("Echo"), load(rate, 20))});
        };
        const AssessedClaim middleware = claim(
            QStringLiteral("33"), {echo(m_json, 40'000), echo(QStringLiteral("secure"), 10'000)});
        QCOMPARE(middleware.verdict, ClaimVerdict::notTested);
        QCOMPARE(middleware.findings.at(0).outcome, CheckOutcome::shown);
        QVERIFY(middleware.measured.contains(
            QStringLiteral("“Middleware: token, limit, log” ÷ “JSON”: 0.250")));
    }

    void aRangeAcrossTheLimitLeavesItOpen()
    {
        const AssessedClaim equal = claim(QStringLiteral("60"), {pair(m_json, 10'000, 10'100)});
        QCOMPARE(equal.verdict, ClaimVerdict::notTested);
        QVERIFY(equal.reason.contains(QStringLiteral("more rounds would tell")));
    }

    void theNewestValidRunCounts()
    {
        auto newer = pair(m_json, 79'000, 10'000);
        newer->startedAt = newer->startedAt.addDays(1);
        const QString number = QStringLiteral("52");
        const Runs both{newer, pair(m_json, 43'000, 7'200)};
        QCOMPARE(claim(number, both).verdict, ClaimVerdict::holds);
        for (TargetResult &each : newer->results)
            each.valid = false;
        QCOMPARE(claim(number, both).verdict, ClaimVerdict::contradictedHere);
    }

    void theArticlesConditionsComeBeforeANewerRunOfOthers()
    {
        auto few = pair(m_json, 43'000, 7'200);
        few->startedAt = few->startedAt.addDays(1);
        few->plan.connections = 100;
        const QString number = QStringLiteral("52");
        // What was published for 1,000 users says nothing about 100.
        const AssessedClaim elsewhere = claim(number, {few});
        QCOMPARE(elsewhere.verdict, ClaimVerdict::notTested);
        QVERIFY(elsewhere.reason.contains(QStringLiteral("with 1,000 connections")));
        QVERIFY(elsewhere.measured.isEmpty());
        QCOMPARE(claim(number, {few, pair(m_json, 79'000, 10'000)}).verdict, ClaimVerdict::holds);
        // Claims that give no figures of that table are tested with whatever load there is.
        QCOMPARE(claim(QStringLiteral("50"), {few}).findings.at(0).outcome, CheckOutcome::holds);
        auto tuned = pair(m_json, 43'000, 7'200);
        tuned->startedAt = few->startedAt;
        tuned->plan.profile = results::Profile::tuned;
        QCOMPARE(claim(number, {tuned, pair(m_json, 79'000, 10'000)}).verdict, ClaimVerdict::holds);
    }

    void aFixedRateSaysNothingAboutThroughput()
    {
        auto fixed = pair(m_json, 500, 500);
        fixed->plan.requestsPerSecond = 500;
        QCOMPARE(claim(QStringLiteral("41"), {fixed}).measured, QString());
        QCOMPARE(claim(QStringLiteral("44"), {fixed}).findings.at(0).outcome, CheckOutcome::holds);
    }

    void figuresOfDifferentRunsSayThatTheyAre()
    {
        const auto alone = [&](const char *id, const char *name, double rate, int day) {
            auto each =
                run(m_json,
                    {result(QString::fromLatin1(id), QString::fromLatin1(name), load(rate, 40))});
            each->id = QString::fromLatin1(id);
            each->startedAt = each->startedAt.addDays(day);
            return each;
        };
        const QString number = QStringLiteral("50");
        const AssessedClaim one = claim(number, {pair(m_json, 40'000, 8'000)});
        const AssessedClaim two =
            claim(number, {alone("gin", "Gin", 40'000, 0), alone("fastapi", "FastAPI", 8'000, 1)});
        QVERIFY(!one.measured.contains(QStringLiteral("different runs")));
        QVERIFY2(two.measured.contains(
                     QStringLiteral("From different runs: FastAPI of 2026-11-24 12:00 UTC; Gin of "
                                    "2026-11-23 12:00 UTC")),
                 qPrintable(two.measured));
        const CheckFinding &close = one.findings.at(0);
        const CheckFinding &wide = two.findings.at(0);
        QCOMPARE(wide.run, QStringLiteral("gin"));
        QCOMPARE(wide.otherRun, QStringLiteral("fastapi"));
        QCOMPARE(wide.value.median, close.value.median);
        QVERIFY(wide.value.high / wide.value.low > 1.3 * close.value.high / close.value.low);
        // Where a run has both, it counts, however old it is.
        const AssessedClaim again =
            claim(number, {pair(m_json, 40'000, 8'000), alone("gin", "Gin", 90'000, 1)});
        QCOMPARE(again.measured, one.measured);
    }

    void aMissingTargetLeavesTheClaimUntested()
    {
        const AssessedClaim django = claim(QStringLiteral("38"), {pair(m_json, 43'000, 7'200)});
        QCOMPARE(django.verdict, ClaimVerdict::notTested);
        QVERIFY(django.measured.isEmpty());
        QVERIFY(django.reason.contains(QStringLiteral("“JSON”")));
    }

    void verdictNamesAreTheInterface()
    {
        QCOMPARE(nameOf(ClaimVerdict::doesNotAddUp), QStringLiteral("does_not_add_up"));
        QCOMPARE(nameOf(ClaimVerdict::contradictedHere), QStringLiteral("contradicted_here"));
        QCOMPARE(nameOf(CheckOutcome::notMeasured), QStringLiteral("not_measured"));
    }
};

QTEST_GUILESS_MAIN(TestClaims)
#include "claims_test.moc"
