// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

class QApplication;
class QPalette;

namespace weighbridge::theme
{

/// What the person chose; `system` follows the desktop, also while the program runs.
enum class Appearance { system, light, dark, highContrast };

/// The look of the whole program: palette, style, fonts and the tokens behind them. Construct one
/// in main() after the QApplication; it installs itself. GUI thread only.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// Loads the fonts and sets style, palette and font of `application`.
    explicit Theme(QApplication &application, Appearance appearance = Appearance::system);
    ~Theme() override;

    /// The one Theme, or null before main() made it.
    [[nodiscard]] static Theme *instance();

    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    /// The scheme in use after `system` has been resolved.
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const { return m_scheme != Scheme::light; }

    /// Multiplies every font size; clamped to 0.8…2.
    void setTextScale(double scale);

    /// True if nothing may move: ranks then swap at once.
    [[nodiscard]] bool reduceMotion() const { return m_reduceMotion; }
    void setReduceMotion(bool reduce);

Q_SIGNALS:
    /// Colours or font sizes changed. Widgets that only read tokens() while painting need not
    /// listen (a PaletteChange repaints them); charts and cached pixmaps do.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    [[nodiscard]] Scheme resolvedScheme() const;

    QApplication &m_application;
    Appearance m_appearance;
    Scheme m_scheme = Scheme::light;
    bool m_reduceMotion = false;
    bool m_probing = false;
};

/// The palette that goes with a set of tokens.
[[nodiscard]] QPalette paletteFor(const Tokens &tokens);

} // namespace weighbridge::theme
