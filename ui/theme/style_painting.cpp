// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_painting.h"

#include "ui/theme/icons.h"
#include "ui/theme/series.h"

#include <QIcon>
#include <QVariant>
#include <QWidget>

namespace weighbridge::theme
{

namespace
{

constexpr const char *kKindProperty = "kind";
constexpr const char *kSizeProperty = "controlSize";
constexpr const char *kSeriesProperty = "series";

struct KindName {
    QLatin1String name;
    Kind kind;
};

constexpr KindName kKindNames[] = {
    {QLatin1String("standard"), Kind::standard}, {QLatin1String("primary"), Kind::primary},
    {QLatin1String("hero"), Kind::hero},         {QLatin1String("ghost"), Kind::ghost},
    {QLatin1String("link"), Kind::link},         {QLatin1String("danger"), Kind::danger},
    {QLatin1String("chip"), Kind::chip},
};

} // namespace

void setKind(QWidget *widget, Kind kind, ControlSize size)
{
    for (const KindName &entry : kKindNames) {
        if (entry.kind == kind)
            widget->setProperty(kKindProperty, QString(entry.name));
    }
    widget->setProperty(
        kSizeProperty, size == ControlSize::small ? QVariant(QStringLiteral("small")) : QVariant());
    widget->updateGeometry();
    widget->update();
}

Kind kindOf(const QWidget *widget)
{
    if (!widget)
        return Kind::standard;
    const QString name = widget->property(kKindProperty).toString();
    for (const KindName &entry : kKindNames) {
        if (entry.name == name)
            return entry.kind;
    }
    return Kind::standard;
}

ControlSize sizeOf(const QWidget *widget)
{
    const bool small =
        widget && widget->property(kSizeProperty).toString() == QLatin1String("small");
    return small ? ControlSize::small : ControlSize::normal;
}

void setSeries(QWidget *widget, const QString &frameworkOrLanguageId)
{
    widget->setProperty(kSeriesProperty, frameworkOrLanguageId);
    widget->update();
}

namespace painting
{

void roundedBox(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
                const QColor &border)
{
    const Scope scope(painter);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (border.isValid()) {
        painter.setPen(QPen(border, 1.0));
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    } else {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, radius, radius);
    }
}

QColor seriesColour(const QWidget *widget, const QColor &fallback)
{
    const QString id = widget ? widget->property(kSeriesProperty).toString() : QString();
    return id.isEmpty() ? fallback : seriesLook(id, tokens()).colour;
}

void drawIcon(QPainter &painter, const QIcon &icon, const QRect &rect, const QColor &colour,
              bool enabled)
{
    if (const auto glyph = glyphOf(icon))
        drawGlyph(painter, *glyph, rect, colour);
    else
        icon.paint(&painter, rect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

} // namespace painting

} // namespace weighbridge::theme
