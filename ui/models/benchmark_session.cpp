// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/benchmark_session.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace weighbridge::models
{

namespace
{
constexpr int kCollectIntervalMs = 200;
constexpr int kLogLines = 2000;

double fractionOf(const measure::Progress &progress, const TargetTrack &track)
{
    if (progress.roundCount <= 0)
        return 0;
    const double inPhase = progress.phase == measure::Phase::measuring && progress.phaseLength > 0
                               ? std::min(1.0, progress.phaseSeconds / progress.phaseLength)
                               : 0;
    return (std::max(0, track.round - 1) + inPhase) / progress.roundCount;
}

TargetTrack trackOf(const measure::TargetResult &result, bool cancelled)
{
    TargetTrack track;
    track.result = result;
    track.latency = result.latency;
    if (!result.rounds.empty()) {
        track.round = result.rounds.back().number;
        track.samples = result.rounds.back().samples;
    }
    switch (result.state) {
    case measure::TargetState::measured:
        track.state = TargetTrack::State::done;
        track.fraction = 1;
        break;
    case measure::TargetState::partial:
        track.state = cancelled ? TargetTrack::State::cancelled : TargetTrack::State::failed;
        break;
    case measure::TargetState::failed:
        track.state = TargetTrack::State::failed;
        break;
    case measure::TargetState::notRun:
        track.state = cancelled ? TargetTrack::State::cancelled : TargetTrack::State::waiting;
        break;
    }
    return track;
}
} // namespace

BenchmarkSession::BenchmarkSession(QObject *parent) : QObject(parent)
{
    m_collectTimer.setInterval(kCollectIntervalMs);
    connect(&m_collectTimer, &QTimer::timeout, this, &BenchmarkSession::collect);
    connect(&m_survey, &QFutureWatcherBase::finished, this, [this] {
        const Survey survey = m_survey.result();
        m_toolchains = survey.toolchains;
        m_targets = survey.targets;
        Q_EMIT targetsChanged();
    });
}

BenchmarkSession::~BenchmarkSession()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
    m_survey.disconnect();
    m_survey.waitForFinished();
}

void BenchmarkSession::refreshTargets()
{
    if (m_survey.isRunning())
        return;
    m_survey.setFuture(QtConcurrent::run([] {
        Survey survey;
        survey.toolchains = measure::findToolchains();
        survey.targets = measure::targetStatuses(survey.toolchains);
        return survey;
    }));
}

const measure::TargetStatus *BenchmarkSession::findTarget(QStringView id) const
{
    const auto found = std::find_if(m_targets.begin(), m_targets.end(),
                                    [id](const auto &status) { return status.target.id == id; });
    return found == m_targets.end() ? nullptr : &*found;
}

void BenchmarkSession::start(const measure::BenchmarkPlan &plan)
{
    Q_ASSERT(m_state != State::running);
    if (m_thread.joinable())
        m_thread.join();
    m_plan = plan;
    m_progress = {};
    m_tracks.clear();
    m_result.reset();
    m_failure.clear();
    m_log.clear();
    m_cancelling = false;
    for (const QString &target : plan.targets)
        m_tracks.insert(target, {});
    setState(State::running);

    measure::Observer observer;
    observer.progress = [this](const measure::Progress &progress) {
        const std::scoped_lock hold(m_mailbox.lock);
        m_mailbox.progress = progress;
    };
    observer.sample = [this](const QString &target, int round, const measure::Sample &sample,
                             const measure::LatencySummary &latency) {
        const std::scoped_lock hold(m_mailbox.lock);
        m_mailbox.samples.push_back({target, round, sample, latency});
    };
    observer.targetFinished = [this](const measure::TargetResult &result) {
        const std::scoped_lock hold(m_mailbox.lock);
        m_mailbox.finishedTargets.push_back(result);
    };
    observer.log = [this](const QString &line) {
        const std::scoped_lock hold(m_mailbox.lock);
        m_mailbox.log.append(line);
    };
    m_thread = std::jthread([this, plan, observer](std::stop_token stop) {
        auto outcome = measure::runBenchmark(plan, observer, std::move(stop));
        const std::scoped_lock hold(m_mailbox.lock);
        m_mailbox.outcome = std::move(outcome);
    });
    m_collectTimer.start();
}

