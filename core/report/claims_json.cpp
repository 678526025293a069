// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/decision_json.h"

#include <QJsonArray>

namespace weighbridge::report
{

namespace
{

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject findingJson(const article::CheckFinding &finding)
{
    const bool measured = finding.outcome != article::CheckOutcome::notMeasured;
    const auto number = [measured](double value) {
        return measured ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("outcome"), article::checkOutcomeName(finding.outcome)},
            {QStringLiteral("text"), orNull(finding.text)},
            {QStringLiteral("value"), number(finding.value.median)},
            {QStringLiteral("low"), number(finding.value.low)},
            {QStringLiteral("high"), number(finding.value.high)},
            {QStringLiteral("reason"), finding.reason},
            {QStringLiteral("run"), orNull(finding.run)},
            {QStringLiteral("other_run"), orNull(finding.otherRun)}};
}

QJsonObject claimJson(const article::AssessedClaim &assessed)
{
    const article::Claim &claim = assessed.claim;
    QJsonArray findings;
    for (const article::CheckFinding &finding : assessed.findings)
        findings.append(findingJson(finding));
    return {{QStringLiteral("id"), claim.id},
            {QStringLiteral("section"), claim.section},
            {QStringLiteral("text"), claim.text},
            {QStringLiteral("published"), orNull(claim.published)},
            {QStringLiteral("implied"), orNull(claim.implied)},
            {QStringLiteral("elsewhere"), orNull(claim.elsewhere)},
            {QStringLiteral("elsewhere_verdict"), orNull(claim.elsewhereVerdict)},
            {QStringLiteral("workload"), orNull(claim.workload)},
            {QStringLiteral("measured"), orNull(assessed.measured)},
            {QStringLiteral("findings"), findings},
            {QStringLiteral("verdict"), article::claimVerdictName(assessed.verdict)},
            {QStringLiteral("reason"), orNull(assessed.reason)}};
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
    QJsonArray claimList;
    for (const auto &claim : claims)
        claimList.append(claimJson(claim));
    QJsonArray figureList;
    for (const auto &check : published)
        figureList.append(figureJson(check));
    QJsonArray errataList;
    for (const auto &erratum : errata)
        errataList.append(QJsonObject{{QStringLiteral("id"), erratum.id},
                                      {QStringLiteral("text"), erratum.text},
                                      {QStringLiteral("reason"), erratum.reason},
                                      {QStringLiteral("corrected"), orNull(erratum.corrected)}});
    return {{QStringLiteral("claims"), claimList},
            {QStringLiteral("figures"), figureList},
            {QStringLiteral("errata"), errataList}};
}

} // namespace weighbridge::report
