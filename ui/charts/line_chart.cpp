// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/line_chart.h"

#include "ui/theme/series.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/hover_card.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLocale>
#include <QLogValueAxis>
#include <QMouseEvent>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace weighbridge::charts
{

namespace
{
constexpr std::size_t kMostPoints = 600; // more cost the servers under measurement throughput
constexpr double kLineWidth = 2;
constexpr double kPale = 0.55;
constexpr int kLinearTicks = 4;
constexpr int kLeastHeight = 110;
} // namespace

HorizontalAxis secondsAxis(double seconds, int ticks)
{
    const NiceAxis nice = niceLinearAxis(seconds, ticks);
    HorizontalAxis axis;
    axis.high = seconds > 0 ? seconds : nice.high;
    for (const double tick : nice.ticks) {
        if (tick > axis.high * (1 + 1e-9))
            break;
        axis.ticks.push_back(tick);
        axis.labels.push_back(QLocale().toString(tick, 'g', 3) + QStringLiteral(" s"));
    }
    return axis;
}

double percentilePosition(double fraction)
{
    return -std::log10(1 - fraction);
}

HorizontalAxis percentileAxis(const std::vector<NamedFraction> &percentiles)
{
    constexpr double kLeastApart = 0.5; // on the axis: half the way from p90 to p99
    HorizontalAxis axis;
    for (const NamedFraction &each : percentiles) {
        const double position = percentilePosition(each.fraction);
        axis.high = position;
        if (!axis.ticks.empty() && position - axis.ticks.back() < kLeastApart)
            continue;
        axis.ticks.push_back(position);
        axis.labels.push_back(each.name);
    }
    axis.low = axis.ticks.empty() ? 0 : axis.ticks.front();
    return axis;
}

LineChart::LineChart(const QString &accessibleName, Scale scale, QWidget *parent)
    : QChartView(parent),
      m_scale(scale),
      m_horizontal(secondsAxis(10, 5)),
      m_title([](double x) { return QLocale().toString(x, 'f', 1); }),
      m_value([](double y) { return QLocale().toString(y, 'f', 0); })
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setMinimumHeight(kLeastHeight);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    auto *xAxis = new QValueAxis;
    xAxis->setVisible(false);
    chart()->addAxis(xAxis, Qt::AlignBottom);
    m_xAxis = xAxis;
    setHorizontalAxis(m_horizontal);
    refreshVerticalAxis();
    if (const theme::Theme *theme = theme::Theme::instance())
        connect(theme, &theme::Theme::changed, this, &LineChart::restyle);
}

void LineChart::setLines(std::vector<ChartLine> lines)
{
    for (ChartLine &line : lines)
        line.points = thinned(line.points, kMostPoints);
    if (lines == m_lines)
        return;
    m_lines = std::move(lines);
    refreshVerticalAxis();
    refreshSeries();
    describe();
    if (m_crosshair)
        showCardAt(*m_crosshair);
    viewport()->update();
}

void LineChart::setHorizontalAxis(const HorizontalAxis &axis)
{
    m_horizontal = axis;
    static_cast<QValueAxis *>(m_xAxis)->setRange(axis.low, axis.high);
    viewport()->update();
}

void LineChart::setScale(Scale scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    refreshVerticalAxis();
    refreshSeries();
    viewport()->update();
}

void LineChart::setBand(double seconds, const QString &name)
{
    m_bandEnd = seconds;
    m_bandName = name;
    viewport()->update();
}

void LineChart::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void LineChart::setEmptyRange(double low, double high)
{
    m_emptyLow = low;
    m_emptyHigh = high;
    refreshVerticalAxis();
    viewport()->update();
}

void LineChart::setWording(std::function<QString(double)> title,
                           std::function<QString(double)> value)
{
    m_title = std::move(title);
    m_value = std::move(value);
}

void LineChart::refreshVerticalAxis()
{
    double low = 0;
    double high = 0;
    for (const ChartLine &line : m_lines) {
        for (const QPointF &point : line.points) {
            if (point.y() > 0 && (low <= 0 || point.y() < low))
                low = point.y();
            high = std::max(high, point.y());
        }
    }
    const bool logarithmic = m_scale == Scale::logarithmic;
    const NiceAxis before = m_vertical;
    // The throughput of a server that starts would drag a log axis down to 1; two and a half
    // decades below the top is where reading ends.
    if (high <= 0) {
        low = m_emptyLow;
        high = m_emptyHigh;
    }
    if (logarithmic)
        m_vertical = niceLogAxis(std::max(low, high / 3000), high);
    else
        m_vertical = niceLinearAxis(high, kLinearTicks);

    const bool isLog = qobject_cast<QLogValueAxis *>(m_yAxis) != nullptr;
    if (!m_yAxis || isLog != logarithmic) {
        if (m_yAxis) {
            chart()->removeAxis(m_yAxis);
            delete m_yAxis;
        }
        m_yAxis = logarithmic ? static_cast<QAbstractAxis *>(new QLogValueAxis) : new QValueAxis;
        m_yAxis->setVisible(false);
        chart()->addAxis(m_yAxis, Qt::AlignLeft);
        for (QLineSeries *series : std::as_const(m_series))
            series->attachAxis(m_yAxis);
    } else if (before.low == m_vertical.low && before.high == m_vertical.high) {
        return;
    }
    if (auto *axis = qobject_cast<QLogValueAxis *>(m_yAxis))
        axis->setRange(m_vertical.low, m_vertical.high);
    else
        static_cast<QValueAxis *>(m_yAxis)->setRange(m_vertical.low, m_vertical.high);
    placePlotArea();
}

