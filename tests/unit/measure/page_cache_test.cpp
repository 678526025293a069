// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/servers/page_cache.h"

#include "page_cache_probe.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>
#include <random>

#include <unistd.h>

using namespace weighbridge;
using namespace weighbridge::measure;

namespace
{

constexpr int kPages = 64;
constexpr const char *kNotDropped =
    "the file system of the temporary folder keeps its pages in memory";

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
    testing::dropFromPageCache(path);
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
        testing::dropFromPageCache(m_file);
        if (testing::missingPages(m_file) != kPages)
            QSKIP(kNotDropped);
        QVERIFY(populatePageCache({m_folder->path()}, {}).hasValue());
        QCOMPARE(testing::missingPages(m_file), 0);
    }

    void whatIsThereIsDroppedAndReadAgain()
    {
        if (!fetchingIsSeen(m_file))
            QSKIP("this system does not show what is read from the disk");
        QCOMPARE(testing::missingPages(m_file), 0);
        const qint64 before = bytesFromDisk();
        QVERIFY(populatePageCache({m_folder->path()}, {}).hasValue());
        QVERIFY(bytesFromDisk() - before >= fileSize());
        QCOMPARE(testing::missingPages(m_file), 0);
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
        testing::dropFromPageCache(outside);
        testing::dropFromPageCache(inside);
        if (testing::missingPages(inside) != kPages)
            QSKIP(kNotDropped);
        QVERIFY(populatePageCache({m_folder->path()}, {}).hasValue());
        QCOMPARE(testing::missingPages(inside), 0);
        QCOMPARE(testing::missingPages(outside), kPages);
    }

    void aFileThatCannotBeReadIsNamedAndTheOthersAreRead()
    {
        if (geteuid() == 0)
            QSKIP("root reads every file");
        const QString locked = m_folder->filePath(QStringLiteral("a-locked"));
        QVERIFY(writeFile(locked));
        QVERIFY(QFile::setPermissions(locked, {}));
        testing::dropFromPageCache(m_file);
        const Outcome outcome = populatePageCache({m_folder->path()}, {});
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().what.contains(locked), qPrintable(outcome.error().what));
        QCOMPARE(testing::missingPages(m_file), 0);
    }

    void nothingIsReadWhereThereIsNoFolderOrNoTime()
    {
        QVERIFY(populatePageCache({QString(), QStringLiteral("/no/such/folder")}, {}).hasValue());
        testing::dropFromPageCache(m_file);
        if (testing::missingPages(m_file) != kPages)
            QSKIP(kNotDropped);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(populatePageCache({m_folder->path()}, stop.get_token()).hasValue());
        QCOMPARE(testing::missingPages(m_file), kPages);
    }

private:
    std::optional<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_APPLESS_MAIN(PageCacheTest)
#include "page_cache_test.moc"
