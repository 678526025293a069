// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/promethee.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace weighbridge::decision
{

double PreferenceFunction::preferenceOf(double difference) const
{
    if (difference <= 0)
        return 0;
    switch (kind) {
    case Kind::usual:
        return 1;
    case Kind::indifference:
        return difference > indifference ? 1 : 0;
    case Kind::linear:
        return preference > 0 ? std::min(1.0, difference / preference) : 1;
    case Kind::level:
        if (difference <= indifference)
            return 0;
        return difference <= preference ? 0.5 : 1;
    case Kind::linearWithIndifference:
        if (difference <= indifference)
            return 0;
        if (difference >= preference)
            return 1;
        return (difference - indifference) / (preference - indifference);
    case Kind::gaussian:
        if (inflection <= 0)
            return 1;
        return -std::expm1(-difference * difference / (2 * inflection * inflection));
    }
    Q_UNREACHABLE();
}

bool PrometheeFlows::areIncomparable(std::size_t a, std::size_t b) const
{
    return (positive[a] - positive[b]) * (negative[a] - negative[b]) > 0;
}

PrometheeFlows prometheeFlows(const std::vector<std::vector<double>> &values,
                              const std::vector<PrometheeCriterion> &criteria)
{
    const std::size_t count = values.size();
    PrometheeFlows flows;
    flows.preference.assign(count, std::vector<double>(count, 0.0));
    flows.positive.assign(count, 0.0);
    flows.negative.assign(count, 0.0);
    flows.net.assign(count, 0.0);
    double weightSum = 0;
    for (const PrometheeCriterion &criterion : criteria)
        weightSum += criterion.weight;
    if (count < 2 || weightSum <= 0)
        return flows;
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
            if (a == b)
                continue;
            double preference = 0;
            for (std::size_t k = 0; k < criteria.size(); ++k) {
                const double difference = values[a][k] - values[b][k];
                const bool more = criteria[k].direction == PrometheeCriterion::Direction::maximise;
                preference += criteria[k].weight / weightSum *
                              criteria[k].preference.preferenceOf(more ? difference : -difference);
            }
            flows.preference[a][b] = preference;
            flows.positive[a] += preference / static_cast<double>(count - 1);
            flows.negative[b] += preference / static_cast<double>(count - 1);
        }
    }
    for (std::size_t a = 0; a < count; ++a)
        flows.net[a] = flows.positive[a] - flows.negative[a];
    return flows;
}

} // namespace weighbridge::decision
