// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/decision.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace weighbridge::decision
{

QString doubtName(Doubt doubt)
{
    switch (doubt) {
    case Doubt::little:
        return QStringLiteral("little");
    case Doubt::some:
        return QStringLiteral("some");
    case Doubt::lot:
        return QStringLiteral("lot");
    }
    Q_UNREACHABLE();
}

std::optional<Doubt> doubtFromName(QStringView name)
{
    for (const Doubt each : {Doubt::little, Doubt::some, Doubt::lot}) {
        if (name == doubtName(each))
            return each;
    }
    return std::nullopt;
}

// "Some" is calibrated: at the article's table with weights 7, 4, 6, 6, 7, 5 the two sources of
// doubt then weigh about equally (variance 0.057 from the ratings, 0.061 from the weights, of a
// lead of 0.143) and Go is best in about 66 of 100 worlds. "Little" and "a lot" halve and double
// the standard deviation of both.
double ratingHalfWidth(Doubt doubt)
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

double weightConcentration(Doubt doubt)
{
    switch (doubt) {
    case Doubt::little:
        return 320;
    case Doubt::some:
        return 80;
    case Doubt::lot:
        return 20;
    }
    Q_UNREACHABLE();
}

QString levelName(Level level)
{
    switch (level) {
    case Level::languages:
        return QStringLiteral("languages");
    case Level::frameworks:
        return QStringLiteral("frameworks");
    case Level::own:
        return QStringLiteral("own");
    }
    Q_UNREACHABLE();
}

std::optional<Level> levelFromName(QStringView name)
{
    for (const Level each : {Level::languages, Level::frameworks, Level::own}) {
        if (name == levelName(each))
            return each;
    }
    return std::nullopt;
}

QString weightModelName(WeightModel::Kind kind)
{
    switch (kind) {
    case WeightModel::Kind::aroundMine:
        return QStringLiteral("around_mine");
    case WeightModel::Kind::order:
        return QStringLiteral("order");
    case WeightModel::Kind::bounds:
        return QStringLiteral("bounds");
    case WeightModel::Kind::any:
        return QStringLiteral("any");
    }
    Q_UNREACHABLE();
}

std::optional<WeightModel::Kind> weightModelFromName(QStringView name)
{
    using Kind = WeightModel::Kind;
    for (const Kind each : {Kind::aroundMine, Kind::order, Kind::bounds, Kind::any}) {
        if (name == weightModelName(each))
            return each;
    }
    return std::nullopt;
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
            count += rating.sourceLevel && rating.level != rating.sourceLevel ? 1 : 0;
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

namespace
{

/// Levels and raw values beyond this are no ratings: their sums would no longer be finite.
constexpr double kGreatestMagnitude = 1e6;

bool isUsable(double value)
{
    return std::isfinite(value) && std::abs(value) <= kGreatestMagnitude;
}

QString defectOfAnchors(const Need &need)
{
    if (!need.anchors)
        return {};
    const Anchors &anchors = *need.anchors;
    if (!std::isfinite(anchors.lowest) || !std::isfinite(anchors.highest))
        return QStringLiteral("an anchor of '%1' is not a number").arg(need.name);
    if (anchors.lowest == anchors.highest)
        return QStringLiteral("the anchors of '%1' are equal").arg(need.name);
    const bool logarithmic = anchors.scale == Anchors::Scale::logarithmic;
    if (logarithmic && (anchors.lowest <= 0 || anchors.highest <= 0))
        return QStringLiteral("an anchor of '%1' is not positive, but its scale is logarithmic")
            .arg(need.name);
    return {};
}

QString defectOfRating(const Need &need, const Alternative &alternative, const Rating &rating)
{
    const QString cell = QStringLiteral("'%1' of '%2'").arg(need.name, alternative.name);
    if (rating.level && !isUsable(*rating.level))
        return QStringLiteral("rating %1 is not a usable number").arg(cell);
    if (rating.raw && !std::isfinite(*rating.raw))
        return QStringLiteral("measured value %1 is not a number").arg(cell);
    const Spread &spread = rating.spread;
    if (!isUsable(spread.halfWidth) || !isUsable(spread.standardError) || spread.halfWidth < 0 ||
        spread.standardError < 0 || spread.degreesOfFreedom < 0)
        return QStringLiteral("spread of rating %1 is negative or not a usable number").arg(cell);
    return {};
}

QString defectOfNeed(const Decision &decision, const Need &need)
{
    if (!std::isfinite(need.weight))
        return QStringLiteral("weight of '%1' is not a number").arg(need.name);
    if (need.weight < 0)
        return QStringLiteral("weight of '%1' is negative").arg(need.name);
    if (need.weight > kGreatestWeight)
        return QStringLiteral("weight of '%1' is greater than %2")
            .arg(need.name, QString::number(kGreatestWeight));
    if (const QString defect = defectOfAnchors(need); !defect.isEmpty())
        return defect;
    if (need.ratings.size() != decision.alternatives.size())
        return QStringLiteral("'%1' has %2 ratings for %3 alternatives")
            .arg(need.name)
            .arg(need.ratings.size())
            .arg(decision.alternatives.size());
    for (std::size_t i = 0; i < need.ratings.size(); ++i) {
        const QString defect = defectOfRating(need, decision.alternatives[i], need.ratings[i]);
        if (!defect.isEmpty())
            return defect;
    }
    return {};
}

} // namespace

QString firstDefect(const Decision &decision)
{
    QSet<QString> ids;
    for (const Alternative &alternative : decision.alternatives) {
        if (alternative.id.isEmpty())
            return QStringLiteral("alternative '%1' has no id").arg(alternative.name);
        if (ids.contains(alternative.id))
            return QStringLiteral("two alternatives have the id '%1'").arg(alternative.id);
        ids.insert(alternative.id);
    }
    ids.clear();
    for (const Need &need : decision.needs) {
        if (need.id.isEmpty())
            return QStringLiteral("need '%1' has no id").arg(need.name);
        if (ids.contains(need.id))
            return QStringLiteral("two needs have the id '%1'").arg(need.id);
        ids.insert(need.id);
        if (const QString defect = defectOfNeed(decision, need); !defect.isEmpty())
            return defect;
    }
    return {};
}

} // namespace weighbridge::decision
