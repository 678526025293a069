// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/decision_json.h"

#include "core/base/json/values.h"

namespace weighbridge::report
{

namespace
{

QJsonObject findingJson(const article::CheckFinding &finding)
{
    const bool measured = finding.outcome != article::CheckOutcome::notMeasured;
    const auto number = [measured](double value) {
        return measured ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("outcome"), nameOf(finding.outcome)},
            {QStringLiteral("text"), json::orNull(finding.text)},
            {QStringLiteral("value"), number(finding.value.median)},
            {QStringLiteral("low"), number(finding.value.low)},
            {QStringLiteral("high"), number(finding.value.high)},
            {QStringLiteral("reason"), finding.reason},
            {QStringLiteral("run"), json::orNull(finding.run)},
            {QStringLiteral("other_run"), json::orNull(finding.otherRun)}};
}

QJsonObject claimJson(const article::AssessedClaim &assessed)
{
    const article::Claim &claim = assessed.claim;
    return {{QStringLiteral("id"), claim.id},
            {QStringLiteral("section"), claim.section},
            {QStringLiteral("text"), claim.text},
            {QStringLiteral("published"), json::orNull(claim.published)},
            {QStringLiteral("implied"), json::orNull(claim.implied)},
            {QStringLiteral("elsewhere"), json::orNull(claim.elsewhere)},
            {QStringLiteral("elsewhere_verdict"), json::orNull(claim.elsewhereVerdict)},
            {QStringLiteral("workload"), json::orNull(claim.workload)},
            {QStringLiteral("measured"), json::orNull(assessed.measured)},
            {QStringLiteral("findings"), json::arrayOf(assessed.findings, findingJson)},
            {QStringLiteral("verdict"), nameOf(assessed.verdict)},
            {QStringLiteral("reason"), json::orNull(assessed.reason)}};
}

QJsonObject figureJson(const article::PublishedCheck &check)
{
    const article::PublishedFigure &figure = check.figure;
    return {{QStringLiteral("target"), figure.target},
            {QStringLiteral("requests_per_second"), figure.requestsPerSecond},
            {QStringLiteral("latency_ms"), figure.latencyMs},
            {QStringLiteral("memory_mib"), figure.memoryMib},
            {QStringLiteral("users"), check.law.users},
            {QStringLiteral("implied_latency_ms"), check.law.impliedLatencyMs()},
            {QStringLiteral("implied_users"), check.law.impliedUsers()},
            {QStringLiteral("adds_up"), check.law.holds()}};
}

} // namespace

QJsonObject claimsJson(const std::vector<article::AssessedClaim> &claims,
                       const std::vector<article::PublishedCheck> &published,
                       const std::vector<article::Erratum> &errata)
{
    const auto erratumJson = [](const article::Erratum &erratum) {
        return QJsonObject{{QStringLiteral("id"), erratum.id},
                           {QStringLiteral("text"), erratum.text},
                           {QStringLiteral("reason"), erratum.reason},
                           {QStringLiteral("corrected"), json::orNull(erratum.corrected)}};
    };
    return {{QStringLiteral("claims"), json::arrayOf(claims, claimJson)},
            {QStringLiteral("figures"), json::arrayOf(published, figureJson)},
            {QStringLiteral("errata"), json::arrayOf(errata, erratumJson)}};
}

} // namespace weighbridge::report
