// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/weight_map.h"
#include "ui/charts/picture.h"

#include <array>

namespace weighbridge::views
{

/// The triangle of a weight map, in which a click, a drag or the arrow keys choose a division of
/// the weight: Up towards the corner on top, Left and Right towards the ones below.
class WeightMapView : public charts::Picture
{
    Q_OBJECT

public:
    /// Both must outlive the view.
    WeightMapView(const decision::Decision *decision, const decision::WeightMap *map);

Q_SIGNALS:
    void partsChosen(const std::array<double, 3> &parts); ///< sum 1
    void dragStarted();
    void dragEnded();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void chooseAt(const QPointF &point);
    void shift(std::size_t to, std::size_t from);

    const decision::WeightMap *m_map = nullptr;
};

} // namespace weighbridge::views
