// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/project_file.h"
#include "core/decision/views/analysis.h"
#include "core/evidence/measured_evidence.h"

#include <memory>
#include <vector>

namespace weighbridge::app
{

using results::Runs;

/// What runs did to a project.
struct ProjectChange {
    QString file;
    decision::Decision before;
    decision::Analysis verdictBefore;
    std::vector<evidence::RatingProposal> proposals; ///< applied; empty where only appended
    QStringList remarks;                             ///< on the runs that count, one sentence each
    decision::Decision after;
    decision::Analysis verdictAfter;
};

enum class UseOfRun { append, apply, applyInvalidToo };

/// Adds `runs` to the project in `path` (made from the sample where missing), rates the
/// alternatives where `use` says so (a rating from an invalid result says so in its source), and
/// saves. What counts is chosen among `runs` and those that the decision rests on already: a run of
/// one framework does not take the place of one that has them all. Reads the file again, so that
/// what was changed in it while the runs took their time is kept.
[[nodiscard]] Result<ProjectChange> addToProject(const QString &path, const Runs &runs,
                                                 UseOfRun use);

} // namespace weighbridge::app
