// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/benchmark_result.h"

namespace weighbridge::measure
{

/// The machine as it is at this moment. Reads /proc, /sys and /etc/os-release.
[[nodiscard]] results::Machine describeMachine();

} // namespace weighbridge::measure
