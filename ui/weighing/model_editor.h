// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weighing/editor.h"

class QButtonGroup;
class QSpinBox;

namespace weighbridge::weighing
{

/// How sure the weights are: around the set ones, only their order, only their bounds, or not at
/// all. The weights themselves stay.
class ModelEditor : public Editor
{
    Q_OBJECT

public:
    explicit ModelEditor(const decision::Decision &decision, QWidget *parent = nullptr);

    [[nodiscard]] Result<decision::Decision> proposal() const override;

private:
    struct Bounds {
        QSpinBox *least = nullptr;    ///< per cent of the total weight
        QSpinBox *greatest = nullptr; ///< the same
    };

    void addChoice(decision::WeightModel::Kind kind, const QString &text, const QString &help);
    [[nodiscard]] QWidget *makeBounds();
    [[nodiscard]] decision::WeightModel::Kind kind() const;

    QButtonGroup *m_kind = nullptr;
    std::vector<std::size_t> m_needs; ///< those with a weight
    std::vector<Bounds> m_bounds;     ///< parallel to m_needs
};

} // namespace weighbridge::weighing
