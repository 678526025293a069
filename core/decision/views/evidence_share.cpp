// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/evidence_share.h"

#include "core/decision/model/value_text.h"
#include "core/decision/model/words.h"

#include <QStringList>

#include <cmath>

namespace weighbridge::decision
{

std::array<double, 4> evidenceShare(const Decision &decision, const ScoreTable &table,
                                    std::size_t first, std::size_t second)
{
    std::array<double, 4> shares{};
    const std::vector<double> parts = contributions(table, first, second);
    double sum = 0;
    for (std::size_t k = 0; k < parts.size(); ++k) {
        const double half = 0.5 * std::abs(parts[k]);
        for (const std::size_t i : {first, second})
            shares[static_cast<std::size_t>(decision.needs[k].ratings[i].provenance)] += half;
        sum += 2 * half;
    }
    for (double &share : shares)
        share = sum > 0 ? share / sum : 0;
    return shares;
}

bool isMostlyOpinion(const std::array<double, 4> &shares)
{
    constexpr double kHalf = 0.5;
    return shares[static_cast<std::size_t>(Provenance::judged)] +
               shares[static_cast<std::size_t>(Provenance::article)] >
           kHalf;
}

QString evidenceText(const std::array<double, 4> &shares)
{
    const std::pair<Provenance, QString> kinds[] = {
        {Provenance::measured, Words::tr("measured")},
        {Provenance::publicBenchmark, Words::tr("public benchmarks")},
        {Provenance::article, Words::tr("the article")},
        {Provenance::judged, Words::tr("judgement")},
    };
    QStringList parts;
    for (const auto &[kind, name] : kinds) {
        if (const double share = shares[static_cast<std::size_t>(kind)]; share > 0)
            parts << QStringLiteral("%1 %2").arg(shareText(share), name);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace weighbridge::decision
