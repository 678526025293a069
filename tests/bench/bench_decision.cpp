// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what one slider step costs. Run it from a release build: bench_decision.
#include "core/decision/views/analysis.h"
#include "core/knowledge/catalogue.h"
#include "processor_time.h"

#include <algorithm>
#include <cstdio>
#include <random>
#include <thread>
#include <vector>

using namespace weighbridge::decision;
using weighbridge::knowledge::builtInCatalogue;

namespace
{

Decision largeDecision(int alternatives, int needs)
{
    std::mt19937_64 random(1);
    std::uniform_int_distribution<int> weight(1, 10);
    std::uniform_int_distribution<int> halfSteps(2, 10);
    Decision decision;
    for (int i = 0; i < alternatives; ++i) {
        const QString id = QStringLiteral("alternative-%1").arg(i);
        Alternative alternative;
        alternative.id = id;
        alternative.name = id;
        decision.alternatives.push_back(alternative);
    }
    for (int k = 0; k < needs; ++k) {
        Need need;
        need.id = QStringLiteral("need-%1").arg(k);
        need.name = need.id;
        need.weight = weight(random);
        need.ratings.resize(decision.alternatives.size());
        for (Rating &rating : need.ratings)
            rating.level = 0.5 * halfSteps(random);
        decision.needs.push_back(std::move(need));
    }
    return decision;
}

void report(const char *name, const Decision &decision)
{
    AnalysisOptions exact;
    exact.exactOnly = true;
    AnalysisOptions refined;
    refined.draws = 1'000'000;
    refined.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    std::printf("%-24s exact part %8.3f ms   10^4 draws %8.3f ms   10^6 draws %8.1f ms\n", name,
                medianMilliseconds(101, [&] { (void)analyse(decision, exact); }),
                medianMilliseconds(31, [&] { (void)analyse(decision); }),
                medianMilliseconds(1, [&] { (void)analyse(decision, refined); }));
}

} // namespace

int main()
{
    report("article, m=2 n=6", builtInCatalogue().table);
    report("frameworks, m=9 n=31", largeDecision(9, 31));
    return 0;
}
