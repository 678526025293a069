// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/style_painting.h"

#include <QStyleOptionButton>
#include <QWidget>

namespace weighbridge::theme::painting
{

namespace
{

constexpr double kDisabledOpacity = 0.38;

bool isFilled(Kind kind)
{
    return kind == Kind::primary || kind == Kind::hero;
}

} // namespace

QColor buttonText(const QStyleOption &option, const QWidget *widget)
{
    const Tokens &t = tokens();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool checked = option.state & QStyle::State_On;
    const Kind kind = kindOf(widget);
    QColor colour = t.text;
    if (isFilled(kind) || (kind == Kind::chip && checked))
        return enabled || t.scheme == Scheme::light ? t.onInk : t.text3;
    if (kind == Kind::link)
        colour = t.accent;
    else if (kind == Kind::danger)
        colour = t.err;
    else if (kind == Kind::ghost || kind == Kind::chip)
        colour = t.text2;
    return enabled ? colour : withOpacity(t.text3, 0.55);
}

void buttonPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Tokens &t = tokens();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    const bool down = enabled && (option.state & QStyle::State_Sunken);
    const bool checked = option.state & QStyle::State_On;
    const QColor soft = down ? t.pressed : hovered ? t.hover : QColor();
    const QRectF rect = option.rect;
    const Kind kind = kindOf(widget);
    switch (kind) {
    case Kind::primary:
    case Kind::hero: {
        const double lift = down ? 0.78 : hovered ? 0.88 : 1.0;
        const QColor fill = mixed(t.ink, t.surface, enabled ? lift : 0.3);
        roundedBox(painter, rect, Radius::control, fill, {});
        return;
    }
    case Kind::chip: {
        const double radius = rect.height() / 2;
        if (checked)
            roundedBox(painter, rect, radius, mixed(t.ink, t.surface, hovered ? 0.88 : 1.0), {});
        else
            roundedBox(painter, rect, radius, soft.isValid() ? soft : t.surface,
                       enabled ? t.control : t.line);
        return;
    }
    case Kind::ghost:
        if (soft.isValid() || checked)
            roundedBox(painter, rect, Radius::control, soft.isValid() ? soft : t.pressed, {});
        return;
    case Kind::link:
        return;
    case Kind::danger:
        roundedBox(painter, rect, Radius::control, down || hovered ? t.errSoft : t.surface,
                   enabled ? t.err : t.line);
        return;
    case Kind::standard:
        break;
    }
    const QColor fill = soft.isValid() ? soft : checked ? t.pressed : t.surface;
    roundedBox(painter, rect, Radius::control, fill, enabled ? t.control : t.line);
}

void pushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor colour = buttonText(option, widget);
    const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
    painter.save();
    QFont font = painter.font();
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    const int iconSize = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = iconSize && !option.text.isEmpty() ? Spacing::small : 0;
    const int menuWidth = hasMenu ? Height::icon + Spacing::tiny : 0;
    const QFontMetrics metrics(painter.font());
    const int textWidth = metrics.size(Qt::TextShowMnemonic, option.text).width();
    const int room = option.rect.width() - iconSize - gap - menuWidth;
    const int shownWidth = qMin(textWidth, room);
    const int total = iconSize + gap + shownWidth + menuWidth;
    const QRect content(option.rect.x() + (option.rect.width() - total) / 2, option.rect.y(), total,
                        option.rect.height());
    int x = content.x();
    const auto place = [&](int width, int height) {
        const QRect logical(x, content.center().y() - height / 2 + (height % 2 ? 0 : 1), width,
                            height);
        x += width;
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    if (iconSize) {
        drawIcon(painter, option.icon, place(iconSize, iconSize), colour, enabled);
        x += gap;
    }
    painter.setPen(colour);
    const QRect textRect = QStyle::visualRect(
        option.direction, option.rect, QRect(x, content.y(), shownWidth + 1, content.height()));
    const QString text =
        textWidth > room ? metrics.elidedText(option.text, Qt::ElideRight, room) : option.text;
    painter.drawText(textRect,
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextSingleLine,
                     text);
    x += shownWidth + Spacing::tiny;
    if (hasMenu)
        drawGlyph(painter, Glyph::chevronDown, place(Height::icon, Height::icon), colour);
    painter.restore();
}

void toolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    if (!(option.state & QStyle::State_AutoRaise) ||
        option.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On))
        buttonPanel(painter, option, widget);
    QStyleOptionButton label;
    label.QStyleOption::operator=(option);
    label.iconSize = option.iconSize;
    if (option.toolButtonStyle != Qt::ToolButtonTextOnly)
        label.icon = option.icon;
    if (option.toolButtonStyle != Qt::ToolButtonIconOnly || option.icon.isNull())
        label.text = option.text;
    if (option.features & QStyleOptionToolButton::HasMenu && !label.text.isEmpty())
        label.features |= QStyleOptionButton::HasMenu;
    if (option.arrowType != Qt::NoArrow) {
        drawGlyph(painter, Glyph::chevronDown, QRectF(option.rect).adjusted(8, 8, -8, -8),
                  enabled ? tokens().text2 : tokens().text3);
        return;
    }
    painter.save();
    painter.setFont(option.font);
    pushButtonLabel(painter, label, widget);
    painter.restore();
}

void checkIndicator(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Tokens &t = tokens();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool set = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    const QRectF rect = option.rect;
    if (!set) {
        roundedBox(painter, rect, Spacing::tiny, hovered ? t.hover : t.surface,
                   enabled ? t.control : t.line);
        return;
    }
    QColor fill = seriesColour(widget, t.ink);
    if (!enabled)
        fill = mixed(fill, t.surface, kDisabledOpacity);
    roundedBox(painter, rect, Spacing::tiny, fill, {});
    const bool light = contrastRatio(t.onInk, fill) < contrastRatio(t.ink, fill);
    const QColor mark = light ? t.ink : t.onInk;
    const Glyph glyph = option.state & QStyle::State_NoChange ? Glyph::minus : Glyph::check;
    drawGlyph(painter, glyph, rect.adjusted(2, 2, -2, -2), mark);
}

void radioIndicator(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Tokens &t = tokens();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    const QRectF rect = option.rect;
    const double radius = rect.width() / 2;
    if (!(option.state & QStyle::State_On)) {
        roundedBox(painter, rect, radius, hovered ? t.hover : t.surface,
                   enabled ? t.control : t.line);
        return;
    }
    QColor fill = seriesColour(widget, t.ink);
    if (!enabled)
        fill = mixed(fill, t.surface, kDisabledOpacity);
    roundedBox(painter, rect, radius, fill, {});
    const Scope scope(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(contrastRatio(t.onInk, fill) < contrastRatio(t.ink, fill) ? t.ink : t.onInk);
    painter.drawEllipse(rect.center(), radius * 0.38, radius * 0.38);
}

} // namespace weighbridge::theme::painting
