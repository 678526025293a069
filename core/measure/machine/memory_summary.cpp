// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine/memory_summary.h"

namespace weighbridge::measure
{

namespace
{

std::optional<double> fileBackedMib(const ResidentMemory &reading)
{
    return reading.fileBacked ? std::optional(mebibytes(*reading.fileBacked)) : std::nullopt;
}

} // namespace

double mebibytes(std::int64_t bytes)
{
    constexpr double kBytesPerMib = 1024.0 * 1024.0;
    return static_cast<double>(bytes) / kBytesPerMib;
}

results::MemorySummary idleMemory(const ResidentMemory &reading)
{
    const double total = mebibytes(reading.total);
    const auto fileBacked = fileBackedMib(reading);
    return {total, total, total, fileBacked, fileBacked};
}

void notePeak(results::MemorySummary &memory, const ResidentMemory &reading)
{
    const double total = mebibytes(reading.total);
    if (total <= memory.peak)
        return;
    memory.peak = total;
    memory.peakFileBacked = fileBackedMib(reading);
}

} // namespace weighbridge::measure
