// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace weighbridge
{

/// One record by RFC 4180, with its line break: what holds a comma, a quote or a line break stands
/// in quotes. A cell that a spreadsheet would take for a formula (it begins with = + - @ or a
/// control character, and is no number) gets an apostrophe before it, so that a name in somebody's
/// file computes nothing.
[[nodiscard]] QString csvLine(const QStringList &cells);

} // namespace weighbridge
