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

void judgeGenerator(const RoundFacts &facts, Flags &flags)
{
    const LoadFacts &load = facts.load;
    if (facts.server.isReference)
        return;
    const double ceiling = facts.server.ceilingPerSecond;
    double busiest = 0;
    double starved = 0;
    for (const GeneratorFact &thread : load.generator) {
        busiest = std::max(busiest, thread.cpuShare);
        starved = std::max(starved, thread.waitShare.value_or(0));
    }
    if (ceiling > 0 && load.requestsPerSecond > kCeilingShare * ceiling)
        flags.push_back(
            invalid(FlagId::generatorBound,
                    Words::tr("%1 requests/s are %2 of what the load generator reached against "
                              "the reference server (%3): this may be the generator's limit, not "
                              "the server's.")
                        .arg(grouped(load.requestsPerSecond),
                             percent(load.requestsPerSecond / ceiling), grouped(ceiling)),
                    Words::tr("Compare CPU per request at a fixed rate instead.")));
    else if (busiest > kBusy)
        flags.push_back(
            invalid(FlagId::generatorBound,
                    Words::tr("A thread of the load generator was busy for %1 of the time: this "
                              "may be the generator's limit, not the server's.")
                        .arg(percent(busiest)),
                    Words::tr("Give the generator more threads, or compare at a fixed rate.")));
    else if (const auto grade = gradeOf(starved, kStarved))
        flags.push_back({FlagId::generatorBound, *grade,
                         Words::tr("A thread of the load generator was starved: for %1 of the "
                                   "time it was ready to run, but something else had its CPU. "
                                   "Replies waited for it.")
                             .arg(percent(starved)),
                         Words::tr("End what else runs, or give server and generator CPUs of "
                                   "their own.")});
}

double errorShare(const LoadFacts &load)
{
    const auto all = static_cast<double>(load.requests + load.errors);
    return all > 0 ? static_cast<double>(load.errors) / all : 0;
}

void judgeErrors(const LoadFacts &load, Flags &flags)
{
    const QString remedy =
        Words::tr("See what the server logs; fewer connections may be what it can serve.");
    const auto all = static_cast<double>(load.requests + load.errors);
    const double share = errorShare(load);
    if (share > kErrorShare)
        flags.push_back(invalid(FlagId::errors,
                                Words::tr("%1 of %2 requests failed (%3); the first: %4.")
                                    .arg(grouped(static_cast<double>(load.errors)), grouped(all),
                                         percent(share), load.firstError),
                                remedy));
    else if (load.requests == 0)
        flags.push_back(invalid(FlagId::errors,
                                Words::tr("Not one request was answered in the window."), remedy));
}

void judgeBodies(const BodyFacts &body, Flags &flags)
{
    if (body.otherLength == 0 && body.otherContents == 0)
        return;
    QStringList seen;
    if (body.otherLength > 0)
        seen << Words::tr("%1 replies had a body of another length")
                    .arg(grouped(static_cast<double>(body.otherLength)));
    if (body.otherContents > 0)
        seen << Words::tr("%1 of %2 replies of a sample had other contents")
                    .arg(grouped(static_cast<double>(body.otherContents)),
                         grouped(static_cast<double>(body.compared)));
    if (!body.example.isEmpty())
        seen << body.example;
    const QString what = seen.join(QStringLiteral(", "));
    if (body.standard == BodyFacts::Standard::contract)
        flags.push_back(invalid(FlagId::wrongBody,
                                Words::tr("During the load the server answered otherwise than "
                                          "before it: %1.")
                                    .arg(what),
                                Words::tr("See what the server answers under load, and its log.")));
    else
        flags.push_back(doubtful(FlagId::wrongBody,
                                 Words::tr("Not all replies had the body of the first one: %1. "
                                           "This may be an error page, or a page that changes.")
                                     .arg(what),
                                 Words::tr("See what the server answers under load; choose a URL "
                                           "whose answer stays the same.")));
}

void judgeServer(const ServerFacts &server, Flags &flags)
{
    if (!server.differencesAfter.isEmpty())
        flags.push_back(invalid(
            FlagId::conformance,
            Words::tr("After the load the server did not answer as the contract says: %1.")
                .arg(server.differencesAfter.join(QStringLiteral("; "))),
            Words::tr("See its log; weighbridge conformance shows whether it does without load.")));
    if (server.vanishedProcesses > 0)
        flags.push_back(invalid(FlagId::restarted,
                                Words::tr("%1 of the server's processes ended during the load: "
                                          "the figures are those of a server with fewer workers, "
                                          "or of one that starts.")
                                    .arg(server.vanishedProcesses),
                                Words::tr("See the server's log for why they ended.")));
}

