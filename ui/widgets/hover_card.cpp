// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hover_card.h"

#include "ui/theme/series.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace weighbridge::widgets
{

namespace
{

constexpr int kShadow = 8;
constexpr int kMarkerColumn = 16;
constexpr double kMarkerRadius = 3.5;
constexpr int kAnchorGap = 10;

int rowHeight()
{
    return QFontMetrics(theme::font(theme::TextRole::label)).height() + theme::Spacing::tiny + 1;
}

QFont valueFont()
{
    QFont font = theme::numberFont(theme::TextRole::label);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

HoverCard::HoverCard(QWidget *window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void HoverCard::setContent(const QString &title, std::vector<Row> rows)
{
    m_title = title;
    m_rows = std::move(rows);
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return a.value > b.value; });
    resize(sizeHint());
    update();
}

QString HoverCard::summary() const
{
    QStringList parts;
    for (const Row &row : m_rows)
        parts << row.name + QLatin1Char(' ') + row.text;
    return m_title.isEmpty() ? parts.join(QStringLiteral(", "))
                             : m_title + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

QSize HoverCard::sizeHint() const
{
    const QFontMetrics names(theme::font(theme::TextRole::label));
    const QFontMetrics values(valueFont());
    int widest = names.horizontalAdvance(m_title);
    for (const Row &row : m_rows) {
        widest = qMax(widest, kMarkerColumn + names.horizontalAdvance(row.name) +
                                  theme::Spacing::huge + values.horizontalAdvance(row.text));
    }
    const int lines = static_cast<int>(m_rows.size()) + (m_title.isEmpty() ? 0 : 1);
    return {widest + 2 * (theme::Spacing::medium + kShadow),
            lines * rowHeight() + 2 * (theme::Spacing::medium - theme::Spacing::tiny + kShadow)};
}

void HoverCard::showAt(const QWidget *reference, const QPoint &anchor)
{
    const QWidget *window = parentWidget();
    const QPoint at = reference->mapTo(window, anchor);
    const QSize size = sizeHint();
    int x = at.x() + kAnchorGap - kShadow;
    if (x + size.width() > window->width())
        x = at.x() - kAnchorGap - size.width() + kShadow;
    const int y = qBound(0, at.y() - size.height() / 2, qMax(0, window->height() - size.height()));
    setGeometry(qMax(0, x), y, size.width(), size.height());
    raise();
    show();
}

void HoverCard::paintEvent(QPaintEvent *)
{
    const theme::Tokens &tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(kShadow, kShadow, -kShadow, -kShadow);
    painter.setPen(Qt::NoPen);
    // A few translucent outlines instead of a blur: cheap enough to follow the pointer.
    QColor shade = tokens.shadow;
    shade.setAlpha(shade.alpha() / kShadow);
    painter.setBrush(shade);
    for (int step = kShadow - 2; step > 0; --step)
        painter.drawRoundedRect(body.adjusted(-step, -step + 2, step, step + 2),
                                theme::Radius::card + step, theme::Radius::card + step);
    painter.setPen(
        QPen(tokens.scheme == theme::Scheme::highContrast ? tokens.control : tokens.line, 1.0));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), theme::Radius::control + 2,
                            theme::Radius::control + 2);

    const int height = rowHeight();
    QRectF line(body.x() + theme::Spacing::medium,
                body.y() + theme::Spacing::medium - theme::Spacing::tiny,
                body.width() - 2 * theme::Spacing::medium, height);
    if (!m_title.isEmpty()) {
        painter.setFont(theme::numberFont(theme::TextRole::caption));
        painter.setPen(tokens.text3);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, m_title);
        line.translate(0, height);
    }
    for (const Row &row : m_rows) {
        const QPointF marker(line.x() + kMarkerRadius + 1, line.center().y());
        theme::drawMarker(painter, theme::seriesLook(row.seriesId, tokens), marker, kMarkerRadius,
                          theme::MarkerFill::filled, tokens.raised);
        painter.setFont(theme::font(theme::TextRole::label));
        painter.setPen(tokens.text2);
        painter.drawText(line.adjusted(kMarkerColumn, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         row.name);
        painter.setFont(valueFont());
        painter.setPen(tokens.text);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, row.text);
        line.translate(0, height);
    }
}

} // namespace weighbridge::widgets
