// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"

#include <QString>

#include <vector>

namespace weighbridge::decision
{

/// The score of one alternative as a reader can redo it by hand: the figures have as many digits as
/// it takes for them to give the printed score.
struct ScoreSum {
    struct Row {
        std::size_t need = 0;
        QString weight;
        QString level; ///< "?" counts as 3, see `hasUnknown`
        QString product;
    };
    std::vector<Row> rows; ///< needs that carry weight
    QString sum;           ///< of the products
    QString weightSum;
    QString score;
    bool hasUnknown = false; ///< an unknown rating counts as the middle of the scale here
};
[[nodiscard]] ScoreSum scoreSum(const Decision &decision, std::size_t alternative);

/// The same line by line: "High-traffic API: 7 × 5 = 35", …, "Together: 135 ÷ 35 = 3.86 for Go".
[[nodiscard]] std::vector<QString> scoreSumText(const Decision &decision, std::size_t alternative);

} // namespace weighbridge::decision
