// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rating_edit.h"

#include "ui/theme/icons.h"
#include "ui/theme/series.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"
#include "ui/widgets/rating_accessible.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScopedValueRollback>
#include <QStyle>
#include <QTextLayout>

namespace weighbridge::widgets
{

namespace
{

constexpr int kPips = 5;
constexpr int kHalfStepsPerPip = 2;
constexpr double kPipGap = 4.0;
constexpr int kRatingWidth = 126;
constexpr int kLeastRatingWidth = 84;
constexpr int kTop = 4;
constexpr double kSourceDot = 1.6;
constexpr int kWarningGlyph = 13;

double snapped(double rating)
{
    return qBound(RatingEdit::lowest, qRound(rating * kHalfStepsPerPip) / double(kHalfStepsPerPip),
                  RatingEdit::highest);
}

/// Width of the badge and of the gap before it.
int badgeRoom()
{
    const QFontMetrics metrics(theme::numberFont(theme::TextRole::caption));
    return metrics.horizontalAdvance(QStringLiteral("00.0")) + theme::Spacing::medium;
}

bool outsideScale(const std::optional<double> &rating)
{
    return rating && (*rating < RatingEdit::lowest || *rating > RatingEdit::highest);
}

QString numberText(double rating)
{
    return QLocale().toString(rating, 'f', qFuzzyCompare(rating, qRound(rating)) ? 0 : 1);
}

} // namespace

RatingEdit::RatingEdit(const QString &alternativeId, QWidget *parent)
    : QAbstractSlider(parent), m_alternativeId(alternativeId)
{
    installRatingAccessibility();
    setRange(qRound(lowest * kHalfStepsPerPip), qRound(highest * kHalfStepsPerPip));
    setSingleStep(1);
    setPageStep(kHalfStepsPerPip);
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RatingEdit::setRating(std::optional<double> rating, RatingOrigin origin)
{
    m_rating = rating;
    m_origin = origin;
    {
        const QScopedValueRollback guard(m_updating, true);
        setValue(qRound(rating.value_or(lowest) * kHalfStepsPerPip));
    }
    update();
}

void RatingEdit::setSourceRating(std::optional<double> rating)
{
    m_source = rating;
    update();
}

void RatingEdit::setWording(const QString &wording, const QString &warning)
{
    m_wording = wording;
    m_warning = warning;
    breakLines();
    setToolTip(warning.isEmpty() ? wording : warning);
    setAccessibleDescription(warning.isEmpty() ? wording
                                               : tr("%1. Warning: %2").arg(wording, warning));
    update();
}

void RatingEdit::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setFocusPolicy(readOnly ? Qt::TabFocus : Qt::StrongFocus);
    update();
}

QString RatingEdit::valueText() const
{
    if (!m_rating)
        return tr("not rated");
    if (*m_rating > highest)
        return tr("%1, above the scale").arg(numberText(*m_rating));
    if (*m_rating < lowest)
        return tr("%1, below the scale").arg(numberText(*m_rating));
    return tr("%1 of 5").arg(numberText(*m_rating));
}

QSize RatingEdit::sizeHint() const
{
    const QFontMetrics metrics(theme::font(theme::TextRole::label));
    const int lines = qMax(1, int(m_lines.size()));
    return {qRound(kRatingWidth * qMax(1.0, theme::textScale())),
            kTop + theme::Height::pip + theme::Spacing::small + lines * metrics.height() +
                theme::Spacing::tiny};
}

QSize RatingEdit::minimumSizeHint() const
{
    return {kLeastRatingWidth, sizeHint().height()};
}

QRectF RatingEdit::pipRect(int index) const
{
    const double room = width() - (outsideScale(m_rating) ? badgeRoom() : 0);
    const double pip = (room - kPipGap * (kPips - 1)) / kPips;
    const double x = index * (pip + kPipGap);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    return {mirrored ? width() - x - pip : x, kTop, pip, theme::Height::pip};
}

double RatingEdit::pipPosition(double rating) const
{
    // The end of what a rating fills: 3.5 ends in the middle of the fourth pip.
    const double bounded = qBound(lowest, rating, highest);
    const int whole = qMin(static_cast<int>(bounded), kPips);
    const double part = bounded - whole;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (part <= 0) {
        const QRectF pip = pipRect(whole - 1);
        return pip.center().x();
    }
    const QRectF pip = pipRect(whole);
    return mirrored ? pip.right() - pip.width() * part : pip.left() + pip.width() * part;
}

double RatingEdit::ratingAt(double x) const
{
    // A click on a pip means that pip; its left half, the half step before it.
    for (int index = 0; index < kPips; ++index) {
        const QRectF pip = pipRect(index).adjusted(-kPipGap / 2, 0, kPipGap / 2, 0);
        if (x < pip.left() || x >= pip.right())
            continue;
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const double share = (x - pip.left()) / pip.width();
        const bool firstHalf = (mirrored ? 1.0 - share : share) < 0.4;
        return snapped(index + (firstHalf ? 0.5 : 1.0));
    }
    const bool beyond = (x > width() / 2.0) != (layoutDirection() == Qt::RightToLeft);
    return beyond ? highest : lowest;
}

void RatingEdit::edit(double rating)
{
    const double next = snapped(rating);
    if (m_readOnly || (m_rating && qFuzzyCompare(*m_rating, next)))
        return;
    m_rating = next;
    m_origin = RatingOrigin::edited;
    {
        const QScopedValueRollback guard(m_updating, true);
        setValue(qRound(next * kHalfStepsPerPip));
    }
    update();
    Q_EMIT ratingEdited(next);
}

void RatingEdit::sliderChange(SliderChange change)
{
    QAbstractSlider::sliderChange(change);
    // Keyboard and assistive technology set the slider value; setRating() does so too, guarded.
    if (change == SliderValueChange && !m_updating)
        edit(value() / double(kHalfStepsPerPip));
}

void RatingEdit::changeEvent(QEvent *event)
{
    QAbstractSlider::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        breakLines();
        updateGeometry();
    }
}

