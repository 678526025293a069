// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/decision/model/decision.h"
#include "core/knowledge/interview.h"

#include <QJsonObject>

#include <utility>
#include <vector>

namespace weighbridge::knowledge
{

/// A named set of weights. Sets weights only.
struct Preset {
    QString id;
    QString name;
    std::vector<decision::NeedWeight> weights;
};

/// The built-in knowledge: resources/catalogue/needs.json. Everything in it is a proposal.
struct Catalogue {
    QString ratingsNote;      ///< "Ratings 1–5 read from the source article"
    decision::Decision table; ///< the article's six needs, Go and Python
    /// All needs of the knowledge base with the ratings of the languages, weights 0.
    decision::Decision languages;
    /// The same needs with the frameworks; what a framework has no rating for is its language's
    /// and marked as inherited.
    decision::Decision frameworks;
    std::vector<Preset> presets;
    std::vector<decision::Part> parts; ///< that many backends have, see usualParts()
    std::vector<Question> questions;   ///< in a sensible order
    std::vector<Rule> rules;
    /// Why a cell is rated as it is: rationale of need × alternative, see rationaleOf().
    std::vector<std::pair<QString, QString>> rationales; ///< "need" or "need/alternative", text
};

/// Errors name the place ("rules[3].when[0]: there is no question 'peak'").
[[nodiscard]] Result<Catalogue> readCatalogue(const QJsonObject &document);
[[nodiscard]] const Catalogue &builtInCatalogue();

/// The preset whose weights equal those of `decision`, or nullptr: custom weights.
[[nodiscard]] const Preset *matchingPreset(const Catalogue &catalogue,
                                           const decision::Decision &decision);
/// Whether any need that the preset weighs is in the table.
[[nodiscard]] bool weighsAny(const Preset &preset, const decision::Decision &decision);
[[nodiscard]] decision::Decision withPreset(decision::Decision decision, const Preset &preset);

/// Why this cell (or, with an empty alternative, this need) is as it is; empty where nothing is
/// known.
[[nodiscard]] QString rationaleOf(const Catalogue &catalogue, QStringView need,
                                  QStringView alternative = {});

} // namespace weighbridge::knowledge
