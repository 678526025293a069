// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/series.h"

#include "core/base/json/reader.h"
#include "core/base/json/text.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <vector>

namespace weighbridge::theme
{

namespace
{

struct Entry {
    QStringList ids;
    QColor light;
    QColor dark;
    Marker marker = Marker::circle;
};

std::vector<Entry> readEntries(const json::Reader &document, const char *list)
{
    std::vector<Entry> entries;
    for (const json::Reader &fields : document.requiredObjects(list))
        entries.push_back({fields.valueOr<QStringList>("ids"), QColor(fields.filled("light")),
                           QColor(fields.filled("dark")), fields.required<Marker>("marker")});
    Q_ASSERT_X(document.sound() && !entries.empty(), "series.json", qPrintable(document.mistake()));
    return entries;
}

json::Reader document()
{
    return json::Reader(json::readResource(QStringLiteral(":/series/series.json")));
}

const std::vector<Entry> &knownSeries()
{
    static const std::vector<Entry> entries = readEntries(document(), "series");
    return entries;
}

/// For alternatives that people add themselves: hues that no known series has.
const std::vector<Entry> &otherSeries()
{
    static const std::vector<Entry> entries = readEntries(document(), "others");
    return entries;
}

SeriesLook lookOf(const Entry &entry, const Tokens &tokens)
{
    return {tokens.scheme == Scheme::light ? entry.light : entry.dark, entry.marker};
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
    for (const Entry &entry : knownSeries()) {
        if (entry.ids.contains(frameworkOrLanguageId, Qt::CaseInsensitive))
            return lookOf(entry, tokens);
    }
    // Not qHash: it may be seeded, and a colour must be the same in the next session.
    uint sum = 0;
    for (const QChar character : frameworkOrLanguageId)
        sum = sum * 31 + character.toLower().unicode();
    return lookOf(otherSeries()[sum % otherSeries().size()], tokens);
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
