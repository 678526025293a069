// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weighbridge::measure
{

/// Where one launch of a target stands, or the run around it.
enum class Phase {
    preparing,
    starting,
    checking,
    warmingUp,
    measuring,
    stopping,
    finished,
    failed
};

} // namespace weighbridge::measure
