// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/report/claim_block.h"

#include "ui/models/claims_model.h"
#include "ui/report/text_block.h"
#include "ui/theme/typography.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace weighbridge::report_page
{

namespace
{
constexpr double kVerdict = 124;
constexpr double kGap = 3;
constexpr double kPadding = 7;

struct ClaimBlock {
    Q_DECLARE_TR_FUNCTIONS(ClaimBlock)
};

QColor colourOf(article::ClaimVerdict verdict, const theme::Tokens &tokens)
{
    switch (verdict) {
    case article::ClaimVerdict::holds:
        return tokens.ok;
    case article::ClaimVerdict::doesNotAddUp:
        return tokens.warn;
    case article::ClaimVerdict::contradictedHere:
        return tokens.err;
    case article::ClaimVerdict::notTested:
        return tokens.text2;
    }
    return tokens.text2;
}
} // namespace

Block claimBlock(const article::AssessedClaim &claim, double width, const charts::ChartLook &look)
{
    const double inner = width - kVerdict;
    const QFont small = theme::fixedFont(10.5);
    std::vector<Block> lines{textBlock(claim.claim.text, look.label, look.tokens.text, inner),
                             textBlock(claim.reason, small, look.tokens.text2, inner)};
    if (!claim.measured.isEmpty())
        lines.push_back(textBlock(claim.measured, small, look.tokens.text2, inner));
    double height = 2 * kPadding - kGap;
    for (const Block &line : lines)
        height += line.height + kGap;
    return {height,
            [lines, verdict = claim.verdict](QPainter &painter, const QRectF &rect,
                                             const charts::ChartLook &paper) {
                QRectF line = rect.adjusted(kVerdict, kPadding, 0, 0);
                charts::drawText(painter,
                                 QRectF(rect.left(), line.top(), kVerdict, lines.front().height),
                                 Qt::AlignLeft | Qt::AlignTop, models::claimVerdictText(verdict),
                                 paper.strong, colourOf(verdict, paper.tokens));
                for (const Block &each : lines) {
                    line.setHeight(each.height);
                    each.paint(painter, line, paper);
                    line.translate(0, each.height + kGap);
                }
                painter.setPen(QPen(paper.tokens.line, 1));
                painter.drawLine(rect.bottomLeft(), rect.bottomRight());
            },
            false};
}

QString claimsSummary(const std::vector<article::AssessedClaim> &claims)
{
    const auto count = [&claims](article::ClaimVerdict verdict) {
        return int(std::count_if(claims.begin(), claims.end(), [verdict](const auto &claim) {
            return claim.verdict == verdict;
        }));
    };
    return ClaimBlock::tr("%1 claims: %2 hold, %3 do not add up, %4 are contradicted by what was "
                          "measured here, %5 are not tested and left out here.")
        .arg(claims.size())
        .arg(count(article::ClaimVerdict::holds))
        .arg(count(article::ClaimVerdict::doesNotAddUp))
        .arg(count(article::ClaimVerdict::contradictedHere))
        .arg(count(article::ClaimVerdict::notTested));
}

} // namespace weighbridge::report_page
