// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionComplex;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionViewItem;

namespace weighbridge::theme
{

/// Looks of a button, set as the dynamic property `kind` (see setKind()).
enum class Kind {
    standard, ///< outlined
    primary,  ///< filled with ink; one per page
    hero,     ///< primary, 40 px high
    ghost,    ///< no border until hovered
    link,     ///< accent text
    danger,   ///< outlined in the error colour
    chip,     ///< pill; filled with ink when checked
};

/// 32 px or 26 px high controls.
enum class ControlSize { normal, small };

/// Sets the look of a button (or the size of any input) and repaints it.
void setKind(QWidget *widget, Kind kind, ControlSize size = ControlSize::normal);
[[nodiscard]] Kind kindOf(const QWidget *widget);
[[nodiscard]] ControlSize sizeOf(const QWidget *widget);

/// Gives a check box, radio button, slider or progress bar the colour of a framework or language
/// (dynamic property `series`).
void setSeries(QWidget *widget, const QString &frameworkOrLanguageId);

/// The program's look for the standard widgets: Fusion's behaviour, drawn from the tokens. No
/// style sheets: they would switch off parts of this class and make a theme switch slow.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl subControl, const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option,
                                         const QSize &contents,
                                         const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returnData) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                                     const QWidget *widget) const override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
};

} // namespace weighbridge::theme
