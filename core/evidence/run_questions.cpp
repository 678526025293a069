// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/run_questions.h"

#include <algorithm>
#include <iterator>

namespace weighbridge::evidence
{

namespace
{

void insertRunsOf(const std::vector<decision::Rating> &ratings, QSet<QString> &runs)
{
    for (const decision::Rating &rating : ratings) {
        if (rating.provenance == decision::Provenance::measured)
            runs.insert(rating.source.run);
    }
}

} // namespace

std::vector<results::Contender> contendersOf(const decision::Decision &decision)
{
    std::vector<results::Contender> contenders;
    for (const decision::Alternative &alternative : decision.alternatives)
        contenders.push_back({alternative.name,
                              QStringList(alternative.targets.begin(), alternative.targets.end())});
    return contenders;
}

results::RunQuestion questionOf(const decision::Decision &decision, const QString &workload,
                                const QString &quantity)
{
    results::RunQuestion question;
    question.workload = workload;
    question.quantity = quantity;
    question.contenders = contendersOf(decision);
    return question;
}

QSet<QString> appliedRunIds(const decision::Decision &decision)
{
    QSet<QString> applied(decision.capacity.runs.begin(), decision.capacity.runs.end());
    for (const decision::Need &need : decision.needs)
        insertRunsOf(need.ratings, applied);
    return applied;
}

QSet<QString> neededRunIds(const decision::Decision &decision)
{
    QSet<QString> needed = appliedRunIds(decision);
    for (const decision::ShelvedComparison &shelved : decision.shelf) {
        for (const decision::ShelvedComparison::Row &row : shelved.rows)
            insertRunsOf(row.ratings, needed);
    }
    return needed;
}

results::Runs appliedRuns(const decision::Decision &decision, const results::Runs &runs)
{
    const QSet<QString> applied = appliedRunIds(decision);
    results::Runs kept;
    std::copy_if(runs.begin(), runs.end(), std::back_inserter(kept),
                 [&](const results::RunPointer &run) { return run && applied.contains(run->id); });
    return kept;
}

} // namespace weighbridge::evidence
