// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/servers/page_cache.h"

#include "core/measure/process/words.h"

#include <QDirIterator>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <optional>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace weighbridge::measure
{

namespace
{

/// Only what is on the disk can be dropped. Not fsync(), which makes the disk flush its own cache
/// for each of the thousands of files of a virtual environment.
void dropPages(int file)
{
    constexpr unsigned kAndWait =
        SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
    sync_file_range(file, 0, 0, kAndWait);
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
}

/// 0 or the error number.
int readWhole(int file, std::vector<char> &buffer)
{
    while (true) {
        const ssize_t size = read(file, buffer.data(), buffer.size());
        if (size == 0)
            return 0;
        if (size < 0 && errno != EINTR)
            return errno;
    }
}

/// 0 or the error number.
int populate(const QString &path, std::vector<char> &buffer)
{
    const int file = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return errno;
    dropPages(file);
    const int problem = readWhole(file, buffer);
    close(file);
    return problem;
}

} // namespace

Outcome populatePageCache(const QStringList &folders, const std::stop_token &stop)
{
    constexpr std::size_t kAtOnce = 256 * 1024;
    std::vector<char> buffer(kAtOnce);
    std::optional<Error> first;
    for (const QString &folder : folders) {
        if (folder.isEmpty()) // would be the current one
            continue;
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                        QDirIterator::Subdirectories);
        while (it.hasNext() && !stop.stop_requested()) {
            const QString path = it.next();
            const int problem = populate(path, buffer);
            if (problem != 0 && !first)
                first = Error{Words::tr("%1 cannot be read: %2")
                                  .arg(path, QString::fromLocal8Bit(std::strerror(problem))),
                              Words::tr("Check the permissions of the file"),
                              {}};
        }
    }
    if (first)
        return *first;
    return success();
}

} // namespace weighbridge::measure
