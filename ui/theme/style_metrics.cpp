// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/typography.h"

#include <QFocusFrame>
#include <QFontMetrics>
#include <QLayout>
#include <QStyleOption>
#include <QToolButton>
#include <QWidget>

namespace weighbridge::theme
{

namespace
{

constexpr int kButtonPadding = 14;
constexpr int kGhostPadding = 10;
constexpr int kInputPadding = 10;
constexpr int kArrowColumn = 30;
constexpr int kSpinColumn = 24;
constexpr int kSliderHandle = 16;
constexpr int kScrollExtent = 12;
constexpr int kScrollMinimum = 32;
constexpr int kFocusRingRoom = 4; ///< 2 px gap and 2 px ring
constexpr int kMenuItemHeight = 30;
constexpr int kMenuSeparatorHeight = 9;
constexpr int kMenuColumn = 24;
constexpr int kMenuShortcutGap = 24;
constexpr int kTextRoom = 12; ///< above and below the text of a control together

/// A glyph beside text grows with it, but never gets smaller than it was drawn for.
int withText(int pixels)
{
    return qRound(pixels * qMax(1.0, textScale()));
}

int heightFor(const QStyleOption &option, const QWidget *widget)
{
    if (kindOf(widget) == Kind::hero)
        return qMax(Height::hero, option.fontMetrics.height() + 2 * kTextRoom);
    const int base = sizeOf(widget) == ControlSize::small ? Height::smallControl : Height::control;
    return qMax(base, option.fontMetrics.height() + kTextRoom - (base < Height::control ? 6 : 0));
}

int paddingFor(const QWidget *widget)
{
    switch (kindOf(widget)) {
    case Kind::link:
        return Spacing::tiny;
    case Kind::ghost:
        return kGhostPadding;
    default:
        return sizeOf(widget) == ControlSize::small ? kGhostPadding : kButtonPadding;
    }
}

QSize pushButtonSize(const QStyleOptionButton &button, const QWidget *widget)
{
    QFont font = widget ? widget->font() : QFont();
    font.setWeight(QFont::Medium);
    int width = QFontMetrics(font).size(Qt::TextShowMnemonic, button.text).width() + 1;
    if (!button.icon.isNull())
        width += button.iconSize.width() + (button.text.isEmpty() ? 0 : Spacing::small);
    if (button.features & QStyleOptionButton::HasMenu)
        width += Height::icon + Spacing::tiny;
    const int height = heightFor(button, widget);
    return {qMax(height, width + 2 * paddingFor(widget)), height};
}

QSize menuItemSize(const QStyleOptionMenuItem &item, const QSize &contents)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), kMenuSeparatorHeight};
    int width = contents.width() + 2 * Spacing::medium + Spacing::small;
    if (item.menuHasCheckableItems || item.maxIconWidth > 0)
        width += kMenuColumn;
    if (item.text.contains(QLatin1Char('\t')) || item.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += kMenuShortcutGap;
    return {width, qMax(kMenuItemHeight, contents.height() + Spacing::small)};
}

} // namespace

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    const QSize inherited = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return pushButtonSize(*button, widget);
        break;
    case CT_ToolButton: {
        const int height = heightFor(*option, widget);
        const bool text = contents.width() > height;
        return {qMax(height, contents.width() + (text ? kGhostPadding : 0)),
                qMax(height, contents.height())};
    }
    case CT_LineEdit:
        return {contents.width() + 2 * kInputPadding, heightFor(*option, widget)};
    case CT_ComboBox:
        return {contents.width() + kInputPadding + kArrowColumn, heightFor(*option, widget)};
    case CT_SpinBox:
        return {contents.width() + 2 * kInputPadding + kSpinColumn, heightFor(*option, widget)};
    case CT_CheckBox:
    case CT_RadioButton:
        return {inherited.width() + Spacing::tiny, qMax(Height::smallControl, inherited.height())};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItemSize(*item, contents);
        break;
    case CT_HeaderSection:
        return {inherited.width() + Spacing::large, qMax(Height::tableHeader, inherited.height())};
    case CT_ItemViewItem:
        return {inherited.width(), qMax(Height::listRow, inherited.height())};
    case CT_TabBarTab:
        return {contents.width() + Spacing::giant, Height::hero};
    case CT_ProgressBar:
        return {contents.width(), Height::bar};
    default:
        break;
    }
    return inherited;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents:
        // QLineEdit itself adds 2 px.
        return option->rect.adjusted(kInputPadding - 2, 0, -(kInputPadding - 2), 0);
    case SE_HeaderLabel:
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
        return option->rect;
    case SE_PushButtonContents:
        return option->rect.adjusted(Spacing::tiny, 0, -Spacing::tiny, 0);
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

