// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/icons.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

namespace weighbridge::theme
{

namespace
{

constexpr int kRingWidth = 2;

bool wantsHover(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) ||
           qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QAbstractSlider *>(widget) || qobject_cast<const QTabBar *>(widget) ||
           qobject_cast<const QHeaderView *>(widget);
}

/// The current cell of a view; every other control has the ring of widgets::FocusRing.
void cellFocus(QPainter &painter, const QStyleOption &option)
{
    if (!(option.state & QStyle::State_KeyboardFocusChange) || !(option.state & QStyle::State_Item))
        return;
    painter.save();
    painter.setPen(QPen(tokens().accent, kRingWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    painter.restore();
}

std::optional<Glyph> arrowOf(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorSpinUp:
        return Glyph::chevronUp;
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorSpinDown:
    case QStyle::PE_IndicatorButtonDropDown:
        return Glyph::chevronDown;
    case QStyle::PE_IndicatorArrowLeft:
        return Glyph::chevronLeft;
    case QStyle::PE_IndicatorArrowRight:
        return Glyph::chevronRight;
    default:
        return std::nullopt;
    }
}

QRectF glyphRect(const QRect &outer)
{
    const double size = qMin<double>(Height::icon, qMin(outer.width(), outer.height()));
    return {QRectF(outer).center().x() - size / 2, QRectF(outer).center().y() - size / 2, size,
            size};
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("fusion")) {}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover);
    // So that the corners outside the rounded panel show what is below.
    if (qobject_cast<QMenu *>(widget))
        widget->setAttribute(Qt::WA_TranslucentBackground);
}

void Style::unpolish(QWidget *widget)
{
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover, false);
    if (qobject_cast<QMenu *>(widget))
        widget->setAttribute(Qt::WA_TranslucentBackground, false);
    QProxyStyle::unpolish(widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens &t = tokens();
    switch (element) {
    case PE_FrameFocusRect:
        cellFocus(*painter, *option);
        return;
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        painting::buttonPanel(*painter, *option, widget);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        painting::checkIndicator(*painter, *option, widget);
        return;
    case PE_IndicatorRadioButton:
        painting::radioIndicator(*painter, *option, widget);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            painting::inputPanel(*painter, option->rect, *option);
        return;
    case PE_FrameLineEdit:
    case PE_FrameButtonTool:
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_PanelMenu:
        painting::roundedBox(*painter, option->rect, Radius::control, t.raised, t.line);
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, t.raised);
        painting::roundedBox(*painter, option->rect, 0, {}, t.control);
        return;
    case PE_Frame:
        painting::roundedBox(*painter, option->rect, Radius::control, {}, t.line);
        return;
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
        painter->fillRect(QRect(option->rect.x(), option->rect.y(), option->rect.width(), 1),
                          t.line);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            painting::itemPanel(*painter, *item);
        return;
    case PE_PanelItemViewRow:
        // The hairline below a row of a table.
        if (const auto *table = qobject_cast<const QTableView *>(widget);
            table && !table->showGrid())
            painter->fillRect(
                QRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    default:
        break;
    }
    if (const auto arrow = arrowOf(element)) {
        const bool enabled = option->state & State_Enabled;
        drawGlyph(*painter, *arrow, glyphRect(option->rect),
                  enabled ? t.text2 : withOpacity(t.text3, 0.5));
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        painting::buttonPanel(*painter, *option, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            painting::pushButtonLabel(*painter, *button, widget);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            painting::menuItem(*painter, *item);
        return;
    case CE_MenuEmptyArea:
    case CE_ProgressBarLabel:
    case CE_Splitter:
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            painting::headerSection(*painter, *header);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            painting::headerLabel(*painter, *header);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, tokens().surface);
        painter->fillRect(QRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1),
                          tokens().line);
        return;
    case CE_ProgressBarGroove:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            painting::progressGroove(*painter, *bar);
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            painting::progressContents(*painter, *bar, widget);
        return;
    case CE_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            painting::tab(*painter, *tab);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    const auto rectOf = [&](SubControl part) {
        return proxy()->subControlRect(control, option, part, widget);
    };
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            painting::comboBox(*painter, *combo, rectOf(SC_ComboBoxArrow));
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            painting::spinBox(*painter, *spin, rectOf(SC_SpinBoxUp), rectOf(SC_SpinBoxDown));
            return;
        }
        break;
    case CC_Slider:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            painting::slider(*painter, *slider, rectOf(SC_SliderGroove), rectOf(SC_SliderHandle),
                             widget);
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            painting::scrollBar(*painter, *bar, rectOf(SC_ScrollBarSlider));
            return;
        }
        break;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            painting::toolButton(*painter, *button, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon Style::standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (standardIcon) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DialogCancelButton:
        return icon(Glyph::cancel, Tone::hint);
    case SP_DialogOkButton:
    case SP_DialogApplyButton:
        return icon(Glyph::check);
    case SP_DirIcon:
    case SP_DirOpenIcon:
        return icon(Glyph::folder);
    case SP_FileIcon:
        return icon(Glyph::file);
    case SP_MessageBoxWarning:
        return icon(Glyph::warning, Tone::warn);
    case SP_MessageBoxCritical:
        return icon(Glyph::warning, Tone::err);
    case SP_MessageBoxInformation:
        return icon(Glyph::info, Tone::accent);
    case SP_MessageBoxQuestion:
        return icon(Glyph::help, Tone::accent);
    case SP_ToolBarHorizontalExtensionButton:
        return icon(Glyph::more);
    default:
        return QProxyStyle::standardIcon(standardIcon, option, widget);
    }
}

} // namespace weighbridge::theme
