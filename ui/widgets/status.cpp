// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status.h"

#include "ui/theme/series.h"
#include "ui/theme/typography.h"

#include <QPainter>
#include <QPainterPath>

#include <utility>

namespace weighbridge::widgets
{

namespace
{

constexpr int kPillGlyph = 14;
constexpr int kPillPadding = 10;
constexpr int kPillGap = 5;
constexpr int kSegmentGap = 4;
constexpr int kSegmentHeight = 4;
constexpr int kSegmentMinimum = 8;

struct PillLook {
    QColor colour;
    QColor fill;
    theme::Glyph glyph;
};

PillLook lookOf(Status status)
{
    const theme::Tokens &t = theme::tokens();
    switch (status) {
    case Status::running:
        return {t.accent, t.accentSoft, theme::Glyph::benchmark};
    case Status::ok:
        return {t.ok, t.okSoft, theme::Glyph::check};
    case Status::warn:
        return {t.warn, t.warnSoft, theme::Glyph::warning};
    case Status::err:
        return {t.err, t.errSoft, theme::Glyph::cancel};
    case Status::neutral:
        break;
    }
    return {t.text2, t.sunken, theme::Glyph::minus};
}

QFont pillFont()
{
    QFont font = theme::font(theme::TextRole::label);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

StatusPill::StatusPill(Status status, const QString &text, QWidget *parent)
    : QWidget(parent), m_status(status), m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void StatusPill::setStatus(Status status, const QString &text)
{
    m_status = status;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

int StatusPill::widthOf(const QString &text)
{
    return QFontMetrics(pillFont()).horizontalAdvance(text) + kPillGlyph + kPillGap +
           2 * kPillPadding;
}

QSize StatusPill::sizeHint() const
{
    return {widthOf(m_text), qMax(theme::Height::pill, QFontMetrics(pillFont()).height() + 8)};
}

void StatusPill::paint(QPainter &painter, const QRect &rect, Status status, const QString &text)
{
    const PillLook look = lookOf(status);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const int height =
        qMin(rect.height(), qMax(theme::Height::pill, QFontMetrics(pillFont()).height() + 8));
    const QRectF pill(rect.x(), rect.y() + (rect.height() - height) / 2.0,
                      qMin(rect.width(), widthOf(text)), height);
    const bool outlined = theme::tokens().scheme == theme::Scheme::highContrast;
    painter.setPen(outlined ? QPen(look.colour, 1.0) : QPen(Qt::NoPen));
    painter.setBrush(look.fill);
    painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), height / 2.0, height / 2.0);
    const QRectF glyph(pill.x() + kPillPadding, pill.center().y() - kPillGlyph / 2.0, kPillGlyph,
                       kPillGlyph);
    theme::drawGlyph(painter, look.glyph, glyph, look.colour);
    painter.setFont(pillFont());
    painter.setPen(look.colour);
    const QRectF label(glyph.right() + kPillGap, pill.y(),
                       pill.right() - glyph.right() - kPillGap - kPillPadding / 2.0, height);
    painter.drawText(
        label, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, qRound(label.width()) + 1));
    painter.restore();
}

void StatusPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_status, m_text);
}

SegmentedProgress::SegmentedProgress(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SegmentedProgress::setSegments(std::vector<Segment> segments)
{
    if (segments == m_segments)
        return;
    m_segments = std::move(segments);
    QStringList words;
    for (const Segment &segment : m_segments) {
        words << (segment.failed
                      ? tr("%1 failed").arg(segment.name)
                      : tr("%1 %2 %").arg(segment.name).arg(qRound(segment.fraction * 100)));
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

double SegmentedProgress::fraction() const
{
    if (m_segments.empty())
        return 0.0;
    double sum = 0.0;
    for (const Segment &segment : m_segments)
        sum += segment.fraction;
    return sum / static_cast<double>(m_segments.size());
}

QSize SegmentedProgress::sizeHint() const
{
    return {minimumSizeHint().width() * 2, kSegmentHeight};
}

QSize SegmentedProgress::minimumSizeHint() const
{
    const int count = qMax(1, static_cast<int>(m_segments.size()));
    return {count * (kSegmentMinimum + kSegmentGap) - kSegmentGap, kSegmentHeight};
}

void SegmentedProgress::paintEvent(QPaintEvent *)
{
    if (m_segments.empty())
        return;
    const theme::Tokens &tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const auto count = static_cast<double>(m_segments.size());
    const double width = (this->width() - kSegmentGap * (count - 1)) / count;
    const double radius = kSegmentHeight / 2.0;
    double x = 0;
    const double y = (height() - kSegmentHeight) / 2.0;
    for (const Segment &segment : m_segments) {
        QPainterPath track;
        track.addRoundedRect(QRectF(x, y, width, kSegmentHeight), radius, radius);
        painter.fillPath(track, tokens.empty);
        const QColor colour =
            segment.failed ? tokens.err : theme::seriesLook(segment.frameworkId, tokens).colour;
        QPainterPath done;
        const double share = segment.failed ? 1.0 : qBound(0.0, segment.fraction, 1.0);
        done.addRect(QRectF(x, y, width * share, kSegmentHeight));
        painter.fillPath(track.intersected(done), colour);
        x += width + kSegmentGap;
    }
}

} // namespace weighbridge::widgets
