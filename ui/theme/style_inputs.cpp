// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/style_painting.h"

#include <QStyleOptionComboBox>
#include <QWidget>

namespace weighbridge::theme::painting
{

namespace
{

constexpr double kTrack = 4.0;
constexpr double kScrollHandle = 6.0;

QRectF centred(const QRectF &outer, double size)
{
    return {outer.center().x() - size / 2, outer.center().y() - size / 2, size, size};
}

/// A bar of 8 px in the middle of whatever height the layout gave.
QRectF barRect(const QStyleOptionProgressBar &option)
{
    QRectF rect = option.rect;
    const QPointF centre = rect.center();
    if (option.state & QStyle::State_Horizontal)
        rect.setHeight(qMin<double>(Height::bar, rect.height()));
    else
        rect.setWidth(qMin<double>(Height::bar, rect.width()));
    rect.moveCenter(centre);
    return rect;
}

} // namespace

void inputPanel(QPainter &painter, const QRect &rect, const QStyleOption &option)
{
    const Tokens &t = tokens();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    const bool focused = enabled && (option.state & QStyle::State_HasFocus);
    const QColor border = !enabled ? t.line : focused ? t.accent : hovered ? t.text3 : t.control;
    roundedBox(painter, rect, Radius::control, enabled ? t.surface : t.canvas, border);
}

void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow)
{
    const Tokens &t = tokens();
    inputPanel(painter, option.rect, option);
    const bool enabled = option.state & QStyle::State_Enabled;
    drawGlyph(painter, Glyph::chevronDown, centred(arrow, Height::icon),
              enabled ? t.text2 : withOpacity(t.text3, 0.55));
}

void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up,
             const QRect &down)
{
    const Tokens &t = tokens();
    if (option.frame)
        inputPanel(painter, option.rect, option);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](Glyph glyph, const QRect &rect, QStyle::SubControl control,
                           QAbstractSpinBox::StepEnabledFlag step) {
        const bool possible = (option.state & QStyle::State_Enabled) && (option.stepEnabled & step);
        const bool hovered = possible && (option.activeSubControls & control) &&
                             (option.state & QStyle::State_MouseOver);
        const QColor colour = !possible ? withOpacity(t.text3, 0.45) : hovered ? t.text : t.text3;
        drawGlyph(painter, glyph, centred(rect, Spacing::medium), colour);
    };
    arrow(Glyph::chevronUp, up, QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    arrow(Glyph::chevronDown, down, QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &groove,
            const QRect &handle, const QWidget *widget)
{
    const Tokens &t = tokens();
    const Scope scope(painter);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    const bool horizontal = option.orientation == Qt::Horizontal;
    const QRectF track =
        horizontal
            ? QRectF(groove.x(), QRectF(groove).center().y() - kTrack / 2, groove.width(), kTrack)
            : QRectF(QRectF(groove).center().x() - kTrack / 2, groove.y(), kTrack, groove.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.empty);
    painter.drawRoundedRect(track, kTrack / 2, kTrack / 2);

    QRectF filled = track;
    const QPointF knob = QRectF(handle).center();
    if (horizontal)
        option.upsideDown ? filled.setLeft(knob.x()) : filled.setRight(knob.x());
    else
        option.upsideDown ? filled.setTop(knob.y()) : filled.setBottom(knob.y());
    QColor colour = seriesColour(widget, t.text2);
    if (!enabled)
        colour = mixed(colour, t.surface, 0.38);
    painter.setBrush(colour);
    painter.drawRoundedRect(filled, kTrack / 2, kTrack / 2);

    const double radius = handle.width() / 2.0 - 1.0;
    painter.setPen(QPen(colour, hovered ? 2.0 : 1.5));
    painter.setBrush(t.scheme == Scheme::light ? t.surface : enabled ? t.text : colour);
    painter.drawEllipse(knob, radius, radius);
}

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle)
{
    const Tokens &t = tokens();
    if (option.maximum <= option.minimum)
        return;
    const Scope scope(painter);
    const bool held = option.state & QStyle::State_Sunken;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter.setPen(Qt::NoPen);
    painter.setBrush(held ? t.text3 : hovered ? t.control : withOpacity(t.control, 0.7));
    QRectF bar = handle;
    if (option.orientation == Qt::Vertical)
        bar = QRectF(bar.center().x() - kScrollHandle / 2, bar.y() + 2, kScrollHandle,
                     bar.height() - 4);
    else
        bar = QRectF(bar.x() + 2, bar.center().y() - kScrollHandle / 2, bar.width() - 4,
                     kScrollHandle);
    painter.drawRoundedRect(bar, kScrollHandle / 2, kScrollHandle / 2);
}

void progressGroove(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const QRectF rect = barRect(option);
    const double radius = qMin(rect.width(), rect.height()) / 2;
    roundedBox(painter, rect, radius, tokens().empty, {});
}

void progressContents(QPainter &painter, const QStyleOptionProgressBar &option,
                      const QWidget *widget)
{
    const QColor colour = seriesColour(widget, tokens().accent);
    QRectF rect = barRect(option);
    const double radius = qMin(rect.width(), rect.height()) / 2;
    const double range = double(option.maximum) - option.minimum;
    // A busy bar (no range) stands still: half of it, so that nothing pretends to move.
    const double share = range > 0 ? (double(option.progress) - option.minimum) / range : 0.5;
    if (share <= 0)
        return;
    if (option.state & QStyle::State_Horizontal) {
        const double width = qMax(rect.height(), rect.width() * qMin(1.0, share));
        const bool fromRight = (option.direction == Qt::RightToLeft) != option.invertedAppearance;
        rect = fromRight ? QRectF(rect.right() - width, rect.y(), width, rect.height())
                         : QRectF(rect.x(), rect.y(), width, rect.height());
    } else {
        rect.setTop(rect.bottom() - qMax(rect.width(), rect.height() * qMin(1.0, share)));
    }
    roundedBox(painter, rect, radius, colour, {});
}

} // namespace weighbridge::theme::painting