void BenchmarkSession::cancel()
{
    if (m_state != State::running || m_cancelling)
        return;
    m_cancelling = true;
    m_thread.request_stop();
    Q_EMIT progressChanged();
}

void BenchmarkSession::clear()
{
    if (m_state == State::running)
        return;
    m_tracks.clear();
    m_result.reset();
    m_failure.clear();
    setState(State::empty);
}

void BenchmarkSession::show(std::shared_ptr<const measure::BenchmarkResult> result)
{
    if (m_state == State::running)
        return;
    m_tracks.clear();
    m_failure.clear();
    m_result = std::move(result);
    if (!m_result) {
        setState(State::empty);
        return;
    }
    m_plan = m_result->plan;
    for (const measure::TargetResult &target : m_result->results)
        m_tracks.insert(target.target, trackOf(target, m_result->cancelled));
    const bool anyFailed =
        std::any_of(m_result->results.begin(), m_result->results.end(), [](const auto &target) {
            return target.state == measure::TargetState::failed;
        });
    setState(m_result->cancelled ? State::cancelled : anyFailed ? State::failed : State::done);
}

const TargetTrack *BenchmarkSession::track(QStringView target) const
{
    const auto found = m_tracks.constFind(target.toString());
    return found == m_tracks.constEnd() ? nullptr : &*found;
}

void BenchmarkSession::collect()
{
    std::optional<measure::Progress> progress;
    std::vector<Mailbox::SampleArrival> samples;
    std::vector<measure::TargetResult> finishedTargets;
    QStringList log;
    std::optional<Result<measure::BenchmarkResult>> outcome;
    {
        const std::scoped_lock hold(m_mailbox.lock);
        progress = std::exchange(m_mailbox.progress, std::nullopt);
        samples.swap(m_mailbox.samples);
        finishedTargets.swap(m_mailbox.finishedTargets);
        log.swap(m_mailbox.log);
        outcome.swap(m_mailbox.outcome);
    }
    for (Mailbox::SampleArrival &arrival : samples) {
        TargetTrack &track = m_tracks[arrival.target];
        if (track.round != arrival.round) {
            track.round = arrival.round;
            track.samples.clear();
        }
        track.samples.push_back(arrival.sample);
        track.latency = arrival.latency;
    }
    if (progress) {
        m_progress = *progress;
        for (auto it = m_tracks.begin(); it != m_tracks.end(); ++it) {
            if (it->state == TargetTrack::State::active && it.key() != m_progress.target)
                it->state = TargetTrack::State::waiting;
        }
        if (const auto active = m_tracks.find(m_progress.target); active != m_tracks.end()) {
            active->state = TargetTrack::State::active;
            active->fraction = std::max(active->fraction, fractionOf(m_progress, *active));
        }
    }
    for (measure::TargetResult &result : finishedTargets) {
        TargetTrack &track = m_tracks[result.target];
        const double rounds = std::max(1, m_plan.rounds);
        track.fraction = double(result.rounds.size()) / rounds;
        if (result.state == measure::TargetState::failed)
            track.state = TargetTrack::State::failed;
        else if (int(result.rounds.size()) >= m_plan.rounds)
            track.state = TargetTrack::State::done;
        track.result = std::move(result);
    }
    m_log.append(log);
    if (m_log.size() > kLogLines)
        m_log.erase(m_log.begin(), m_log.end() - kLogLines);
    if (outcome) {
        conclude(std::move(*outcome));
        return;
    }
    if (progress || !samples.empty() || !log.empty())
        Q_EMIT progressChanged();
}

void BenchmarkSession::conclude(Result<measure::BenchmarkResult> outcome)
{
    m_collectTimer.stop();
    m_thread.join();
    m_cancelling = false;
    m_state = State::empty; // show() may not run while running
    if (!outcome) {
        m_failure = outcome.error().message();
        if (!outcome.error().details.isEmpty())
            m_log.append(outcome.error().details.split(QLatin1Char('\n')));
        setState(State::failed);
        return;
    }
    auto result = std::make_shared<const measure::BenchmarkResult>(std::move(outcome).value());
    show(result);
    const bool anyFigures = std::any_of(result->results.begin(), result->results.end(),
                                        [](const auto &target) { return !target.rounds.empty(); });
    if (anyFigures)
        Q_EMIT finished(result);
}

void BenchmarkSession::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace weighbridge::models
