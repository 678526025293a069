// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/servers/page_cache.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>
#include <random>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace weighbridge;
using namespace weighbridge::measure;

namespace
{

constexpr int kPages = 64;

int fileSize()
{
    return kPages * static_cast<int>(sysconf(_SC_PAGESIZE));
}

bool writeFile(const QString &path)
{
    QFile file(path);
    QByteArray content(fileSize(), '\0');
    std::mt19937 random(1); // a file system that compresses must not make it smaller
    for (char &each : content)
        each = static_cast<char>(random());
    return file.open(QIODevice::WriteOnly) && file.write(content) == fileSize();
}

/// How many pages of a file of kPages the page cache holds; −1 where that cannot be told.
int pagesPresent(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    uchar *memory = file.map(0, fileSize());
    if (memory == nullptr)
        return -1;
    std::vector<unsigned char> present(kPages);
    if (mincore(memory, static_cast<std::size_t>(fileSize()), present.data()) != 0)
        return -1;
    return static_cast<int>(std::count_if(present.begin(), present.end(),
                                          [](unsigned char page) { return (page & 1) != 0; }));
}

/// What a program does that wants a file out of the cache.
void drop(const QString &path)
{
    const int file = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    fsync(file);
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
}

/// Bytes that this process made the kernel fetch from the disk.
qint64 bytesFromDisk()
{
    QFile io(QStringLiteral("/proc/self/io"));
    if (!io.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = io.readAll();
    const QByteArray name = "\nread_bytes: ";
    const qsizetype begin = text.indexOf(name) + name.size();
    return text.mid(begin, text.indexOf('\n', begin) - begin).toLongLong();
}

/// Whether the kernel tells that a dropped file is fetched again: not on a file system in memory,
/// nor on one with a cache of its own, nor where it does not count.
bool fetchingIsSeen(const QString &path)
{
    drop(path);
    const qint64 before = bytesFromDisk();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.readAll().size() == fileSize() &&
           bytesFromDisk() - before >= fileSize();
}

} // namespace

class PageCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        m_file = m_folder->filePath(QStringLiteral("server"));
        QVERIFY(writeFile(m_file));
    }

    void whatWasDroppedIsThereAgain()
    {
        drop(m_file);
        if (pagesPresent(m_file) > 0)
            QSKIP("the file system of the temporary folder keeps its pages in memory");
        QVERIFY(populatePageCache({m_folder->path()}, {}).hasValue());
        QCOMPARE(pagesPresent(m_file), kPages);
    }

    void whatIsThereIsDroppedAndReadAgain()
    {
        if (!fetchingIsSeen(m_file))
            QSKIP("this system does not show what is read from the disk");
        QCOMPARE(pagesPresent(m_file), kPages);
        const qint64 before = bytesFromDisk();
        QVERIFY(populatePageCache({m_folder->path()}, {}).hasValue());
        QVERIFY(bytesFromDisk() - before >= fileSize());
        QCOMPARE(pagesPresent(m_file), kPages);
    }

    void freshlyWrittenFilesAreNoException()
    {
        if (!fetchingIsSeen(m_file))
            QSKIP("this system does not show what is read from the disk");
        QVERIFY(writeFile(m_file)); // not on the disk yet
        const qint64 before = bytesFromDisk();
        QVERIFY(populatePageCache({m_folder->path()}, {}).hasValue());
        QVERIFY(bytesFromDisk() - before >= fileSize());
    }

    void filesInFoldersBelowAreReachedAndLinksAreNot()
    {
        QTemporaryDir elsewhere;
        const QString outside = elsewhere.filePath(QStringLiteral("library"));
        const QString inside = m_folder->filePath(QStringLiteral("venv/lib/.hidden"));
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("venv/lib")));
        QVERIFY(writeFile(outside) && writeFile(inside));
        QVERIFY(QFile::link(outside, m_folder->filePath(QStringLiteral("library"))));
        QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(QStringLiteral("folder"))));
        drop(outside);
        drop(inside);
        if (pagesPresent(inside) > 0)
            QSKIP("the file system of the temporary folder keeps its pages in memory");
        QVERIFY(populatePageCache({m_folder->path()}, {}).hasValue());
        QCOMPARE(pagesPresent(inside), kPages);
        QCOMPARE(pagesPresent(outside), 0);
    }

    void aFileThatCannotBeReadIsNamedAndTheOthersAreRead()
    {
        if (geteuid() == 0)
            QSKIP("root reads every file");
        const QString locked = m_folder->filePath(QStringLiteral("a-locked"));
        QVERIFY(writeFile(locked));
        QVERIFY(QFile::setPermissions(locked, {}));
        drop(m_file);
        const Outcome outcome = populatePageCache({m_folder->path()}, {});
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().what.contains(locked), qPrintable(outcome.error().what));
        QCOMPARE(pagesPresent(m_file), kPages);
    }

    void nothingIsReadWhereThereIsNoFolderOrNoTime()
    {
        QVERIFY(populatePageCache({QString(), QStringLiteral("/no/such/folder")}, {}).hasValue());
        drop(m_file);
        if (pagesPresent(m_file) > 0)
            QSKIP("the file system of the temporary folder keeps its pages in memory");
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(populatePageCache({m_folder->path()}, stop.get_token()).hasValue());
        QCOMPARE(pagesPresent(m_file), 0);
    }

private:
    std::optional<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_APPLESS_MAIN(PageCacheTest)
#include "page_cache_test.moc"
