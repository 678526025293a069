// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what one step of the guided interview costs. Run it from a release build: bench_guide.
#include "core/knowledge/guide.h"
#include "processor_time.h"

#include <cstdio>

using namespace weighbridge::decision;
using namespace weighbridge::knowledge;

namespace
{

void report(const char *name, Decision decision)
{
    decision.needs.clear();
    for (const int answers : {0, 5, 20}) {
        std::vector<Answer> given;
        for (int i = 0; i < answers; ++i) {
            const Question &question = builtInCatalogue().questions[static_cast<std::size_t>(i)];
            const bool isNumber = question.kind == Question::Kind::number;
            given.push_back({question.id, isNumber ? QString::number(question.greatest / 2)
                                                   : question.choices.back().id});
        }
        const Decision answered = withAnswers(decision, builtInCatalogue(), given).value();
        std::printf("%-12s %2d answers   one step %8.1f ms\n", name, answers,
                    medianMilliseconds(11, [&] { (void)guidance(answered, builtInCatalogue()); }));
    }
}

} // namespace

int main()
{
    report("languages", builtInCatalogue().languages);
    report("frameworks", builtInCatalogue().frameworks);
    return 0;
}
