// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/weight_slider.h"

#include "ui/theme/series.h"
#include "ui/theme/tokens.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionSlider>

namespace weighbridge::widgets
{

namespace
{

constexpr int kSliderWidth = 170;
constexpr int kLeastSliderWidth = 80;
constexpr int kHeight = 36;
constexpr double kTieTop = 8.0; ///< from the middle of the track to the tip of ▴
constexpr double kTieHeight = 8.0;
constexpr double kTieHalfWidth = 4.0;
constexpr double kRuleMarkRise = 13.0; ///< above the middle of the track
constexpr double kRuleMarkRadius = 2.5;
constexpr double kRuleMarkLine = 1.5;

} // namespace

WeightSlider::WeightSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setRange(0, maximumWeight);
    setSingleStep(1);
    setPageStep(2);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WeightSlider::setTie(std::optional<double> weight, const QString &leaderId,
                          const QString &description)
{
    m_tie = weight;
    m_leaderId = leaderId;
    m_tieText = description;
    describe();
}

void WeightSlider::setRuleMark(std::optional<double> before, const QString &description)
{
    m_before = before;
    m_ruleText = description;
    describe();
}

void WeightSlider::describe()
{
    const QString words =
        m_ruleText.isEmpty() ? m_tieText : m_tieText + QLatin1Char('\n') + m_ruleText;
    setAccessibleDescription(words);
    setToolTip(words);
    update();
}

QSize WeightSlider::sizeHint() const
{
    return {kSliderWidth, kHeight};
}

QSize WeightSlider::minimumSizeHint() const
{
    return {kLeastSliderWidth, kHeight};
}

double WeightSlider::positionOf(double weight) const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRectF groove =
        style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
    const double share = qBound(0.0, weight / maximumWeight, 1.0);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    return groove.left() + groove.width() * (mirrored ? 1.0 - share : share);
}

void WeightSlider::mousePressEvent(QMouseEvent *event)
{
    // QSlider moves to the place first and only then says that it is pressed; the move belongs to
    // the same drag.
    if (event->button() == Qt::LeftButton)
        setSliderDown(true);
    QSlider::mousePressEvent(event);
}

void WeightSlider::paintEvent(QPaintEvent *event)
{
    QSlider::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_tie)
        paintTie(painter);
    if (m_before)
        paintRuleMark(painter);
}

void WeightSlider::paintTie(QPainter &painter) const
{
    const theme::Tokens &tokens = theme::tokens();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::readable(theme::seriesLook(m_leaderId, tokens).colour, tokens.surface));
    const QPointF tip(positionOf(*m_tie), height() / 2.0 + kTieTop);
    QPainterPath mark;
    mark.moveTo(tip);
    mark.lineTo(tip + QPointF(kTieHalfWidth, kTieHeight));
    mark.lineTo(tip + QPointF(-kTieHalfWidth, kTieHeight));
    mark.closeSubpath();
    painter.drawPath(mark);
}

void WeightSlider::paintRuleMark(QPainter &painter) const
{
    const theme::Tokens &tokens = theme::tokens();
    painter.setPen(QPen(tokens.accent, kRuleMarkLine));
    painter.setBrush(tokens.surface);
    painter.drawEllipse(QPointF(positionOf(*m_before), height() / 2.0 - kRuleMarkRise),
                        kRuleMarkRadius, kRuleMarkRadius);
}

} // namespace weighbridge::widgets
