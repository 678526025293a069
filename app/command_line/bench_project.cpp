// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/bench_project.h"

#include "core/evidence/run_questions.h"
#include "core/knowledge/catalogue.h"

namespace weighbridge::app
{

Result<ProjectChange> addToProject(const QString &path, const Runs &runs, UseOfRun use)
{
    auto project = projectOrNew(path);
    if (!project)
        return project.error();
    ProjectChange change;
    change.file = path;
    change.before = project->decision;
    change.verdictBefore = decision::analyse(change.before);
    results::Runs applied = evidence::appliedRuns(project->decision, project->runs);
    applied.insert(applied.end(), runs.begin(), runs.end());
    project->runs.insert(project->runs.end(), runs.begin(), runs.end());
    if (use != UseOfRun::append) {
        const auto invalid = use == UseOfRun::apply ? results::InvalidResults::leaveOut
                                                    : results::InvalidResults::use;
        evidence::Proposals proposals = evidence::newsIn(
            evidence::propose(project->decision, applied, invalid), project->decision);
        for (evidence::RatingProposal &proposal : proposals.ratings) {
            if (proposal.fromInvalid)
                proposal.rating.source.section += QStringLiteral(", result flagged as invalid");
        }
        project->decision = knowledge::withMeasurements(project->decision,
                                                        knowledge::builtInCatalogue(), proposals);
        change.proposals = std::move(proposals.ratings);
        change.remarks = std::move(proposals.remarks);
    }
    change.after = project->decision;
    change.verdictAfter = decision::analyse(change.after);
    if (const auto saved = storage::saveProject(path, *project); !saved)
        return saved.error();
    return change;
}

} // namespace weighbridge::app
