// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/decision/model/decision.h"
#include "core/decision/model/weights.h"

#include <vector>

namespace weighbridge::decision
{

/// Pairs as a matrix over the needs that they name.
struct PairMatrix {
    std::vector<std::size_t> needs; ///< of the decision, in the order in which they are named
    JudgementMatrix judgements;
};

/// An error names the pair that is missing, judged twice or of a need that is not there.
[[nodiscard]] Result<PairMatrix> pairMatrix(const WeightJudgements &judgements,
                                            const Decision &decision);

/// The weights that follow from the judgements, parallel to the needs, on any scale. Of a rank or
/// of swings, needs that are not named get none; of pairs, they keep their share. An error says
/// what is missing. Precondition: the method is not byHand.
[[nodiscard]] Result<std::vector<double>> weightsFrom(const WeightJudgements &judgements,
                                                      const Decision &decision);

/// Whether the weights of the decision are those that follow from its judgements.
[[nodiscard]] bool judgementsHold(const Decision &decision);

/// "Hiring matters 3 times as much as Memory", "Hiring and Memory matter equally".
[[nodiscard]] QString judgementText(const QString &first, const QString &second, double times);

/// What the weights were made from, one sentence ("Weights from an order: Memory, then Hiring and
/// Cost."); empty where they were set by hand or have been changed since.
[[nodiscard]] QString judgementsText(const Decision &decision);

/// Which three of the pairs go together least, with the consistency ratio, one sentence; empty
/// where they go together well enough, and for other methods.
[[nodiscard]] QString contradictionIn(const WeightJudgements &judgements,
                                      const Decision &decision);

} // namespace weighbridge::decision
