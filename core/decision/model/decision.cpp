// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/decision.h"

#include "core/decision/model/words.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace weighbridge::decision
{

// "Some" is calibrated: at the article's table with weights 7, 4, 6, 6, 7, 5 the two sources of
// doubt then weigh about equally (variance 0.057 from the ratings, 0.061 from the weights, of a
// lead of 0.143) and Go is best in about 66 of 100 worlds. "Little" and "a lot" halve and double
// the standard deviation of both.
double halfWidthOf(Doubt doubt)
{
    switch (doubt) {
    case Doubt::little:
        return 0.5;
    case Doubt::some:
        return 1;
    case Doubt::lot:
        return 2;
    }
    Q_UNREACHABLE();
}

std::optional<double> valueOf(const CapacitySetting &setting, CapacityField field)
{
    switch (field) {
    case CapacityField::peak:
        return setting.peakRequestsPerSecond;
    case CapacityField::p99Target:
        return setting.p99TargetMs;
    case CapacityField::memoryPerInstance:
        if (setting.memoryMibPerInstance == CapacitySetting().memoryMibPerInstance)
            return std::nullopt;
        return setting.memoryMibPerInstance;
    }
    Q_UNREACHABLE();
}

void setValue(CapacitySetting &setting, CapacityField field, std::optional<double> value)
{
    switch (field) {
    case CapacityField::peak:
        setting.peakRequestsPerSecond = value;
        return;
    case CapacityField::p99Target:
        setting.p99TargetMs = value;
        return;
    case CapacityField::memoryPerInstance:
        setting.memoryMibPerInstance = value.value_or(CapacitySetting().memoryMibPerInstance);
        return;
    }
}

double Decision::ratingHalfWidth() const
{
    return exactDoubt.value_or(halfWidthOf(doubt));
}

void Decision::setRatingHalfWidth(double halfWidth)
{
    exactDoubt = halfWidth;
    for (const Doubt named : {Doubt::little, Doubt::some, Doubt::lot}) {
        if (halfWidthOf(named) != halfWidth)
            continue;
        doubt = named;
        exactDoubt.reset();
    }
}

double Decision::weightConcentration() const
{
    constexpr double kAtOneLevel = 80;
    return kAtOneLevel / (ratingHalfWidth() * ratingHalfWidth());
}

const Need *Decision::findNeed(QStringView id) const
{
    const auto found =
        std::find_if(needs.begin(), needs.end(), [&](const Need &need) { return need.id == id; });
    return found == needs.end() ? nullptr : &*found;
}

Need *Decision::findNeed(QStringView id)
{
    return const_cast<Need *>(std::as_const(*this).findNeed(id));
}

std::optional<std::size_t> Decision::alternativeIndex(QStringView id) const
{
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        if (alternatives[i].id == id)
            return i;
    }
    return std::nullopt;
}

int Decision::editedRatings() const
{
    int count = 0;
    for (const Need &need : needs) {
        for (const Rating &rating : need.ratings)
            count += rating.differsFromSource() ? 1 : 0;
    }
    return count;
}

int Decision::sourceRatings() const
{
    int count = 0;
    for (const Need &need : needs) {
        for (const Rating &rating : need.ratings)
            count += rating.sourceLevel ? 1 : 0;
    }
    return count;
}

bool isUsableLevel(double level)
{
    constexpr double kGreatestMagnitude = 1e6;
    return std::isfinite(level) && std::abs(level) <= kGreatestMagnitude;
}

