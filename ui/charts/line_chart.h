// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/nice_axis.h"

#include <QChartView>
#include <QHash>
#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

class QLineSeries;
class QAbstractAxis;

namespace weighbridge::widgets
{
class HoverCard;
}

namespace weighbridge::charts
{

/// One framework's line.
struct ChartLine {
    enum class Emphasis { full, pale };

    QString id;                  ///< colour and marker
    QString name;                ///< at its end
    std::vector<QPointF> points; ///< ascending in x
    Emphasis emphasis = Emphasis::full;
    bool unfinished = false; ///< still growing: nothing is known beyond its last point
    bool markers = false;    ///< on every point, not only on the last
    bool operator==(const ChartLine &) const = default;
};

/// What the x axis shows.
struct HorizontalAxis {
    double low = 0;
    double high = 10;
    std::vector<double> ticks;
    std::vector<QString> labels; ///< parallel to ticks
    bool operator==(const HorizontalAxis &) const = default;
};
/// 0 to `seconds`, named "5 s".
[[nodiscard]] HorizontalAxis secondsAxis(double seconds, int ticks);
struct NamedFraction {
    double fraction = 0.5; ///< 0 … 1
    QString name;          ///< "p50"
};
/// −log10(1 − p) over the given percentiles, in rising order; a name that would stand on the one
/// before it is left out.
[[nodiscard]] HorizontalAxis percentileAxis(const std::vector<NamedFraction> &percentiles);
[[nodiscard]] double percentilePosition(double fraction);

/// Lines over time or percentile with names at their ends, a crosshair, and values in a card. Grid,
/// labels and markers are painted here; Qt Charts keeps the geometry and the lines. GUI thread.
class LineChart : public QChartView
{
    Q_OBJECT

public:
    LineChart(const QString &accessibleName, Scale scale, QWidget *parent = nullptr);

    void setLines(std::vector<ChartLine> lines);
    void setHorizontalAxis(const HorizontalAxis &axis);
    void setScale(Scale scale);
    [[nodiscard]] Scale scale() const { return m_scale; }
    /// Shades 0 … `seconds` and names it; nothing where 0.
    void setBand(double seconds, const QString &name);
    void setEmptyText(const QString &text);
    /// What the vertical axis shows while there are no lines.
    void setEmptyRange(double low, double high);
    /// The card's title for an x value, such as "19.0 s into run", and how it writes a value.
    void setWording(std::function<QString(double)> title, std::function<QString(double)> value);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void refreshSeries();
    void refreshVerticalAxis();
    void placePlotArea();
    [[nodiscard]] QPointF position(const QPointF &value) const;
    void paintGrid(QPainter &painter) const;
    void paintBand(QPainter &painter) const;
    void paintMarkers(QPainter &painter) const;
    void paintEndLabels(QPainter &painter) const;
    void paintCrosshair(QPainter &painter) const;
    void showCardAt(double x);
    void hideCard();
    [[nodiscard]] std::optional<QPointF> pointNear(const ChartLine &line, double x) const;
    void describe();

    Scale m_scale;
    NiceAxis m_vertical;
    HorizontalAxis m_horizontal;
    std::vector<ChartLine> m_lines;
    QHash<QString, QLineSeries *> m_series;
    QAbstractAxis *m_xAxis = nullptr;
    QAbstractAxis *m_yAxis = nullptr;
    double m_bandEnd = 0;
    QString m_bandName;
    QString m_emptyText;
    double m_emptyLow = 1;
    double m_emptyHigh = 1000;
    std::function<QString(double)> m_title;
    std::function<QString(double)> m_value;
    std::optional<double> m_crosshair;
    QPointer<widgets::HoverCard> m_card;
};

} // namespace weighbridge::charts