void RatingEdit::resizeEvent(QResizeEvent *event)
{
    QAbstractSlider::resizeEvent(event);
    breakLines();
}

void RatingEdit::breakLines()
{
    const double room = width() - (m_warning.isEmpty() ? 0 : kWarningGlyph + theme::Spacing::tiny);
    QStringList lines;
    for (const QString &part : m_wording.split(QLatin1Char('\n'))) {
        QTextLayout layout(part, theme::font(theme::TextRole::label));
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(room);
            lines << part.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
    }
    const bool changesHeight = lines.size() != m_lines.size();
    m_lines = lines;
    if (changesHeight)
        updateGeometry();
}

void RatingEdit::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_readOnly) {
        event->ignore();
        return;
    }
    if (event->position().y() > kTop + theme::Height::pip + kTop) {
        Q_EMIT detailsRequested();
        return;
    }
    setSliderDown(true);
    edit(ratingAt(event->position().x()));
}

void RatingEdit::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        edit(ratingAt(event->position().x()));
}

void RatingEdit::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && isSliderDown())
        setSliderDown(false);
}

void RatingEdit::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key >= Qt::Key_1 && key <= Qt::Key_5 &&
        !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        edit(key - Qt::Key_0);
        return;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT detailsRequested();
        return;
    }
    if (m_readOnly) {
        event->ignore();
        return;
    }
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        Q_EMIT ratingCleared();
        return;
    }
    QAbstractSlider::keyPressEvent(event);
}

void RatingEdit::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    Q_EMIT detailsRequested();
}

void RatingEdit::paintPips(QPainter &painter) const
{
    const theme::Tokens &tokens = theme::tokens();
    QColor colour = theme::seriesLook(m_alternativeId, tokens).colour;
    if (!isEnabled())
        colour = theme::mixed(colour, tokens.surface, 0.4);
    const double filled = m_rating ? qBound(0.0, *m_rating, highest) : 0.0;
    for (int index = 0; index < kPips; ++index) {
        const QRectF rect = pipRect(index);
        QPainterPath pip;
        pip.addRoundedRect(rect, theme::Radius::pip, theme::Radius::pip);
        painter.fillPath(pip, tokens.empty);
        const double part = qBound(0.0, filled - index, 1.0);
        if (part <= 0)
            continue;
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const double width = rect.width() * part;
        QPainterPath share;
        share.addRect(QRectF(mirrored ? rect.right() - width : rect.left(), rect.top(), width,
                             rect.height()));
        painter.fillPath(part < 1 ? pip.intersected(share) : pip, colour);
    }
    if (m_source && m_rating && !qFuzzyCompare(*m_source, *m_rating)) {
        painter.setBrush(tokens.text);
        const double y = kTop + theme::Height::pip + kSourceDot + 2;
        painter.drawEllipse(QPointF(pipPosition(*m_source), y), kSourceDot, kSourceDot);
    }
}

void RatingEdit::paintWording(QPainter &painter) const
{
    const theme::Tokens &tokens = theme::tokens();
    painter.setFont(theme::font(theme::TextRole::label));
    const int top = kTop + theme::Height::pip + theme::Spacing::small - 1;
    QRect line(0, top, width(), painter.fontMetrics().height());
    const bool warned = !m_warning.isEmpty();
    const QColor colour = !isEnabled() ? tokens.control : warned ? tokens.warn : tokens.text2;
    if (warned) {
        const QRect glyph(0, line.center().y() - kWarningGlyph / 2, kWarningGlyph, kWarningGlyph);
        theme::drawGlyph(painter, theme::Glyph::warning,
                         QStyle::visualRect(layoutDirection(), line, glyph), colour);
        line = QStyle::visualRect(layoutDirection(), rect(),
                                  line.adjusted(kWarningGlyph + theme::Spacing::tiny, 0, 0, 0));
    }
    painter.setPen(colour);
    const bool isSilent = m_wording.isEmpty() && !m_rating;
    for (const QString &words : isSilent ? QStringList(valueText()) : m_lines) {
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeading,
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
    }
}

void RatingEdit::paintEvent(QPaintEvent *)
{
    const theme::Tokens &tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    paintPips(painter);
    if (outsideScale(m_rating)) {
        QRect badge(width() - badgeRoom() + theme::Spacing::tiny, 0,
                    badgeRoom() - theme::Spacing::tiny, theme::Height::pip + 2 * kTop);
        badge = QStyle::visualRect(layoutDirection(), rect(), badge);
        painter.setBrush(tokens.sunken);
        painter.drawRoundedRect(badge, theme::Radius::menuItem, theme::Radius::menuItem);
        painter.setFont(theme::numberFont(theme::TextRole::caption));
        painter.setPen(
            theme::readable(theme::seriesLook(m_alternativeId, tokens).colour, tokens.sunken));
        painter.drawText(badge, Qt::AlignCenter, numberText(*m_rating));
        painter.setPen(Qt::NoPen);
    }
    paintWording(painter);
}

} // namespace weighbridge::widgets
