// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QString>

#include <optional>

class QPainter;
class QRectF;

namespace weighbridge::theme
{

/// The program's own glyphs, drawn on a 24 px grid with a 1.75 px line.
enum class Glyph {
    decide,
    benchmark,
    compare,
    report,
    moon,
    sun,
    settings,
    undo,
    redo,
    play,
    cancel,
    check,
    warning,
    info,
    plus,
    minus,
    more,
    chevronUp,
    chevronDown,
    chevronLeft,
    chevronRight,
    download,
    present,
    history,
    zoomIn,
    zoomOut,
    grip,
    folder,
    search,
    eye,
    file,
    trash,
    copy,
    edit,
    link,
    help,
    filter,
    save,
    swap,
    last = swap,
};

/// File name of the glyph without ".svg".
[[nodiscard]] QString glyphName(Glyph glyph);

/// An icon that takes the colour of `tone` in the theme of the moment, each time it is painted;
/// sharp at any device pixel ratio. On a button the style gives it the colour of the text.
[[nodiscard]] QIcon icon(Glyph glyph, Tone tone = Tone::secondary);

/// The same in a fixed colour.
[[nodiscard]] QIcon icon(Glyph glyph, const QColor &colour);

/// The glyph an icon was made from, if it comes from icon().
[[nodiscard]] std::optional<Glyph> glyphOf(const QIcon &icon);

/// Paints the glyph into `rect`.
void drawGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &colour);

/// The program's icon, 16…512 px.
[[nodiscard]] QIcon applicationIcon();

} // namespace weighbridge::theme
