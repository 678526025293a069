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

QJsonObject findingJson(const evidence::CheckFinding &finding)
{
    const bool measured = finding.outcome != evidence::CheckOutcome::notMeasured;
    const auto number = [measured](double value) {
        return measured ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("outcome"), evidence::checkOutcomeName(finding.outcome)},
            {QStringLiteral("text"), orNull(finding.text)},
            {QStringLiteral("value"), number(finding.value.median)},
            {QStringLiteral("low"), number(finding.value.low)},
            {QStringLiteral("high"), number(finding.value.high)},
            {QStringLiteral("reason"), finding.reason},
            {QStringLiteral("run"), orNull(finding.run)}};
}

QJsonObject claimJson(const evidence::AssessedClaim &assessed)
{
    const evidence::Claim &claim = assessed.claim;
    QJsonArray findings;
    for (const evidence::CheckFinding &finding : assessed.findings)
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
            {QStringLiteral("verdict"), evidence::claimVerdictName(assessed.verdict)},
            {QStringLiteral("reason"), orNull(assessed.reason)}};
}

QJsonObject figureJson(const evidence::PublishedCheck &check)
{
    const evidence::PublishedFigure &figure = check.figure;
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

QJsonObject claimsJson(const std::vector<evidence::AssessedClaim> &claims,
                       const std::vector<evidence::PublishedCheck> &published,
                       const std::vector<evidence::Erratum> &errata)
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
