// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/target_cache.h"

#include "core/base/json/reader.h"
#include "core/base/json/text.h"
#include "core/measure/process/words.h"
#include "core/measure/targets/language.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QVersionNumber>

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

/// Files of the target, relative to its folder, in a stable order.
QStringList sourceFiles(const QString &folder)
{
    static const QStringList kSkipped{QStringLiteral("__pycache__"), QStringLiteral("node_modules"),
                                      QStringLiteral("venv"), QStringLiteral("build"),
                                      QStringLiteral("vendor")};
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::NoSymLinks | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    const QDir root(folder);
    while (it.hasNext()) {
        const QString file = root.relativeFilePath(it.next());
        const QStringList parts = file.split(QLatin1Char('/'));
        const bool skipped = std::any_of(parts.begin(), parts.end(), [](const QString &part) {
            return kSkipped.contains(part) || part.endsWith(QStringLiteral(".pyc"));
        });
        if (!skipped)
            files << file;
    }
    files.sort();
    return files;
}

Error readError(const QFile &file)
{
    return {Words::tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()),
            Words::tr("Check the permissions of the file"),
            {}};
}

Result<QString> digestOf(const QString &folder)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &name : sourceFiles(folder)) {
        QFile file(folder + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly))
            return readError(file);
        QCryptographicHash content(QCryptographicHash::Sha256);
        content.addData(&file);
        hash.addData(name.toUtf8() + '\0' + content.result());
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

QString cacheFolder()
{
    const QString chosen = qEnvironmentVariable("WEIGHBRIDGE_CACHE");
    if (!chosen.isEmpty())
        return QDir(chosen).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/weighbridge");
}

