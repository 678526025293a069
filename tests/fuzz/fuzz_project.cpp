// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Another's project file is hostile input. Whatever the bytes, the reader answers with a sentence
// or with a sound project, and a project it accepts survives saving and loading, and
// stays sound when it is asked further and shown at other levels.
#include "core/knowledge/comparison.h"
#include "core/storage/project.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace weighbridge;

namespace
{

void requireSound(const decision::Decision &decision)
{
    if (!decision::firstDefect(decision).isEmpty())
        std::abort();
}

void useIt(decision::Decision decision)
{
    const knowledge::Catalogue &catalogue = knowledge::builtInCatalogue();
    for (const decision::Answer &answer :
         {decision::Answer{QStringLiteral("peak_rps"), QStringLiteral("10000000")},
          decision::Answer{QStringLiteral("protocols"), QStringLiteral("now")},
          decision::Answer{QStringLiteral("express"), QStringLiteral("yes")}}) {
        auto answered = knowledge::withAnswer(decision, catalogue, answer);
        if (!answered)
            std::abort();
        decision = std::move(answered).value();
        requireSound(decision);
    }
    for (const decision::Comparison level :
         {decision::Comparison::frameworks, decision::Comparison::own,
          decision::Comparison::languages}) {
        decision = knowledge::withComparison(std::move(decision), catalogue, level);
        requireSound(decision);
    }
    while (!decision.answers.empty()) {
        const QString question = decision.answers.front().question;
        decision = knowledge::withoutAnswer(std::move(decision), catalogue, question);
        requireSound(decision);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto project = storage::fromDocument(bytes);
    if (!project) {
        if (project.error().what.isEmpty())
            std::abort();
        return 0;
    }
    requireSound(project->decision);
    useIt(project->decision);
    const auto again = storage::fromDocument(storage::toDocument(*project));
    if (!again || !(again->decision == project->decision))
        std::abort();
    return 0;
}