void LineChart::refreshSeries()
{
    QHash<QString, QLineSeries *> gone = m_series;
    for (const ChartLine &line : m_lines) {
        gone.remove(line.id);
        QLineSeries *&series = m_series[line.id];
        if (!series) {
            series = new QLineSeries;
            chart()->addSeries(series);
            series->attachAxis(m_xAxis);
            series->attachAxis(m_yAxis);
        }
        QList<QPointF> points;
        points.reserve(qsizetype(line.points.size()));
        // One value at or below zero makes a whole series vanish from a log axis.
        for (const QPointF &point : line.points)
            points.append({point.x(), std::clamp(point.y(), m_vertical.low, m_vertical.high)});
        series->replace(points);
    }
    for (auto it = gone.cbegin(); it != gone.cend(); ++it) {
        chart()->removeSeries(it.value());
        delete it.value();
        m_series.remove(it.key());
    }
    restyle();
}

void LineChart::restyle()
{
    for (const ChartLine &line : m_lines) {
        QColor colour = theme::seriesLook(line.id, theme::tokens()).colour;
        if (line.emphasis == ChartLine::Emphasis::pale)
            colour = theme::withOpacity(colour, kPale);
        QPen pen(colour, kLineWidth);
        pen.setJoinStyle(Qt::RoundJoin);
        if (m_series[line.id]->pen() != pen)
            m_series[line.id]->setPen(pen);
    }
    placePlotArea();
    viewport()->update();
}

QPointF LineChart::position(const QPointF &value) const
{
    const QRectF area = chart()->plotArea();
    const double x = (value.x() - m_horizontal.low) / (m_horizontal.high - m_horizontal.low);
    const double clamped = std::clamp(value.y(), m_vertical.low, m_vertical.high);
    const double y =
        m_scale == Scale::logarithmic
            ? std::log(clamped / m_vertical.low) / std::log(m_vertical.high / m_vertical.low)
            : (clamped - m_vertical.low) / (m_vertical.high - m_vertical.low);
    return {area.left() + x * area.width(), area.bottom() - y * area.height()};
}

void LineChart::resizeEvent(QResizeEvent *event)
{
    // Before the view lays the chart out: set later, lines and axes disagree.
    placePlotArea();
    QChartView::resizeEvent(event);
    placePlotArea();
}

void LineChart::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = chart()->plotArea();
    if (m_lines.empty() || !area.contains(event->position())) {
        hideCard();
        return;
    }
    const double share = (event->position().x() - area.left()) / area.width();
    showCardAt(m_horizontal.low + share * (m_horizontal.high - m_horizontal.low));
}

// QChartView's own handling of presses can crash in Qt 6.4 (QTBUG-118669); there is nothing to
// drag.
void LineChart::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void LineChart::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

void LineChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    hideCard();
}

void LineChart::keyPressEvent(QKeyEvent *event)
{
    constexpr double kSteps = 60;
    const int direction = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (event->key() == Qt::Key_Escape && m_crosshair) {
        hideCard();
        return;
    }
    if (direction == 0 || m_lines.empty()) {
        event->ignore();
        return;
    }
    const double width = m_horizontal.high - m_horizontal.low;
    const double from = m_crosshair.value_or(direction > 0 ? m_horizontal.low : m_horizontal.high);
    showCardAt(std::clamp(from + direction * width / kSteps, m_horizontal.low, m_horizontal.high));
}

void LineChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

std::optional<QPointF> LineChart::pointNear(const ChartLine &line, double x) const
{
    if (line.points.empty())
        return std::nullopt;
    const auto after =
        std::lower_bound(line.points.begin(), line.points.end(), x,
                         [](const QPointF &point, double value) { return point.x() < value; });
    if (after == line.points.end())
        return line.unfinished ? std::nullopt : std::optional(line.points.back());
    if (after != line.points.begin() && x - std::prev(after)->x() < after->x() - x)
        return *std::prev(after);
    return *after;
}

void LineChart::showCardAt(double x)
{
    m_crosshair = x;
    std::vector<widgets::HoverCard::Row> rows;
    double shown = x;
    for (const ChartLine &line : m_lines) {
        if (const auto point = pointNear(line, x)) {
            rows.push_back({line.id, line.name, m_value(point->y()), point->y()});
            shown = point->x();
        }
    }
    if (rows.empty()) {
        hideCard();
        return;
    }
    m_crosshair = shown;
    if (!m_card)
        m_card = new widgets::HoverCard(window());
    m_card->setContent(m_title(shown), std::move(rows));
    m_card->showAt(viewport(), QPoint(int(position({shown, m_vertical.low}).x()),
                                      int(chart()->plotArea().top())));
    viewport()->update();
}

void LineChart::hideCard()
{
    m_crosshair.reset();
    if (m_card)
        m_card->hide();
    viewport()->update();
}

void LineChart::describe()
{
    QStringList parts;
    for (const ChartLine &line : m_lines) {
        if (!line.points.empty())
            parts.append(line.name + QLatin1Char(' ') + m_value(line.points.back().y()));
    }
    setAccessibleDescription(
        parts.isEmpty() ? m_emptyText : tr("Latest: %1").arg(parts.join(QStringLiteral(", "))));
}

} // namespace weighbridge::charts
