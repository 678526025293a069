// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_text.h"

#include "core/base/words.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace weighbridge
{

namespace
{

/// What the thing is called where it is no regular file; empty where it is one.
QString wrongKind(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG:
        return {};
    case S_IFDIR:
        return Words::tr("it is a folder, not a file");
    case S_IFIFO:
        return Words::tr("it is a pipe, not a file");
    case S_IFSOCK:
        return Words::tr("it is a socket, not a file");
    default:
        return Words::tr("it is a device, not a file");
    }
}

Error cannotRead(const QString &path, const QString &why, const QString &remedy)
{
    return {Words::tr("Cannot read '%1': %2").arg(path, why), remedy, {}};
}

Error cannotWrite(const QString &path, const QString &why, const QString &remedy,
                  const QString &consolation)
{
    const QString both =
        consolation.isEmpty() ? remedy : Words::tr("%1. %2").arg(remedy, consolation);
    return {Words::tr("Cannot write '%1': %2").arg(path, why), both, {}};
}

QString systemWords(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

QString readRemedy(int error, const QString &otherwise)
{
    switch (error) {
    case EACCES:
    case EPERM:
        return Words::tr("Ask its owner for permission to read it");
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
        return Words::tr("Check the name of the file");
    default:
        return otherwise;
    }
}

/// Why what stands at `path` must not be replaced; empty where it may be.
QString objection(const QString &path)
{
    struct stat found = {};
    const QByteArray name = QFile::encodeName(path);
    if (::stat(name.constData(), &found) == 0)
        return wrongKind(found.st_mode);
    // Also where a link points to nothing: then its target is made.
    return errno == ELOOP ? systemWords(ELOOP) : QString();
}

/// QSaveFile forgets what the system said and calls it "Unknown error".
QString writeProblem(int error, const QSaveFile &file)
{
    switch (error) {
    case ENOSPC:
        return Words::tr("the disk is full");
    case EDQUOT:
        return Words::tr("the quota of the disk is used up");
    case 0:
        return file.errorString();
    default:
        return systemWords(error);
    }
}

QString otherPlace()
{
    return Words::tr("Choose another name for the file");
}

QString openRemedy()
{
    return Words::tr("Choose another place or make the folder and the file writable");
}

QString roomRemedy()
{
    return Words::tr("Make room there or choose another place; what was there before is unchanged");
}

} // namespace

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Result<QByteArray> readFile(const QString &path, qint64 most, const QString &remedy)
{
    // To open a pipe would wait for somebody who writes into it.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) {
        const int error = errno;
        if (error == ENXIO) // what opening a socket says
            return cannotRead(path, wrongKind(S_IFSOCK), remedy);
        return cannotRead(path, systemWords(error), readRemedy(error, remedy));
    }
    struct stat found = {};
    const QString kind = ::fstat(descriptor, &found) == 0 ? wrongKind(found.st_mode) : QString();
    QFile file;
    if (!kind.isEmpty() ||
        !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return cannotRead(path, kind.isEmpty() ? file.errorString() : kind, remedy);
    }
    QByteArray bytes;
    if (found.st_size <= most) // one byte more than allowed tells a file that grows
        bytes = file.read(most + 1);
    if (file.error() != QFile::NoError)
        return cannotRead(path, file.errorString(), remedy);
    if (std::max<qint64>(bytes.size(), found.st_size) > most)
        return cannotRead(path, Words::tr("it is larger than %1 MiB").arg(most / (1024 * 1024)),
                          remedy);
    return bytes;
}

std::timed_mutex &writeInProgress()
{
    static std::timed_mutex mutex;
    return mutex;
}

Outcome writeFile(const QString &path, const QByteArray &bytes, const QString &consolation)
{
    if (const QString why = objection(path); !why.isEmpty())
        return cannotWrite(path, why, otherPlace(), consolation);
    const std::lock_guard lock(writeInProgress());
    QSaveFile file(path); // follows links, keeps permissions, replaces by renaming
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString(), openRemedy(), consolation);
    errno = 0;
    if (file.write(bytes) != bytes.size() || !file.commit())
        return cannotWrite(path, writeProblem(errno, file), roomRemedy(), consolation);
    return success();
}

bool isSameFile(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return false;
    const QFileInfo first(a);
    const QFileInfo second(b);
    return first.exists() && second.exists()
               ? first.canonicalFilePath() == second.canonicalFilePath()
               : first.absoluteFilePath() == second.absoluteFilePath();
}

Outcome checkWritable(const QString &path)
{
    if (const QString why = objection(path); !why.isEmpty())
        return cannotWrite(path, why, otherPlace(), {});
    const std::lock_guard lock(writeInProgress());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString(), openRemedy(), {});
    file.cancelWriting();
    return success();
}

} // namespace weighbridge
