// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/validity.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace weighbridge::results
{

namespace
{

constexpr double kCeilingShare = 0.8;
constexpr double kGeneratorBusy = 0.9;
constexpr double kLittlesLawGap = 0.1;
constexpr double kErrorShare = 0.001;
constexpr double kForeignShare = 0.05;
constexpr double kNoisy = 0.1;
constexpr double kFairJain = 0.9;
constexpr double kLateFirstAnswer = 1.0;
constexpr double kClockJump = 0.5;
constexpr std::uint64_t kSamplesForP99 = 1000; // 10/(1 − 0.99)
constexpr int kFilesPerConnection = 4;

QString percent(double share)
{
    return QString::number(share * 100, 'f', share < 0.01 ? 2 : 1) + QStringLiteral(" %");
}
QString whole(double value)
{
    return QLocale::c().toString(std::round(value), 'f', 0);
}

class Flags
{
public:
    void warn(const char *id, const QString &text)
    {
        m_flags.push_back({QString::fromLatin1(id), text, false});
    }
    void invalidate(const char *id, const QString &text)
    {
        m_flags.push_back({QString::fromLatin1(id), text, true});
    }
    [[nodiscard]] std::vector<Flag> take() { return std::move(m_flags); }

private:
    std::vector<Flag> m_flags;
};

void checkGenerator(const Round &round, const RoundFacts &facts, Flags &flags)
{
    if (facts.isReference)
        return;
    const double share =
        facts.ceilingPerSecond > 0 ? round.requestsPerSecond / facts.ceilingPerSecond : 0;
    if (share > kCeilingShare)
        flags.invalidate(
            "generator_bound",
            QStringLiteral("%1 requests/s are %2 of what the load generator reached against the "
                           "reference server (%3): this may be the generator's limit.")
                .arg(whole(round.requestsPerSecond), percent(share),
                     whole(facts.ceilingPerSecond)));
    else if (facts.closedLoop && facts.busiestGeneratorShare > kGeneratorBusy)
        flags.invalidate(
            "generator_bound",
            QStringLiteral("A thread of the load generator was busy for %1 of the time: this may "
                           "be the generator's limit.")
                .arg(percent(facts.busiestGeneratorShare)));
}

void checkReplies(const Round &round, const RoundFacts &facts, Flags &flags)
{
    const auto all = static_cast<double>(round.requests + round.errors);
    const double share = all > 0 ? static_cast<double>(round.errors) / all : 0;
    if (share > kErrorShare)
        flags.invalidate("errors", QStringLiteral("%1 of %2 requests failed (%3); the first: %4.")
                                       .arg(whole(static_cast<double>(round.errors)), whole(all),
                                            percent(share), facts.firstError));
    else if (round.requests == 0)
        flags.invalidate("errors", QStringLiteral("Not one request was answered in the window."));
    if (!facts.differencesAfter.isEmpty())
        flags.invalidate("conformance",
                         QStringLiteral("After the load the server did not answer as the contract "
                                        "says: %1.")
                             .arg(facts.differencesAfter.join(QStringLiteral("; "))));
    if (facts.vanishedProcesses > 0)
        flags.invalidate("restarted",
                         QStringLiteral("%1 of the server's processes ended during the load.")
                             .arg(facts.vanishedProcesses));
}

void checkSamples(const Round &round, Flags &flags)
{
    if (round.latency.samples < kSamplesForP99)
        flags.warn("few_samples",
                   QStringLiteral("%1 samples are too few for the 99th percentile, which needs %2.")
                       .arg(whole(static_cast<double>(round.latency.samples)),
                            whole(static_cast<double>(kSamplesForP99))));
}

void checkConnections(const Round &round, const RoundFacts &facts, Flags &flags)
{
    if (facts.keepAlive && facts.reconnects > 0)
        flags.warn("server_closed",
                   QStringLiteral("The server closed connections: %1 were opened again during "
                                  "the window.")
                       .arg(whole(static_cast<double>(facts.reconnects))));
    if (facts.closedLoop && std::abs(round.littlesLaw.ratio - 1) > kLittlesLawGap)
        flags.invalidate(
            "littles_law",
            QStringLiteral(
                "Throughput and mean latency imply %1 connections, %2 were set: some were "
                "stalled or served unfairly.")
                .arg(whole(round.littlesLaw.impliedConnections))
                .arg(facts.connections));
    if (round.jainFairness < kFairJain)
        flags.warn(
            "unfair",
            QStringLiteral("The connections were served unevenly: between %1 and %2 requests each "
                           "(Jain's index %3).")
                .arg(whole(round.leastRequestsPerConnection),
                     whole(round.mostRequestsPerConnection),
                     QString::number(round.jainFairness, 'f', 2)));
    else if (facts.latestFirstAnswerSeconds > kLateFirstAnswer)
        flags.warn("unfair", QStringLiteral("One connection waited %1 s for its first answer.")
                                 .arg(QString::number(facts.latestFirstAnswerSeconds, 'f', 1)));
}

void checkMachine(const RoundFacts &facts, Flags &flags)
{
    if (facts.foreignCpuShare > kForeignShare)
        flags.warn("foreign_load",
                   QStringLiteral("Other programs used %1 of the CPUs during the window.")
                       .arg(percent(facts.foreignCpuShare)));
    else if (facts.stolenCpuShare > kForeignShare)
        flags.warn("foreign_load",
                   QStringLiteral("The hypervisor took %1 of the CPUs away during the window.")
                       .arg(percent(facts.stolenCpuShare)));
    if (std::abs(facts.clockJumpSeconds) > kClockJump)
        flags.invalidate(
            "clock_jump",
            QStringLiteral("The clock jumped by %1 s, or the machine slept, during the "
                           "round.")
                .arg(QString::number(facts.clockJumpSeconds, 'f', 1)));
    if (!facts.disjointCpus)
        flags.warn("configuration", QStringLiteral("Server and load generator shared one CPU."));
    const std::int64_t needed = std::int64_t{kFilesPerConnection} * facts.connections;
    if (facts.openFileLimit > 0 && facts.openFileLimit < needed)
        flags.warn("configuration",
                   QStringLiteral("The limit of open files is %1; %2 connections should have %3.")
                       .arg(facts.openFileLimit)
                       .arg(facts.connections)
                       .arg(needed));
}

void checkSteadiness(const Round &round, Flags &flags)
{
    if (round.steadiness == QLatin1String("no steady state"))
        flags.warn(
            "not_steady",
            QStringLiteral("The throughput did not become steady: %1 s of warm-up did not suffice.")
                .arg(QString::number(round.warmUpSeconds, 'f', 1)));
    else if (round.steadiness == QLatin1String("slowdown"))
        flags.warn("not_steady", QStringLiteral("The throughput fell in the course of the round."));
}

} // namespace

std::vector<Flag> roundFlags(const Round &round, const RoundFacts &facts)
{
    Flags flags;
    checkGenerator(round, facts, flags);
    checkReplies(round, facts, flags);
    checkSamples(round, flags);
    checkConnections(round, facts, flags);
    checkSteadiness(round, flags);
    checkMachine(facts, flags);
    return flags.take();
}

std::vector<Flag> replyFlags(const Round &round, const RoundFacts &facts)
{
    Flags flags;
    checkReplies(round, facts, flags);
    return flags.take();
}

std::vector<Flag> machineFlags(const RoundFacts &facts)
{
    Flags flags;
    checkMachine(facts, flags);
    return flags.take();
}

std::vector<Flag> targetFlags(const TargetResult &result, const RepetitionFacts &facts)
{
    std::vector<Flag> merged;
    std::vector<int> counts;
    for (const Round &round : result.rounds) {
        for (const Flag &flag : round.flags) {
            const auto known = std::find_if(merged.begin(), merged.end(),
                                            [&](const Flag &each) { return each.id == flag.id; });
            if (known == merged.end()) {
                merged.push_back(flag);
                counts.push_back(1);
            } else {
                known->invalidates = known->invalidates || flag.invalidates;
                ++counts[static_cast<std::size_t>(known - merged.begin())];
            }
        }
    }
    const int rounds = static_cast<int>(result.rounds.size());
    for (std::size_t i = 0; i < merged.size() && rounds > 1; ++i) {
        merged[i].text = QStringLiteral("In %1 of %2 rounds; the first: %3")
                             .arg(counts[i])
                             .arg(rounds)
                             .arg(merged[i].text);
    }
    if (result.spread > kNoisy)
        merged.push_back({QStringLiteral("noisy"),
                          QStringLiteral("The rounds differ by %1 (coefficient of variation; %2).")
                              .arg(percent(result.spread), facts.measured),
                          false});
    if (facts.varies && facts.plannedRounds == 1 && rounds == 1)
        merged.push_back(
            {QStringLiteral("single_round"),
             QStringLiteral(
                 "One round shows no spread: nothing can be said about how repeatable it is."),
             false});
    return merged;
}

} // namespace weighbridge::results
