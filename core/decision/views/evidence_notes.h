// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <QDate>

#include <vector>

namespace weighbridge::decision
{

/// Measurements older than this are called stale.
inline constexpr int kStaleAfterDays = 90;

/// Remarks on measured ratings that are stale at `today` or come from another machine than
/// `machine` (a fingerprint) or from more than one, and on needs whose measured ratings come from
/// different runs. An invalid date, an empty machine: not judged.
[[nodiscard]] std::vector<QString> evidenceNotes(const Decision &decision, const QDate &today,
                                                 const QString &machine);

} // namespace weighbridge::decision
