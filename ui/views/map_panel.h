// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/weight_map.h"
#include "ui/views/panel.h"

#include <array>
#include <optional>

class QComboBox;

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::views
{

class WeightMapView;

/// Who leads at every division of weight between three needs.
class MapPanel : public Panel
{
    Q_OBJECT

public:
    explicit MapPanel(session::ProjectSession &session);

protected:
    void refresh() override;

private:
    void fillChoices();
    void choose(std::size_t corner, const QString &need);
    void setParts(const std::array<double, 3> &parts);

    std::array<QString, 3> m_needs; ///< ids of the corners; empty: not chosen yet
    decision::WeightMap m_map;
    QWidget *m_choices = nullptr;
    std::array<QComboBox *, 3> m_corners{};
    widgets::Label *m_hint = nullptr;
    WeightMapView *m_view = nullptr;
};

/// The decision with the common weight of three needs divided otherwise, the shares of all others
/// as they are. Precondition: `parts` are not negative and sum to 1, the needs have some weight.
[[nodiscard]] decision::Decision withParts(decision::Decision decision,
                                           const std::array<std::size_t, 3> &needs,
                                           const std::array<double, 3> &parts);

} // namespace weighbridge::views
