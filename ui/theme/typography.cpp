// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/typography.h"

#include <QFontDatabase>
#include <QStringList>

namespace weighbridge::theme
{

namespace
{

constexpr double kSmallestScale = 0.8;
constexpr double kLargestScale = 2.0;
constexpr double kLogPixels = 12.0;
/// Large text is set a little closer.
constexpr double kTightFromPixels = 20.0;
constexpr double kTightPercent = 98.0;

double s_scale = 1.0;

struct Step {
    double pixels;
    QFont::Weight weight;
};

Step stepOf(TextRole role)
{
    switch (role) {
    case TextRole::caption:
        return {11, QFont::Medium};
    case TextRole::label:
        return {12, QFont::Normal};
    case TextRole::body:
        return {13, QFont::Normal};
    case TextRole::strong:
        return {13, QFont::DemiBold};
    case TextRole::section:
        return {15, QFont::DemiBold};
    case TextRole::page:
        return {18, QFont::DemiBold};
    case TextRole::verdict:
        return {24, QFont::DemiBold};
    case TextRole::display:
        return {32, QFont::DemiBold};
    }
    return {13, QFont::Normal};
}

QFont makeFont(const QStringList &families, double pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(families);
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(qMax(1, qRound(pixels)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (pixels >= kTightFromPixels)
        font.setLetterSpacing(QFont::PercentageSpacing, kTightPercent);
    return font;
}

const QStringList &textFamilies()
{
    static const QStringList families{QStringLiteral("Inter")};
    return families;
}

/// A character that Inter Num lacks comes from Inter, not from the system.
const QStringList &numberFamilies()
{
    static const QStringList families{QStringLiteral("Inter Num"), QStringLiteral("Inter")};
    return families;
}

} // namespace

bool loadFonts()
{
    static const bool loaded = [] {
        bool complete = true;
        for (const char *file :
             {"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "InterNum-Regular.otf",
              "InterNum-Medium.otf", "InterNum-SemiBold.otf", "JetBrainsMono-Regular.ttf"}) {
            const QString path = QStringLiteral(":/fonts/") + QLatin1String(file);
            complete = QFontDatabase::addApplicationFont(path) >= 0 && complete;
        }
        return complete;
    }();
    return loaded;
}

QFont font(TextRole role)
{
    const Step step = stepOf(role);
    return makeFont(textFamilies(), step.pixels * s_scale, step.weight);
}

QFont numberFont(TextRole role)
{
    const Step step = stepOf(role);
    return makeFont(numberFamilies(), step.pixels * s_scale, step.weight);
}

QFont logFont()
{
    QFont font = makeFont({QStringLiteral("JetBrains Mono")}, kLogPixels * s_scale, QFont::Normal);
    font.setStyleHint(QFont::Monospace);
    return font;
}

QFont fixedFont(double pixelSize, QFont::Weight weight)
{
    return makeFont(textFamilies(), pixelSize, weight);
}

QFont fixedNumberFont(double pixelSize, QFont::Weight weight)
{
    return makeFont(numberFamilies(), pixelSize, weight);
}

double textScale()
{
    return s_scale;
}

void setTextScale(double scale)
{
    s_scale = qBound(kSmallestScale, scale, kLargestScale);
}

} // namespace weighbridge::theme
