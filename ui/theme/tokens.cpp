// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include "ui/theme/active_tokens.h"

#include <QtMath>

namespace weighbridge::theme
{

namespace
{

constexpr double kReadableRatio = 4.6;
constexpr double kReadableStep = 0.06;

/// Linear light of one sRGB channel in 0…1 (WCAG 2.2, "relative luminance").
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : qPow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// 0xRRGGBB; a plain QColor(0) would be ambiguous.
QColor rgb(QRgb value)
{
    return QColor(value);
}

Tokens makeLight()
{
    return {.scheme = Scheme::light,
            .canvas = rgb(0xF6F7F9),
            .surface = rgb(0xFFFFFF),
            .sunken = rgb(0xEFF1F4),
            .hover = rgb(0xF3F5F7),
            .pressed = rgb(0xE6E9EE),
            .raised = rgb(0xFFFFFF),
            .line = rgb(0xE1E4EA),
            .control = rgb(0x858D9A),
            .text = rgb(0x15181E),
            .text2 = rgb(0x464D59),
            .text3 = rgb(0x636B78),
            .ink = rgb(0x1B1F27),
            .onInk = rgb(0xFFFFFF),
            .accent = rgb(0x3355D8),
            .accentSoft = rgb(0xE9EEFD),
            .ok = rgb(0x177243),
            .okSoft = rgb(0xE4F4EB),
            .warn = rgb(0x8A5600),
            .warnSoft = rgb(0xFFF3DB),
            .err = rgb(0xB42318),
            .errSoft = rgb(0xFDECEA),
            .empty = rgb(0xE4E7EC),
            .shadow = QColor(16, 24, 40, 46)};
}

Tokens makeDark()
{
    return {.scheme = Scheme::dark,
            .canvas = rgb(0x0C0F13),
            .surface = rgb(0x14181E),
            .sunken = rgb(0x0F1317),
            .hover = rgb(0x1C222A),
            .pressed = rgb(0x252C36),
            .raised = rgb(0x1D232C),
            .line = rgb(0x272D37),
            .control = rgb(0x687282),
            .text = rgb(0xECEFF3),
            .text2 = rgb(0xB4BCC8),
            .text3 = rgb(0x8C96A4),
            .ink = rgb(0xECEFF3),
            .onInk = rgb(0x14181E),
            .accent = rgb(0x8FA6FF),
            .accentSoft = rgb(0x1D2747),
            .ok = rgb(0x4CC38A),
            .okSoft = rgb(0x10271C),
            .warn = rgb(0xF0B44C),
            .warnSoft = rgb(0x2B2110),
            .err = rgb(0xFF8A80),
            .errSoft = rgb(0x33191A),
            .empty = rgb(0x2A313B),
            .shadow = QColor(0, 0, 0, 120)};
}

/// Black, white and a border on everything; every text at least 7:1, every border 4.5:1.
Tokens makeHighContrast()
{
    return {.scheme = Scheme::highContrast,
            .canvas = rgb(0x000000),
            .surface = rgb(0x000000),
            .sunken = rgb(0x000000),
            .hover = rgb(0x2B2B2B),
            .pressed = rgb(0x3D3D3D),
            .raised = rgb(0x000000),
            .line = rgb(0x8F8F8F),
            .control = rgb(0xFFFFFF),
            .text = rgb(0xFFFFFF),
            .text2 = rgb(0xFFFFFF),
            .text3 = rgb(0xD9D9D9),
            .ink = rgb(0xFFFFFF),
            .onInk = rgb(0x000000),
            .accent = rgb(0xB5C4FF),
            .accentSoft = rgb(0x16235C),
            .ok = rgb(0x6FE0A3),
            .okSoft = rgb(0x002A16),
            .warn = rgb(0xFFC862),
            .warnSoft = rgb(0x2B1D00),
            .err = rgb(0xFFA79F),
            .errSoft = rgb(0x3A0A0A),
            .empty = rgb(0x4D4D4D),
            .shadow = QColor(0, 0, 0, 0)};
}

const Tokens *s_active = nullptr;

} // namespace

const Tokens &lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

const Tokens &highContrastTokens()
{
    static const Tokens tokens = makeHighContrast();
    return tokens;
}

const Tokens &tokensFor(Scheme scheme)
{
    switch (scheme) {
    case Scheme::dark:
        return darkTokens();
    case Scheme::highContrast:
        return highContrastTokens();
    case Scheme::light:
        break;
    }
    return lightTokens();
}

const Tokens &tokens()
{
    return s_active ? *s_active : lightTokens();
}

void activateTokens(Scheme scheme)
{
    s_active = &tokensFor(scheme);
}

QColor toneColour(Tone tone, const Tokens &tokens)
{
    switch (tone) {
    case Tone::primary:
        return tokens.text;
    case Tone::secondary:
        return tokens.text2;
    case Tone::hint:
        return tokens.text3;
    case Tone::onInk:
        return tokens.onInk;
    case Tone::accent:
        return tokens.accent;
    case Tone::ok:
        return tokens.ok;
    case Tone::warn:
        return tokens.warn;
    case Tone::err:
        return tokens.err;
    }
    return tokens.text;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

QColor readable(const QColor &colour, const QColor &background)
{
    const QColor towards = luminance(background) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    QColor result = colour;
    while (contrastRatio(result, background) < kReadableRatio && result != towards) {
        const QColor next = mixed(towards, result, kReadableStep);
        // Rounding can stall one step short of the end.
        result = next == result ? towards : next;
    }
    return result;
}

QColor withOpacity(QColor colour, double opacity)
{
    colour.setAlphaF(static_cast<float>(qBound(0.0, opacity, 1.0)));
    return colour;
}

QColor mixed(const QColor &over, const QColor &under, double share)
{
    const auto blend = [share](int a, int b) { return qRound(share * a + (1.0 - share) * b); };
    return QColor(blend(over.red(), under.red()), blend(over.green(), under.green()),
                  blend(over.blue(), under.blue()));
}

} // namespace weighbridge::theme
