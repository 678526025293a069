// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/active_tokens.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QToolTip>

namespace weighbridge::theme
{

namespace
{

Theme *s_instance = nullptr;

} // namespace

QPalette paletteFor(const Tokens &tokens)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) {
        palette.setColor(QPalette::All, role, colour);
    };
    set(QPalette::Window, tokens.canvas);
    set(QPalette::WindowText, tokens.text);
    set(QPalette::Base, tokens.surface);
    set(QPalette::AlternateBase, tokens.hover);
    set(QPalette::Text, tokens.text);
    set(QPalette::PlaceholderText, tokens.text3);
    set(QPalette::Button, tokens.surface);
    set(QPalette::ButtonText, tokens.text);
    set(QPalette::BrightText, tokens.err);
    set(QPalette::ToolTipBase, tokens.raised);
    set(QPalette::ToolTipText, tokens.text);
    set(QPalette::Highlight, tokens.accentSoft);
    set(QPalette::HighlightedText, tokens.text);
    set(QPalette::Link, tokens.accent);
    set(QPalette::LinkVisited, tokens.accent);
    set(QPalette::Light, tokens.surface);
    set(QPalette::Midlight, tokens.hover);
    set(QPalette::Mid, tokens.line);
    set(QPalette::Dark, tokens.control);
    set(QPalette::Shadow, tokens.shadow);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(tokens.text3, tokens.surface, 0.7));
    return palette;
}

Theme::Theme(QApplication &application, Appearance appearance)
    : m_application(application), m_appearance(appearance)
{
    Q_ASSERT(!s_instance);
    s_instance = this;
    loadFonts();
    m_scheme = resolvedScheme();
    activateTokens(m_scheme);
    QApplication::setStyle(new Style);
    apply();
    application.installEventFilter(this);
}

Theme::~Theme()
{
    s_instance = nullptr;
}

Theme *Theme::instance()
{
    return s_instance;
}

void Theme::setAppearance(Appearance appearance)
{
    if (m_appearance == appearance)
        return;
    m_appearance = appearance;
    const Scheme scheme = resolvedScheme();
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    apply();
    Q_EMIT changed();
}

void Theme::setTextScale(double scale)
{
    const double before = textScale();
    theme::setTextScale(scale);
    if (qFuzzyCompare(before, textScale()))
        return;
    apply();
    Q_EMIT changed();
}

void Theme::setReduceMotion(bool reduce)
{
    m_reduceMotion = reduce;
}

void Theme::apply()
{
    activateTokens(m_scheme);
    const QPalette palette = paletteFor(tokens());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QApplication::setFont(font(TextRole::body));
    QToolTip::setFont(font(TextRole::label));
}

Scheme Theme::resolvedScheme() const
{
    switch (m_appearance) {
    case Appearance::light:
        return Scheme::light;
    case Appearance::dark:
        return Scheme::dark;
    case Appearance::highContrast:
        return Scheme::highContrast;
    case Appearance::system:
        break;
    }
    // Qt 6.4 has no QStyleHints::colorScheme(). An unset palette is that of the desktop; ours
    // comes back in apply().
    const QPalette own = QApplication::palette();
    QApplication::setPalette(QPalette());
    const QPalette desktop = QApplication::palette();
    QApplication::setPalette(own);
    const bool dark = desktop.color(QPalette::Window).lightness() <
                      desktop.color(QPalette::WindowText).lightness();
    return dark ? Scheme::dark : Scheme::light;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_appearance == Appearance::system && !m_probing) {
        m_probing = true;
        const Scheme scheme = resolvedScheme();
        m_probing = false;
        if (scheme != m_scheme) {
            m_scheme = scheme;
            apply();
            Q_EMIT changed();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace weighbridge::theme
