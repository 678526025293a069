// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/uncertain_cell.h"

namespace weighbridge::decision
{

UncertainCell uncertainCell(const Rating &rating, Doubt doubt)
{
    UncertainCell cell;
    if (!rating.level) {
        cell.kind = DrawKind{DrawKind::Shape::uniform, 0};
        cell.centre = (kLowestLevel + kHighestLevel) / 2;
        cell.scale = (kHighestLevel - kLowestLevel) / 2;
        return cell;
    }
    cell.centre = *rating.level;
    const Spread &spread = rating.spread;
    switch (spread.kind) {
    case Spread::Kind::byDoubt:
        cell.scale = ratingHalfWidth(doubt);
        cell.kind = DrawKind{DrawKind::Shape::triangular, 0};
        break;
    case Spread::Kind::triangular:
        cell.scale = spread.halfWidth;
        cell.kind = DrawKind{DrawKind::Shape::triangular, 0};
        break;
    case Spread::Kind::studentT:
        cell.scale = spread.standardError;
        cell.kind = spread.degreesOfFreedom > 0
                        ? DrawKind{DrawKind::Shape::studentT, spread.degreesOfFreedom}
                        : DrawKind{DrawKind::Shape::normal, 0};
        break;
    }
    if (cell.scale <= 0)
        cell.kind.reset();
    return cell;
}

double UncertainCell::variance() const
{
    if (!kind)
        return 0;
    const double square = scale * scale;
    const int df = kind->degreesOfFreedom;
    switch (kind->shape) {
    case DrawKind::Shape::triangular:
        return square / 6;
    case DrawKind::Shape::uniform:
        return square / 3;
    case DrawKind::Shape::studentT:
        return df > 2 ? square * df / (df - 2) : square;
    default:
        return square;
    }
}

} // namespace weighbridge::decision
