// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_cache_probe.h"

#include <QFile>

#include <algorithm>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace weighbridge::testing
{

void dropFromPageCache(const QString &path)
{
    const int file = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    fsync(file);
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
}

int missingPages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0)
        return -1;
    const auto size = static_cast<std::size_t>(file.size());
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    std::vector<unsigned char> present((size + page - 1) / page);
    uchar *memory = file.map(0, file.size());
    if (memory == nullptr || mincore(memory, size, present.data()) != 0)
        return -1;
    return static_cast<int>(std::count_if(present.begin(), present.end(),
                                          [](unsigned char each) { return (each & 1) == 0; }));
}

} // namespace weighbridge::testing
