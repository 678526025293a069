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
    QString remedy; ///< the exact command to get it, empty where ok
    bool operator==(const Toolchain &) const = default;
};

/// Looks for every known toolchain: PATH, the usual places, the overrides WEIGHBRIDGE_GO,
/// WEIGHBRIDGE_PYTHON, WEIGHBRIDGE_NODE. Starts each with its version option; takes ~0.1 s: not for
/// the GUI thread.
[[nodiscard]] std::vector<Toolchain> findToolchains();

} // namespace weighbridge::measure
