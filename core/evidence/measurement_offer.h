// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/measured_evidence.h"

namespace weighbridge::evidence
{

/// What stored runs have for a decision that does not hold it yet. The window and the command line
/// offer the same in the same words.
struct MeasurementOffer {
    Proposals news;
    int needs = 0;    ///< how many would be rated otherwise
    QString sentence; ///< "3 needs could be rated from measurements in this project"; empty for 0
};

[[nodiscard]] MeasurementOffer offerOf(const decision::Decision &decision,
                                       const results::Runs &runs);

/// What applying `proposals` does and what is to be known of it, one sentence each.
[[nodiscard]] QStringList appliedText(const Proposals &proposals, const results::Runs &runs);

} // namespace weighbridge::evidence