namespace
{

QString defectOfAnchors(const QString &need, const std::optional<Anchors> &anchors)
{
    if (!anchors)
        return {};
    if (!std::isfinite(anchors->lowest) || !std::isfinite(anchors->highest))
        return Words::tr("an anchor of '%1' is not a number").arg(need);
    if (anchors->lowest == anchors->highest)
        return Words::tr("the anchors of '%1' are equal").arg(need);
    const bool logarithmic = anchors->scale == Anchors::Scale::logarithmic;
    if (logarithmic && (anchors->lowest <= 0 || anchors->highest <= 0))
        return Words::tr("an anchor of '%1' is not positive, but its scale is logarithmic")
            .arg(need);
    return {};
}

QString defectOfRating(const QString &need, const Alternative &alternative, const Rating &rating)
{
    const QString cell = QStringLiteral("'%1' of '%2'").arg(need, alternative.name);
    if (rating.level && !isUsableLevel(*rating.level))
        return Words::tr("rating %1 is not a usable number").arg(cell);
    if (rating.level && (*rating.level < kLowestLevel || *rating.level > kHighestLevel))
        return Words::tr("rating %1 is %2; levels go from %3 to %4")
            .arg(cell, QString::number(*rating.level), QString::number(kLowestLevel),
                 QString::number(kHighestLevel));
    if (rating.raw && !std::isfinite(*rating.raw))
        return Words::tr("measured value %1 is not a number").arg(cell);
    const Spread &spread = rating.spread;
    if (!isUsableLevel(spread.halfWidth) || !isUsableLevel(spread.standardError) ||
        spread.halfWidth < 0 || spread.standardError < 0 || spread.degreesOfFreedom < 0 ||
        !isUsableLevel(spread.factor) || spread.factor < 1 ||
        !(spread.commonDrift >= 0 && spread.commonDrift <= 1))
        return Words::tr("spread of rating %1 is negative or not a usable number").arg(cell);
    return {};
}

QString defectOfRatings(const QString &need, const std::vector<Alternative> &alternatives,
                        const std::vector<Rating> &ratings)
{
    if (ratings.size() != alternatives.size())
        return QStringLiteral("'%1' has %2 ratings for %3 alternatives")
            .arg(need)
            .arg(ratings.size())
            .arg(alternatives.size());
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        if (QString defect = defectOfRating(need, alternatives[i], ratings[i]); !defect.isEmpty())
            return defect;
    }
    return {};
}

QString defectOfWeight(const QString &need, double weight)
{
    if (!std::isfinite(weight))
        return Words::tr("weight of '%1' is not a number").arg(need);
    if (weight < 0)
        return Words::tr("weight of '%1' is negative").arg(need);
    if (weight > kGreatestWeight)
        return Words::tr("weight of '%1' is greater than %2")
            .arg(need, QString::number(kGreatestWeight));
    return {};
}

QString defectOfLimits(const Need &need)
{
    if (need.mustReach && !isUsableLevel(*need.mustReach))
        return Words::tr("must-have level of '%1' is not a usable number").arg(need.name);
    if (!need.shareBounds)
        return {};
    const auto [least, greatest] = *need.shareBounds;
    if (!(least >= 0 && least <= greatest && greatest <= 1))
        return Words::tr("bounds of the share of '%1' are not 0 ≤ least ≤ greatest ≤ 1")
            .arg(need.name);
    return {};
}

QString defectOfNeed(const Decision &decision, const Need &need)
{
    for (const QString &defect :
         {defectOfWeight(need.name, need.weight),
          defectOfWeight(need.name, need.weightBeforeRules.value_or(0)),
          defectOfAnchors(need.name, need.anchors),
          defectOfAnchors(need.name, need.anchorsBeforeAnswers), defectOfLimits(need),
          defectOfRatings(need.name, decision.alternatives, need.ratings)}) {
        if (!defect.isEmpty())
            return defect;
    }
    return {};
}

/// `element` names one of the list: "alternative".
template <typename List> QString defectOfIds(const List &list, const char *element)
{
    QSet<QString> ids;
    for (const auto &each : list) {
        if (each.id.isEmpty())
            return Words::tr("%1 '%2' has no id").arg(QLatin1String(element), each.name);
        if (ids.contains(each.id))
            return Words::tr("two %1s have the id '%2'").arg(QLatin1String(element), each.id);
        ids.insert(each.id);
    }
    return {};
}

QString defectOfShelf(const std::vector<ShelvedComparison> &shelf)
{
    for (const ShelvedComparison &shelved : shelf) {
        if (QString defect = defectOfIds(shelved.alternatives, "alternative"); !defect.isEmpty())
            return defect;
        for (const ShelvedComparison::Row &row : shelved.rows) {
            QString defect = defectOfRatings(row.need, shelved.alternatives, row.ratings);
            if (!defect.isEmpty())
                return defect;
        }
    }
    return {};
}

QString defectOfWeights(const std::vector<NeedWeight> &weights)
{
    for (const NeedWeight &each : weights) {
        if (QString defect = defectOfWeight(each.need, each.weight); !defect.isEmpty())
            return defect;
    }
    return {};
}

bool isAmount(double value)
{
    return isUsableLevel(value) && value >= 0;
}

