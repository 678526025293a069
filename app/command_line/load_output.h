// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/run_result.h"
#include "core/results/benchmark_result.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace weighbridge::app
{

/// What to distrust in the figures of a load run on its own.
[[nodiscard]] std::vector<results::Flag> loadFlags(const load::Result &result);

/// The object of `load --json`, keys as documented.
[[nodiscard]] QJsonObject loadJson(const QString &url, const load::Result &result,
                                   const std::vector<results::Flag> &flags);
[[nodiscard]] QString loadText(const QString &url, const load::Result &result,
                               const std::vector<results::Flag> &flags);

} // namespace weighbridge::app
