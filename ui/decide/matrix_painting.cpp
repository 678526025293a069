// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/matrix_painting.h"

#include "ui/decide/need_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/series.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>

namespace weighbridge::decide
{

namespace
{
using models::NeedMatrixModel;
using theme::Spacing;
using theme::TextRole;

constexpr int kGreatestBar = 72;
constexpr int kRoomyColumn = 52;    ///< from here on "Express" fits in the size of labels
constexpr int kWidthWithMenu = 180; ///< of a need's name that leaves room for the menu glyph
constexpr double kBar = 5;
constexpr double kMarker = 4.5;
constexpr double kSourceDot = 1.6;
constexpr double kInheritedShare = 0.45;
constexpr double kExcludedShare = 0.3;

void drawText(QPainter &painter, const QRectF &rect, int flags, const QString &text,
              const QFont &font, const QColor &colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rect, flags,
                     QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width() + 1));
}

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
        drawText(*painter, option.rect, Qt::AlignCenter, index.data().toString(),
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
    else if (option.state & QStyle::State_MouseOver)
        theme::painting::roundedBox(painter, cell, theme::Radius::control, tokens.hover, {});

    const bool measured = rating.provenance == decision::Provenance::measured;
    const QFont font = theme::numberFont(measured ? TextRole::strong : TextRole::body);
    const double textHeight = QFontMetricsF(font).height();
    const double top = cell.center().y() - (textHeight + Spacing::tiny + kBar) / 2;
    const QString figure = index.data().toString();
    drawText(painter, QRectF(cell.left(), top, cell.width(), textHeight), Qt::AlignCenter, figure,
             font, figureColour(m_model, index, excluded));
    const double textEnd = cell.center().x() + QFontMetricsF(font).horizontalAdvance(figure) / 2;
    if (!rating.erratum.isEmpty())
        theme::drawGlyph(painter, theme::Glyph::warning,
                         QRectF(textEnd + 2, top + 2, textHeight - 4, textHeight - 4), tokens.warn);
    else if (!measured && rating.sourceLevel && rating.level != rating.sourceLevel) {
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

AlternativeHeader::AlternativeHeader(const session::ProjectSession &session,
                                     const NeedMatrixModel &model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_session(session), m_model(model)
{
    setHighlightSections(false);
    setSectionsClickable(false);
}

void AlternativeHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const theme::Tokens &tokens = theme::tokens();
    const theme::painting::Scope scope(*painter);
    painter->fillRect(rect, tokens.surface);
    const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const auto alternative = NeedMatrixModel::alternativeOf(section);
    if (!alternative) {
        const auto align =
            section == NeedMatrixModel::weightColumn ? Qt::AlignLeft : Qt::AlignHCenter;
        drawText(*painter, rect, align | Qt::AlignVCenter, text, theme::font(TextRole::caption),
                 tokens.text2);
        return;
    }
    const bool excluded = m_model.isExcluded(*alternative);
    const theme::SeriesLook look =
        theme::seriesLook(m_session.decision().alternatives[*alternative].series, tokens);
    QFont font = theme::font(rect.width() < kRoomyColumn ? TextRole::caption : TextRole::label);
    font.setWeight(QFont::DemiBold);
    font.setStrikeOut(excluded);
    const double lineHeight = QFontMetricsF(font).height();
    const double top = rect.center().y() - lineHeight;
    if (excluded) {
        QFont badgeFont = theme::font(TextRole::caption);
        const QString out = tr("out");
        const double width = QFontMetricsF(badgeFont).horizontalAdvance(out) + 2 * Spacing::tiny;
        const QRectF badge(rect.center().x() - width / 2, top - 1, width, lineHeight - 1);
        theme::painting::roundedBox(*painter, badge, theme::Radius::menuItem, tokens.errSoft, {});
        drawText(*painter, badge, Qt::AlignCenter, out, badgeFont, tokens.err);
    } else {
        theme::drawMarker(*painter, look, QPointF(rect.center().x(), top + lineHeight / 2), kMarker,
                          theme::MarkerFill::filled, tokens.surface);
    }
    drawText(*painter, QRectF(rect.left(), top + lineHeight + 1, rect.width(), lineHeight),
             Qt::AlignCenter, text, font,
             excluded ? tokens.text3 : theme::readable(look.colour, tokens.surface));
}

NeedHeader::NeedHeader(const session::ProjectSession &session, QWidget *parent)
    : QHeaderView(Qt::Vertical, parent), m_session(session)
{
    setHighlightSections(false);
    setSectionsClickable(true);
    setSectionResizeMode(QHeaderView::Fixed);
}

void NeedHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const auto &needs = m_session.decision().needs;
    if (std::size_t(section) >= needs.size())
        return;
    const decision::Need &need = needs[std::size_t(section)];
    const theme::Tokens &tokens = theme::tokens();
    const theme::painting::Scope scope(*painter);
    painter->fillRect(rect, tokens.surface);
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), tokens.line);
    const QFont nameFont = theme::font(TextRole::strong);
    const QFont hintFont = theme::font(TextRole::label);
    const QString hint = needHint(need);
    const double nameHeight = QFontMetricsF(nameFont).height();
    const double hintHeight = hint.isEmpty() ? 0 : QFontMetricsF(hintFont).height();
    const QRectF menu(rect.right() - theme::Height::icon - Spacing::tiny,
                      rect.center().y() - theme::Height::icon / 2.0, theme::Height::icon,
                      theme::Height::icon);
    const bool roomy = rect.width() >= kWidthWithMenu;
    if (roomy)
        theme::drawGlyph(*painter, theme::Glyph::more, menu, tokens.text3);
    QRectF line(rect.left(), rect.center().y() - (nameHeight + hintHeight) / 2,
                (roomy ? menu.left() : rect.right()) - rect.left() - Spacing::tiny, nameHeight);
    drawText(*painter, line, Qt::AlignVCenter | Qt::AlignLeft, need.name, nameFont, tokens.text);
    line.translate(0, nameHeight);
    line.setHeight(hintHeight);
    drawText(*painter, line, Qt::AlignVCenter | Qt::AlignLeft, hint, hintFont,
             need.mustReach ? tokens.accent : tokens.text2);
}

} // namespace weighbridge::decide
