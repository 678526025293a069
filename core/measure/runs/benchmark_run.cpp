// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/runs/benchmark_run.h"

#include "core/measure/machine/machine.h"
#include "core/measure/process/words.h"
#include "core/measure/rounds/round_kind.h"
#include "core/measure/rounds/round_run.h"
#include "core/measure/runs/progress_tracker.h"
#include "core/measure/runs/result_summary.h"
#include "core/measure/runs/run_session.h"
#include "core/measure/runs/schedule.h"
#include "core/measure/servers/database_address.h"
#include "core/measure/targets/preparation.h"
#include "core/results/validity.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <map>

#include <sys/resource.h>
#include <time.h>

namespace weighbridge::measure
{

namespace
{

/// One launch in so many may be repeated: a busy machine makes a run an eighth longer at most.
constexpr std::size_t kLaunchesPerRepetition = 8;
constexpr std::uint64_t kGreatestSeed = (std::uint64_t{1} << 53) - 1;

/// The plan itself, before anything is started.
std::optional<Error> planProblem(const results::BenchmarkPlan &plan)
{
    const auto wrong = [](const QString &what, const QString &remedy) {
        return Error{what, remedy, {}};
    };
    if (plan.targets.isEmpty())
        return wrong(Words::tr("No target was chosen"), Words::tr("Name at least one"));
    if (results::findWorkload(plan.workload) == nullptr)
        return wrong(Words::tr("There is no workload \"%1\"").arg(plan.workload),
                     Words::tr("The workloads are: ") +
                         results::workloadIds().join(QStringLiteral(", ")));
    if (plan.connections < 1 || plan.rounds < 1)
        return wrong(Words::tr("A run needs at least one connection and one round"), {});
    if (plan.duration.count() < 1 || plan.warmUpCap.count() < 0 || plan.startTimeout.count() < 1)
        return wrong(Words::tr("The times of a run must be positive"), {});
    if (plan.requestsPerSecond && !(*plan.requestsPerSecond > 0))
        return wrong(Words::tr("The rate must be positive"), {});
    if (!plan.databaseUrl.isEmpty()) {
        if (const auto address = databaseAddressFrom(plan.databaseUrl); !address)
            return address.error();
    }
    if (plan.seed > kGreatestSeed)
        return wrong(Words::tr("The seed is too large"), Words::tr("Use one below 2^53"));
    for (const QString &target : plan.targets) {
        if (plan.targets.count(target) > 1)
            return wrong(Words::tr("The target %1 is named twice").arg(target), {});
    }
    return std::nullopt;
}

/// As many open files as the system lets us have: the generator needs one per connection.
void raiseOpenFileLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

double processCpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

bool wasDisturbed(const RoundOutcome &outcome)
{
    return outcome.round && results::wasDisturbed(outcome.round->flags);
}

QString makeId(const QDateTime &time)
{
    constexpr quint32 kFourDigits = 0x10000;
    return QStringLiteral("%1-%2")
        .arg(time.toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")))
        .arg(QRandomGenerator::global()->bounded(kFourDigits), 4, 16, QLatin1Char('0'));
}

class BenchmarkRun
{
public:
    BenchmarkRun(const results::BenchmarkPlan &plan, RunSession &session, const Observer &observer,
                 std::stop_token stop)
        : m_plan(plan),
          m_session(session),
          m_observer(observer),
          m_stop(std::move(stop)),
          m_progress(plan, observer),
          m_reader(makeProcReader())
    {
        for (const QString &target : plan.targets)
            m_collectors.emplace(target, TargetCollector(target));
    }

    Result<results::BenchmarkResult> run()
    {
        m_result.startedAt = QDateTime::currentDateTimeUtc();
        m_result.id = makeId(m_result.startedAt);
        m_result.programVersion = QStringLiteral(WEIGHBRIDGE_VERSION);
        m_result.plan = m_plan;
        m_result.machine = describeMachine();
        raiseOpenFileLimit();
        const double cpuBefore = processCpuSeconds();
        prepareAll();
        if (m_prepared.empty() && !m_stop.stop_requested())
            return nothingToRun();
        measureAll();
        m_result.seconds =
            static_cast<double>(m_result.startedAt.msecsTo(QDateTime::currentDateTimeUtc())) / 1000;
        const double own = processCpuSeconds() - cpuBefore - m_generatorCpuSeconds;
        m_result.ownCpuCores = m_result.seconds > 0 ? std::max(0.0, own / m_result.seconds) : 0;
        return conclude();
    }

private:
    TargetCollector &collector(const QString &target) { return m_collectors.at(target); }
    void log(const QString &line) const
    {
        if (m_observer.log)
            m_observer.log(line);
    }

    void logDetails(const Error &error) const
    {
        for (const QString &line : error.details.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            log(line);
    }

    void lookAround()
    {
        if (!m_session.targets.empty())
            return;
        QStringList problems;
        m_session.targets = availableTargets(&problems);
        for (const QString &problem : std::as_const(problems))
            log(problem);
        m_session.toolchains = findToolchains();
    }

    void prepareAll()
    {
        lookAround();
        const std::vector<Target> &targets = m_session.targets;
        for (const QString &id : m_plan.targets) {
            if (m_stop.stop_requested())
                return;
            const auto found = std::find_if(targets.begin(), targets.end(),
                                            [&](const Target &each) { return each.id == id; });
            if (found == targets.end()) {
                collector(id).fail({Words::tr("There is no target \"%1\"").arg(id),
                                    Words::tr("weighbridge doctor lists the targets"),
                                    {}});
                continue;
            }
            collector(id).setTarget(*found);
            prepare(*found);
        }
    }

    void prepare(const Target &target)
    {
        m_progress.preparing(target.id, QStringLiteral("Preparing %1").arg(target.name));
        if (!target.workloads.contains(m_plan.workload)) {
            const QString reason = target.notServed.value(m_plan.workload);
            collector(target.id).fail(
                {Words::tr("%1 does not serve the workload \"%2\"%3")
                     .arg(target.name, m_plan.workload,
                          reason.isEmpty() ? QString() : QStringLiteral(": ") + reason),
                 {},
                 {}});
            return;
        }
        const auto known = m_session.prepared.find(target.id);
        const Result<PreparedTarget> prepared =
            known != m_session.prepared.end() ? known->second : build(target);
        if (m_stop.stop_requested())
            return;
        m_session.prepared.insert({target.id, prepared});
        if (prepared) {
            collector(target.id).setPrepared(*prepared);
            m_prepared.insert_or_assign(target.id, *prepared);
        } else {
            collector(target.id).fail(prepared.error());
            logDetails(prepared.error());
            m_progress.failed(target.id, prepared.error().message());
        }
    }

    Result<PreparedTarget> build(const Target &target)
    {
        PreparationObserver watcher;
        watcher.step = [this](const PreparationStep &step) {
            m_progress.preparing(step.target, QStringLiteral("%1: %2 (%3 of %4)")
                                                  .arg(step.target, step.title)
                                                  .arg(step.number)
                                                  .arg(step.count));
        };
        watcher.log = [this](const QString &id, const QString &line) {
            log(id + QStringLiteral(": ") + line);
        };
        return prepareTarget(target, m_session.toolchains, watcher, m_stop);
    }

    Error nothingToRun()
    {
        QStringList reasons;
        for (const QString &id : m_plan.targets)
            reasons << collector(id).result(m_plan).failure;
        return {reasons.join(QStringLiteral(". ")), {}, {}};
    }

    void measureAll()
    {
        RoundSetting setting;
        setting.plan = m_plan;
        setting.workload = *findWorkloadContract(m_plan.workload);
        setting.placement = placeCpus();
        m_result.serverCpus = setting.placement.server;
        m_result.generatorCpus = setting.placement.generator;
        setting.machine = m_result.machine;
        setting.reader = m_reader.get();
        // What this thread does while it watches must not run where the servers do.
        const CpuAffinity affinity(setting.placement.generator);
        setting.ceilingPerSecond = calibrate(setting);
        QStringList runnable;
        for (const QString &id : m_plan.targets) {
            if (m_prepared.contains(id))
                runnable << id;
        }
        const auto launches = interleave(runnable, m_plan.rounds, m_plan.seed);
        m_progress.setLaunches(launches);
        m_repetitionsLeft = launches.size() / kLaunchesPerRepetition;
        for (const Launch &launch : launches) {
            if (m_stop.stop_requested())
                return;
            // A target that failed once would fail again and cost everybody the wait.
            if (!collector(launch.target).failed())
                measure(setting, launch);
            m_progress.launchDone();
        }
    }

    double calibrate(const RoundSetting &setting)
    {
        const bool onlyReference =
            m_prepared.size() == 1 && m_prepared.begin()->second.target.builtIn;
        if (onlyReference || !roundKind(setting.workload.kind).needsCeiling ||
            m_stop.stop_requested())
            return 0;
        const auto known = m_session.ceilings.find(m_plan.connections);
        if (known != m_session.ceilings.end())
            return known->second;
        m_progress.preparing(
            QStringLiteral("reference"),
            Words::tr("Calibrating the load generator against the reference server"));
        const auto reference =
            prepareTarget(m_session.targets.front(), m_session.toolchains, {}, m_stop);
        RoundObserver watcher;
        watcher.log = [this](const QString &line) { log(line); };
        const double ceiling = reference ? measureCeiling(setting, *reference, watcher, m_stop) : 0;
        if (ceiling > 0)
            m_session.ceilings.insert({m_plan.connections, ceiling});
        return ceiling;
    }

    void measure(const RoundSetting &setting, const Launch &launch)
    {
        RoundObserver watcher;
        watcher.phase = [&](Phase phase, double elapsed, double length) {
            m_progress.phase(phase, launch, elapsed, length);
        };
        watcher.sample = [&](const results::Sample &sample, const results::LatencySummary &soFar) {
            if (m_observer.sample)
                m_observer.sample(launch.target, launch.round, sample, soFar);
        };
        watcher.log = [this](const QString &line) { log(line); };
        const RoundOutcome outcome = runUndisturbed(setting, launch, watcher);
        if (outcome.round)
            m_generatorCpuSeconds += outcome.round->generatorCpuMicrosecondsPerRequest * 1e-6 *
                                     static_cast<double>(outcome.round->requests);
        TargetCollector &collected = collector(launch.target);
        collected.add(outcome);
        if (outcome.failure) {
            logDetails(*outcome.failure);
            m_progress.failed(launch.target, outcome.failure->message());
        }
        if (m_observer.targetFinished && !outcome.cancelled)
            m_observer.targetFinished(collected.result(m_plan));
    }

    /// A load during which others used the CPUs is run once more, as long as not too many are; the
    /// flag stays where that was no better.
    RoundOutcome runUndisturbed(const RoundSetting &setting, const Launch &launch,
                                const RoundObserver &watcher)
    {
        const PreparedTarget &target = m_prepared.at(launch.target);
        RoundOutcome first = runRound(setting, target, launch.round, watcher, m_stop);
        const bool isLoad = setting.workload.kind == results::WorkloadKind::load;
        if (!isLoad || !wasDisturbed(first) || m_repetitionsLeft == 0 || m_stop.stop_requested())
            return first;
        --m_repetitionsLeft;
        log(Words::tr("%1: other programs disturbed round %2, which is repeated")
                .arg(target.target.id)
                .arg(launch.round));
        RoundOutcome second = runRound(setting, target, launch.round, watcher, m_stop);
        return second.round && !wasDisturbed(second) ? second : first;
    }

    results::BenchmarkResult conclude()
    {
        m_result.cancelled = m_stop.stop_requested();
        for (const QString &id : m_plan.targets)
            m_result.results.push_back(collector(id).result(m_plan));
        m_result.ratios = compareTargets(m_result.results, m_plan);
        m_progress.finished(m_result.cancelled);
        return std::move(m_result);
    }

    const results::BenchmarkPlan m_plan;
    RunSession &m_session;
    const Observer &m_observer;
    std::stop_token m_stop;
    ProgressTracker m_progress;
    std::unique_ptr<ProcReader> m_reader;
    std::map<QString, PreparedTarget> m_prepared;
    std::map<QString, TargetCollector> m_collectors;
    double m_generatorCpuSeconds = 0;
    std::size_t m_repetitionsLeft = 0;
    results::BenchmarkResult m_result;
};

} // namespace

Result<results::BenchmarkResult> runPlan(const results::BenchmarkPlan &plan, RunSession &session,
                                         const Observer &observer, std::stop_token stop)
{
    if (auto problem = planProblem(plan))
        return *problem;
    return BenchmarkRun(plan, session, observer, std::move(stop)).run();
}

} // namespace weighbridge::measure
