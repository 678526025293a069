// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/runs/suite.h"

#include "core/base/duration.h"
#include "core/measure/process/words.h"
#include "core/measure/runs/estimate.h"
#include "core/measure/runs/run_session.h"

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

using std::chrono::milliseconds;

results::BenchmarkPlan quickPlan(const QStringList &targets, const char *workload, int connections)
{
    results::BenchmarkPlan plan;
    plan.targets = targets;
    plan.workload = QString::fromLatin1(workload);
    plan.connections = connections;
    plan.rounds = 2;
    plan.duration = milliseconds(1'500);
    plan.warmUpCap = milliseconds(1'000);
    return plan;
}

/// Without the targets that are known not to serve the workload. Those that nobody knows stay: the
/// run says so.
results::BenchmarkPlan withoutUnserved(results::BenchmarkPlan plan,
                                       const std::vector<Target> &targets)
{
    plan.targets.removeIf([&](const QString &id) {
        return std::any_of(targets.begin(), targets.end(), [&](const Target &each) {
            return each.id == id && !each.workloads.contains(plan.workload);
        });
    });
    return plan;
}

/// Turns the progress of one plan into that of the whole suite.
class SuiteProgress
{
public:
    explicit SuiteProgress(const Suite &suite)
    {
        for (const results::BenchmarkPlan &plan : suite.plans) {
            m_lengths.push_back(seconds(estimatedTime(plan)));
            m_total += m_lengths.back();
        }
    }

    void finished(std::size_t plan) { m_done += m_lengths[plan]; }

    [[nodiscard]] RunProgress ofSuite(RunProgress progress, std::size_t plan) const
    {
        const double done = m_done + progress.fractionDone * m_lengths[plan];
        progress.fractionDone = m_total > 0 ? std::min(1.0, done / m_total) : 1;
        progress.secondsLeft = std::max(0.0, m_total - done);
        return progress;
    }

private:
    std::vector<double> m_lengths;
    double m_total = 0;
    double m_done = 0;
};

} // namespace

Suite quickSuite(const QStringList &targets)
{
    Suite suite;
    suite.id = QStringLiteral("quick");
    suite.title = Words::tr("Quick set");
    suite.plans = {
        quickPlan(targets, "json", 1000),   quickPlan(targets, "json", 100),
        quickPlan(targets, "db", 100),      quickPlan(targets, "sleep", 100),
        quickPlan(targets, "cpu", 100),     quickPlan(targets, "start", 1),
        quickPlan(targets, "memory", 1000), quickPlan(targets, "size", 1),
    };
    suite.plans.back().rounds = 1; // counting files again gives the same
    return suite;
}

milliseconds estimatedTime(const Suite &suite)
{
    milliseconds total{0};
    QList<int> calibrated; // once for each number of connections
    for (const results::BenchmarkPlan &plan : suite.plans) {
        total += estimatedTime(plan);
        if (calibrationTime(plan).count() == 0)
            continue;
        if (calibrated.contains(plan.connections))
            total -= calibrationTime(plan);
        calibrated << plan.connections;
    }
    return total;
}

Result<std::vector<std::shared_ptr<const results::BenchmarkResult>>>
runSuite(const Suite &suite, const SuiteObserver &observer, std::stop_token stop)
{
    RunSession session;
    QStringList problems;
    session.targets = availableTargets(&problems);
    for (const QString &problem : std::as_const(problems)) {
        if (observer.run.log)
            observer.run.log(problem);
    }
    session.toolchains = findToolchains();
    SuiteProgress progress(suite);
    std::vector<std::shared_ptr<const results::BenchmarkResult>> results;
    std::optional<Error> firstError;
    for (std::size_t i = 0; i < suite.plans.size() && !stop.stop_requested(); ++i) {
        const results::BenchmarkPlan plan = withoutUnserved(suite.plans[i], session.targets);
        if (plan.targets.isEmpty() && !suite.plans[i].targets.isEmpty()) {
            progress.finished(i);
            continue;
        }
        if (observer.planStarted)
            observer.planStarted(plan, static_cast<int>(i) + 1,
                                 static_cast<int>(suite.plans.size()));
        Observer watcher = observer.run;
        watcher.progress = [&](const RunProgress &ofPlan) {
            if (observer.run.progress)
                observer.run.progress(progress.ofSuite(ofPlan, i));
        };
        auto result = runPlan(plan, session, watcher, stop);
        progress.finished(i);
        if (!result) {
            if (!firstError)
                firstError = result.error();
            continue;
        }
        results.push_back(
            std::make_shared<const results::BenchmarkResult>(std::move(result).value()));
        if (observer.planFinished)
            observer.planFinished(results.back());
    }
    if (results.empty())
        return firstError.value_or(Error{
            Words::tr("Nothing could be run"),
            Words::tr("Choose targets that serve the workloads; weighbridge doctor lists them"),
            {}});
    return results;
}

} // namespace weighbridge::measure
