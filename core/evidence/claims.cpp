// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/claims.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace weighbridge::evidence
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(weighbridge::evidence)
};

using measure::BenchmarkResult;
using measure::Interval;
using measure::TargetResult;

/// The reader's locale; English stands in for the C locale, which has no digit groups.
QLocale readersLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates)
                                           : locale;
}

QString whole(double value)
{
    return readersLocale().toString(std::round(value), 'f', 0);
}

QString decimals(double value)
{
    return readersLocale().toString(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

/// What a check found out.
struct Finding {
    QString measured;
    ClaimVerdict verdict = ClaimVerdict::notTested;
    QString reason;
};

/// The newest run of a workload and its valid results.
class Measurements
{
public:
    Measurements(const std::vector<std::shared_ptr<const BenchmarkResult>> &runs,
                 const QString &workload)
    {
        for (const auto &run : runs) {
            if (!run || run->plan.workload != workload || !hasValid(*run))
                continue;
            if (!m_run || run->startedAt > m_run->startedAt)
                m_run = run.get();
        }
    }

    [[nodiscard]] const TargetResult *valid(const QString &target) const
    {
        if (!m_run)
            return nullptr;
        const auto found = std::find_if(
            m_run->results.begin(), m_run->results.end(),
            [&](const TargetResult &result) { return result.target == target && result.valid; });
        return found == m_run->results.end() ? nullptr : &*found;
    }

    [[nodiscard]] int connections() const { return m_run ? m_run->plan.connections : 0; }

    /// a ÷ b of the throughputs with its interval: the bootstrap's, or the widest that the two
    /// ranges allow where the run has none.
    [[nodiscard]] Interval throughputRatio(const TargetResult &a, const TargetResult &b) const
    {
        for (const measure::Ratio &ratio : m_run->ratios) {
            if (ratio.quantity != QLatin1String("requests_per_second"))
                continue;
            if (ratio.a == a.target && ratio.b == b.target)
                return {ratio.ratio, ratio.low, ratio.high};
            if (ratio.a == b.target && ratio.b == a.target)
                return {1 / ratio.ratio, 1 / ratio.high, 1 / ratio.low};
        }
        return {a.requestsPerSecond.median / b.requestsPerSecond.median,
                a.requestsPerSecond.low / b.requestsPerSecond.high,
                a.requestsPerSecond.high / b.requestsPerSecond.low};
    }

private:
    static bool hasValid(const BenchmarkResult &run)
    {
        return std::any_of(run.results.begin(), run.results.end(),
                           [](const TargetResult &result) { return result.valid; });
    }

    const BenchmarkResult *m_run = nullptr;
};

QString ratioText(const TargetResult &a, const TargetResult &b, const Interval &ratio)
{
    return Words::tr("%1 ÷ %2: %3 (%4–%5)")
        .arg(a.name, b.name, decimals(ratio.median), decimals(ratio.low), decimals(ratio.high));
}

QString figuresText(const TargetResult &result, int connections)
{
    return Words::tr("%1 requests/s, %2 ms on average, %3 MiB at %4 connections")
        .arg(whole(result.requestsPerSecond.median), decimals(result.latency.mean),
             whole(result.memory.load))
        .arg(connections);
}

Finding checkFigures(const Article &article, const Measurements &measurements,
                     const QString &target)
{
    const TargetResult *result = measurements.valid(target);
    const PublishedFigure *published = article.find(target);
    if (!result || !published)
        return {};
    const double share = result->requestsPerSecond.median / published->requestsPerSecond;
    Finding finding;
    finding.measured = figuresText(*result, measurements.connections());
    finding.verdict =
        share >= 0.9 && share <= 1.1 ? ClaimVerdict::holds : ClaimVerdict::contradictedHere;
    finding.reason = Words::tr("This machine reaches %1 % of the published throughput.")
                         .arg(std::lround(share * 100));
    return finding;
}

/// Does the measured ratio of Gin to FastAPI include the published one?
Finding checkThroughputRatio(const Article &article, const Measurements &measurements)
{
    const TargetResult *gin = measurements.valid(QStringLiteral("gin"));
    const TargetResult *fastapi = measurements.valid(QStringLiteral("fastapi"));
    const PublishedFigure *ginRow = article.find(u"gin");
    const PublishedFigure *fastapiRow = article.find(u"fastapi");
    if (!gin || !fastapi || !ginRow || !fastapiRow)
        return {};
    const Interval ratio = measurements.throughputRatio(*gin, *fastapi);
    const double published = ginRow->requestsPerSecond / fastapiRow->requestsPerSecond;
    Finding finding;
    finding.measured = ratioText(*gin, *fastapi, ratio);
    finding.verdict = published >= ratio.low && published <= ratio.high
                          ? ClaimVerdict::holds
                          : ClaimVerdict::contradictedHere;
    finding.reason = finding.verdict == ClaimVerdict::holds
                         ? Words::tr("The published ratio of %1 lies within the interval.")
                               .arg(decimals(published))
                         : Words::tr("The published ratio of %1 lies outside the interval.")
                               .arg(decimals(published));
    return finding;
}

Finding checkFasterThan(const Measurements &measurements, const QString &faster,
                        const QString &slower)
{
    const TargetResult *a = measurements.valid(faster);
    const TargetResult *b = measurements.valid(slower);
    if (!a || !b)
        return {};
    const Interval ratio = measurements.throughputRatio(*a, *b);
    Finding finding;
    finding.measured = ratioText(*a, *b, ratio);
    if (ratio.low > 1) {
        finding.verdict = ClaimVerdict::holds;
        finding.reason = Words::tr("%1 is faster, and the interval excludes 1.").arg(a->name);
    } else if (ratio.high < 1) {
        finding.verdict = ClaimVerdict::contradictedHere;
        finding.reason = Words::tr("%1 is slower, and the interval excludes 1.").arg(a->name);
    } else {
        finding.reason = Words::tr("The two cannot be told apart; more rounds would help.");
    }
    return finding;
}

Finding checkFiberThroughput(const Article &article, const Measurements &measurements)
{
    const TargetResult *fiber = measurements.valid(QStringLiteral("fiber"));
    const PublishedFigure *row = article.find(u"fiber");
    if (!fiber || !row)
        return {};
    Finding finding;
    finding.measured = Words::tr("%1 requests/s").arg(whole(fiber->requestsPerSecond.median));
    const bool reached = fiber->requestsPerSecond.high >= row->requestsPerSecond;
    finding.verdict = reached ? ClaimVerdict::holds : ClaimVerdict::contradictedHere;
    finding.reason = reached
                         ? Words::tr("Fiber reaches the published figure on this machine.")
                         : Words::tr("The article names no machine; this one does not reach it.");
    return finding;
}

/// "FastAPI reaches less than 10,000": what the recommendation of Go presupposes.
Finding checkPythonThreshold(const Measurements &measurements)
{
    const TargetResult *fastapi = measurements.valid(QStringLiteral("fastapi"));
    if (!fastapi)
        return {};
    constexpr double kThreshold = 10'000;
    const Interval &rate = fastapi->requestsPerSecond;
    Finding finding;
    finding.measured = Words::tr("FastAPI: %1 requests/s").arg(whole(rate.median));
    if (rate.low <= kThreshold && rate.high >= kThreshold) {
        finding.reason = Words::tr("FastAPI lies on the threshold; more rounds would tell.");
        return finding;
    }
    const bool below = rate.high < kThreshold;
    finding.verdict = below ? ClaimVerdict::holds : ClaimVerdict::contradictedHere;
    finding.reason = below ? Words::tr("FastAPI stays below the threshold on this machine.")
                           : Words::tr("FastAPI exceeds the threshold on this machine.");
    return finding;
}

Finding checkMemory(const Measurements &measurements)
{
    const TargetResult *gin = measurements.valid(QStringLiteral("gin"));
    const TargetResult *fastapi = measurements.valid(QStringLiteral("fastapi"));
    if (!gin || !fastapi || gin->memory.load <= 0)
        return {};
    const double ratio = fastapi->memory.load / gin->memory.load;
    const bool lowerLatency = gin->latency.p99 < fastapi->latency.p99;
    Finding finding;
    finding.measured = Words::tr("Gin %1 MiB and p99 %2 ms, FastAPI %3 MiB and p99 %4 ms")
                           .arg(whole(gin->memory.load), decimals(gin->latency.p99),
                                whole(fastapi->memory.load), decimals(fastapi->latency.p99));
    const bool holds = ratio > 1 && lowerLatency;
    finding.verdict = holds ? ClaimVerdict::holds : ClaimVerdict::contradictedHere;
    finding.reason =
        Words::tr("FastAPI needs %1 times the memory of Gin under load.").arg(decimals(ratio));
    return finding;
}

Finding checkFiberMemory(const Measurements &measurements)
{
    const TargetResult *fiber = measurements.valid(QStringLiteral("fiber"));
    if (!fiber)
        return {};
    return {Words::tr("%1 MiB idle, %2 MiB under load")
                .arg(whole(fiber->memory.idle), whole(fiber->memory.load)),
            ClaimVerdict::contradictedHere, Words::tr("Fiber uses memory like every program.")};
}

Finding findingOf(const Claim &claim, const Article &article, const Measurements &measurements)
{
    const QString figures = QStringLiteral("figures-");
    if (claim.check.startsWith(figures))
        return checkFigures(article, measurements, claim.check.mid(figures.size()));
    if (claim.check == QLatin1String("throughput-ratio"))
        return checkThroughputRatio(article, measurements);
    if (claim.check == QLatin1String("fastapi-over-django"))
        return checkFasterThan(measurements, QStringLiteral("fastapi"), QStringLiteral("django"));
    if (claim.check == QLatin1String("fiber-throughput"))
        return checkFiberThroughput(article, measurements);
    if (claim.check == QLatin1String("python-over-10000"))
        return checkPythonThreshold(measurements);
    if (claim.check == QLatin1String("memory-ratio"))
        return checkMemory(measurements);
    if (claim.check == QLatin1String("fiber-memory"))
        return checkFiberMemory(measurements);
    return {};
}

QString reasonNotTested(const Claim &claim)
{
    if (claim.check.isEmpty() && claim.workload.isEmpty())
        return Words::tr("No measurement of this program can test it.");
    if (claim.check.isEmpty())
        return Words::tr("The workload '%1' would test it.").arg(claim.workload);
    return Words::tr("No valid run of the workload '%1' has the targets it takes.")
        .arg(claim.workload);
}

} // namespace

QString claimVerdictName(ClaimVerdict verdict)
{
    switch (verdict) {
    case ClaimVerdict::holds:
        return QStringLiteral("holds");
    case ClaimVerdict::doesNotAddUp:
        return QStringLiteral("does_not_add_up");
    case ClaimVerdict::contradictedHere:
        return QStringLiteral("contradicted_here");
    case ClaimVerdict::notTested:
        return QStringLiteral("not_tested");
    }
    Q_UNREACHABLE();
}

std::vector<AssessedClaim>
assessClaims(const Article &article,
             const std::vector<std::shared_ptr<const measure::BenchmarkResult>> &runs)
{
    std::vector<AssessedClaim> assessed;
    assessed.reserve(article.claims.size());
    for (const Claim &claim : article.claims) {
        const Measurements measurements(runs, claim.workload);
        Finding finding = findingOf(claim, article, measurements);
        AssessedClaim result{claim, finding.measured, finding.verdict, finding.reason};
        if (!claim.addsUp) {
            // No measurement can mend what the article's own numbers contradict.
            result.verdict = ClaimVerdict::doesNotAddUp;
            result.reason = claim.implied;
        } else if (result.reason.isEmpty()) {
            result.reason = reasonNotTested(claim);
        }
        assessed.push_back(std::move(result));
    }
    return assessed;
}

} // namespace weighbridge::evidence
