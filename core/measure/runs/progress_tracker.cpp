// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/runs/progress_tracker.h"

#include "core/base/duration.h"
#include "core/measure/process/words.h"
#include "core/measure/runs/estimate.h"

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

QString phaseText(Phase phase, const Launch &launch, int rounds)
{
    const auto of = [&](const QString &what) {
        return Words::tr("%1 %2, round %3 of %4")
            .arg(what, launch.target)
            .arg(launch.round)
            .arg(rounds);
    };
    switch (phase) {
    case Phase::preparing:
        return of(QStringLiteral("Preparing"));
    case Phase::starting:
        return of(QStringLiteral("Starting"));
    case Phase::checking:
        return of(Words::tr("Checking the answers of"));
    case Phase::warmingUp:
        return of(QStringLiteral("Warming up"));
    case Phase::measuring:
        return of(QStringLiteral("Measuring"));
    case Phase::stopping:
        return of(QStringLiteral("Stopping"));
    case Phase::finished:
    case Phase::failed:
        break;
    }
    return of(QStringLiteral("Finished"));
}

} // namespace

ProgressTracker::ProgressTracker(const results::BenchmarkPlan &plan, const Observer &observer)
    : m_plan(plan), m_observer(observer), m_launchSeconds(seconds(launchTime(plan)))
{
    m_progress.targetCount = static_cast<int>(plan.targets.size());
    m_progress.roundCount = plan.rounds;
    m_progress.secondsLeft = seconds(estimatedTime(plan));
}

void ProgressTracker::send()
{
    if (m_observer.progress)
        m_observer.progress(m_progress);
}

void ProgressTracker::preparing(const QString &target, const QString &text)
{
    m_progress.phase = Phase::preparing;
    m_progress.target = target;
    m_progress.targetNumber = static_cast<int>(m_plan.targets.indexOf(target)) + 1;
    m_progress.text = text;
    send();
}

void ProgressTracker::setLaunches(const std::vector<Launch> &launches)
{
    m_launches = launches;
    m_progress.targetCount = static_cast<int>(launches.size()) / std::max(1, m_plan.rounds);
}

void ProgressTracker::phase(Phase phase, const Launch &launch, double elapsedSeconds,
                            double lengthSeconds)
{
    m_progress.phase = phase;
    m_progress.target = launch.target;
    m_progress.round = launch.round;
    m_progress.targetNumber = static_cast<int>(m_done) % std::max(1, m_progress.targetCount) + 1;
    m_progress.phaseSeconds = elapsedSeconds;
    m_progress.phaseLength = lengthSeconds;
    m_progress.text = phaseText(phase, launch, m_plan.rounds);

    const double warmUp = std::max(0.0, m_launchSeconds - seconds(m_plan.duration));
    double inLaunch = 0;
    if (phase == Phase::warmingUp)
        inLaunch = std::min(elapsedSeconds, warmUp);
    else if (phase == Phase::measuring)
        inLaunch = warmUp + (m_launchSeconds - warmUp) *
                                (lengthSeconds > 0 ? elapsedSeconds / lengthSeconds : 0);
    else if (phase == Phase::stopping)
        inLaunch = m_launchSeconds;
    const double all =
        m_launchSeconds * static_cast<double>(std::max<std::size_t>(1, m_launches.size()));
    const double done =
        m_launchSeconds * static_cast<double>(m_done) + std::min(inLaunch, m_launchSeconds);
    // Never backwards: the checks before and after the load are one phase.
    m_progress.fractionDone = std::max(m_progress.fractionDone, std::min(1.0, done / all));
    m_progress.secondsLeft = all * (1 - m_progress.fractionDone);
    send();
}

void ProgressTracker::launchDone()
{
    ++m_done;
}

void ProgressTracker::failed(const QString &target, const QString &text)
{
    m_progress.phase = Phase::failed;
    m_progress.target = target;
    m_progress.text = text;
    send();
}

void ProgressTracker::finished(bool cancelled)
{
    m_progress.phase = Phase::finished;
    m_progress.target.clear();
    m_progress.fractionDone = cancelled ? m_progress.fractionDone : 1;
    m_progress.secondsLeft = 0;
    m_progress.text = cancelled ? QStringLiteral("Cancelled") : QStringLiteral("Finished");
    send();
}

} // namespace weighbridge::measure
