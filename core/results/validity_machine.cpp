// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/validity.h"
#include "core/results/validity_thresholds.h"
#include "core/results/validity_words.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::results
{

namespace
{

using namespace threshold;
using namespace validity;
using Flags = std::vector<Flag>;

void judgeOthers(const MachineFacts &facts, Flags &flags)
{
    const double foreign = facts.foreignCpuShare.value_or(0);
    if (const auto grade = gradeOf(foreign, kCpuOfOthers))
        flags.push_back({FlagId::foreignLoad, *grade,
                         Words::tr("Other programs used %1 of the CPUs during the window: the "
                                   "figures are lower than on a quiet machine.")
                             .arg(percent(foreign)),
                         Words::tr("End what else runs (top shows it) and run again.")});
    if (const auto grade = gradeOf(facts.stolenCpuShare, kCpuOfOthers))
        flags.push_back({FlagId::stolenCpu, *grade,
                         Words::tr("The hypervisor took %1 of the CPUs away during the window: "
                                   "other guests use the same machine.")
                             .arg(percent(facts.stolenCpuShare)),
                         Words::tr("Run again at another time, or on a machine of your own.")});
}

void judgeQuota(const MachineFacts &facts, Flags &flags)
{
    if (facts.quotaPeriods <= 0)
        return;
    const double share =
        static_cast<double>(facts.throttledPeriods) / static_cast<double>(facts.quotaPeriods);
    if (const auto grade = gradeOf(share, kThrottled))
        flags.push_back(
            {FlagId::throttled, *grade,
             Words::tr("A CPU quota stopped the processes in %1 of %2 periods (for %3 in all): "
                       "the figures are those of the quota.")
                 .arg(facts.throttledPeriods)
                 .arg(facts.quotaPeriods)
                 .arg(duration(facts.throttledSeconds)),
             Words::tr("Raise the quota of the container or of the control group (cpu.max, "
                       "cpu.cfs_quota_us, --cpus).")});
}

void judgeClock(const MachineFacts &facts, Flags &flags)
{
    if (std::abs(facts.clockJumpSeconds) > kClockJumpSeconds)
        flags.push_back(
            invalid(FlagId::clockJump,
                    Words::tr("The clock jumped by %1 s, or the machine slept, meanwhile.")
                        .arg(QString::number(facts.clockJumpSeconds, 'f', 1)),
                    Words::tr("Keep the machine awake and run again.")));
}

void judgeSetting(const MachineFacts &facts, Flags &flags)
{
    if (!facts.disjointCpus)
        flags.push_back(noted(FlagId::configuration,
                              Words::tr("Server and load generator shared one CPU: figures are "
                                        "lower than they could be."),
                              Words::tr("Give the program two CPUs or more.")));
    const std::int64_t needed = std::int64_t{kFilesPerConnection} * facts.connections;
    if (facts.openFileLimit > 0 && facts.openFileLimit < needed)
        flags.push_back(noted(FlagId::configuration,
                              Words::tr("The limit of open files is %1; %2 connections should "
                                        "have %3.")
                                  .arg(facts.openFileLimit)
                                  .arg(facts.connections)
                                  .arg(needed),
                              Words::tr("Raise it: ulimit -n %1.").arg(needed)));
}

} // namespace

std::vector<Flag> judgeMachine(const MachineFacts &facts)
{
    Flags flags;
    judgeOthers(facts, flags);
    judgeQuota(facts, flags);
    judgeClock(facts, flags);
    judgeSetting(facts, flags);
    return flags;
}

bool wasDisturbed(const std::vector<Flag> &flags)
{
    return std::any_of(flags.begin(), flags.end(), [](const Flag &flag) {
        return flag.id == FlagId::foreignLoad || flag.id == FlagId::stolenCpu;
    });
}

std::vector<Flag> judgeStreams(const StreamFacts &facts)
{
    if (facts.wrong > 0)
        return {invalid(FlagId::conformance,
                        Words::tr("%1 of %2 clients did not get the events that the contract says.")
                            .arg(facts.wrong)
                            .arg(facts.clients),
                        Words::tr("weighbridge conformance shows whether it does without load."))};
    if (facts.complete < facts.clients)
        return {noted(FlagId::incompleteStreams,
                      Words::tr("%1 of %2 clients had all events in time: the server cannot serve "
                                "so many at once.")
                          .arg(facts.complete)
                          .arg(facts.clients),
                      Words::tr("Fewer connections show how many it can."))};
    return {};
}

std::vector<Flag> judgeHeldConnections(const HeldFacts &facts)
{
    Flags flags;
    if (!facts.obstacle.isEmpty())
        flags.push_back(noted(FlagId::configuration,
                              Words::tr("Only %1 idle connections were made: %2.")
                                  .arg(facts.made)
                                  .arg(facts.obstacle),
                              Words::tr("Look for the server's limit of connections.")));
    else if (facts.made < facts.wanted)
        flags.push_back(noted(FlagId::configuration,
                              Words::tr("The limit of open files allows %1 idle connections, not "
                                        "%2.")
                                  .arg(facts.made)
                                  .arg(facts.wanted),
                              Words::tr("Raise it: ulimit -n.")));
    if (facts.alive < facts.made)
        flags.push_back(noted(FlagId::serverClosed,
                              Words::tr("The server closed %1 of %2 idle connections.")
                                  .arg(facts.made - facts.alive)
                                  .arg(facts.made),
                              Words::tr("Raise the server's limit for idle connections, if that "
                                        "is how it will run.")));
    return flags;
}

} // namespace weighbridge::results
