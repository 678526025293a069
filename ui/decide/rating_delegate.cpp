// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/rating_delegate.h"

#include "ui/charts/chart_look.h"
#include "ui/theme/icons.h"
#include "ui/theme/series.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace weighbridge::decide
{

namespace
{
using models::NeedMatrixModel;
using theme::Spacing;
using theme::TextRole;

constexpr int kGreatestBar = 72;
constexpr double kBar = 5;
constexpr double kSourceDot = 1.6;
constexpr double kInheritedShare = 0.45;
constexpr double kExcludedShare = 0.3;

QColor figureColour(const NeedMatrixModel &model, const QModelIndex &index, bool excluded)
{
    const theme::Tokens &tokens = theme::tokens();
    if (const auto *result = model.mustHave(index)) {
        if (result->result.state == decision::GateState::excluded)
            return tokens.err;
        if (result->result.state == decision::GateState::atRisk)
            return tokens.warn;
    }
    const decision::Rating &rating = model.rating(index);
    return excluded || rating.inherited || !rating.level ? tokens.text3 : tokens.text;
}
} // namespace

RatingDelegate::RatingDelegate(const session::ProjectSession &session, const NeedMatrixModel &model,
                               QObject *parent)
    : QStyledItemDelegate(parent), m_session(session), m_model(model)
{
}

void RatingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const theme::Tokens &tokens = theme::tokens();
    const theme::painting::Scope scope(*painter);
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                      tokens.line);
    if (index.column() == NeedMatrixModel::shareColumn)
        charts::drawText(*painter, option.rect, Qt::AlignCenter, index.data().toString(),
                         theme::numberFont(TextRole::label), tokens.text2);
    else if (NeedMatrixModel::alternativeOf(index.column()))
        paintRating(*painter, option, index);
}

void RatingDelegate::paintRating(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const theme::Tokens &tokens = theme::tokens();
    const auto alternative = *NeedMatrixModel::alternativeOf(index.column());
    const decision::Rating &rating = m_model.rating(index);
    const bool excluded = m_model.isExcluded(alternative);
    const QRectF cell = QRectF(option.rect).adjusted(2, 3, -2, -2);
    if (option.state & QStyle::State_HasFocus)
        theme::painting::roundedBox(painter, cell, theme::Radius::control, tokens.accentSoft,
                                    tokens.accent);
    else if (option.state & QStyle::State_Selected && option.widget && option.widget->hasFocus())
        theme::painting::roundedBox(painter, cell, theme::Radius::control, tokens.accentSoft, {});
    else if (option.state & QStyle::State_MouseOver)
        theme::painting::roundedBox(painter, cell, theme::Radius::control, tokens.hover, {});

    const bool measured = rating.provenance == decision::Provenance::measured;
    const QFont font = theme::numberFont(measured ? TextRole::strong : TextRole::body);
    const double textHeight = QFontMetricsF(font).height();
    const double top = cell.center().y() - (textHeight + Spacing::tiny + kBar) / 2;
    const QString figure = index.data().toString();
    charts::drawText(painter, QRectF(cell.left(), top, cell.width(), textHeight), Qt::AlignCenter,
                     figure, font, figureColour(m_model, index, excluded));
    const double textEnd = cell.center().x() + QFontMetricsF(font).horizontalAdvance(figure) / 2;
    if (!rating.erratum.isEmpty())
        theme::drawGlyph(painter, theme::Glyph::warning,
                         QRectF(textEnd + 2, top + 2, textHeight - 4, textHeight - 4), tokens.warn);
    else if (!measured && rating.differsFromSource()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.text);
        painter.drawEllipse(QPointF(textEnd + Spacing::tiny, top + textHeight / 2), kSourceDot,
                            kSourceDot);
    }

    const double width = std::min<double>(cell.width() - Spacing::small, kGreatestBar);
    const QRectF track(cell.center().x() - width / 2, top + textHeight + Spacing::tiny, width,
                       kBar);
    QColor colour =
        theme::seriesLook(m_session.decision().alternatives[alternative].series, tokens).colour;
    if (excluded || rating.inherited)
        colour = theme::mixed(colour, tokens.surface, excluded ? kExcludedShare : kInheritedShare);
    theme::painting::roundedBox(painter, track, kBar / 2, tokens.empty, {});
    if (!rating.level)
        return;
    const double share = std::clamp(*rating.level / decision::kHighestLevel, 0.0, 1.0);
    QRectF filled = track;
    filled.setWidth(std::max(kBar, track.width() * share));
    if (option.direction == Qt::RightToLeft)
        filled.moveRight(track.right());
    theme::painting::roundedBox(painter, filled, kBar / 2, colour, {});
}

} // namespace weighbridge::decide