namespace
{

QRect comboPart(const QStyleOptionComplex &option, QStyle::SubControl part)
{
    const QRect r = option.rect;
    const QRect arrow(r.right() - kArrowColumn + 1, r.y(), kArrowColumn, r.height());
    switch (part) {
    case QStyle::SC_ComboBoxArrow:
        return QStyle::visualRect(option.direction, r, arrow);
    case QStyle::SC_ComboBoxEditField:
        return QStyle::visualRect(option.direction, r,
                                  QRect(QPoint(r.x() + kInputPadding - 1, r.y() + 1),
                                        QPoint(arrow.left() - 1, r.bottom() - 1)));
    default:
        return r;
    }
}

QRect spinPart(const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const QRect r = option.rect;
    const bool buttons = option.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int column = buttons ? kSpinColumn : 0;
    const int left = r.right() - column + 1;
    const int half = r.height() / 2;
    QRect rect = r;
    if (part == QStyle::SC_SpinBoxUp)
        rect = buttons ? QRect(left, r.y() + 3, column - Spacing::tiny, half - 3) : QRect();
    else if (part == QStyle::SC_SpinBoxDown)
        rect = buttons ? QRect(left, r.y() + half, column - Spacing::tiny, half - 3) : QRect();
    else if (part == QStyle::SC_SpinBoxEditField)
        rect = QRect(QPoint(r.x(), r.y() + 1), QPoint(left - 1, r.bottom() - 1));
    return QStyle::visualRect(option.direction, r, rect);
}

QRect sliderPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const QRect r = option.rect;
    const bool horizontal = option.orientation == Qt::Horizontal;
    const int length = (horizontal ? r.width() : r.height()) - kSliderHandle;
    const int offset = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length, option.upsideDown);
    if (part == QStyle::SC_SliderHandle) {
        return horizontal ? QRect(r.x() + offset, r.center().y() - kSliderHandle / 2 + 1,
                                  kSliderHandle, kSliderHandle)
                          : QRect(r.center().x() - kSliderHandle / 2 + 1, r.y() + offset,
                                  kSliderHandle, kSliderHandle);
    }
    const int inset = kSliderHandle / 2;
    return horizontal ? r.adjusted(inset, 0, -inset, 0) : r.adjusted(0, inset, 0, -inset);
}

QRect scrollPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const QRect r = option.rect;
    const bool horizontal = option.orientation == Qt::Horizontal;
    const int length = horizontal ? r.width() : r.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int handle = length;
    if (range > 0) {
        const qint64 wanted = qint64(option.pageStep) * length / (range + option.pageStep);
        handle = int(qBound(qint64(qMin(kScrollMinimum, length)), wanted, qint64(length)));
    }
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown);
    const auto span = [&](int from, int to) {
        return horizontal ? QRect(r.x() + from, r.y(), to - from, r.height())
                          : QRect(r.x(), r.y() + from, r.width(), to - from);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return span(start, start + handle);
    case QStyle::SC_ScrollBarSubPage:
        return span(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return span(start + handle, length);
    case QStyle::SC_ScrollBarGroove:
        return r;
    default:
        return {};
    }
}

} // namespace

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl subControl, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        return comboPart(*option, subControl);
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return spinPart(*spin, subControl);
        break;
    case CC_Slider:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return sliderPart(*slider, subControl);
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return visualRect(option->direction, option->rect, scrollPart(*bar, subControl));
        break;
    default:
        break;
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        if (qobject_cast<const QFocusFrame *>(widget))
            return kFocusRingRoom;
        // Half of the room left and right of the text of a cell; views add 1.
        return metric == PM_FocusFrameHMargin ? Spacing::medium - 1 : 2;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return withText(Height::indicator);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return Spacing::small + 2;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return kSliderHandle + Spacing::small;
    case PM_SliderLength:
        return kSliderHandle;
    case PM_ScrollBarExtent:
        return kScrollExtent;
    case PM_ScrollBarSliderMin:
        return kScrollMinimum;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_MenuHMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
        return 0;
    case PM_MenuVMargin:
        return Spacing::tiny;
    case PM_MenuPanelWidth:
        return 1;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
        return withText(Height::icon);
    case PM_TabBarTabHSpace:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Spacing::small;
    case PM_SplitterWidth:
        return Spacing::cardGap;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_ScrollBar_Transient:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_FocusFrame_AboveWidget:
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_MouseTracking:
        return 1;
    case SH_Table_GridLineColor:
        return static_cast<int>(tokens().line.rgba());
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace weighbridge::theme
