// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/style.h"

#include <QPainter>
#include <QRectF>

class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionFrame;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionTab;
class QStyleOptionToolButton;

/// The painting behind Style, one function per control; all colours come from tokens().
namespace weighbridge::theme::painting
{

/// Saves the painter and switches antialiasing on until the end of the scope.
class Scope
{
public:
    explicit Scope(QPainter &painter) : m_painter(painter)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Scope() { m_painter.restore(); }
    Scope(const Scope &) = delete;
    Scope &operator=(const Scope &) = delete;

private:
    QPainter &m_painter;
};

/// A rounded rectangle with a 1 px border that lies inside `rect`; either colour may be invalid.
void roundedBox(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
                const QColor &border);

/// The colour set by setSeries(), or `fallback`.
[[nodiscard]] QColor seriesColour(const QWidget *widget, const QColor &fallback);

/// The colour of a button's text and glyph.
[[nodiscard]] QColor buttonText(const QStyleOption &option, const QWidget *widget);
/// Fill and border of a push or tool button.
void buttonPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void pushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void toolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget);
void checkIndicator(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void radioIndicator(QPainter &painter, const QStyleOption &option, const QWidget *widget);
/// An icon of ours in `colour`; any other icon as it is.
void drawIcon(QPainter &painter, const QIcon &icon, const QRect &rect, const QColor &colour,
              bool enabled);

/// Box of a line edit, combo box or spin box.
void inputPanel(QPainter &painter, const QRect &rect, const QStyleOption &option);
void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow);
void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up,
             const QRect &down);
void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &groove,
            const QRect &handle, const QWidget *widget);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle);
void progressGroove(QPainter &painter, const QStyleOptionProgressBar &option);
void progressContents(QPainter &painter, const QStyleOptionProgressBar &option,
                      const QWidget *widget);

void menuItem(QPainter &painter, const QStyleOptionMenuItem &option);
void headerSection(QPainter &painter, const QStyleOptionHeader &option);
void headerLabel(QPainter &painter, const QStyleOptionHeader &option);
void itemPanel(QPainter &painter, const QStyleOptionViewItem &option);
void tab(QPainter &painter, const QStyleOptionTab &option);

} // namespace weighbridge::theme::painting
