// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/texts.h"

#include "core/decision/exact/scoring.h"
#include "core/decision/model/value_text.h"

namespace weighbridge::views
{

QString scoresText(const decision::Decision &decision, const std::vector<double> &scores)
{
    constexpr std::size_t kShown = 2;
    const decision::ScoreTable table = decision::scoreTable(decision);
    QStringList parts;
    for (const std::size_t i : decision::ranking(decision, table, scores)) {
        if (std::size_t(parts.size()) < kShown)
            parts.append(decision.alternatives[i].name + QLatin1Char(' ') +
                         decision::scoreText(scores[i]));
    }
    return parts.join(QStringLiteral(", "));
}

std::vector<decision::NeedWeight> weightsOf(const decision::Decision &decision)
{
    std::vector<decision::NeedWeight> weights;
    for (const decision::Need &need : decision.needs) {
        if (need.weight > 0)
            weights.push_back({need.id, need.weight});
    }
    return weights;
}

decision::Decision seenWith(decision::Decision decision,
                            const std::vector<decision::NeedWeight> &weights)
{
    const std::vector<double> byNeed = decision::weightsByNeed(decision, weights);
    for (std::size_t k = 0; k < byNeed.size(); ++k)
        decision.needs[k].weight = byNeed[k];
    return decision;
}

} // namespace weighbridge::views
