// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/group.h"
#include "ui/charts/chart_look.h"

namespace weighbridge::charts
{

/// Share of the weight that each person gives to each need, widest apart first: a span from the
/// least to the greatest, a ring for each person, a tick for the group.
void paintDisagreements(QPainter &painter, const QRectF &rect, const decision::Decision &decision,
                        const decision::GroupView &group, const ChartLook &look);
[[nodiscard]] double disagreementsHeight(std::size_t needs, const ChartLook &look);
/// "Fast MVP build: 5% to 30%; …".
[[nodiscard]] QString disagreementsText(const decision::Decision &decision,
                                        const decision::GroupView &group);

} // namespace weighbridge::charts
