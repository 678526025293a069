// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"
#include "core/decision/model/weights.h"

#include <vector>

namespace weighbridge::weighing
{

/// The judgements behind a comparison in pairs. Each is a step from −8 (the second matters nine
/// times as much) over 0 (equal) to 8 (the first matters nine times as much): Saaty's scale.
class PairJudgements
{
public:
    static constexpr int kGreatestStep = decision::WeightJudgements::kGreatestRatio - 1;
    static constexpr std::size_t kGreatestNeeds = decision::WeightJudgements::kMostInPairs;

    struct Pair {
        std::size_t first = 0;  ///< index into needs()
        std::size_t second = 0; ///< greater than first
        int step = 0;
    };

    /// Starts with the pairs that were judged, where the weights are those that follow from them;
    /// otherwise with what the present weights say. Then compares the needs that carry weight; of
    /// more than ten the heaviest, while the others keep their share.
    explicit PairJudgements(const decision::Decision &decision);

    [[nodiscard]] const std::vector<std::size_t> &needs() const { return m_needs; }
    [[nodiscard]] const std::vector<Pair> &pairs() const { return m_pairs; }
    /// Needs with weight that are too many to be compared.
    [[nodiscard]] std::size_t leftOut() const { return m_leftOut; }
    void setStep(std::size_t pair, int step) { m_pairs[pair].step = step; }
    /// The pair of two entries of needs().
    [[nodiscard]] std::size_t pairOf(std::size_t a, std::size_t b) const;

    [[nodiscard]] decision::PairwiseWeights weights() const;
    /// The same as the decision keeps it.
    [[nodiscard]] decision::WeightJudgements judgements(const decision::Decision &decision) const;
    /// Of the worst triad the judgement that fits all others together least.
    [[nodiscard]] std::optional<std::size_t> suspect() const;

private:
    [[nodiscard]] decision::JudgementMatrix matrix() const;
    void takeOver(const decision::Decision &decision);

    std::vector<std::size_t> m_needs;
    std::vector<Pair> m_pairs;
    std::size_t m_leftOut = 0;
};

/// "Go skill matters 3 times as much as hiring", "both matter equally".
[[nodiscard]] QString judgementText(const decision::Decision &decision,
                                    const PairJudgements &judgements, std::size_t pair);

} // namespace weighbridge::weighing
