// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/measure/benchmark_plan.h"

#include <QHash>
#include <QString>
#include <QStringList>

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
    QHash<QString, Command> profiles; ///< by profileName()
    QStringList workloads;
    QHash<QString, QString> notServed; ///< workload id → reason
    bool builtIn = false;
    bool operator==(const Target &) const = default;
};

/// Reads one manifest. Errors name the file and the key.
[[nodiscard]] Result<Target> readTarget(const QString &folder);

/// All targets of the installation, the built-in reference first, then by language and name.
/// A folder that cannot be read is reported in `problems` and left out.
[[nodiscard]] std::vector<Target> availableTargets(QStringList *problems = nullptr);

} // namespace weighbridge::measure
