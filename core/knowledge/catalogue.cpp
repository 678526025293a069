// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/catalogue.h"

#include "core/base/json/text.h"

#include <algorithm>

namespace weighbridge::knowledge
{

using namespace decision;

const Catalogue &builtInCatalogue()
{
    static const Catalogue catalogue = [] {
        auto result = readCatalogue(json::readResource(QStringLiteral(":/catalogue/needs.json")));
        Q_ASSERT_X(result.hasValue(), "builtInCatalogue", qPrintable(result.error().message()));
        return std::move(result).value();
    }();
    return catalogue;
}

const Preset *matchingPreset(const Catalogue &catalogue, const Decision &decision)
{
    const auto found =
        std::find_if(catalogue.presets.begin(), catalogue.presets.end(), [&](const Preset &preset) {
            return !decision.needs.empty() &&
                   std::all_of(preset.weights.begin(), preset.weights.end(),
                               [&](const auto &weight) {
                                   const Need *need = decision.findNeed(weight.need);
                                   return need && need->weight == weight.weight;
                               });
        });
    return found == catalogue.presets.end() ? nullptr : &*found;
}

bool weighsAny(const Preset &preset, const Decision &decision)
{
    return std::any_of(preset.weights.begin(), preset.weights.end(), [&](const auto &weight) {
        return decision.findNeed(weight.need) != nullptr;
    });
}

Decision withPreset(Decision decision, const Preset &preset)
{
    for (std::size_t k = 0; k < decision.needs.size(); ++k) {
        const auto weight =
            std::find_if(preset.weights.begin(), preset.weights.end(),
                         [&](const auto &each) { return each.need == decision.needs[k].id; });
        if (weight != preset.weights.end())
            decision = withWeight(std::move(decision), k, weight->weight);
    }
    return decision;
}

QString rationaleOf(const Catalogue &catalogue, QStringView need, QStringView alternative)
{
    const QString key =
        alternative.isEmpty() ? need.toString() : QStringLiteral("%1/%2").arg(need, alternative);
    const auto found = std::find_if(catalogue.rationales.begin(), catalogue.rationales.end(),
                                    [&](const auto &each) { return each.first == key; });
    return found == catalogue.rationales.end() ? QString() : found->second;
}

} // namespace weighbridge::knowledge
