// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/run_conditions.h"

#include <QByteArray>

namespace weighbridge::report
{

/// All figures of the runs as CSV (RFC 4180, UTF-8, a header line): a record for each target,
/// workload and quantity, full precision, the unit beside the value, low and high of its interval
/// empty where there is none, ids of the flags separated by blanks. A target without any figure has
/// one record that says so.
[[nodiscard]] QByteArray toCsv(const results::Runs &runs);

} // namespace weighbridge::report