Result<CacheEntry> cacheEntry(const Target &target, const Toolchain &toolchain)
{
    const Result<QString> digest = digestOf(target.folder);
    if (!digest)
        return digest.error();
    CacheEntry entry;
    entry.digest = *digest;
    // A virtual environment points at its interpreter, so the path matters as the version does.
    const QString state = entry.digest + toolchain.path + toolchain.version;
    const QString name = QString::fromLatin1(
        QCryptographicHash::hash(state.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
    const QString parent = cacheFolder() + QStringLiteral("/targets/") + target.id;
    entry.folder = parent + QLatin1Char('/') + name;
    entry.sourceFolder = entry.folder + QStringLiteral("/source");
    entry.buildFolder = entry.folder + QStringLiteral("/build");
    entry.readyMarker = entry.folder + QStringLiteral("/ready.json");
    entry.lockFile = parent + QStringLiteral("/lock");
    return entry;
}

std::optional<PreparedTarget> readReady(const Target &target, const Toolchain &toolchain,
                                        const CacheEntry &entry)
{
    QFile marker(entry.readyMarker);
    if (!marker.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto document = json::parseObject(marker.readAll());
    const json::Reader told(document ? *document : QJsonObject());
    const auto sizeMib = told.required<double>("size_mib");
    const auto runtime = told.valueOr<QString>("runtime_version");
    if (told.required<QString>("digest") != entry.digest || !told.sound())
        return std::nullopt;
    PreparedTarget prepared{
        target, entry.buildFolder, entry.sourceFolder, toolchain, entry.digest, 0, sizeMib};
    if (!runtime.isEmpty())
        prepared.toolchain.version = runtime;
    return prepared;
}

Outcome writeReady(const PreparedTarget &prepared, const CacheEntry &entry)
{
    const QJsonObject told{{QStringLiteral("digest"), entry.digest},
                           {QStringLiteral("size_mib"), prepared.sizeMib},
                           {QStringLiteral("runtime_version"), prepared.toolchain.version}};
    QSaveFile marker(entry.readyMarker);
    if (!marker.open(QIODevice::WriteOnly) || marker.write(QJsonDocument(told).toJson()) < 0 ||
        !marker.commit())
        return orDiskFull(
            entry.folder,
            {Words::tr("%1 cannot be written: %2").arg(entry.readyMarker, marker.errorString()),
             Words::tr("Check the permissions of the cache folder"),
             {}});
    return success();
}

Outcome copySources(const Target &target, const CacheEntry &entry)
{
    for (const QString &name : sourceFiles(target.folder)) {
        const QString copy = entry.sourceFolder + QLatin1Char('/') + name;
        QFile file(target.folder + QLatin1Char('/') + name);
        if (!QDir().mkpath(QFileInfo(copy).absolutePath()) || !file.copy(copy))
            return orDiskFull(
                entry.folder,
                {Words::tr("%1 cannot be copied to the cache: %2").arg(name, file.errorString()),
                 Words::tr("Check that %1 can be written").arg(cacheFolder()),
                 {}});
        // The installed files may be read-only; a build may want to rewrite its own copy.
        QFile::setPermissions(copy, QFile::permissions(copy) | QFile::WriteOwner);
    }
    return success();
}

QString downloadFolder()
{
    return cacheFolder() + QStringLiteral("/downloads");
}

QHash<QString, QString> preparationEnvironment(const Toolchain &toolchain)
{
    QStringList foreign;
    for (const Language &language : languages())
        foreign << language.foreignVariables;
    QHash<QString, QString> environment;
    const auto own = QProcessEnvironment::systemEnvironment();
    for (const QString &key : own.keys()) {
        if (!foreign.contains(key))
            environment.insert(key, own.value(key));
    }
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (const Language &language : languages())
        environment.insert(language.environment(downloadFolder()));
    const Language *its = findLanguage(toolchain.id);
    if (its != nullptr && its->confinement != nullptr)
        environment.insert(its->confinement(downloadFolder()));
    return environment;
}

QString Placeholders::fill(QString text) const
{
    for (auto it = values.begin(); it != values.end(); ++it)
        text.replace(QLatin1Char('{') + it.key() + QLatin1Char('}'), it.value());
    return text;
}

QStringList Placeholders::fill(const QStringList &texts) const
{
    QStringList filled;
    for (const QString &text : texts)
        filled << fill(text);
    return filled;
}

Placeholders placeholders(const Toolchain &toolchain, const QString &buildFolder,
                          const QString &sourceFolder)
{
    Placeholders known;
    known.values.insert(QStringLiteral("build"), buildFolder);
    known.values.insert(QStringLiteral("source"), sourceFolder);
    if (!toolchain.id.isEmpty())
        known.values.insert(toolchain.id, toolchain.path);
    const Language *language = findLanguage(toolchain.id);
    if (language != nullptr && language->companions != nullptr)
        known.values.insert(language->companions(toolchain));
    return known;
}

qint64 sizeOf(const QStringList &paths)
{
    qint64 bytes = 0;
    for (const QString &path : paths) {
        if (QFileInfo(path).isFile())
            bytes += QFileInfo(path).size();
        QDirIterator it(path, QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            it.next();
            bytes += it.fileInfo().size();
        }
    }
    return bytes;
}

Error orDiskFull(const QString &folder, Error otherwise)
{
    constexpr qint64 kAlmostNothing = 4 * 1024 * 1024;
    const QStorageInfo storage(folder);
    if (!storage.isValid() || storage.bytesAvailable() > kAlmostNothing)
        return otherwise;
    return {Words::tr("The disk of the cache folder is full (%1)").arg(cacheFolder()),
            Words::tr("Free some space there, or point WEIGHBRIDGE_CACHE at another disk"),
            otherwise.details.isEmpty() ? otherwise.what : otherwise.details};
}

Result<Toolchain> toolchainFor(const Target &target, const std::vector<Toolchain> &toolchains)
{
    if (target.toolchain.isEmpty())
        return Toolchain{};
    const auto found =
        std::find_if(toolchains.begin(), toolchains.end(),
                     [&](const Toolchain &each) { return each.id == target.toolchain; });
    if (found == toolchains.end())
        return Error{Words::tr("%1 needs the toolchain \"%2\", which this program does not know")
                         .arg(target.name, target.toolchain),
                     Words::tr("Correct the manifest of the target"),
                     {}};
    const QString remedy =
        found->remedy.isEmpty()
            ? Words::tr("Install %1 %2 or newer").arg(found->name, target.toolchainMinimum)
            : Words::tr("Install it with: ") + found->remedy;
    if (found->path.isEmpty())
        return Error{Words::tr("%1 needs %2, which was not found").arg(target.name, found->name),
                     remedy,
                     {}};
    const bool newEnough = QVersionNumber::fromString(found->version) >=
                           QVersionNumber::fromString(target.toolchainMinimum);
    if (!found->ok || !newEnough)
        return Error{Words::tr("%1 needs %2 %3 or newer; %4 (%5) %6")
                         .arg(target.name, found->name,
                              newEnough ? found->minimum : target.toolchainMinimum, found->path,
                              found->version, found->ok ? Words::tr("is too old") : found->problem),
                     remedy,
                     {}};
    return *found;
}

} // namespace weighbridge::measure
