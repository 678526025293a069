// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weighbridge::widgets
{

/// Makes RatingEdit known to assistive technology as a slider from 1 to 5 in half steps, whose
/// value is also read in words. Called by RatingEdit itself; may be called any number of times.
void installRatingAccessibility();

} // namespace weighbridge::widgets
