// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/targets/toolchain.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace weighbridge::measure
{

/// A program that is looked for on this machine, and what is good enough.
struct WantedProgram {
    const char *id = nullptr;
    QString name;
    const char *minimum = nullptr;
    const char *override = nullptr; ///< environment variable; null where there is none
    QStringList programs;
    QStringList places; ///< besides PATH; below the root or, with ~, below HOME; may hold one *
    /// Arguments that make it print its version and, if it likes, its real path, its package
    /// manager and what it lacks, a line each.
    QStringList probe;
    const char *remedy = nullptr; ///< on Debian 12
};

/// The smallest usual container image on which programs of a language run.
struct BaseImage {
    QString name;         ///< "python:3.13-slim"; "scratch" where nothing is needed
    double megabytes = 0; ///< 10^6 bytes on disk, all layers
    QString date;         ///< of the image
};

/// All that differs between the languages that targets are written in. One more language is one
/// more of these in a file of its own, its row in languages(), and its targets.
struct Language {
    /// Compiler or interpreter; its id is that of the language.
    WantedProgram toolchain;
    /// Image sizes as published by docker-library/repo-info: an estimate from them is an estimate.
    BaseImage image;

    using Environment = QHash<QString, QString>;
    /// Where its tools keep downloads, below `downloads`.
    Environment (*environment)(const QString &downloads) = nullptr;
    /// Variables of the user's that must not reach its tools.
    QStringList foreignVariables;

    /// Third-party packages in what is deployed.
    double (*dependencies)(const Toolchain &toolchain, const QStringList &artefacts) = nullptr;

    // Null where the language needs nothing of the kind.

    /// Variables with which the toolchain leaves the user's folders alone.
    Environment (*confinement)(const QString &downloads) = nullptr;
    /// Looks for what belongs to the toolchain and is no part of it.
    void (*inspect)(Toolchain &toolchain) = nullptr;
    /// Further programs that manifests may name as {placeholders}.
    QHash<QString, QString> (*companions)(const Toolchain &toolchain) = nullptr;
    /// Arguments that make the toolchain print, in a target's folder, the version it will use.
    QStringList versionInFolder = {};
    /// What the toolchain itself puts before its version.
    QString versionPrefix = {};
    /// Bytes of interpreter and standard library; null where they are in the artefact.
    double (*runtimeBytes)(const Toolchain &toolchain) = nullptr;
};

/// In the order in which they are listed. Any thread.
[[nodiscard]] const std::vector<Language> &languages();

/// The language with this id, which is that of its toolchain too; null where it is not known.
[[nodiscard]] const Language *findLanguage(QStringView id);

// One function for each file that describes a language.
[[nodiscard]] Language goLanguage();
[[nodiscard]] Language pythonLanguage();
[[nodiscard]] Language nodeLanguage();

} // namespace weighbridge::measure
