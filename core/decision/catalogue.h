// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/decision/decision.h"

#include <QJsonObject>

#include <utility>
#include <vector>

namespace weighbridge::decision
{

/// A named set of weights. Sets weights only.
struct Preset {
    QString id;
    QString name;
    std::vector<std::pair<QString, double>> weights; ///< need id, weight 0–10
};

/// The built-in knowledge: resources/catalogue/needs.json.
struct Catalogue {
    QString ratingsNote; ///< "Ratings 1–5 read from the source article"
    Decision table;      ///< the article's six needs, Go and Python
    std::vector<Preset> presets;
};

[[nodiscard]] Result<Catalogue> readCatalogue(const QJsonObject &document);
[[nodiscard]] const Catalogue &builtInCatalogue();

/// The preset whose weights equal those of `decision`, or nullptr: custom weights.
[[nodiscard]] const Preset *matchingPreset(const Catalogue &catalogue, const Decision &decision);
[[nodiscard]] Decision withPreset(Decision decision, const Preset &preset);

} // namespace weighbridge::decision
