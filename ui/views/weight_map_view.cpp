// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/weight_map_view.h"

#include "ui/charts/weight_map_chart.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace weighbridge::views
{

namespace
{
constexpr double kKeyStep = 0.05;
} // namespace

WeightMapView::WeightMapView(const decision::Decision *decision, const decision::WeightMap *map)
    : Picture(
          tr("Weight map"),
          [decision, map](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
              charts::paintWeightMap(painter, rect, *decision, *map, look);
          },
          [](const charts::ChartLook &look) { return charts::weightMapHeight(look); }),
      m_map(map)
{
    setObjectName(QStringLiteral("map.view"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setToolTip(tr("Click to set the weights"));
}

void WeightMapView::chooseAt(const QPointF &point)
{
    if (!m_map->points.empty())
        Q_EMIT partsChosen(
            charts::WeightTriangle(rect(), charts::ChartLook::screen()).partsAt(point));
}

void WeightMapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    Q_EMIT dragStarted();
    chooseAt(event->position());
}

void WeightMapView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        chooseAt(event->position());
}

void WeightMapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT dragEnded();
}

void WeightMapView::keyPressEvent(QKeyEvent *event)
{
    constexpr std::size_t kTop = 0;
    constexpr std::size_t kLeft = 1;
    constexpr std::size_t kRight = 2;
    const std::size_t heavierBelow = m_map->now[kLeft] >= m_map->now[kRight] ? kLeft : kRight;
    switch (event->key()) {
    case Qt::Key_Up:
        return shift(kTop, heavierBelow);
    case Qt::Key_Down:
        return shift(heavierBelow, kTop);
    case Qt::Key_Left:
        return shift(kLeft, kRight);
    case Qt::Key_Right:
        return shift(kRight, kLeft);
    default:
        Picture::keyPressEvent(event);
    }
}

void WeightMapView::shift(std::size_t to, std::size_t from)
{
    std::array<double, 3> parts = m_map->now;
    const double step = std::min(kKeyStep, parts[from]);
    if (m_map->points.empty() || step <= 0)
        return;
    parts[to] += step;
    parts[from] -= step;
    Q_EMIT partsChosen(parts);
}

} // namespace weighbridge::views
