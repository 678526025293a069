// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/score_sum.h"

#include "core/base/figure_text.h"
#include "core/decision/exact/scoring.h"
#include "core/decision/model/value_text.h"
#include "core/decision/model/words.h"

#include <cmath>

namespace weighbridge::decision
{

namespace
{

double rounded(double value, int digits)
{
    const double unit = std::pow(10.0, digits);
    return std::round(value * unit) / unit;
}

/// With at most `digits` decimals, without zeros at the end.
QString shortest(double value, int digits)
{
    for (int d = 0; d < digits; ++d) {
        if (std::abs(rounded(value, d) - value) < 0.5 * std::pow(10.0, -digits))
            return readersLocale().toString(rounded(value, d), 'f', d);
    }
    return readersLocale().toString(rounded(value, digits), 'f', digits);
}

ScoreSum sumWithDigits(const ScoreTable &table, std::size_t alternative, int digits)
{
    ScoreSum result;
    double sum = 0;
    double weightSum = 0;
    for (std::size_t k = 0; k < table.needs; ++k) {
        if (table.weights[k] <= 0)
            continue;
        const double weight = rounded(table.weights[k], digits);
        const double level = rounded(table.level(k, alternative), digits);
        const double product = rounded(weight * level, digits);
        sum += product;
        weightSum += weight;
        result.rows.push_back(
            {k, shortest(weight, digits), shortest(level, digits), shortest(product, digits)});
    }
    result.sum = shortest(sum, digits);
    result.weightSum = shortest(weightSum, digits);
    result.score = scoreText(weightSum > 0 ? rounded(sum, digits) / rounded(weightSum, digits) : 0);
    return result;
}

} // namespace

ScoreSum scoreSum(const Decision &decision, std::size_t alternative)
{
    constexpr int kMostDigits = 8;
    const ScoreTable table = scoreTable(decision);
    const QString printed = scoreText(scores(table)[alternative]);
    ScoreSum result;
    for (int digits = 1; digits <= kMostDigits; ++digits) {
        result = sumWithDigits(table, alternative, digits);
        if (result.score == printed)
            break;
    }
    for (ScoreSum::Row &row : result.rows) {
        if (!decision.needs[row.need].ratings[alternative].level) {
            row.level = QStringLiteral("?");
            result.hasUnknown = true;
        }
    }
    return result;
}

std::vector<QString> scoreSumText(const Decision &decision, std::size_t alternative)
{
    const ScoreSum sum = scoreSum(decision, alternative);
    if (sum.rows.empty())
        return {}; // no weights, no score
    std::vector<QString> lines;
    for (const ScoreSum::Row &row : sum.rows)
        lines.push_back(
            QStringLiteral("%1: %2 × %3 = %4")
                .arg(decision.needs[row.need].name, row.weight, row.level, row.product));
    lines.push_back(
        Words::tr("Together: %1 ÷ %2 = %3 for %4", "sum, weights, score, alternative")
            .arg(sum.sum, sum.weightSum, sum.score, decision.alternatives[alternative].name));
    if (sum.hasUnknown)
        lines.push_back(
            Words::tr("What is not known (?) counts as 3 here, the middle of the scale."));
    return lines;
}

} // namespace weighbridge::decision
