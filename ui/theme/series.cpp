// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/series.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <array>

namespace weighbridge::theme
{

namespace
{

struct Entry {
    QLatin1String id;
    QRgb light;
    QRgb dark;
    Marker marker;
};

// One hue per language, lightness inside it, plus a shape. Chosen so that the smallest CIEDE2000
// between any two is 12 or more for normal and colour-blind sight (Machado 2009).
constexpr std::array kKnown{
    Entry{QLatin1String("gin"), 0x007C98, 0x4BB6C8, Marker::circle},
    Entry{QLatin1String("fiber"), 0x00465C, 0x2B84A4, Marker::square},
    Entry{QLatin1String("echo"), 0x1F9FC4, 0x98F0FF, Marker::triangle},
    Entry{QLatin1String("fastapi"), 0xAD5500, 0xE5921A, Marker::circle},
    Entry{QLatin1String("django"), 0x822A06, 0xBE632B, Marker::square},
    Entry{QLatin1String("flask"), 0xC28914, 0xFFDB8C, Marker::triangle},
    Entry{QLatin1String("express"), 0x6B2BA8, 0xA870F5, Marker::diamond},
    Entry{QLatin1String("go"), 0x007C98, 0x4BB6C8, Marker::circle},
    Entry{QLatin1String("python"), 0xAD5500, 0xE5921A, Marker::circle},
    Entry{QLatin1String("node"), 0x6B2BA8, 0xA870F5, Marker::diamond},
};

// For alternatives that people add themselves: hues that no known series has.
constexpr std::array kOthers{
    Entry{QLatin1String(""), 0xB0307A, 0xF084C0, Marker::diamond},
    Entry{QLatin1String(""), 0x3E7B1F, 0x8CCB5E, Marker::square},
    Entry{QLatin1String(""), 0x8C7A00, 0xD8D04A, Marker::triangle},
};

SeriesLook lookOf(const Entry &entry, const Tokens &tokens)
{
    return {QColor(tokens.scheme == Scheme::light ? entry.light : entry.dark), entry.marker};
}

QPolygonF regularPolygon(const QPointF &centre, std::initializer_list<QPointF> unitPoints,
                         double radius)
{
    QPolygonF polygon;
    for (const QPointF &point : unitPoints)
        polygon << centre + point * radius;
    return polygon;
}

QPainterPath markerPath(Marker marker, const QPointF &centre, double radius)
{
    QPainterPath path;
    switch (marker) {
    case Marker::circle:
        path.addEllipse(centre, radius, radius);
        break;
    case Marker::square: {
        // The same area as the circle.
        const double half = radius * 0.89;
        path.addRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half));
        break;
    }
    case Marker::triangle:
        path.addPolygon(regularPolygon(centre, {{0, -1.15}, {1.1, 0.85}, {-1.1, 0.85}}, radius));
        path.closeSubpath();
        break;
    case Marker::diamond:
        path.addPolygon(
            regularPolygon(centre, {{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}}, radius));
        path.closeSubpath();
        break;
    case Marker::cross:
        path.moveTo(centre + QPointF(-radius, -radius) * 0.9);
        path.lineTo(centre + QPointF(radius, radius) * 0.9);
        path.moveTo(centre + QPointF(radius, -radius) * 0.9);
        path.lineTo(centre + QPointF(-radius, radius) * 0.9);
        break;
    }
    return path;
}

} // namespace

SeriesLook seriesLook(QStringView frameworkOrLanguageId, const Tokens &tokens)
{
    if (frameworkOrLanguageId.compare(QLatin1String("reference"), Qt::CaseInsensitive) == 0)
        return {tokens.text2, Marker::cross};
    for (const Entry &entry : kKnown) {
        if (frameworkOrLanguageId.compare(entry.id, Qt::CaseInsensitive) == 0)
            return lookOf(entry, tokens);
    }
    // Not qHash: it may be seeded, and a colour must be the same in the next session.
    uint sum = 0;
    for (const QChar character : frameworkOrLanguageId)
        sum = sum * 31 + character.toLower().unicode();
    return lookOf(kOthers[sum % kOthers.size()], tokens);
}

void drawMarker(QPainter &painter, const SeriesLook &look, const QPointF &centre, double radius,
                MarkerFill fill, const QColor &background)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double stroke = qMax(1.5, radius * 0.4);
    if (look.marker == Marker::cross) {
        // Has no inside: a published cross is thinner instead.
        const double width = fill == MarkerFill::filled ? stroke * 1.3 : stroke * 0.7;
        painter.setPen(QPen(look.colour, width, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(markerPath(look.marker, centre, radius));
    } else if (fill == MarkerFill::filled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.colour);
        painter.drawPath(markerPath(look.marker, centre, radius));
    } else {
        painter.setPen(QPen(look.colour, stroke, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(background);
        painter.drawPath(markerPath(look.marker, centre, radius - stroke / 2));
    }
    painter.restore();
}

} // namespace weighbridge::theme
