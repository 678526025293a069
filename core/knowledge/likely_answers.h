// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/catalogue.h"

#include <vector>

namespace weighbridge::knowledge
{

/// An answer that somebody may give, and how likely it is before they are asked.
struct LikelyAnswer {
    QString value; ///< as withAnswer() takes it
    double chance = 0;
};

/// The prior over the answers to `question`, which stands for all of them; the chances add up to 1.
/// Nobody has counted answers, so it claims as little as it can:
/// - choices are equally likely;
/// - the weight steps of a number are equally likely, each with one value that stands for it: the
///   geometric mean of its ends (half of the upper one where it begins at 0), at two digits. The
///   last step ends at four times its beginning. Where limits of rules cut a step, its parts share
///   its chance equally;
/// - a requirement without weight steps is as the catalogue's anchors have it, or a quarter or four
///   times that, equally likely.
[[nodiscard]] std::vector<LikelyAnswer> likelyAnswers(const Question &question,
                                                      const Catalogue &catalogue);

} // namespace weighbridge::knowledge
