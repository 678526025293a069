// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weighing/editor.h"

namespace weighbridge::widgets
{
class WeightSlider;
}

namespace weighbridge::weighing
{

/// A slider from 0 to 10 for each need: the weights of one person, or of one part of the project.
class SliderEditor : public Editor
{
    Q_OBJECT

public:
    explicit SliderEditor(const decision::Decision &decision, QWidget *parent = nullptr);

    [[nodiscard]] Result<decision::Decision> proposal() const override;

private:
    std::vector<widgets::WeightSlider *> m_sliders; ///< parallel to needs
};

} // namespace weighbridge::weighing
