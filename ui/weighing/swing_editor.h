// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weighing/editor.h"

class QGridLayout;
class QSlider;

namespace weighbridge::weighing
{

/// Points for the step from the worst to the best level of each need; the step that matters most
/// has 100.
class SwingEditor : public Editor
{
    Q_OBJECT

public:
    explicit SwingEditor(const decision::Decision &decision, QWidget *parent = nullptr);

    [[nodiscard]] Result<decision::Decision> proposal() const override;

private:
    void addRow(QGridLayout *grid, std::size_t need, double points);

    std::vector<QSlider *> m_points; ///< parallel to needs
};

/// What the step is, in the words or figures of the need: "Workable → Best choice".
[[nodiscard]] QString swingWords(const decision::Need &need);

} // namespace weighbridge::weighing
