// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace weighbridge::app
{

/// A limit of the system that a run at 1,000 connections needs to be high enough.
struct Limit {
    QString id;
    QString name;
    double value = 0;
    bool ok = false;
    QString remedy; ///< empty where ok
};

[[nodiscard]] std::vector<Limit> limitsOfThisMachine();

} // namespace weighbridge::app
