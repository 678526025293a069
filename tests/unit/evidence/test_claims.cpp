// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/claims.h"

#include <QTest>

using namespace weighbridge;
using namespace weighbridge::evidence;

/// Verdicts on the claims, from the article's own numbers and from measurements.
class TestClaims : public QObject
{
    Q_OBJECT

private:
    using Runs = std::vector<std::shared_ptr<const measure::BenchmarkResult>>;

    static measure::TargetResult result(const QString &target, const QString &name, double rate,
                                        double memory)
    {
        measure::TargetResult each;
        each.target = target;
        each.name = name;
        each.requestsPerSecond = {rate, 0.97 * rate, 1.03 * rate};
        each.latency.mean = 1e6 / rate;
        each.latency.p99 = 2e6 / rate;
        each.memory = {memory / 2, memory, memory};
        each.valid = true;
        return each;
    }

    static std::shared_ptr<measure::BenchmarkResult> run(double gin, double fastapi)
    {
        auto each = std::make_shared<measure::BenchmarkResult>();
        each->startedAt = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
        each->results = {
            result(QStringLiteral("gin"), QStringLiteral("Gin"), gin, 40),
            result(QStringLiteral("fastapi"), QStringLiteral("FastAPI"), fastapi, 120)};
        return each;
    }

    static AssessedClaim claim(const QString &id, const Runs &runs)
    {
        for (const AssessedClaim &each : assessClaims(builtInArticle(), runs)) {
            if (each.claim.id == id)
                return each;
        }
        return {};
    }

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
        const AssessedClaim gin = claim(QStringLiteral("claim-20"), {run(95'000, 12'000)});
        QCOMPARE(gin.verdict, ClaimVerdict::doesNotAddUp);
        QCOMPARE(gin.measured, QStringLiteral("95,000 requests/s, 10.5 ms on average, 40 MiB at "
                                              "1000 connections"));
        QVERIFY(gin.reason.contains(QStringLiteral("114 users")));
    }

    void theRatioHoldsOrIsContradictedByItsInterval()
    {
        const QString id = QStringLiteral("claim-1");
        QCOMPARE(claim(id, {run(43'000, 7'200)}).verdict, ClaimVerdict::contradictedHere);
        QCOMPARE(claim(id, {run(79'000, 10'000)}).verdict, ClaimVerdict::holds);
        auto bootstrapped = run(43'000, 7'200);
        bootstrapped->ratios = {{QStringLiteral("fastapi"), QStringLiteral("gin"),
                                 QStringLiteral("requests_per_second"), 1 / 6.0, 1 / 9.0, 1 / 5.0,
                                 true, 0.1}};
        const AssessedClaim assessed = claim(id, {bootstrapped});
        QCOMPARE(assessed.verdict, ClaimVerdict::holds);
        QCOMPARE(assessed.measured, QStringLiteral("Gin ÷ FastAPI: 6.00 (5.00–9.00)"));
    }

    void theNewestValidRunCounts()
    {
        auto newer = run(79'000, 10'000);
        newer->startedAt = newer->startedAt.addDays(1);
        const QString id = QStringLiteral("claim-52");
        QCOMPARE(claim(id, {newer, run(43'000, 7'200)}).verdict, ClaimVerdict::holds);
        for (measure::TargetResult &each : newer->results)
            each.valid = false;
        QCOMPARE(claim(id, {newer, run(43'000, 7'200)}).verdict, ClaimVerdict::contradictedHere);
    }

    void memoryAndLatencyAreComparedTogether()
    {
        const AssessedClaim memory = claim(QStringLiteral("claim-44"), {run(43'000, 7'200)});
        QCOMPARE(memory.verdict, ClaimVerdict::holds);
        QVERIFY(memory.reason.contains(QStringLiteral("3.00 times")));
    }

    void aMissingTargetLeavesTheClaimUntested()
    {
        const AssessedClaim django = claim(QStringLiteral("claim-38"), {run(43'000, 7'200)});
        QCOMPARE(django.verdict, ClaimVerdict::notTested);
        QVERIFY(django.measured.isEmpty());
    }

    void verdictNamesAreTheInterface()
    {
        QCOMPARE(claimVerdictName(ClaimVerdict::doesNotAddUp), QStringLiteral("does_not_add_up"));
        QCOMPARE(claimVerdictName(ClaimVerdict::contradictedHere),
                 QStringLiteral("contradicted_here"));
    }
};

QTEST_GUILESS_MAIN(TestClaims)
#include "test_claims.moc"
