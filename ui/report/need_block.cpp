// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/report/need_block.h"

#include "core/decision/model/value_text.h"
#include "ui/theme/series.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace weighbridge::report_page
{

namespace
{
constexpr double kRow = 28;
constexpr double kLine = 14; ///< of words
constexpr double kNameShare = 0.3;
constexpr double kWeight = 56;
constexpr double kPip = 9;
constexpr double kPipHeight = 5;
constexpr double kPipGap = 2;
constexpr std::size_t kMostWithWords = 3; ///< more alternatives have room for figures only

struct NeedBlock {
    Q_DECLARE_TR_FUNCTIONS(NeedBlock)
};

struct Columns {
    double weightRight = 0;
    double firstRating = 0;
    double ratingWidth = 0;
};

Columns columnsOf(const QRectF &rect, std::size_t alternatives)
{
    Columns columns;
    columns.weightRight = rect.left() + rect.width() * kNameShare + kWeight;
    columns.firstRating = columns.weightRight + 16;
    columns.ratingWidth =
        (rect.right() - columns.firstRating) / double(std::max<std::size_t>(1, alternatives));
    return columns;
}

void paintPips(QPainter &painter, double left, double y, std::optional<double> level,
               const QColor &colour, const QColor &empty)
{
    painter.setPen(Qt::NoPen);
    for (int pip = 0; pip < 5; ++pip) {
        const QRectF cell(left + pip * (kPip + kPipGap), y - kPipHeight / 2, kPip, kPipHeight);
        painter.setBrush(empty);
        painter.drawRoundedRect(cell, 1.5, 1.5);
        const double filled = std::clamp(level.value_or(0) - pip, 0.0, 1.0);
        if (filled <= 0)
            continue;
        painter.setBrush(colour);
        painter.drawRoundedRect(
            QRectF(cell.left(), cell.top(), cell.width() * filled, cell.height()), 1.5, 1.5);
    }
}

/// What leads from a rating to the notes under the table.
QString footnoteMarks(const decision::Rating &rating)
{
    QString marks;
    if (rating.provenance == decision::Provenance::measured)
        marks += QStringLiteral("†");
    if (!rating.erratum.isEmpty())
        marks += QLatin1Char('*');
    return marks;
}

/// A rating in words, line by line.
QStringList wordsOf(const decision::Need &need, const decision::Rating &rating)
{
    if (!rating.level)
        return {NeedBlock::tr("not known")};
    const QString words = decision::cellWords(need, rating, QStringLiteral("\n"));
    return (words + footnoteMarks(rating)).split(QLatin1Char('\n'));
}

/// "4.5", with the mark of its footnote.
QString levelText(const decision::Rating &rating)
{
    if (!rating.level)
        return QStringLiteral("–");
    return decision::levelText(*rating.level) + footnoteMarks(rating);
}

void paintWords(QPainter &painter, const QRectF &rect, const QStringList &lines,
                const charts::ChartLook &look, const QColor &colour)
{
    QRectF line(rect.left(), rect.center().y() - kLine * double(lines.size()) / 2, rect.width(),
                kLine);
    for (const QString &words : lines) {
        charts::drawText(painter, line, Qt::AlignVCenter, words, look.caption, colour);
        line.translate(0, kLine);
    }
}

/// The height of a row: as its longest words need.
double rowHeight(const decision::Need &need, std::size_t alternatives)
{
    qsizetype lines = 1;
    for (std::size_t i = 0; i < alternatives && alternatives <= kMostWithWords; ++i)
        lines = std::max(lines, wordsOf(need, need.ratings[i]).size());
    return kRow + kLine * double(lines - 1);
}

void paintLine(QPainter &painter, const QRectF &rect, const theme::Tokens &tokens)
{
    painter.setPen(QPen(tokens.line, 1));
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
}
} // namespace

std::vector<Block> needBlocks(const decision::Decision &decision, const decision::Analysis &)
{
    std::vector<Block> blocks;
    const auto alternatives = decision.alternatives;
    blocks.push_back(
        {kRow,
         [alternatives](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
             const Columns columns = columnsOf(rect, alternatives.size());
             charts::drawText(painter, rect, Qt::AlignVCenter, NeedBlock::tr("Need"), look.caption,
                              look.tokens.text2);
             charts::drawText(
                 painter, QRectF(columns.weightRight - kWeight, rect.top(), kWeight, rect.height()),
                 Qt::AlignRight | Qt::AlignVCenter, NeedBlock::tr("Weight"), look.caption,
                 look.tokens.text2);
             for (std::size_t i = 0; i < alternatives.size(); ++i)
                 charts::drawText(
                     painter,
                     QRectF(columns.firstRating + double(i) * columns.ratingWidth, rect.top(),
                            columns.ratingWidth - 8, rect.height()),
                     Qt::AlignVCenter, alternatives[i].name, look.caption,
                     theme::readable(theme::seriesLook(alternatives[i].series, look.tokens).colour,
                                     look.tokens.surface));
             paintLine(painter, rect, look.tokens);
         },
         true});
    for (const decision::Need &need : decision.needs) {
        blocks.push_back(
            {rowHeight(need, alternatives.size()),
             [need, alternatives](QPainter &painter, const QRectF &rect,
                                  const charts::ChartLook &look) {
                 const Columns columns = columnsOf(rect, alternatives.size());
                 charts::drawText(
                     painter,
                     QRectF(rect.left(), rect.top(), rect.width() * kNameShare, rect.height()),
                     Qt::AlignVCenter, need.name, look.strong, look.tokens.text);
                 charts::drawText(
                     painter,
                     QRectF(columns.weightRight - kWeight, rect.top(), kWeight, rect.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(need.weight, 'g', 3),
                     look.strongNumber, look.tokens.text);
                 for (std::size_t i = 0; i < alternatives.size(); ++i) {
                     const decision::Rating &rating = need.ratings[i];
                     const double left = columns.firstRating + double(i) * columns.ratingWidth;
                     const QColor colour =
                         theme::seriesLook(alternatives[i].series, look.tokens).colour;
                     if (alternatives.size() > kMostWithWords) {
                         charts::drawText(
                             painter,
                             QRectF(left, rect.top(), columns.ratingWidth - 8, rect.height()),
                             Qt::AlignVCenter, levelText(rating), look.number,
                             theme::readable(colour, look.tokens.surface));
                         continue;
                     }
                     paintPips(painter, left, rect.center().y(), rating.level, colour,
                               look.tokens.empty);
                     paintWords(painter,
                                QRectF(QPointF(left + 5 * (kPip + kPipGap) + 8, rect.top()),
                                       QPointF(left + columns.ratingWidth - 4, rect.bottom())),
                                wordsOf(need, rating), look,
                                rating.erratum.isEmpty() ? look.tokens.text2 : look.tokens.warn);
                 }
                 paintLine(painter, rect, look.tokens);
             },
             false});
    }
    return blocks;
}

QStringList needFootnotes(const decision::Decision &decision)
{
    QStringList notes;
    bool measured = false;
    for (const decision::Need &need : decision.needs) {
        for (const decision::Rating &rating : need.ratings) {
            measured = measured || rating.provenance == decision::Provenance::measured;
            if (!rating.erratum.isEmpty())
                notes.append(QStringLiteral("* ") + rating.erratum);
        }
    }
    if (measured)
        notes.append(NeedBlock::tr("† Measured on this machine; see below."));
    return notes;
}

} // namespace weighbridge::report_page
