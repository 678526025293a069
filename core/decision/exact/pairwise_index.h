// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace weighbridge::decision
{

/// P(w·d > 0) for weights uniform on the simplex: how much of all conceivable weightings prefers
/// the first of two alternatives whose ratings differ by `differences`. Exact, by the stable
/// recursion of Varsi (Pacific J. Math. 46, 1973) and Ali (Pacific J. Math. 49, 1973); the textbook
/// form with divided differences breaks down where two differences are near each other. All 0: a
/// tie, ½.
[[nodiscard]] double winningIndex(const std::vector<double> &differences);

/// The same for weights that are only known to fall, w_1 ≥ w_2 ≥ …, in the order of `differences`.
[[nodiscard]] double winningIndexInOrder(const std::vector<double> &differences);

} // namespace weighbridge::decision
