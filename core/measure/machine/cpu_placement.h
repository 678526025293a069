// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace weighbridge::measure
{

/// CPUs that this process may use.
[[nodiscard]] std::vector<int> usableCpus();

/// Which CPUs the servers and the load generator run on. Two sets without a common CPU where there
/// are at least two CPUs; threads of one core are kept in one set where there are two cores.
struct CpuPlacement {
    std::vector<int> server;
    std::vector<int> generator;
    [[nodiscard]] bool disjoint() const { return server != generator; }
    bool operator==(const CpuPlacement &) const = default;
};

/// Divides groups of CPUs (each a core with its threads) into halves; the server gets the first.
[[nodiscard]] CpuPlacement placeCpus(std::vector<std::vector<int>> cores);
/// Of the CPUs that this process may use.
[[nodiscard]] CpuPlacement placeCpus();

/// Keeps the calling thread on `cpus` as long as it lives.
class CpuAffinity
{
public:
    explicit CpuAffinity(const std::vector<int> &cpus);
    ~CpuAffinity();
    CpuAffinity(const CpuAffinity &) = delete;
    CpuAffinity &operator=(const CpuAffinity &) = delete;

private:
    std::vector<int> m_before;
};

} // namespace weighbridge::measure
