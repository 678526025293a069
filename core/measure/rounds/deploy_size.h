// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/measure/targets/preparation.h"

#include <optional>
#include <stop_token>

namespace weighbridge::measure
{

/// What is copied to the machine that serves.
struct DeploySize {
    double artefactBytes = 0;
    double files = 0;
    double runtimeBytes = 0; ///< interpreter and standard library; 0 where it is in the artefact
    std::optional<double> imageBytes;   ///< estimate; empty without a known base image
    std::optional<double> dependencies; ///< third-party packages; empty where nobody can tell
};

/// Counts the target's artefacts (its sources where it names none) and its runtime. Starts the
/// toolchain to ask it where its parts are. Takes up to a second.
[[nodiscard]] Result<DeploySize> deploySize(const PreparedTarget &target);

} // namespace weighbridge::measure
