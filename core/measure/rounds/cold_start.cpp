// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/round_kind.h"

#include "core/measure/process/words.h"
#include "core/measure/rounds/server_round.h"
#include "core/results/statistics.h"
#include "core/results/validity.h"

#include <algorithm>
#include <thread>

namespace weighbridge::measure
{

namespace
{

using std::chrono::duration;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kServerConnections = 16;

/// Time from the execution of the command until the request of the workload is answered with its
/// status; the server is ready already.
Result<double> untilFirstReply(ServerRound &run)
{
    constexpr milliseconds kPause{1};
    const WorkloadContract &workload = run.setting().workload;
    const auto begin = run.server().process().startedAt();
    const auto deadline = begin + run.setting().plan.startTimeout;
    while (!run.stopToken().stop_requested()) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now());
        if (left <= milliseconds(0))
            break;
        const auto reply = httpGet(run.server().port(), workload.path, left);
        if (reply && reply->status == workload.status)
            return duration<double, std::milli>(steady_clock::now() - begin).count();
        std::this_thread::sleep_for(kPause);
    }
    return Error{Words::tr("%1 answered GET /healthz but not GET %2 with %3 in time")
                     .arg(run.target().target.name, QString::fromLatin1(workload.path))
                     .arg(workload.status),
                 Words::tr("Give it a longer start timeout"),
                 {}};
}

/// One start and one stop; false where it failed or the run was cancelled.
bool startOnce(ServerRound &run, std::vector<double> &first, std::vector<double> &reply)
{
    if (!run.start(kServerConnections))
        return false;
    const auto replied = untilFirstReply(run);
    if (!replied)
        return run.stopToken().stop_requested() ? false : run.fail(replied.error());
    first.push_back(run.round().startMilliseconds);
    reply.push_back(*replied);
    return true;
}

} // namespace

void runStartRound(ServerRound &run)
{
    const RoundSetting &setting = run.setting();
    const int starts = startsPerRound(setting.plan);
    std::vector<double> first;
    std::vector<double> reply;
    // The very first start brings in what does not belong to the target (interpreter, libraries of
    // the system); it is checked and not counted.
    if (!run.start(kServerConnections) || !run.checkBefore())
        return;
    run.stop();
    const MachineState before = machineState(*setting.reader, reapedCpuTime());
    for (int i = 0; i < starts; ++i) {
        run.tell(Phase::measuring, i, starts);
        if (!startOnce(run, first, reply))
            return;
        run.stop();
    }
    if (run.stopToken().stop_requested())
        return;
    results::RoundFacts facts = run.facts();
    compareStates(before, machineState(*setting.reader, reapedCpuTime()), facts.machine);
    run.round().startMilliseconds = results::median(first);
    run.addFigure("start_json_ms", results::median(reply));
    run.addFigure("start_slowest_ms", *std::max_element(first.begin(), first.end()));
    run.conclude(results::judgeMachine(facts.machine));
}

int startsPerRound(const results::BenchmarkPlan &plan)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(plan.duration).count();
    return static_cast<int>(std::clamp<std::int64_t>(seconds, 3, 10));
}

milliseconds startRoundTime(const results::BenchmarkPlan &plan)
{
    constexpr milliseconds kStartAndStop{700};
    return kStartAndStop * (1 + startsPerRound(plan));
}

} // namespace weighbridge::measure
