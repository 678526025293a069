// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/limits.h"

#include <QFile>

#include <sched.h>
#include <sys/resource.h>

namespace weighbridge::app
{

namespace
{

// For 1,000 connections: four descriptors per connection, all of them waiting at once, two ports.
constexpr double kOpenFilesNeeded = 4000;
constexpr double kBacklogNeeded = 1000;
constexpr double kPortsNeeded = 2000;
constexpr double kCoresNeeded = 2;

double openFiles()
{
    rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    // The program raises the soft limit itself, up to the hard one.
    return static_cast<double>(limit.rlim_max);
}

double usableCores()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    return ::sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}

QList<QByteArray> words(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().simplified().split(' ');
}

double listenBacklog()
{
    return words(QStringLiteral("/proc/sys/net/core/somaxconn")).value(0).toDouble();
}

double localPorts()
{
    const auto range = words(QStringLiteral("/proc/sys/net/ipv4/ip_local_port_range"));
    return range.size() == 2 ? range[1].toDouble() - range[0].toDouble() + 1 : 0;
}

Limit limit(const char *id, const char *name, double value, double needed, const char *remedy)
{
    const bool ok = value >= needed;
    return {QString::fromLatin1(id), QString::fromLatin1(name), value, ok,
            ok ? QString() : QString::fromLatin1(remedy)};
}

} // namespace

std::vector<Limit> limitsOfThisMachine()
{
    return {limit("open_files", "Open files", openFiles(), kOpenFilesNeeded,
                  "Raise the hard limit to 4000 or more: ulimit -Hn, or nofile in "
                  "/etc/security/limits.conf"),
            limit("listen_backlog", "Listen backlog", listenBacklog(), kBacklogNeeded,
                  "Raise it: sysctl -w net.core.somaxconn=4096"),
            limit("local_ports", "Local ports", localPorts(), kPortsNeeded,
                  "Widen the range: sysctl -w net.ipv4.ip_local_port_range='32768 60999'"),
            limit("cores", "Usable cores", usableCores(), kCoresNeeded,
                  "Server and generator share one core: figures are lower than they could be")};
}

} // namespace weighbridge::app
