// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/runs/benchmark_run.h"
#include "core/measure/runs/schedule.h"

namespace weighbridge::measure
{

/// Turns what happens in a run into RunProgress: how much is done, how long it will still take, in
/// words.
class ProgressTracker
{
public:
    ProgressTracker(const results::BenchmarkPlan &plan, const Observer &observer);

    void preparing(const QString &target, const QString &text);
    void setLaunches(const std::vector<Launch> &launches);
    void phase(Phase phase, const Launch &launch, double elapsedSeconds, double lengthSeconds);
    void launchDone();
    void failed(const QString &target, const QString &text);
    void finished(bool cancelled);

private:
    void send();

    const results::BenchmarkPlan m_plan;
    const Observer &m_observer;
    std::vector<Launch> m_launches;
    std::size_t m_done = 0;
    double m_launchSeconds = 0; ///< planned length of one launch
    RunProgress m_progress;
};

} // namespace weighbridge::measure
