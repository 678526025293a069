// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace weighbridge::measure
{

/// What a CPU quota counted since it was set (cpu.stat of a control group, either version).
struct QuotaCount {
    QString file; ///< whose these are
    std::int64_t periods = 0;
    std::int64_t throttled = 0; ///< periods in which processes were stopped until the next
    std::chrono::nanoseconds stopped{};
};

/// The cpu.stat files of the groups of this process and of all groups above them, a quota of any of
/// which stops it. `groups` is /proc/self/cgroup, `mounts` /proc/self/mountinfo (both of proc(5)
/// and cgroups(7)). The files need not exist: a root group may have none.
[[nodiscard]] std::vector<QString> cpuStatFiles(const QByteArray &groups, const QByteArray &mounts);

/// Nothing where the text counts no periods: no quota can be set there.
[[nodiscard]] std::optional<QuotaCount> quotaCountFrom(const QByteArray &cpuStat);

/// Of this process; servers that it starts are in the same groups.
[[nodiscard]] std::vector<QuotaCount> quotaCounts();

/// The quota that stopped the processes in the greatest share of its periods between the two, with
/// what it counted meanwhile; all zero where none did.
[[nodiscard]] QuotaCount worstQuota(const std::vector<QuotaCount> &before,
                                    const std::vector<QuotaCount> &after);

} // namespace weighbridge::measure
