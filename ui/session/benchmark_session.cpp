// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/benchmark_session.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace weighbridge::session
{

namespace
{
constexpr int kCollectIntervalMs = 200;
constexpr int kLogLines = 2000;

double fractionOf(const measure::RunProgress &progress, const TargetTrack &track)
{
    if (progress.roundCount <= 0)
        return 0;
    const double inPhase = progress.phase == measure::Phase::measuring && progress.phaseLength > 0
                               ? std::min(1.0, progress.phaseSeconds / progress.phaseLength)
                               : 0;
    return (std::max(0, track.round - 1) + inPhase) / progress.roundCount;
}

TargetTrack trackOf(const results::TargetResult &result, bool cancelled)
{
    TargetTrack track;
    track.result = result;
    track.latency = result.latency;
    if (!result.rounds.empty()) {
        track.round = result.rounds.back().number;
        track.samples = result.rounds.back().samples;
    }
    switch (result.state) {
    case results::TargetState::measured:
        track.state = TargetTrack::State::done;
        track.fraction = 1;
        break;
    case results::TargetState::partial:
        track.state = cancelled ? TargetTrack::State::cancelled : TargetTrack::State::failed;
        break;
    case results::TargetState::failed:
        track.state = TargetTrack::State::failed;
        break;
    case results::TargetState::notRun:
        track.state = cancelled ? TargetTrack::State::cancelled : TargetTrack::State::waiting;
        break;
    }
    return track;
}

BenchmarkSession::State stateOf(const results::BenchmarkResult &result)
{
    using State = BenchmarkSession::State;
    const bool anyFailed =
        std::any_of(result.results.begin(), result.results.end(), [](const auto &target) {
            return target.state == results::TargetState::failed;
        });
    return result.cancelled ? State::cancelled : anyFailed ? State::failed : State::done;
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

measure::SuiteObserver BenchmarkSession::makeObserver()
{
    measure::SuiteObserver observer;
    observer.run.progress = [this](const measure::RunProgress &progress) {
        const std::scoped_lock hold(m_mailbox.lock);
        m_mailbox.progress = progress;
    };
    observer.run.sample = [this](const QString &target, int round, const results::Sample &sample,
                                 const results::LatencySummary &latency) {
        const std::scoped_lock hold(m_mailbox.lock);
        m_mailbox.current().samples.push_back({target, round, sample, latency});
    };
    observer.run.targetFinished = [this](const results::TargetResult &result) {
        const std::scoped_lock hold(m_mailbox.lock);
        m_mailbox.current().finishedTargets.push_back(result);
    };
    observer.run.log = [this](const QString &line) {
        const std::scoped_lock hold(m_mailbox.lock);
        m_mailbox.log.append(line);
    };
    observer.planStarted = [this](const results::BenchmarkPlan &, int number, int) {
        const std::scoped_lock hold(m_mailbox.lock);
        m_mailbox.runs.push_back({number - 1, {}, {}, {}});
    };
    observer.planFinished = [this](std::shared_ptr<const results::BenchmarkResult> result) {
        const std::scoped_lock hold(m_mailbox.lock);
        m_mailbox.current().result = std::move(result);
    };
    return observer;
}

BenchmarkSession::Mailbox::RunArrivals &BenchmarkSession::Mailbox::current()
{
    if (runs.empty())
        runs.emplace_back();
    return runs.back();
}

bool BenchmarkSession::Mailbox::isEmpty() const
{
    return !progress && log.empty() &&
           std::all_of(runs.begin(), runs.end(), [](const RunArrivals &each) {
               return each.samples.empty() && each.finishedTargets.empty() && !each.result;
           });
}

void BenchmarkSession::start(const results::BenchmarkPlan &plan)
{
    start(measure::Suite{QStringLiteral("single"), {}, {plan}});
}

void BenchmarkSession::start(const measure::Suite &suite)
{
    Q_ASSERT(m_state != State::running && !suite.plans.empty());
    if (m_thread.joinable())
        m_thread.join();
    m_suiteTitle = suite.plans.size() > 1 ? suite.title : QString();
    m_progress = {};
    m_failure.clear();
    m_log.clear();
    m_cancelling = false;
    m_followsActive = true;
    m_active = 0;
    m_mailbox.runs.clear();
    m_mailbox.runs.emplace_back();
    m_mailbox.ended = false;
    std::vector<PlannedRun> runs;
    for (const results::BenchmarkPlan &plan : suite.plans) {
        PlannedRun run{plan, {}, {}};
        for (const QString &target : plan.targets)
            run.tracks.insert(target, {});
        runs.push_back(std::move(run));
    }
    setRuns(std::move(runs), 0);
    setState(State::running);

    m_thread = std::jthread([this, suite, observer = makeObserver()](std::stop_token stop) {
        const auto outcome = measure::runSuite(suite, observer, std::move(stop));
        const std::scoped_lock hold(m_mailbox.lock);
        if (!outcome)
            m_mailbox.failure = outcome.error();
        m_mailbox.ended = true;
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
    m_failure.clear();
    m_suiteTitle.clear();
    setRuns({}, -1);
    setState(State::empty);
}

void BenchmarkSession::show(std::shared_ptr<const results::BenchmarkResult> result)
{
    std::vector<PlannedRun> runs(1);
    takeResult(runs.front(), std::move(result));
    showFinished(std::move(runs), 0);
}

void BenchmarkSession::showRuns(const results::Runs &runs,
                                const std::vector<results::Contender> &contenders)
{
    const results::RunPointer newest = results::newestOf(runs);
    std::vector<PlannedRun> list;
    int shown = -1;
    const auto add = [&](const results::RunPointer &run, const QString &passedOver) {
        if (run == newest)
            shown = int(list.size());
        takeResult(list.emplace_back(), run);
        list.back().passedOver = passedOver;
    };
    for (const results::RunChoice &choice : results::chooseForEach(runs, contenders)) {
        for (const results::RunPointer &run : choice.runs())
            add(run, {});
        if (choice.passedOver)
            add(choice.passedOver, choice.whyPassedOver);
    }
    showFinished(std::move(list), shown);
}

void BenchmarkSession::showFinished(std::vector<PlannedRun> runs, int shown)
{
    if (m_state == State::running)
        return;
    m_failure.clear();
    m_suiteTitle.clear();
    setRuns(std::move(runs), shown);
    setState(m_shown < 0 ? State::empty : stateOf(*result()));
}

const results::BenchmarkPlan &BenchmarkSession::plan() const
{
    static const results::BenchmarkPlan none;
    return m_shown < 0 ? none : m_runs[std::size_t(m_shown)].plan;
}

std::shared_ptr<const results::BenchmarkResult> BenchmarkSession::result() const
{
    return m_shown < 0 ? nullptr : m_runs[std::size_t(m_shown)].result;
}

const TargetTrack *BenchmarkSession::track(QStringView target) const
{
    if (m_shown < 0)
        return nullptr;
    const auto &tracks = m_runs[std::size_t(m_shown)].tracks;
    const auto found = tracks.constFind(target.toString());
    return found == tracks.constEnd() ? nullptr : &*found;
}

void BenchmarkSession::showRun(int run)
{
    if (run == m_shown || run < 0 || run >= int(m_runs.size()))
        return;
    m_shown = run;
    m_followsActive = run == m_active;
    Q_EMIT shownRunChanged();
    // What is on show is finished, failed or cancelled by itself; a running suite goes on running.
    setState(m_state == State::running || !result() ? m_state : stateOf(*result()));
}

void BenchmarkSession::setRuns(std::vector<PlannedRun> runs, int shown)
{
    m_runs = std::move(runs);
    m_shown = shown;
    Q_EMIT shownRunChanged();
}

void BenchmarkSession::collect()
{
    std::optional<measure::RunProgress> progress;
    std::vector<Mailbox::RunArrivals> arrivals;
    QStringList log;
    std::optional<Error> failure;
    bool ended = false;
    bool quiet = false;
    {
        const std::scoped_lock hold(m_mailbox.lock);
        quiet = m_mailbox.isEmpty();
        progress = std::exchange(m_mailbox.progress, std::nullopt);
        arrivals.swap(m_mailbox.runs);
        log.swap(m_mailbox.log);
        failure = std::exchange(m_mailbox.failure, std::nullopt);
        ended = m_mailbox.ended;
        // What comes next belongs to the plan that came last.
        if (!arrivals.empty())
            m_mailbox.runs.push_back({arrivals.back().run, {}, {}, {}});
    }
    for (Mailbox::RunArrivals &each : arrivals)
        takeArrivals(each);
    if (progress)
        takeProgress(*progress);
    m_log.append(log);
    if (m_log.size() > kLogLines)
        m_log.erase(m_log.begin(), m_log.end() - kLogLines);
    if (ended)
        conclude(failure);
    else if (!quiet)
        Q_EMIT progressChanged();
}

void BenchmarkSession::takeArrivals(Mailbox::RunArrivals &arrivals)
{
    PlannedRun &run = m_runs[std::size_t(arrivals.run)];
    if (arrivals.run != m_active) {
        m_active = arrivals.run;
        if (m_followsActive) {
            m_shown = m_active;
            Q_EMIT shownRunChanged();
        }
    }
    for (Mailbox::SampleArrival &arrival : arrivals.samples) {
        TargetTrack &track = run.tracks[arrival.target];
        if (track.round != arrival.round) {
            track.round = arrival.round;
            track.samples.clear();
        }
        track.samples.push_back(arrival.sample);
        track.latency = arrival.latency;
    }
    for (results::TargetResult &result : arrivals.finishedTargets) {
        TargetTrack &track = run.tracks[result.target];
        const int rounds = std::max(1, run.plan.rounds);
        track.fraction = double(result.rounds.size()) / rounds;
        if (result.state == results::TargetState::failed)
            track.state = TargetTrack::State::failed;
        else if (int(result.rounds.size()) >= rounds)
            track.state = TargetTrack::State::done;
        track.result = std::move(result);
    }
    if (arrivals.result) {
        takeResult(run, arrivals.result);
        if (results::hasRounds(*arrivals.result))
            Q_EMIT finished(arrivals.result);
    }
}

void BenchmarkSession::takeProgress(const measure::RunProgress &progress)
{
    m_progress = progress;
    auto &tracks = m_runs[std::size_t(m_active)].tracks;
    for (auto it = tracks.begin(); it != tracks.end(); ++it) {
        if (it->state == TargetTrack::State::active && it.key() != progress.target)
            it->state = TargetTrack::State::waiting;
    }
    const auto active = tracks.find(progress.target);
    if (active == tracks.end() || m_runs[std::size_t(m_active)].result)
        return;
    active->state = TargetTrack::State::active;
    active->fraction = std::max(active->fraction, fractionOf(progress, *active));
}

void BenchmarkSession::takeResult(PlannedRun &run,
                                  std::shared_ptr<const results::BenchmarkResult> result)
{
    run.plan = result->plan;
    run.tracks.clear();
    for (const results::TargetResult &target : result->results)
        run.tracks.insert(target.target, trackOf(target, result->cancelled));
    run.result = std::move(result);
}

void BenchmarkSession::conclude(const std::optional<Error> &failure)
{
    m_collectTimer.stop();
    m_thread.join();
    m_cancelling = false;
    m_active = -1;
    if (failure) {
        m_failure = failure->message();
        if (!failure->details.isEmpty())
            m_log.append(failure->details.split(QLatin1Char('\n')));
        setState(State::failed);
        return;
    }
    // Plans that were never begun have nothing to look at.
    std::vector<PlannedRun> begun;
    int shown = -1;
    for (int i = 0; i < int(m_runs.size()); ++i) {
        if (!m_runs[std::size_t(i)].result)
            continue;
        if (shown < 0 || i <= m_shown)
            shown = int(begun.size());
        begun.push_back(std::move(m_runs[std::size_t(i)]));
    }
    setRuns(std::move(begun), shown);
    setState(m_shown < 0 ? State::empty : stateOf(*result()));
}

void BenchmarkSession::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace weighbridge::session
