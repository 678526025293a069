// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/likely_answers.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

/// How far an open end is taken to reach, as a multiple of where it begins.
constexpr double kOpenEnd = 4;
/// "At most 500" and "from 501 on" are one border, not a stretch of their own between them.
constexpr double kSameBorder = 1.05;

/// From `least` up to, but not including, `end`.
struct Stretch {
    double least = 0;
    double end = 0;
    double chance = 0;
};

std::vector<LikelyAnswer> equallyLikely(const std::vector<QString> &values)
{
    std::vector<LikelyAnswer> answers;
    for (const QString &value : values)
        answers.push_back({value, 1.0 / static_cast<double>(values.size())});
    return answers;
}

QString numberText(double number)
{
    return QString::number(number, 'g', 12);
}

/// Where rules tell numbers apart: each limit begins a stretch.
std::vector<double> limitsOfRules(const Question &question, const Catalogue &catalogue)
{
    std::vector<double> limits;
    for (const Rule &rule : catalogue.rules) {
        for (const Condition &condition : rule.when) {
            if (condition.question == question.id)
                limits.push_back(condition.number);
        }
    }
    std::sort(limits.begin(), limits.end());
    limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
    return limits;
}

/// `whole` cut at those of `limits` that lie within it; the parts share its chance.
std::vector<Stretch> cut(const Stretch &whole, const std::vector<double> &limits)
{
    std::vector<double> ends{whole.least};
    for (const double limit : limits) {
        if (limit > whole.least * kSameBorder && limit * kSameBorder < whole.end)
            ends.push_back(limit);
    }
    ends.push_back(whole.end);
    const double chance = whole.chance / static_cast<double>(ends.size() - 1);
    std::vector<Stretch> parts;
    for (std::size_t i = 0; i + 1 < ends.size(); ++i)
        parts.push_back({ends[i], ends[i + 1], chance});
    return parts;
}

double openEnd(const Question &question, double from)
{
    return from > 0 ? std::min(question.greatest, kOpenEnd * from) : question.greatest;
}

/// The stretches of the weight steps; without any, one that ends behind the last limit of a rule.
std::vector<Stretch> stretchesOf(const Question &question, const Catalogue &catalogue)
{
    const std::vector<double> limits = limitsOfRules(question, catalogue);
    std::vector<Stretch> stretches;
    if (question.steps.empty()) {
        std::vector<double> begins{question.least};
        begins.insert(begins.end(), limits.begin(), limits.end());
        for (std::size_t i = 0; i < begins.size(); ++i)
            stretches.push_back(
                {begins[i], i + 1 < begins.size() ? begins[i + 1] : openEnd(question, begins[i]),
                 1.0 / static_cast<double>(begins.size())});
        return stretches;
    }
    const auto &steps = question.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Stretch whole{steps[i].least,
                            i + 1 < steps.size() ? steps[i + 1].least
                                                 : openEnd(question, steps[i].least),
                            1.0 / static_cast<double>(steps.size())};
        const std::vector<Stretch> parts = cut(whole, limits);
        stretches.insert(stretches.end(), parts.begin(), parts.end());
    }
    return stretches;
}

/// The value that stands for a stretch: within it, and one that a person would say.
double middleOf(const Stretch &stretch)
{
    const double middle =
        stretch.least > 0 ? std::sqrt(stretch.least * stretch.end) : stretch.end / 2;
    const double digits = std::pow(10, std::max(0.0, std::floor(std::log10(middle)) - 1));
    const double rounded = std::round(middle / digits) * digits;
    return rounded > stretch.least && rounded < stretch.end ? rounded : middle;
}

std::vector<LikelyAnswer> likelyRequirements(const Question &question, const Anchors &anchors)
{
    const double usual = std::sqrt(anchors.lowest * anchors.highest);
    std::vector<QString> values;
    for (const double factor : {0.25, 1.0, 4.0})
        values.push_back(numberText(std::clamp(usual * factor, question.least, question.greatest)));
    return equallyLikely(values);
}

} // namespace

std::vector<LikelyAnswer> likelyAnswers(const Question &question, const Catalogue &catalogue)
{
    if (question.kind == Question::Kind::choice) {
        std::vector<QString> ids;
        for (const Choice &choice : question.choices)
            ids.push_back(choice.id);
        return equallyLikely(ids);
    }
    const Need *need = catalogue.languages.findNeed(question.need);
    if (question.steps.empty() && question.steersAnchors && need && need->anchors)
        return likelyRequirements(question, *need->anchors);
    std::vector<LikelyAnswer> answers;
    for (const Stretch &stretch : stretchesOf(question, catalogue))
        answers.push_back({numberText(middleOf(stretch)), stretch.chance});
    return answers;
}

} // namespace weighbridge::knowledge