void judgeSamples(const LoadFacts &load, Flags &flags)
{
    const std::uint64_t needed = samplesForPercentile(kPercentileOfInterest);
    if (load.latencySamples >= needed || load.requests == 0 ||
        (load.openLoop && isOverloaded(*load.openLoop)))
        return;
    const double seconds =
        load.windowSeconds * static_cast<double>(needed) / static_cast<double>(load.latencySamples);
    flags.push_back(
        noted(FlagId::fewSamples,
              Words::tr("%1 samples are too few for the 99th percentile, which needs %2: it is "
                        "left out.")
                  .arg(grouped(static_cast<double>(load.latencySamples)),
                       grouped(static_cast<double>(needed))),
              Words::tr("Run again with a duration of %1 s.").arg(grouped(roundedUp(seconds)))));
}

struct Stalled {
    std::size_t count = 0;
    double oldestSeconds = 0;
    std::size_t neverConnected = 0;
};

/// Of the connections that were served at all.
double medianRequests(const std::vector<ConnectionFact> &connections)
{
    std::vector<std::uint64_t> served;
    for (const ConnectionFact &each : connections) {
        if (each.requests > 0)
            served.push_back(each.requests);
    }
    if (served.empty())
        return 0;
    const auto middle = served.begin() + static_cast<std::ptrdiff_t>(served.size() / 2);
    std::nth_element(served.begin(), middle, served.end());
    return static_cast<double>(*middle);
}

Stalled stalledConnections(const LoadFacts &load)
{
    const double old = std::max(kStalledSeconds, kStalledByP99 * load.p99Seconds);
    const bool othersFinished = medianRequests(load.perConnection) >= kFinishedByTheMedian;
    Stalled stalled;
    for (const ConnectionFact &each : load.perConnection) {
        // In open loop a connection without a request may just not have been needed.
        const bool wasAsked = !load.openLoop || each.ageSeconds || !each.wasConnected;
        const bool finishedNone = each.requests == 0 && each.wrongReplies == 0;
        if (each.ageSeconds.value_or(0) <= old && !(othersFinished && wasAsked && finishedNone))
            continue;
        ++stalled.count;
        stalled.oldestSeconds = std::max(stalled.oldestSeconds, each.ageSeconds.value_or(0));
        if (!each.wasConnected)
            ++stalled.neverConnected;
    }
    return stalled;
}

QString stalledText(const Stalled &stalled, const LoadFacts &load)
{
    QString text =
        Words::tr("%1 of %2 connections were stalled").arg(stalled.count).arg(load.connections);
    if (stalled.neverConnected > 0)
        text += Words::tr(", %1 of them never accepted").arg(stalled.neverConnected);
    if (stalled.oldestSeconds > 0)
        text += Words::tr("; the oldest had waited %1 for its reply when the window ended")
                    .arg(duration(stalled.oldestSeconds));
    if (load.p99Seconds > 0)
        text += Words::tr(", while 99 % of the others' replies took less than %1")
                    .arg(duration(load.p99Seconds));
    return text + Words::tr(". The figures are those of the connections that it served.");
}

void judgeConnections(const LoadFacts &load, Flags &flags)
{
    const bool closedLoop = !load.openLoop;
    const QString fewer =
        Words::tr("Look for the server's limit of connections or workers, or try fewer "
                  "connections.");
    const Stalled stalled = stalledConnections(load);
    const double late = std::max(kStalledSeconds, kStalledByP99 * load.p99Seconds);
    if (stalled.count > 0)
        flags.push_back(invalid(FlagId::stalled, stalledText(stalled, load), fewer));
    if (closedLoop && load.idleShare > kIdleShare)
        flags.push_back(
            invalid(FlagId::littlesLaw,
                    Words::tr("On average only %1 of the %2 connections had a request under way: "
                              "for %3 of their time the generator was opening them again, or "
                              "waiting before it tried.")
                        .arg(figure(load.busyConnections))
                        .arg(load.connections)
                        .arg(percent(load.idleShare)),
                    Words::tr("See why the server ends or refuses connections.")));
    const double mean = load.connections > 0 ? static_cast<double>(load.requests) /
                                                   static_cast<double>(load.connections)
                                             : 0;
    // Errors and stalled connections are uneven service that has been told already.
    const bool isExplained = stalled.count > 0 || errorShare(load) > kErrorShare;
    if (closedLoop && !isExplained && load.jain < kJain && mean >= kCountsToBeCompared)
        flags.push_back(
            doubtful(FlagId::unfair,
                     Words::tr("The connections were served unevenly: between %1 and %2 requests "
                               "each (Jain's index %3). Latencies are mostly those of the "
                               "favoured ones.")
                         .arg(grouped(load.leastRequests), grouped(load.mostRequests),
                              QString::number(load.jain, 'f', 2)),
                     fewer));
    else if (!isExplained && load.latestFirstAnswerSeconds > late)
        flags.push_back(noted(FlagId::unfair,
                              Words::tr("One connection waited %1 for its first answer.")
                                  .arg(duration(load.latestFirstAnswerSeconds)),
                              fewer));
    if (load.keepAlive && load.closedByServer > 0)
        flags.push_back(
            noted(FlagId::serverClosed,
                  Words::tr("The server ended %1 connections during the window; each was opened "
                            "again, which costs both sides time.")
                      .arg(grouped(static_cast<double>(load.closedByServer))),
                  Words::tr("Raise the server's limit of requests per connection, if that is how "
                            "it will run.")));
    if (!load.pinned)
        flags.push_back(
            noted(FlagId::configuration,
                  Words::tr("The load threads could not be kept on the CPUs that were meant for "
                            "them: they may have disturbed the server."),
                  Words::tr("Look for a CPU set that forbids it (taskset, cgroups).")));
}

