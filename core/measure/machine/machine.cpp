// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine/machine.h"

#include "core/base/file_text.h"
#include "core/measure/machine/cpu_placement.h"

#include <QCryptographicHash>
#include <QSysInfo>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <sys/resource.h>

namespace weighbridge::measure
{

namespace
{

/// The value of the first line "key : value" of a text in the manner of /proc/cpuinfo.
QString valueOf(const QString &text, const QString &key)
{
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(key) && line.contains(QLatin1Char(':')))
            return line.section(QLatin1Char(':'), 1).simplified();
    }
    return {};
}

QString fingerprintOf(const results::Machine &machine)
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

results::Machine describeMachine()
{
    results::Machine machine;
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

} // namespace weighbridge::measure
