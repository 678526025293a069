// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine/cpu_placement.h"

#include "core/base/file_text.h"

#include <QString>

#include <cstddef>
#include <map>
#include <utility>

#include <sched.h>

namespace weighbridge::measure
{

namespace
{

void useCpus(const std::vector<int> &cpus)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    for (const int cpu : cpus)
        CPU_SET(static_cast<size_t>(cpu), &set);
    if (!cpus.empty())
        sched_setaffinity(0, sizeof set, &set);
}

} // namespace

std::vector<int> usableCpus()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    std::vector<int> cpus;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return cpus;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(static_cast<size_t>(cpu), &set))
            cpus.push_back(cpu);
    }
    return cpus;
}

CpuPlacement placeCpus(std::vector<std::vector<int>> cores)
{
    if (cores.size() == 1) { // one core: its threads are the only thing to divide
        std::vector<std::vector<int>> threads;
        for (const int cpu : cores.front())
            threads.push_back({cpu});
        cores = threads;
    }
    CpuPlacement placement;
    if (cores.size() < 2) {
        placement.server = cores.empty() ? std::vector<int>() : cores.front();
        placement.generator = placement.server;
        return placement;
    }
    for (std::size_t i = 0; i < cores.size(); ++i) {
        std::vector<int> &set = i < cores.size() / 2 ? placement.server : placement.generator;
        set.insert(set.end(), cores[i].begin(), cores[i].end());
    }
    return placement;
}

CpuPlacement placeCpus()
{
    std::map<QString, std::vector<int>> bySiblings;
    std::vector<QString> order;
    for (const int cpu : usableCpus()) {
        const QString path =
            QStringLiteral("/sys/devices/system/cpu/cpu%1/topology/thread_siblings_list").arg(cpu);
        QString siblings = readText(path).trimmed();
        if (siblings.isEmpty())
            siblings = QString::number(cpu);
        if (bySiblings[siblings].empty())
            order.push_back(siblings);
        bySiblings[siblings].push_back(cpu);
    }
    std::vector<std::vector<int>> cores;
    for (const QString &siblings : order)
        cores.push_back(bySiblings[siblings]);
    return placeCpus(std::move(cores));
}

CpuAffinity::CpuAffinity(const std::vector<int> &cpus) : m_before(usableCpus())
{
    useCpus(cpus);
}

CpuAffinity::~CpuAffinity()
{
    useCpus(m_before);
}

} // namespace weighbridge::measure
