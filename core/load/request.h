// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/plan.h"

#include <optional>
#include <string>

namespace weighbridge::load
{

/// The bytes of `plan.request` as they go on the wire, made once and sent many times. None when a
/// part of the request would break out of its line or names no method or target.
[[nodiscard]] std::optional<std::string> requestBytes(const Plan &plan);

} // namespace weighbridge::load
