// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace weighbridge::load
{

using Clock = std::chrono::steady_clock;
using Time = Clock::time_point;

} // namespace weighbridge::load
