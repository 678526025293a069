// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSysInfo>

#include <cmath>
#include <cstdlib>
#include <map>

#include <sched.h>
#include <sys/resource.h>

namespace weighbridge::measure
{

namespace
{

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The value of the first line "key : value" of a text in the manner of /proc/cpuinfo.
QString valueOf(const QString &text, const QString &key)
{
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(key) && line.contains(QLatin1Char(':')))
            return line.section(QLatin1Char(':'), 1).simplified();
    }
    return {};
}

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

void useCpus(const std::vector<int> &cpus)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    for (const int cpu : cpus)
        CPU_SET(static_cast<size_t>(cpu), &set);
    if (!cpus.empty())
        sched_setaffinity(0, sizeof set, &set);
}

QString fingerprintOf(const Machine &machine)
{
    const QString identity = QStringLiteral("%1|%2|%3|%4|%5")
                                 .arg(machine.cpuModel)
                                 .arg(machine.cores)
                                 .arg(std::lround(machine.memoryMib / 1024))
                                 .arg(machine.kernel, QSysInfo::currentCpuArchitecture());
    constexpr qsizetype kDigits = 16;
    return QString::fromLatin1(
        QCryptographicHash::hash(identity.toUtf8(), QCryptographicHash::Sha256)
            .toHex()
            .left(kDigits));
}

} // namespace

Machine describeMachine()
{
    Machine machine;
    const QString cpuInfo = readText(QStringLiteral("/proc/cpuinfo"));
    machine.cpuModel = valueOf(cpuInfo, QStringLiteral("model name"));
    if (machine.cpuModel.isEmpty()) // most ARM kernels give no name
        machine.cpuModel = QSysInfo::currentCpuArchitecture();
    machine.cores = static_cast<int>(usableCpus().size());
    machine.governor =
        readText(QStringLiteral("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")).trimmed();
    machine.kernel = QSysInfo::kernelType() + QLatin1Char(' ') + QSysInfo::kernelVersion();
    machine.system = QSysInfo::prettyProductName();
    const QString memory =
        valueOf(readText(QStringLiteral("/proc/meminfo")), QStringLiteral("MemTotal"));
    machine.memoryMib = memory.section(QLatin1Char(' '), 0, 0).toDouble() / 1024;
    double load = 0;
    if (getloadavg(&load, 1) == 1)
        machine.loadAverage = load;
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0)
        machine.openFileLimit = static_cast<std::int64_t>(
            std::min<rlim_t>(files.rlim_max, static_cast<rlim_t>(INT32_MAX)));
    machine.listenBacklog =
        readText(QStringLiteral("/proc/sys/net/core/somaxconn")).trimmed().toLongLong();
    machine.fingerprint = fingerprintOf(machine);
    return machine;
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
