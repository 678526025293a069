// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/process/process_sampler.h"
#include "core/results/benchmark_result.h"

namespace weighbridge::measure
{

[[nodiscard]] double mebibytes(std::int64_t bytes);

/// Of the first reading of a launch, while the server has nothing to do: idle, load and peak alike.
[[nodiscard]] results::MemorySummary idleMemory(const ResidentMemory &reading);

/// `reading` becomes the peak where it is above what was the peak until now.
void notePeak(results::MemorySummary &memory, const ResidentMemory &reading);

} // namespace weighbridge::measure
