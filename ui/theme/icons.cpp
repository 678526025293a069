// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QIconEngine>
#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <memory>

namespace weighbridge::theme
{

namespace
{

constexpr int kGlyphCount = static_cast<int>(Glyph::last) + 1;
constexpr double kDisabledOpacity = 0.4;
const QLatin1String kIconNamePrefix("weighbridge-glyph:");

// In the order of the enumerators.
constexpr std::array<const char *, kGlyphCount> kNames{
    "decide",       "benchmark",    "compare",       "report",   "moon",    "sun",
    "settings",     "undo",         "redo",          "play",     "cancel",  "check",
    "warning",      "info",         "plus",          "minus",    "more",    "chevron-up",
    "chevron-down", "chevron-left", "chevron-right", "download", "present", "history",
    "zoom-in",      "zoom-out",     "grip",          "folder",   "search",  "eye",
    "file",         "trash",        "copy",          "edit",     "link",    "help",
    "filter",       "save",         "swap"};

QSvgRenderer &rendererOf(Glyph glyph)
{
    static std::array<std::unique_ptr<QSvgRenderer>, kGlyphCount> renderers;
    auto &renderer = renderers[static_cast<std::size_t>(glyph)];
    if (!renderer)
        renderer =
            std::make_unique<QSvgRenderer>(QStringLiteral(":/icons/%1.svg").arg(glyphName(glyph)));
    return *renderer;
}

/// The glyph in one colour, in device pixels.
QPixmap tinted(Glyph glyph, const QSize &pixels, const QColor &colour)
{
    const QString key = QStringLiteral("weighbridge/%1/%2x%3/%4")
                            .arg(static_cast<int>(glyph))
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(colour.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    rendererOf(glyph).render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Looks its colour up when it paints, so that a theme switch needs no new icons.
class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, Tone tone, std::optional<QColor> fixed)
        : m_glyph(glyph), m_tone(tone), m_fixed(fixed)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        drawGlyph(*painter, m_glyph, rect, colourFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return tinted(m_glyph, size, colourFor(mode));
    }

    [[nodiscard]] QIconEngine *clone() const override
    {
        return new GlyphEngine(m_glyph, m_tone, m_fixed);
    }
    QString iconName() override { return kIconNamePrefix + glyphName(m_glyph); }
    QString key() const override { return QStringLiteral("WeighbridgeGlyph"); }

private:
    [[nodiscard]] QColor colourFor(QIcon::Mode mode) const
    {
        const QColor colour = m_fixed.value_or(toneColour(m_tone, tokens()));
        return mode == QIcon::Disabled ? withOpacity(colour, kDisabledOpacity) : colour;
    }

    Glyph m_glyph;
    Tone m_tone;
    std::optional<QColor> m_fixed;
};

} // namespace

QString glyphName(Glyph glyph)
{
    return QString::fromLatin1(kNames[static_cast<std::size_t>(glyph)]);
}

QIcon icon(Glyph glyph, Tone tone)
{
    return QIcon(new GlyphEngine(glyph, tone, std::nullopt));
}

QIcon icon(Glyph glyph, const QColor &colour)
{
    return QIcon(new GlyphEngine(glyph, Tone::primary, colour));
}

std::optional<Glyph> glyphOf(const QIcon &icon)
{
    const QString name = icon.name();
    if (!name.startsWith(kIconNamePrefix))
        return std::nullopt;
    const QString glyph = name.mid(kIconNamePrefix.size());
    for (int index = 0; index < kGlyphCount; ++index) {
        if (glyph == QLatin1String(kNames[static_cast<std::size_t>(index)]))
            return static_cast<Glyph>(index);
    }
    return std::nullopt;
}

void drawGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &colour)
{
    const double ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const QSize pixels(qMax(1, qRound(rect.width() * ratio)),
                       qMax(1, qRound(rect.height() * ratio)));
    const QPixmap pixmap = tinted(glyph, pixels, colour);
    painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()));
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/icons/io.github.weighbridge.Weighbridge.svg"));
}

} // namespace weighbridge::theme
