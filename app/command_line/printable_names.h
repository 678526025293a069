// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

namespace weighbridge::app
{

/// The decision with names that a terminal shows and nothing else: in the middle of a sentence a
/// line feed within a name could not be told from the end of the line any more. For texts alone;
/// what is saved or goes to a program keeps its names.
[[nodiscard]] decision::Decision withPrintableNames(decision::Decision decision);

} // namespace weighbridge::app
