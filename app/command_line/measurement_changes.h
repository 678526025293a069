// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/arguments.h"
#include "core/storage/project.h"

#include <QJsonObject>

namespace weighbridge::app
{

/// Declares the options that rate from stored runs: apply, apply-run.
void addMeasurementOptions(Arguments &line);

/// Rates the decision of `project` from its runs where that was asked for. Returns what that did,
/// one sentence each. Wrong values are rejected in `line`.
[[nodiscard]] QStringList applyMeasurements(storage::Project &project, Arguments &line);

/// "Applied from measurements" with `applied`, and what could be applied still. Empty where there
/// is neither.
[[nodiscard]] QString measurementsText(const storage::Project &project, const QStringList &applied);
/// The same for scripts.
[[nodiscard]] QJsonObject measurementsJson(const storage::Project &project,
                                           const QStringList &applied);

} // namespace weighbridge::app