QString defectOfPeopleAndParts(const Decision &decision)
{
    for (const Person &person : decision.people) {
        if (!isAmount(person.influence))
            return Words::tr("influence of '%1' is negative or not a usable number")
                .arg(person.name);
        if (QString defect = defectOfWeights(person.weights); !defect.isEmpty())
            return QStringLiteral("%1 (%2)").arg(defect, person.name);
    }
    for (const Part &part : decision.parts) {
        if (!isAmount(part.shareOfLoad))
            return Words::tr("share of load of '%1' is negative or not a usable number")
                .arg(part.name);
        if (QString defect = defectOfWeights(part.weights); !defect.isEmpty())
            return QStringLiteral("%1 (%2)").arg(defect, part.name);
    }
    if (!isAmount(decision.furtherLanguageCost))
        return Words::tr("cost of a further language is negative or not a usable number");
    return {};
}

QString defectOfJudgements(const WeightJudgements &judgements)
{
    for (const auto &[need, points] : judgements.swings) {
        if (!(points >= 0 && points <= WeightJudgements::kGreatestPoints))
            return Words::tr("points of '%1' are not 0 to 100").arg(need);
    }
    for (const auto &[first, second, times] : judgements.pairs) {
        if (times < 1 || times > WeightJudgements::kGreatestRatio)
            return Words::tr("judgement of '%1' against '%2' is not 1 to 9").arg(first, second);
    }
    return {};
}

/// What a change of the interview would bring back must be usable as well.
QString defectOfEffects(const std::vector<Effect> &effects)
{
    for (const Effect &effect : effects) {
        const bool isLevel = effect.kind == Effect::Kind::threshold;
        const bool isUsable = isLevel ? isUsableLevel(effect.from) && isUsableLevel(effect.to)
                                      : std::isfinite(effect.from) && std::isfinite(effect.to);
        if (!isUsable)
            return Words::tr("an effect of '%1' is not a usable number").arg(effect.origin);
    }
    return {};
}

QString defectOfCapacity(const CapacitySetting &capacity)
{
    constexpr double kGreatest = 1e12;
    const auto isPositive = [](double value) { return value > 0 && value <= kGreatest; };
    if (capacity.peakRequestsPerSecond && !isPositive(*capacity.peakRequestsPerSecond))
        return Words::tr("peak of the capacity is not more than 0");
    if (capacity.p99TargetMs && !isPositive(*capacity.p99TargetMs))
        return Words::tr("p99 target of the capacity is not more than 0");
    if (!isPositive(capacity.headroom) || !isPositive(capacity.coresPerInstance) ||
        !isPositive(capacity.memoryMibPerInstance))
        return Words::tr("headroom, cores or memory of an instance is not more than 0");
    if (!(capacity.pricePerInstanceMonth >= 0 && capacity.pricePerInstanceMonth <= kGreatest))
        return Words::tr("price of an instance is negative or not a number");
    return {};
}

} // namespace

Decision::Decision() = default;
Decision::Decision(const Decision &) = default;
Decision::Decision(Decision &&) noexcept = default;
Decision &Decision::operator=(const Decision &) = default;
Decision &Decision::operator=(Decision &&) noexcept = default;
Decision::~Decision() = default;
bool Decision::operator==(const Decision &) const = default;

QString firstDefect(const Decision &decision)
{
    for (const QString &defect :
         {defectOfIds(decision.alternatives, "alternative"), defectOfIds(decision.needs, "need"),
          defectOfIds(decision.people, "person"), defectOfIds(decision.parts, "part")}) {
        if (!defect.isEmpty())
            return defect;
    }
    for (const Need &need : decision.needs) {
        if (QString defect = defectOfNeed(decision, need); !defect.isEmpty())
            return defect;
    }
    if (const double width = decision.ratingHalfWidth(); !(width > 0 && isUsableLevel(width)))
        return Words::tr("the half-width of judged ratings is not more than 0");
    if (!(decision.judgementCorrelation >= 0 && decision.judgementCorrelation <= 1))
        return Words::tr("the correlation of judged ratings is not within 0–1");
    for (const QString &defect :
         {defectOfShelf(decision.shelf), defectOfEffects(decision.effects),
          defectOfJudgements(decision.weightJudgements), defectOfPeopleAndParts(decision),
          defectOfCapacity(decision.capacity)}) {
        if (!defect.isEmpty())
            return defect;
    }
    return {};
}

} // namespace weighbridge::decision
