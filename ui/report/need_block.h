// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report_document.h"

#include <QStringList>

namespace weighbridge::report_page
{

/// Header and one row for each need: weight, pips and words for each alternative.
[[nodiscard]] std::vector<Block> needBlocks(const decision::Decision &decision,
                                            const decision::Analysis &analysis);
/// What has to be said below the table: errors of the source, unknown ratings.
[[nodiscard]] QStringList needFootnotes(const decision::Decision &decision);

} // namespace weighbridge::report_page
