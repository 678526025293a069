// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"

namespace weighbridge::widgets
{
class Label;
class WeightSlider;
} // namespace weighbridge::widgets

namespace weighbridge::decide
{

/// Slider and figure of one need's weight, wired to the session; the same in every table. The
/// layout that they are put into owns them.
struct WeightEditor {
    widgets::WeightSlider *slider = nullptr;
    widgets::Label *figure = nullptr;
};

[[nodiscard]] WeightEditor makeWeightEditor(session::ProjectSession &session, std::size_t need);
/// After the decision changed: weight, tie and what rules did.
void refreshWeightEditor(const WeightEditor &editor, const session::ProjectSession &session,
                         std::size_t need);

} // namespace weighbridge::decide
