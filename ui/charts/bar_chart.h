// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_look.h"

#include <QRectF>

#include <vector>

class QPainter;

namespace weighbridge::charts
{

/// One framework's figure with its range.
struct Bar {
    QString id; ///< colour and marker
    QString name;
    double value = 0;
    double low = 0;
    double high = 0;
    QString text; ///< the value in words
    bool operator==(const Bar &) const = default;
};

/// Horizontal bars from zero, one below the other, with their ranges as whiskers.
[[nodiscard]] double barsHeight(std::size_t bars, const ChartLook &look);
void paintBars(QPainter &painter, const QRectF &rect, const std::vector<Bar> &bars,
               const ChartLook &look);
/// The same in words.
[[nodiscard]] QString barsText(const std::vector<Bar> &bars);

} // namespace weighbridge::charts
