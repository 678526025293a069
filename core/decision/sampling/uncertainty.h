// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/exact/scoring.h"

#include <vector>

namespace weighbridge::decision
{

/// Density of first − second over the draws, for the picture.
struct DifferenceDensity {
    std::vector<double> difference; ///< ascending, symmetric around 0
    std::vector<double> density;
    double pointEstimate = 0;
    bool operator==(const DifferenceDensity &) const = default;
};

/// What the doubt about ratings and weights does to the ranking.
struct Uncertainty {
    std::vector<double> chanceBest;            ///< b_i¹; ties share, so they sum to 1
    std::vector<double> chanceError;           ///< Monte Carlo standard error; 0 where exact
    std::vector<std::vector<double>> pairwise; ///< P(i beats j); c_ij + c_ji = 1
    std::vector<float> differences; ///< first − second, one for each draw; empty where exact
    int draws = 0;                  ///< 0: exact
};

/// True where only ratings are in doubt, all normal: one need carries all the weight.
[[nodiscard]] bool isExactlySolvable(const Decision &decision, const ScoreTable &table);

/// At the weights as set, each rating as a normal of its own variance, by quadrature: exact where
/// isExactlySolvable, the honest centre of the picture otherwise.
[[nodiscard]] Uncertainty atFixedWeights(const Decision &decision, const ScoreTable &table);

/// SMAA (Lahdelma & Salminen, Operations Research 49(3), 2001) over ratings and weights, `draws`
/// common random draws: judged cells triangular, unknown cells uniform between the anchors,
/// measured cells Student-t, weights as the WeightModel says, where a weight of 0 stays 0. Nothing
/// is clipped. At most 2³² draws.
[[nodiscard]] Uncertainty sampleUncertainty(const Decision &decision, const ScoreTable &table,
                                            std::size_t first, std::size_t second, int draws,
                                            int threads = 1);

/// Density of the sampled differences, on ±max(0.5, |mean| + 4σ).
[[nodiscard]] DifferenceDensity differenceDensity(const Uncertainty &uncertainty,
                                                  double pointEstimate);

} // namespace weighbridge::decision
