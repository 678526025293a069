// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/article/claims.h"

#include "core/article/words.h"

#include <algorithm>

namespace weighbridge::article
{

namespace
{

bool any(const AssessedClaim &claim, CheckOutcome outcome)
{
    return std::any_of(claim.findings.begin(), claim.findings.end(),
                       [outcome](const auto &each) { return each.outcome == outcome; });
}

/// The outcome that decides: what contradicts outweighs what is open, which outweighs what holds.
CheckOutcome decidingOutcome(const AssessedClaim &claim)
{
    for (const CheckOutcome each : {CheckOutcome::contradicted, CheckOutcome::undecided,
                                    CheckOutcome::holds, CheckOutcome::shown}) {
        if (any(claim, each))
            return each;
    }
    return CheckOutcome::notMeasured;
}

ClaimVerdict verdictOf(CheckOutcome outcome)
{
    return outcome == CheckOutcome::holds          ? ClaimVerdict::holds
           : outcome == CheckOutcome::contradicted ? ClaimVerdict::contradictedHere
                                                   : ClaimVerdict::notTested;
}

/// The reasons of the checks with the outcome that decides, each said once.
QString reasonOf(const AssessedClaim &claim, CheckOutcome outcome)
{
    if (claim.claim.checks.empty())
        return Words::tr("No measurement of this program can test it.");
    QStringList sentences;
    for (std::size_t i = 0; i < claim.findings.size(); ++i) {
        if (claim.findings[i].outcome != outcome)
            continue;
        for (const QString &each : {claim.claim.checks[i].says, claim.findings[i].reason}) {
            if (!each.isEmpty() && !sentences.contains(each))
                sentences.append(each);
        }
    }
    return sentences.join(QLatin1Char(' '));
}

QString joinedFigures(const AssessedClaim &claim)
{
    QStringList figures;
    for (const CheckFinding &finding : claim.findings) {
        if (!finding.text.isEmpty() && !figures.contains(finding.text))
            figures.append(finding.text);
    }
    return figures.join(QStringLiteral("; "));
}

AssessedClaim assess(const Claim &claim, const Runs &runs, const PublishedLoad &table)
{
    AssessedClaim assessed;
    assessed.claim = claim;
    for (const ClaimCheck &check : claim.checks)
        assessed.findings.push_back(evaluate(check, runs, table));
    assessed.measured = joinedFigures(assessed);
    const CheckOutcome outcome = decidingOutcome(assessed);
    assessed.verdict = verdictOf(outcome);
    assessed.reason = reasonOf(assessed, outcome);
    if (claim.addsUp)
        return assessed;
    // No measurement can mend what the article's own numbers contradict.
    assessed.verdict = ClaimVerdict::doesNotAddUp;
    assessed.reason = assessed.measured.isEmpty()
                          ? claim.implied
                          : claim.implied + QLatin1Char(' ') + assessed.reason;
    return assessed;
}

} // namespace

std::vector<AssessedClaim> assessClaims(const Article &article, const Runs &runs)
{
    std::vector<AssessedClaim> assessed;
    assessed.reserve(article.claims.size());
    for (const Claim &claim : article.claims)
        assessed.push_back(assess(claim, runs, article.load()));
    return assessed;
}

} // namespace weighbridge::article
