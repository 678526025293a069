// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace weighbridge::theme
{

/// The set of colours in use. `highContrast` is black and white with the dark series colours.
enum class Scheme { light, dark, highContrast };

/// What a piece of text or a glyph means; resolved to a colour when it is painted.
enum class Tone { primary, secondary, hint, onInk, accent, ok, warn, err };

/// Every colour of the program. Chrome is neutral: hue appears only for alternatives, frameworks,
/// focus and status. Contrast against `surface`: text2 and text3 at least 4.5:1, control borders
/// 3:1; `line` is decoration and never the only sign of a control.
struct Tokens {
    Scheme scheme = Scheme::light;
    QColor canvas;     ///< window behind the cards
    QColor surface;    ///< cards, rail, top bar
    QColor sunken;     ///< segmented track, neutral pill
    QColor hover;      ///< row and button under the pointer
    QColor pressed;    ///< held button, selected rail button
    QColor raised;     ///< menus, hover card
    QColor line;       ///< hairlines, card border
    QColor control;    ///< border of inputs
    QColor text;       ///< primary text
    QColor text2;      ///< secondary text
    QColor text3;      ///< hints, captions
    QColor ink;        ///< primary button, selected chip, check box
    QColor onInk;      ///< text on `ink`
    QColor accent;     ///< focus ring, links, "running"
    QColor accentSoft; ///< selected row
    QColor ok;
    QColor okSoft;
    QColor warn;
    QColor warnSoft;
    QColor err;
    QColor errSoft;
    QColor empty;  ///< unfilled rating pip, progress track
    QColor shadow; ///< under the hover card and the paper; translucent
    bool operator==(const Tokens &) const = default;
};

[[nodiscard]] const Tokens &lightTokens();
[[nodiscard]] const Tokens &darkTokens();
[[nodiscard]] const Tokens &highContrastTokens();
[[nodiscard]] const Tokens &tokensFor(Scheme scheme);

/// The tokens of the running program: those of the Theme, or the light ones before there is one.
/// Read them when painting, never keep a copy: the person may switch the theme. GUI thread.
[[nodiscard]] const Tokens &tokens();

/// Colour of text or a glyph of that meaning.
[[nodiscard]] QColor toneColour(Tone tone, const Tokens &tokens);

/// Contrast ratio of two opaque colours, 1…21 (WCAG 2.2, "contrast ratio").
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

/// `colour` moved in steps of 6 % towards black or white until it reaches 4.6:1 on `background`;
/// for series colours used as text.
[[nodiscard]] QColor readable(const QColor &colour, const QColor &background);

/// `colour` at `opacity` (0…1).
[[nodiscard]] QColor withOpacity(QColor colour, double opacity);

/// `share` (0…1) of `over`, the rest `under`; opaque.
[[nodiscard]] QColor mixed(const QColor &over, const QColor &under, double share);

/// Distances in pixels before scaling by the screen.
struct Spacing {
    static constexpr int border = 1;  ///< keeps content off the line around a card
    static constexpr int lineGap = 2; ///< between the lines of one item
    static constexpr int tiny = 4;
    static constexpr int small = 8;
    static constexpr int medium = 12;
    static constexpr int large = 16;
    static constexpr int huge = 24;
    static constexpr int giant = 32;
    static constexpr int pageMargin = 24;
    static constexpr int pageMarginNarrow = 16; ///< below `narrowWidth`
    static constexpr int cardPadding = 16;
    static constexpr int cardPaddingWide = 20;
    static constexpr int cardGap = 16;
    static constexpr int narrowWidth = 1240; ///< a window below this is "narrow"
    Spacing() = delete;
};

/// Corner radii in pixels.
struct Radius {
    static constexpr int card = 10;
    static constexpr int control = 6;
    static constexpr int pip = 3;
    static constexpr int menuItem = 4;
    Radius() = delete;
};

/// Widths in pixels of the columns that pages have beside their main part.
struct SideWidth {
    static constexpr int settings = 272; ///< what is to be measured, or shown in the report
    static constexpr int settingsNarrow = 232;
    static constexpr int verdict = 416; ///< what follows from the table
    static constexpr int verdictNarrow = 304;
    static constexpr int interview = 420;
    static constexpr int interviewNarrow = 360;
    SideWidth() = delete;
};

/// Heights and fixed widths in pixels.
struct Height {
    static constexpr int control = 32;
    static constexpr int smallControl = 26;
    static constexpr int hero = 40;
    static constexpr int listRow = 32;
    static constexpr int tableRow = 34;
    static constexpr int tableHeader = 32;
    static constexpr int needRow = 64;
    static constexpr int topBar = 56;
    static constexpr int railWidth = 80;
    static constexpr int railButton = 56;
    static constexpr int railButtonWidth = 72;
    static constexpr int bar = 8;   ///< value bar in a table or ranking
    static constexpr int icon = 16; ///< glyph inside a control
    static constexpr int railIcon = 20;
    static constexpr int indicator = 16; ///< check box, radio button
    static constexpr int pip = 8;
    static constexpr int pill = 24;
    Height() = delete;
};

/// Durations in milliseconds. Only the swap of two ranks moves; chart data never does.
struct Motion {
    static constexpr int rankSwapMilliseconds = 180;
    Motion() = delete;
};

} // namespace weighbridge::theme
