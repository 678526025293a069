// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a catalogue holds, the reader answers with a sentence or with knowledge whose questions
// can all be answered: at both levels, with a sound decision, and as often as one likes.
#include "core/knowledge/comparison.h"

#include <QJsonDocument>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace weighbridge;
using namespace weighbridge::knowledge;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

QString someAnswer(const Question &question)
{
    return question.kind == Question::Kind::choice ? question.choices.back().id
                                                   : QString::number(question.greatest, 'g', 17);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto catalogue = readCatalogue(QJsonDocument::fromJson(bytes).object());
    if (!catalogue) {
        require(!catalogue.error().what.isEmpty());
        return 0;
    }
    decision::Decision decision = catalogue->table;
    for (const Question &question : catalogue->questions) {
        auto answered = withAnswer(decision, *catalogue, {question.id, someAnswer(question)});
        require(answered.hasValue());
        decision = std::move(answered).value();
    }
    decision = withComparison(std::move(decision), *catalogue, decision::Comparison::frameworks);
    require(decision::firstDefect(decision).isEmpty());
    require(withInterview(decision, *catalogue) == decision);
    return 0;
}
