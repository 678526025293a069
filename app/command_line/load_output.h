// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/run_result.h"
#include "core/results/flag.h"
#include "core/results/validity_facts.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace weighbridge::app
{

/// A load that is over, and what the judge made of it.
struct LoadRun {
    QString url;
    load::LoadResult result;
    results::RoundFacts facts;
    std::vector<results::Flag> flags;
};

/// The document that load.schema.json describes.
[[nodiscard]] QJsonObject loadJson(const LoadRun &run);
[[nodiscard]] QString loadText(const LoadRun &run);

} // namespace weighbridge::app
