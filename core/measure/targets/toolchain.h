// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace weighbridge::measure
{

/// A compiler or interpreter that targets need.
struct Toolchain {
    QString id;      ///< "go", "python", "node"
    QString name;    ///< "Go"
    QString path;    ///< absolute; empty where not found
    QString version; ///< "1.26.8"; empty where not found
    QString minimum;
    bool ok = false;
    QString problem;        ///< "is too old", "has no venv", "was not found"; empty where ok
    QString remedy;         ///< the exact command to get it, empty where ok
    QString packageManager; ///< "pip 24.0"; empty where it brings none of its own
    bool operator==(const Toolchain &) const = default;
};

/// Looks for every toolchain that targets need, and takes the first one that is good enough: PATH,
/// the usual places, the overrides WEIGHBRIDGE_GO, WEIGHBRIDGE_PYTHON, WEIGHBRIDGE_NODE. Starts
/// each with its version option; takes ~0.1 s: not for the GUI thread. `root` is the folder that
/// the usual places are below.
[[nodiscard]] std::vector<Toolchain> findToolchains(const QString &root = QStringLiteral("/"));

/// All of them: with findToolchains() the versions that are there besides, each found once by its
/// real path, and PostgreSQL, which only `--database` needs. Takes seconds where there are many.
[[nodiscard]] std::vector<Toolchain> findEveryToolchain(const QString &root = QStringLiteral("/"));

} // namespace weighbridge::measure
