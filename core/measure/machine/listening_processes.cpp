// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine/listening_processes.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

#include <dirent.h>
#include <unistd.h>

namespace weighbridge::measure
{

namespace
{

QByteArray contentOf(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether one of the process's file descriptors is one of these sockets.
bool holdsAny(const QByteArray &pid, const std::vector<QByteArray> &inodes)
{
    const QByteArray folder = "/proc/" + pid + "/fd/";
    DIR *const descriptors = opendir(folder.constData());
    if (descriptors == nullptr)
        return false;
    bool found = false;
    while (const dirent *const entry = found ? nullptr : readdir(descriptors)) {
        std::array<char, 64> link{};
        const ssize_t size =
            readlink((folder + entry->d_name).constData(), link.data(), link.size());
        const QByteArray target(link.data(), std::max<ssize_t>(size, 0));
        constexpr qsizetype kPrefix = 8; // "socket:["
        found = target.startsWith("socket:[") &&
                std::find(inodes.begin(), inodes.end(),
                          target.mid(kPrefix, target.size() - kPrefix - 1)) != inodes.end();
    }
    closedir(descriptors);
    return found;
}

} // namespace

std::vector<QByteArray> listeningInodes(const QByteArray &table, std::uint16_t port)
{
    // "sl local_address rem_address st … inode": addresses are HEX:PORT, 0A is LISTEN
    constexpr int kLocal = 1;
    constexpr int kState = 3;
    constexpr int kInode = 9;
    const QByteArray ending = ':' + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
    std::vector<QByteArray> inodes;
    for (const QByteArray &line : table.split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() > kInode && fields[kLocal].endsWith(ending) && fields[kState] == "0A")
            inodes.push_back(fields[kInode]);
    }
    return inodes;
}

std::vector<pid_t> listeningProcesses(std::uint16_t port)
{
    std::vector<QByteArray> inodes = listeningInodes(contentOf("/proc/net/tcp"), port);
    for (QByteArray &inode : listeningInodes(contentOf("/proc/net/tcp6"), port))
        inodes.push_back(std::move(inode));
    std::vector<pid_t> pids;
    if (inodes.empty())
        return pids;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const int pid = name.toInt(&isNumber);
        if (isNumber && holdsAny(name.toLatin1(), inodes))
            pids.push_back(pid);
    }
    return pids;
}

} // namespace weighbridge::measure
