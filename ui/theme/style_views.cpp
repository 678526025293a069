// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"

#include <QStyleOptionHeader>
#include <QStyleOptionMenuItem>
#include <QStyleOptionTab>
#include <QStyleOptionViewItem>

namespace weighbridge::theme::painting
{

namespace
{

constexpr int kMenuCheckColumn = 24;
constexpr double kTabLine = 2.0;

void menuSeparator(QPainter &painter, const QStyleOptionMenuItem &option)
{
    painter.fillRect(QRect(option.rect.x(), option.rect.center().y(), option.rect.width(), 1),
                     tokens().line);
}

QRect leading(const QStyleOption &option, int offset, int size)
{
    const QRect logical(option.rect.x() + offset, option.rect.center().y() - size / 2 + 1, size,
                        size);
    return QStyle::visualRect(option.direction, option.rect, logical);
}

} // namespace

void menuItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const Tokens &t = tokens();
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        menuSeparator(painter, option);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool selected = enabled && (option.state & QStyle::State_Selected);
    if (selected)
        roundedBox(painter, QRectF(option.rect).adjusted(Spacing::tiny, 0, -Spacing::tiny, 0),
                   Radius::menuItem, t.scheme == Scheme::light ? t.hover : t.pressed, {});
    const QColor colour = enabled ? t.text : withOpacity(t.text3, 0.6);
    const QColor quiet = enabled ? t.text3 : colour;

    const bool checkable = option.checkType != QStyleOptionMenuItem::NotCheckable;
    if (checkable && option.checked)
        drawGlyph(painter, Glyph::check, leading(option, Spacing::medium, Height::icon), colour);
    else if (!option.icon.isNull())
        drawIcon(painter, option.icon, leading(option, Spacing::medium, Height::icon), quiet,
                 enabled);

    const int column =
        option.menuHasCheckableItems || option.maxIconWidth > 0 ? kMenuCheckColumn : 0;
    const QRect logical = option.rect.adjusted(Spacing::medium + column, 0, -Spacing::medium, 0);
    const QRect text = QStyle::visualRect(option.direction, option.rect, logical);
    const int flags = Qt::AlignVCenter | Qt::TextHideMnemonic | Qt::TextSingleLine;
    const int tabulator = option.text.indexOf(QLatin1Char('\t'));
    painter.save();
    painter.setFont(option.font);
    painter.setPen(colour);
    painter.drawText(text, flags | Qt::AlignLeading, option.text.left(tabulator));
    if (tabulator >= 0) {
        painter.setPen(quiet);
        painter.drawText(text, flags | Qt::AlignTrailing, option.text.mid(tabulator + 1));
    }
    painter.restore();
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const Glyph arrow =
            option.direction == Qt::RightToLeft ? Glyph::chevronLeft : Glyph::chevronRight;
        drawGlyph(
            painter, arrow,
            leading(option, option.rect.width() - Spacing::medium - Height::icon, Height::icon),
            quiet);
    }
}

void headerSection(QPainter &painter, const QStyleOptionHeader &option)
{
    const Tokens &t = tokens();
    painter.fillRect(option.rect,
                     option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled
                         ? t.hover
                         : t.surface);
    const QRect &r = option.rect;
    if (option.orientation == Qt::Horizontal)
        painter.fillRect(QRect(r.x(), r.bottom(), r.width(), 1), t.line);
    else
        painter.fillRect(QRect(r.right(), r.y(), 1, r.height()), t.line);
}

void headerLabel(QPainter &painter, const QStyleOptionHeader &option)
{
    painter.save();
    painter.setFont(font(TextRole::caption));
    painter.setPen(tokens().text2);
    QRect rect = option.rect.adjusted(Spacing::medium, 0, -Spacing::medium, 0);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        const Glyph arrow = option.sortIndicator == QStyleOptionHeader::SortDown
                                ? Glyph::chevronDown
                                : Glyph::chevronUp;
        const int size = Spacing::medium;
        const bool trailing = option.textAlignment & Qt::AlignRight;
        const int x = trailing ? rect.left() : rect.right() - size;
        drawGlyph(painter, arrow, QRect(x, rect.center().y() - size / 2, size, size),
                  tokens().text2);
        trailing ? rect.setLeft(x + size) : rect.setRight(x);
    }
    const QString text =
        painter.fontMetrics().elidedText(option.text, Qt::ElideRight, rect.width() + 1);
    painter.drawText(rect, static_cast<int>(option.textAlignment) | Qt::AlignVCenter, text);
    painter.restore();
}

void itemPanel(QPainter &painter, const QStyleOptionViewItem &option)
{
    const Tokens &t = tokens();
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, t.accentSoft);
    else if (option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled)
        painter.fillRect(option.rect, t.hover);
}

void tab(QPainter &painter, const QStyleOptionTab &option)
{
    const Tokens &t = tokens();
    const bool selected = option.state & QStyle::State_Selected;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    const QRectF rect = option.rect;
    if (hovered && !selected)
        roundedBox(painter, rect.adjusted(2, 2, -2, -4), Radius::control, t.hover, {});
    if (selected)
        painter.fillRect(QRectF(rect.x() + Spacing::small, rect.bottom() - kTabLine,
                                rect.width() - 2 * Spacing::small, kTabLine),
                         t.text);
    painter.save();
    painter.setFont(font(selected ? TextRole::strong : TextRole::body));
    painter.setPen(!enabled ? withOpacity(t.text3, 0.6) : selected ? t.text : t.text2);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextHideMnemonic, option.text);
    painter.restore();
}

} // namespace weighbridge::theme::painting
