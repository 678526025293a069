// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <memory>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace weighbridge;

namespace
{

constexpr qint64 kMost = 1024 * 1024;

/// A socket of the file system, open as long as it lives.
class Listener
{
public:
    explicit Listener(const QString &path) : m_socket(::socket(AF_UNIX, SOCK_STREAM, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        std::copy(name.begin(), name.end(), address.sun_path);
        m_isBound = ::bind(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    ~Listener() { ::close(m_socket); }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;
    [[nodiscard]] bool isBound() const { return m_isBound; }

private:
    int m_socket;
    bool m_isBound = false;
};

/// No file of this process may grow beyond `bytes` as long as it lives: as on a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit low{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &low);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before = {};
    void (*m_handler)(int) = SIG_DFL;
};

mode_t kindOf(const QString &path)
{
    struct stat found = {};
    return ::lstat(QFile::encodeName(path).constData(), &found) == 0 ? found.st_mode & S_IFMT : 0;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class FileTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoFileIsNeitherReadNorReplaced_data();
    void whatIsNoFileIsNeitherReadNorReplaced();
    void aLinkStaysAndItsTargetIsWritten();
    void aLinkToNothingMakesItsTarget();
    void aLinkToItselfIsRefused();
    void aFullDiskLeavesTheFileAndSaysWhatToDo();
    void aFileThatIsTooLongIsRefused();
    void aMissingFileIsNamed();
};

void FileTextTest::whatIsNoFileIsNeitherReadNorReplaced_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("throughLink");
    for (const char *kind : {"folder", "pipe", "socket", "device"}) {
        QTest::addRow("%s", kind) << QString::fromLatin1(kind) << false;
        QTest::addRow("link to a %s", kind) << QString::fromLatin1(kind) << true;
    }
}

void FileTextTest::whatIsNoFileIsNeitherReadNorReplaced()
{
    QFETCH(QString, kind);
    QFETCH(bool, throughLink);
    const QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("thing"));
    std::unique_ptr<Listener> listener;
    if (kind == QLatin1String("folder"))
        QVERIFY(QDir().mkpath(path));
    else if (kind == QLatin1String("pipe"))
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    else if (kind == QLatin1String("socket")) {
        listener = std::make_unique<Listener>(path);
        QVERIFY(listener->isBound());
    } else {
        path = QStringLiteral("/dev/null");
    }
    const mode_t before = kindOf(path);
    const QString named = throughLink ? folder.filePath(QStringLiteral("link")) : path;
    if (throughLink)
        QVERIFY(QFile::link(path, named));

    const auto read = readFile(named, kMost, QStringLiteral("Choose a file"));
    QVERIFY(!read);
    QVERIFY2(read.error().what.contains(QStringLiteral("it is a ") + kind),
             qPrintable(read.error().what));
    QVERIFY(read.error().what.contains(named));
    QCOMPARE(read.error().remedy, QStringLiteral("Choose a file"));
    for (const Outcome &outcome : {writeFile(named, "x"), checkWritable(named)}) {
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().what.contains(QStringLiteral("it is a ") + kind),
                 qPrintable(outcome.error().what));
        QVERIFY(!outcome.error().remedy.isEmpty());
    }
    QCOMPARE(kindOf(path), before);
}

void FileTextTest::aLinkStaysAndItsTargetIsWritten()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("elsewhere")));
    const QString target = folder.filePath(QStringLiteral("elsewhere/target"));
    const QString link = folder.filePath(QStringLiteral("link"));
    const QString second = folder.filePath(QStringLiteral("second"));
    QVERIFY(writeFile(target, "before"));
    QVERIFY(QFile::link(QStringLiteral("elsewhere/target"), link));
    QVERIFY(QFile::link(link, second));
    QVERIFY(writeFile(second, "after"));
    QCOMPARE(bytesOf(target), QByteArray("after"));
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(QFileInfo(second).isSymLink());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    QCOMPARE(*readFile(second, kMost, {}), QByteArray("after"));
}

void FileTextTest::aLinkToNothingMakesItsTarget()
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("target"));
    const QString link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(target, link));
    QVERIFY(writeFile(link, "made"));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(bytesOf(target), QByteArray("made"));
}

void FileTextTest::aLinkToItselfIsRefused()
{
    const QTemporaryDir folder;
    const QString link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(link, link));
    QVERIFY(!writeFile(link, "x"));
    QVERIFY(!readFile(link, kMost, {}));
    QVERIFY(QFileInfo(link).isSymLink());
}

void FileTextTest::aFullDiskLeavesTheFileAndSaysWhatToDo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    QVERIFY(writeFile(path, "before"));
    Outcome outcome = success();
    {
        const FullDisk full(64 * 1024);
        outcome = writeFile(path, QByteArray(1024 * 1024, 'x'), QStringLiteral("All is printed"));
    }
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().what.endsWith(QLatin1String(std::strerror(EFBIG))),
             qPrintable(outcome.error().what));
    QVERIFY2(outcome.error().remedy.contains(QStringLiteral("Make room")),
             qPrintable(outcome.error().message()));
    QVERIFY(outcome.error().remedy.endsWith(QStringLiteral("All is printed")));
    QCOMPARE(bytesOf(path), QByteArray("before"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("a")});
}

void FileTextTest::aFileThatIsTooLongIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    QVERIFY(writeFile(path, QByteArray(kMost, 'x')));
    QVERIFY(readFile(path, kMost, {}));
    QVERIFY(writeFile(path, QByteArray(kMost + 1, 'x')));
    const auto read = readFile(path, kMost, {});
    QVERIFY(!read);
    QVERIFY(read.error().what.contains(QStringLiteral("larger than 1 MiB")));
}

void FileTextTest::aMissingFileIsNamed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("missing"));
    const auto read = readFile(path, kMost, {});
    QVERIFY(!read);
    QVERIFY(read.error().what.contains(path));
    QCOMPARE(read.error().remedy, QStringLiteral("Check the name of the file"));
}

QTEST_APPLESS_MAIN(FileTextTest)
#include "file_text_test.moc"
