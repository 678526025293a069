// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace weighbridge::theme
{

/// Steps of the type scale: size in pixels / weight.
enum class TextRole {
    caption, ///< 11/500 axis, column header
    label,   ///< 12/400 hint
    body,    ///< 13/400
    strong,  ///< 13/600
    section, ///< 15/600
    page,    ///< 18/600
    verdict, ///< 24/600
    display, ///< 32/600
};

/// Registers the bundled families (Inter, Inter Num, JetBrains Mono). Needs a QGuiApplication.
/// Returns false if one could not be loaded; text then uses the fonts of the system.
bool loadFonts();

/// Inter in that role, times the text size setting.
[[nodiscard]] QFont font(TextRole role);

/// The same with digits of one width, for every number that changes or lines up in a column.
[[nodiscard]] QFont numberFont(TextRole role);

/// JetBrains Mono 12, for logs only.
[[nodiscard]] QFont logFont();

/// Fonts of paper and slides: a size in pixels that the text size setting does not touch.
[[nodiscard]] QFont fixedFont(double pixelSize, QFont::Weight weight = QFont::Normal);
[[nodiscard]] QFont fixedNumberFont(double pixelSize, QFont::Weight weight = QFont::Normal);

/// The text size setting, 0.8…2; multiplies every role.
[[nodiscard]] double textScale();
void setTextScale(double scale);

} // namespace weighbridge::theme
