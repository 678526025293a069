// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/split.h"

#include "core/decision/exact/scoring.h"
#include "core/decision/model/value_text.h"
#include "core/decision/model/words.h"

#include <QStringList>

#include <algorithm>
#include <bit>
#include <cstdint>

namespace weighbridge::decision
{

namespace
{

/// The best choice of each component within a set of languages.
Split assign(const std::vector<Component> &components, double shareSum, std::uint32_t languages)
{
    Split split;
    std::uint32_t used = 0;
    for (const Component &component : components) {
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < component.scores.size(); ++i) {
            const bool allowed = (languages >> i & 1U) != 0;
            if (allowed && (!best || component.scores[i] > component.scores[*best]))
                best = i;
        }
        split.choice.push_back(*best);
        split.value += component.shareOfLoad / shareSum * component.scores[*best];
        used |= 1U << *best;
    }
    split.languages = static_cast<std::size_t>(std::popcount(used));
    return split;
}

} // namespace

std::optional<Split> bestSplit(const std::vector<Component> &components,
                               double costOfFurtherLanguage)
{
    constexpr std::size_t kGreatestCount = 16;
    double shareSum = 0;
    for (const Component &component : components)
        shareSum += component.shareOfLoad;
    if (components.empty() || components.front().scores.empty() || shareSum <= 0)
        return std::nullopt;
    const std::size_t count = components.front().scores.size();
    Q_ASSERT(count <= kGreatestCount);

    std::optional<Split> best;
    std::vector<double> bestByCount(count + 1, 0.0);
    std::vector<bool> seen(count + 1, false);
    for (std::uint32_t languages = 1; languages < (1U << count); ++languages) {
        Split split = assign(components, shareSum, languages);
        const std::size_t used = split.languages;
        if (!seen[used] || split.value > bestByCount[used])
            bestByCount[used] = split.value;
        seen[used] = true;
        split.value -= costOfFurtherLanguage * static_cast<double>(used - 1);
        const bool better = !best || split.value > best->value ||
                            (split.value == best->value && used < best->languages);
        if (better)
            best = std::move(split);
    }
    const double bestSingle = bestByCount[1];
    for (std::size_t used = 2; used <= count; ++used) {
        if (!seen[used] || bestByCount[used] <= bestSingle)
            continue;
        const double cost = (bestByCount[used] - bestSingle) / static_cast<double>(used - 1);
        best->breakEvenCost = std::max(best->breakEvenCost.value_or(0), cost);
    }
    return best;
}

namespace
{

/// Two frameworks of one language are not two languages, but they are two stacks.
bool isOfOneLanguage(const Decision &decision, const std::vector<SplitView::PartView> &parts)
{
    const QString &language = decision.alternatives[parts.front().choice].language;
    return !language.isEmpty() && std::all_of(parts.begin(), parts.end(), [&](const auto &part) {
        return decision.alternatives[part.choice].language == language;
    });
}

QString choicesText(const Decision &decision, const SplitView &view)
{
    QStringList items;
    for (const SplitView::PartView &part : view.parts)
        items.append(
            Words::tr("%1 for %2")
                .arg(decision.alternatives[part.choice].name, decision.parts[part.part].name));
    return items.join(QStringLiteral(", "));
}

QString sentenceOf(const Decision &decision, const SplitView &view)
{
    const QString &single = decision.alternatives[view.single].name;
    if (!view.breakEvenCost)
        return Words::tr("%1 is the best for every part: a second language gains nothing.")
            .arg(single);
    const QString bound =
        Words::tr("A second language pays only if its cost stays below %1 points; it is set to %2.")
            .arg(scoreText(*view.breakEvenCost), scoreText(decision.furtherLanguageCost));
    if (view.languages == 1)
        return Words::tr("%1 Take %2 for everything.").arg(bound, single);
    if (isOfOneLanguage(decision, view.parts))
        return Words::tr("%1 Take two frameworks of one language: %2.")
            .arg(bound, choicesText(decision, view));
    return Words::tr("%1 Use both: %2.").arg(bound, choicesText(decision, view));
}

std::vector<QString> conditionsOfSplit()
{
    return {
        Words::tr("The boundary between the parts is coarse: HTTP, gRPC or a queue; no shared "
                  "models, no common transactions."),
        Words::tr("Somebody owns each language, and there are four backend developers or more."),
        Words::tr("Each part can be deployed and scaled by itself."),
        Words::tr("It costs a second toolchain and pipeline, authentication and observability "
                  "twice, contract tests, one more hop for requests that cross, and know-how on "
                  "call."),
        Words::tr("It does not pay for a team of three or fewer, before the first launch, where "
                  "one query is slow that an index or a cache would mend, or where it is unclear "
                  "who owns the data."),
    };
}

} // namespace

std::optional<SplitView> splitView(const Decision &decision)
{
    ScoreTable table = scoreTable(decision);
    if (table.candidates.size() < 2)
        return std::nullopt;
    SplitView view;
    std::vector<Component> components;
    double shareSum = 0;
    for (std::size_t p = 0; p < decision.parts.size(); ++p) {
        const Part &part = decision.parts[p];
        table.setWeights(weightsByNeed(decision, part.weights));
        if (table.weightSum <= 0 || part.shareOfLoad <= 0)
            continue;
        view.parts.push_back({p, scores(table), 0});
        Component component{part.shareOfLoad, {}};
        for (const std::size_t i : table.candidates)
            component.scores.push_back(view.parts.back().scores[i]);
        shareSum += part.shareOfLoad;
        components.push_back(std::move(component));
    }
    const auto best = bestSplit(components, decision.furtherLanguageCost);
    if (!best)
        return std::nullopt;
    for (std::size_t p = 0; p < view.parts.size(); ++p)
        view.parts[p].choice = table.candidates[best->choice[p]];
    std::optional<double> singleValue;
    for (std::size_t c = 0; c < table.candidates.size(); ++c) {
        double value = 0;
        for (const Component &component : components)
            value += component.shareOfLoad / shareSum * component.scores[c];
        if (singleValue && value <= *singleValue)
            continue;
        singleValue = value;
        view.single = table.candidates[c];
    }
    view.singleValue = *singleValue;
    view.splitValue = best->value;
    view.languages = best->languages;
    view.breakEvenCost = best->breakEvenCost;
    view.conditions = conditionsOfSplit();
    view.sentence = sentenceOf(decision, view);
    return view;
}

} // namespace weighbridge::decision
