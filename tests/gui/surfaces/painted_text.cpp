// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "painted_text.h"

#include <QPaintEngine>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace weighbridge::testing
{

namespace
{

struct Piece {
    QPointF at;
    QString text;
};

constexpr int kDotsPerInch = 96;
constexpr double kMillimetresPerInch = 25.4;

} // namespace

class PaintedText::Engine : public QPaintEngine
{
public:
    Engine() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState &changed) override
    {
        if (changed.state() & DirtyTransform)
            m_transform = changed.transform();
    }
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        pieces.push_back({m_transform.map(at), item.text()});
    }
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}

    std::vector<Piece> pieces;

private:
    QTransform m_transform;
};

PaintedText::PaintedText(const QSizeF &size) : m_size(size), m_engine(std::make_unique<Engine>()) {}

PaintedText::~PaintedText() = default;

QPaintEngine *PaintedText::paintEngine() const
{
    return m_engine.get();
}

std::vector<QStringList> PaintedText::lines() const
{
    std::vector<Piece> sorted = m_engine->pieces;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Piece &a, const Piece &b) {
        const auto line = [](const Piece &piece) { return std::lround(piece.at.y()); };
        return line(a) != line(b) ? line(a) < line(b) : a.at.x() < b.at.x();
    });
    std::vector<QStringList> lines;
    double last = -1;
    for (const Piece &piece : sorted) {
        if (lines.empty() || std::lround(piece.at.y()) != std::lround(last))
            lines.emplace_back();
        lines.back().append(piece.text);
        last = piece.at.y();
    }
    return lines;
}

int PaintedText::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return int(m_size.width());
    case PdmHeight:
        return int(m_size.height());
    case PdmWidthMM:
        return int(m_size.width() / kDotsPerInch * kMillimetresPerInch);
    case PdmHeightMM:
        return int(m_size.height() / kDotsPerInch * kMillimetresPerInch);
    case PdmDepth:
        return 32;
    case PdmNumColors:
        return 0;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDotsPerInch;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    }
    return 0;
}

} // namespace weighbridge::testing
