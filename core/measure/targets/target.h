// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/results/benchmark_plan.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace weighbridge::measure
{

/// One command with its environment; arguments may hold {go} {python} {node} {npm} {build} {source}
/// {port} {workers}. Never passed to a shell.
struct Command {
    QString title;
    QStringList arguments;
    QHash<QString, QString> environment;
    bool operator==(const Command &) const = default;
};

/// What a manifest says differently for some versions of the toolchain. What is not there stays as
/// it is.
struct TargetVariant {
    QString toolchainMinimum; ///< this one or newer; empty: any
    QString toolchainBelow;   ///< older than this one; empty: any
    QString frameworkVersion;
    std::optional<QStringList> lockFiles;
    std::optional<std::vector<Command>> prepare;
    std::optional<QStringList> artefacts;
    std::optional<QHash<QString, Command>> profiles;
    bool operator==(const TargetVariant &) const = default;
};

/// A framework's folder, as its manifest target.json describes it.
struct Target {
    QString id;
    QString name;
    QString language; ///< "go", "python", "node", "cpp"
    QString frameworkVersion;
    QString toolchain; ///< toolchain id; empty for the built-in reference
    QString toolchainMinimum;
    QString folder; ///< absolute; empty for the built-in reference
    QStringList lockFiles;
    std::vector<Command> prepare;
    QStringList artefacts;
    QHash<QString, Command> profiles;  ///< by the name of the profile
    QStringList workloads;             ///< those that it answers, and what is measured with them
    QHash<QString, QString> notServed; ///< workload id → reason
    std::vector<TargetVariant> variants;
    bool builtIn = false;

    // Made once, in target.cpp: as part of this header they would be compiled into every unit that
    // copies one.
    Target();
    Target(const Target &);
    Target(Target &&) noexcept;
    Target &operator=(const Target &);
    Target &operator=(Target &&) noexcept;
    ~Target();
    bool operator==(const Target &) const;
};

/// Reads one manifest. Errors name the file and the key.
[[nodiscard]] Result<Target> readTarget(const QString &folder);

/// The target as it is with this version of its toolchain: the first variant that applies.
[[nodiscard]] Target withVariant(Target target, const QString &toolchainVersion);

/// The server that Weighbridge brings along.
[[nodiscard]] Target builtInReference();

/// All targets of the installation and those below the folders in WEIGHBRIDGE_TARGETS_PATH, the
/// built-in reference first, then by language and name. A folder that cannot be read is reported in
/// `problems` and left out.
[[nodiscard]] std::vector<Target> availableTargets(QStringList *problems = nullptr);

} // namespace weighbridge::measure
