// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/arguments.h"
#include "core/measure/runs/suite.h"

namespace weighbridge::app
{

/// What `bench` understands.
[[nodiscard]] Arguments benchArguments();

/// What is to be run: the quick set, or one plan as a suite of its own. What is wrong or does not
/// fit together is rejected on `line`.
[[nodiscard]] measure::Suite suiteFrom(Arguments &line);

} // namespace weighbridge::app
