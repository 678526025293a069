// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/matrix_headers.h"

#include "ui/charts/chart_look.h"
#include "ui/decide/need_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/series.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace weighbridge::decide
{

namespace
{
using models::NeedMatrixModel;
using theme::Spacing;
using theme::TextRole;

constexpr int kRoomyColumn = 52;    ///< from here on "Express" fits in the size of labels
constexpr int kWidthWithMenu = 180; ///< of a need's name that leaves room for the menu glyph
constexpr double kMarker = 4.5;
} // namespace

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
        charts::drawText(*painter, rect, align | Qt::AlignVCenter, text,
                         theme::font(TextRole::caption), tokens.text2);
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
        charts::drawText(*painter, badge, Qt::AlignCenter, out, badgeFont, tokens.err);
    } else {
        theme::drawMarker(*painter, look, QPointF(rect.center().x(), top + lineHeight / 2), kMarker,
                          theme::MarkerFill::filled, tokens.surface);
    }
    charts::drawText(*painter, QRectF(rect.left(), top + lineHeight + 1, rect.width(), lineHeight),
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
    charts::drawText(*painter, line, Qt::AlignVCenter | Qt::AlignLeft, need.name, nameFont,
                     tokens.text);
    line.translate(0, nameHeight);
    line.setHeight(hintHeight);
    charts::drawText(*painter, line, Qt::AlignVCenter | Qt::AlignLeft, hint, hintFont,
                     need.mustReach ? tokens.accent : tokens.text2);
}

} // namespace weighbridge::decide
