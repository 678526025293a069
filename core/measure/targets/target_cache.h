// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/targets/preparation.h"

#include <QProcessEnvironment>

#include <optional>

namespace weighbridge::measure
{

/// Where one state of one target (its files, its toolchain) is kept. The folder is below
/// cacheFolder()/targets/ID and named after the digest, so a changed lock file means a new folder.
struct CacheEntry {
    QString digest; ///< sha256 of the target's files, hex
    QString folder;
    QString sourceFolder;
    QString buildFolder;
    QString readyMarker; ///< written last, atomically: without it the folder does not count
    QString lockFile;
};

[[nodiscard]] Result<CacheEntry> cacheEntry(const Target &target, const Toolchain &toolchain);

/// What the marker says, where the target is ready.
[[nodiscard]] std::optional<PreparedTarget>
readReady(const Target &target, const Toolchain &toolchain, const CacheEntry &entry);
[[nodiscard]] Outcome writeReady(const PreparedTarget &prepared, const CacheEntry &entry);

/// Copies the target's files, without what interpreters leave beside them.
[[nodiscard]] Outcome copySources(const Target &target, const CacheEntry &entry);

/// Where the languages' tools keep what they download, below cacheFolder().
[[nodiscard]] QString downloadFolder();

/// The environment of the preparation steps: that of the user, with the caches of the package
/// managers below cacheFolder() and without the settings of an active virtual environment.
[[nodiscard]] QHash<QString, QString> preparationEnvironment(const Toolchain &toolchain);

/// Replaces {go} {python} {node} {npm} {build} {source} {port} {workers}.
struct Placeholders {
    QHash<QString, QString> values; ///< "build" → path
    [[nodiscard]] QString fill(QString text) const;
    [[nodiscard]] QStringList fill(const QStringList &texts) const;
};
[[nodiscard]] Placeholders placeholders(const Toolchain &toolchain, const QString &buildFolder,
                                        const QString &sourceFolder);

/// Bytes on disk of files and folders, links not followed.
[[nodiscard]] qint64 sizeOf(const QStringList &paths);

/// The error for a full disk where `folder` has (almost) no room left, else `otherwise`.
[[nodiscard]] Error orDiskFull(const QString &folder, Error otherwise);

/// The toolchain with this id, or the reason why the target cannot be built, with the remedy.
[[nodiscard]] Result<Toolchain> toolchainFor(const Target &target,
                                             const std::vector<Toolchain> &toolchains);

} // namespace weighbridge::measure
