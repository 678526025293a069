// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine/cpu_quota.h"

#include <QFile>

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A mounted hierarchy that may hold CPU quotas.
struct Hierarchy {
    bool unified = false; ///< version 2
    QString root;         ///< the group that is mounted
    QString mountPoint;
};

/// Lines of mountinfo: id, parent, device, root, mount point, options, …, "-", type, source,
/// options of the file system.
std::vector<Hierarchy> hierarchies(const QByteArray &mounts)
{
    std::vector<Hierarchy> found;
    for (const QByteArray &line : mounts.split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        const qsizetype dash = fields.indexOf("-");
        if (dash < 5 || fields.size() < dash + 4)
            continue;
        const QByteArray type = fields[dash + 1];
        const bool unified = type == "cgroup2";
        const bool hasCpu = type == "cgroup" && fields[dash + 3].split(',').contains("cpu");
        if (unified || hasCpu)
            found.push_back({unified, QString::fromUtf8(fields[3]), QString::fromUtf8(fields[4])});
    }
    return found;
}

/// Lines of /proc/self/cgroup: hierarchy, controllers, path; version 2 has no controllers.
QString groupIn(const Hierarchy &hierarchy, const QByteArray &groups)
{
    for (const QByteArray &line : groups.split('\n')) {
        const QList<QByteArray> fields = line.split(':');
        if (fields.size() < 3)
            continue;
        const bool isIt = hierarchy.unified ? fields[0] == "0" && fields[1].isEmpty()
                                            : fields[1].split(',').contains("cpu");
        if (isIt)
            return QString::fromUtf8(line.mid(fields[0].size() + fields[1].size() + 2));
    }
    return {};
}

} // namespace

std::vector<QString> cpuStatFiles(const QByteArray &groups, const QByteArray &mounts)
{
    std::vector<QString> files;
    for (const Hierarchy &hierarchy : hierarchies(mounts)) {
        QString group = groupIn(hierarchy, groups);
        if (group.isEmpty())
            continue;
        // In a container the mounted root is the container's own group, or a part of its path.
        if (hierarchy.root != QLatin1String("/") && group.startsWith(hierarchy.root))
            group = group.mid(hierarchy.root.size());
        while (group.endsWith(QLatin1Char('/')))
            group.chop(1);
        for (;;) {
            files.push_back(hierarchy.mountPoint + group + QStringLiteral("/cpu.stat"));
            if (group.isEmpty())
                break;
            group.truncate(std::max<qsizetype>(group.lastIndexOf(QLatin1Char('/')), 0));
        }
    }
    return files;
}

std::optional<QuotaCount> quotaCountFrom(const QByteArray &cpuStat)
{
    QuotaCount count;
    bool hasPeriods = false;
    for (const QByteArray &line : cpuStat.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() != 2)
            continue;
        const qint64 value = words[1].toLongLong();
        if (words[0] == "nr_periods") {
            count.periods = value;
            hasPeriods = true;
        } else if (words[0] == "nr_throttled") {
            count.throttled = value;
        } else if (words[0] == "throttled_usec") { // version 2
            count.stopped = std::chrono::microseconds(value);
        } else if (words[0] == "throttled_time") { // version 1
            count.stopped = std::chrono::nanoseconds(value);
        }
    }
    return hasPeriods ? std::optional(count) : std::nullopt;
}

std::vector<QuotaCount> quotaCounts()
{
    std::vector<QuotaCount> counts;
    for (const QString &file : cpuStatFiles(contentOf(QStringLiteral("/proc/self/cgroup")),
                                            contentOf(QStringLiteral("/proc/self/mountinfo")))) {
        if (auto count = quotaCountFrom(contentOf(file))) {
            count->file = file;
            counts.push_back(std::move(*count));
        }
    }
    return counts;
}

QuotaCount worstQuota(const std::vector<QuotaCount> &before, const std::vector<QuotaCount> &after)
{
    const auto share = [](const QuotaCount &count) {
        return count.periods > 0
                   ? static_cast<double>(count.throttled) / static_cast<double>(count.periods)
                   : 0;
    };
    QuotaCount worst;
    for (const QuotaCount &now : after) {
        const auto then = std::find_if(before.begin(), before.end(), [&](const QuotaCount &each) {
            return each.file == now.file;
        });
        if (then == before.end())
            continue;
        const QuotaCount meanwhile{now.file, now.periods - then->periods,
                                   now.throttled - then->throttled, now.stopped - then->stopped};
        if (share(meanwhile) > share(worst))
            worst = meanwhile;
    }
    return worst;
}

} // namespace weighbridge::measure
