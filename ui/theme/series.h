// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "ui/theme/tokens.h"

#include <QPointF>
#include <QStringView>

class QPainter;

namespace weighbridge::theme
{

/// Shape that tells a framework without colour.
enum class Marker { circle, square, triangle, diamond, cross };
constexpr NameTable<Marker, 5> namesOf(Marker)
{
    return {{{Marker::circle, QLatin1String("circle")},
             {Marker::square, QLatin1String("square")},
             {Marker::triangle, QLatin1String("triangle")},
             {Marker::diamond, QLatin1String("diamond")},
             {Marker::cross, QLatin1String("cross")}}};
}

/// Published figures are hollow, measured ones filled, everywhere.
enum class MarkerFill { filled, hollow };

/// How a framework or language looks in charts, tables and controls.
struct SeriesLook {
    QColor colour;
    Marker marker = Marker::circle;
};

/// Look of a framework or a language, by resources/series.json, or of `reference`. Any other id
/// takes one of the known hues, the same each time. Case does not matter.
[[nodiscard]] SeriesLook seriesLook(QStringView frameworkOrLanguageId, const Tokens &tokens);

/// Draws a marker of `radius` pixels around `centre`. A hollow one is filled with `background`
/// so that a line does not show through.
void drawMarker(QPainter &painter, const SeriesLook &look, const QPointF &centre, double radius,
                MarkerFill fill, const QColor &background);

} // namespace weighbridge::theme
