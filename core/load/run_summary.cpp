// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/run_summary.h"

#include "core/base/duration.h"
#include "core/load/steady_state.h"

#include <algorithm>

namespace weighbridge::load
{

using std::chrono::nanoseconds;

namespace
{

Fairness fairnessOf(const LoadThreads &threads)
{
    Fairness fairness{.least = UINT64_MAX};
    double sum = 0;
    double squares = 0;
    double connections = 0;
    for (const auto &thread : threads) {
        for (const Connection &connection : thread->connections()) {
            const auto requests = static_cast<double>(connection.requests);
            fairness.least = std::min(fairness.least, connection.requests);
            fairness.most = std::max(fairness.most, connection.requests);
            sum += requests;
            squares += requests * requests;
            ++connections;
        }
        fairness.latestFirstAnswer =
            std::max(fairness.latestFirstAnswer, thread->latestFirstAnswer());
    }
    fairness.jain = squares > 0 ? sum * sum / (connections * squares) : 1;
    return fairness;
}

OpenLoopResult openLoopOf(const Pacing &pacing, const LoadThreads &threads, const RunTimes &times,
                          const Tally &tally)
{
    std::uint64_t startsBefore = 0;
    std::uint64_t starts = 0;
    for (const auto &thread : threads) {
        startsBefore += thread->startsBeforeWindow();
        starts += thread->starts();
    }
    const auto intendedBefore = pacing.intendedBy(times.windowStart);
    const auto intended = pacing.intendedBy(times.windowEnd);
    OpenLoopResult result;
    result.offered = intended - intendedBefore;
    result.offeredPerSecond =
        static_cast<double>(result.offered) / seconds(times.windowEnd - times.windowStart);
    result.ended = tally.ended;
    result.backlogAtStart = intendedBefore - std::min(startsBefore, intendedBefore);
    result.backlogAtEnd = intended - std::min(starts, intended);
    result.serviceTime = tally.serviceTime;
    result.sendLag = tally.sendLag;
    return result;
}

/// The starts that were intended but not sent by the end of the window, at their age.
void addBacklog(const Pacing &pacing, Time windowEnd, std::uint64_t backlog,
                LatencyHistogram &unfinished)
{
    const auto intended = pacing.intendedBy(windowEnd);
    for (std::uint64_t i = intended - backlog; i < intended; ++i)
        unfinished.record(windowEnd - pacing.intendedStart(i));
}

} // namespace

BinProgress progressOf(const LoadThreads &threads)
{
    BinProgress total;
    for (std::size_t i = 0; i < threads.size(); ++i)
        threads[i]->addProgress(total, i == 0);
    return total;
}

namespace
{

void addBins(const RunControl &control, const BinProgress &all, const RunTimes &times,
             LoadResult &result)
{
    const auto skipped = static_cast<std::size_t>((times.warmUpBegin - control.epoch) / kBin);
    const auto first = std::min(skipped, all.bins.size());
    result.requestsPer100ms.assign(all.bins.begin() + static_cast<std::ptrdiff_t>(first),
                                   all.bins.end());
    const auto windowBin = static_cast<std::size_t>((times.windowStart - control.epoch) / kBin);
    result.windowFirstBin = windowBin - std::min(first, windowBin);
}

/// How many starts were due but had not ended at the end of each bin of the window.
std::vector<std::uint64_t> pendingPerBin(const RunControl &control, const BinProgress &all,
                                         const RunTimes &times)
{
    std::vector<std::uint64_t> pending;
    std::uint64_t ended = 0;
    Time binEnd = control.epoch;
    for (const std::uint32_t count : all.ended) {
        ended += count;
        binEnd += kBin;
        if (binEnd <= times.windowStart || binEnd > times.windowEnd)
            continue;
        const auto due = control.pacing->intendedBy(binEnd);
        pending.push_back(due - std::min(ended, due));
    }
    return pending;
}

} // namespace

LoadResult summarise(const RunControl &control, const LoadThreads &threads, const RunTimes &times)
{
    Tally tally;
    LoadResult result;
    result.connections = control.plan.connections;
    result.threads = static_cast<int>(threads.size());
    result.window = times.windowEnd - times.windowStart;
    result.connecting = times.connected - control.epoch;
    result.warmUp = times.windowStart - times.connected;
    result.interrupted = times.interrupted;
    for (const auto &thread : threads) {
        tally.merge(thread->tally());
        result.unfinished.merge(thread->unfinished());
        result.requestsBeforeWindow += thread->requestsBeforeWindow();
        result.threadTimes.push_back(thread->threadTime());
        result.cpuTime += result.threadTimes.back().cpu;
        result.pinned = result.pinned && thread->couldBePinned();
        result.bodies += thread->bodies();
        result.connectionTime += thread->connectionTime();
        const auto states = thread->connectionStates();
        result.connectionStates.insert(result.connectionStates.end(), states.begin(), states.end());
        if (result.firstError.empty())
            result.firstError = thread->firstError();
    }
    result.requests = tally.requests;
    result.transferBytes = tally.transferBytes;
    result.latency = tally.latency;
    result.errors = tally.errors;
    result.status = tally.status;
    result.closedByServer = tally.closedByServer;
    result.fairness = fairnessOf(threads);
    if (result.window > nanoseconds(0))
        result.requestsPerSecond = static_cast<double>(tally.requests) / seconds(result.window);
    if (tally.requests > 0)
        result.cpuMicrosecondsPerRequest =
            seconds(result.cpuTime) * 1e6 / static_cast<double>(tally.requests);
    if (control.pacing && result.window > nanoseconds(0)) {
        result.openLoop = openLoopOf(*control.pacing, threads, times, tally);
        addBacklog(*control.pacing, times.windowEnd, result.openLoop->backlogAtEnd,
                   result.unfinished);
    }
    const BinProgress progress = progressOf(threads);
    if (result.openLoop)
        result.openLoop->pendingPer100ms = pendingPerBin(control, progress, times);
    addBins(control, progress, times, result);
    result.steadyState = classifySteadyState(result.requestsPer100ms).kind;
    return result;
}

} // namespace weighbridge::load
