// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/value_text.h"
#include "ui/session/project_session.h"

#include <QString>

namespace weighbridge::decide
{

/// "5", "2.5".
[[nodiscard]] QString weightFigure(double weight);
/// "20%", empty where there is no share.
[[nodiscard]] QString shareText(const decision::Analysis &analysis, std::size_t need);
/// The line under a need's name: its must-have, then its hint.
[[nodiscard]] QString needHint(const decision::Need &need);
/// A level and, where the need has anchors, what it is in their unit: "3 (10,000 requests/s)".
[[nodiscard]] QString levelText(const decision::Need &need, double level);
/// A raw value with the unit of the need's anchors.
[[nodiscard]] QString rawText(const decision::Need &need, double raw);
/// Where a rating comes from, in words.
[[nodiscard]] QString provenanceText(decision::Provenance provenance);
/// At which weight who would take the lead.
[[nodiscard]] QString tieText(const session::ProjectSession &session, std::size_t need);
/// What answers and rules did to the weight; empty where none did.
[[nodiscard]] QString ruleText(const decision::Decision &decision, std::size_t need);

} // namespace weighbridge::decide
