// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QString;
class QWidget;

namespace weighbridge::testing
{

enum class WheelWay { up, down };

/// Turns the wheel by one notch over the middle of a widget, as the window system would report it:
/// what the widget leaves goes to those around it.
void turnWheel(QWidget &under, WheelWay way);

/// Opens the menu of a button and returns at once, which a click on one that owns its menu does
/// not.
void openMenu(QAbstractButton &button);

/// Chooses an entry of the menu that is open; false where there is no such menu or entry.
[[nodiscard]] bool chooseInMenu(const QString &text);

} // namespace weighbridge::testing