void judgeSteadiness(const LoadFacts &load, Flags &flags)
{
    if (load.steadyState == SteadyState::noSteadyState)
        flags.push_back(
            doubtful(FlagId::notSteady,
                     Words::tr("The throughput did not become steady: %1 of warm-up did not "
                               "suffice, or something disturbed it.")
                         .arg(duration(load.warmUpSeconds)),
                     Words::tr("Run again with a longer warm-up and duration.")));
    else if (load.steadyState == SteadyState::slowdown)
        flags.push_back(
            noted(FlagId::notSteady,
                  Words::tr("The throughput fell in the course of the run: the figure depends on "
                            "how long it is."),
                  Words::tr("Run again with a longer duration to see where it settles.")));
}

void judgeOverload(const LoadFacts &load, Flags &flags)
{
    if (!load.openLoop || !isOverloaded(*load.openLoop))
        return;
    const OpenLoopFacts &open = *load.openLoop;
    const auto waiting =
        open.pending.empty() ? open.due - std::min(open.due, open.ended) : open.pending.back();
    flags.push_back(
        invalid(FlagId::overload,
                Words::tr("%1 requests/s were due, %2 were answered; %3 requests waited when the "
                          "window ended. Their latencies only tell how long the run was: there "
                          "are no percentiles.")
                    .arg(grouped(open.duePerSecond), grouped(load.requestsPerSecond),
                         grouped(static_cast<double>(waiting))),
                Words::tr("Choose a rate below %1; without one the capacity is measured.")
                    .arg(grouped(load.requestsPerSecond))));
}

double medianOf(std::vector<std::uint64_t> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1
               ? static_cast<double>(values[middle])
               : (static_cast<double>(values[middle - 1]) + static_cast<double>(values[middle])) /
                     2;
}

} // namespace

/// A pause of the server fills a backlog that it then works off; an overload never ends. So what is
/// pending in the last third of the window is compared with the middle third, by medians, which a
/// pause does not move; the first third is where a slow server's requests get under way.
bool isOverloaded(const OpenLoopFacts &facts)
{
    if (facts.due == 0)
        return false;
    const auto due = static_cast<double>(facts.due);
    if (facts.pending.size() < kBinsForATrend) {
        const double answered = static_cast<double>(facts.ended) +
                                static_cast<double>(facts.underWayAtEnd) -
                                static_cast<double>(facts.underWayAtStart);
        return answered < std::min(kAnsweredShare * due, due - kLeastGrowth);
    }
    const auto third = static_cast<std::ptrdiff_t>(facts.pending.size() / 3);
    const double last = medianOf({facts.pending.end() - third, facts.pending.end()});
    const double middle = medianOf({facts.pending.end() - 2 * third, facts.pending.end() - third});
    const double dueMeanwhile =
        due * static_cast<double>(third) / static_cast<double>(facts.pending.size());
    return last - middle > std::max(kGrowthShare * dueMeanwhile, kLeastGrowth);
}

std::uint64_t samplesForPercentile(double fraction)
{
    return static_cast<std::uint64_t>(std::llround(kSamplesBeyond / (1 - fraction)));
}

std::vector<Flag> judgeReplies(const RoundFacts &facts)
{
    Flags flags;
    judgeErrors(facts.load, flags);
    judgeBodies(facts.load.body, flags);
    judgeServer(facts.server, flags);
    return flags;
}

std::vector<Flag> judgeLoad(const RoundFacts &facts)
{
    Flags flags;
    judgeGenerator(facts, flags);
    judgeOverload(facts.load, flags);
    for (Flag &flag : judgeReplies(facts))
        flags.push_back(std::move(flag));
    judgeSamples(facts.load, flags);
    judgeConnections(facts.load, flags);
    judgeSteadiness(facts.load, flags);
    for (Flag &flag : judgeMachine(facts.machine))
        flags.push_back(std::move(flag));
    return flags;
}

} // namespace weighbridge::results
