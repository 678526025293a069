// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/validity.h"

#include <QTest>

#include <functional>

using namespace weighbridge;
using namespace weighbridge::results;

Q_DECLARE_METATYPE(weighbridge::results::FlagId)
Q_DECLARE_METATYPE(weighbridge::results::Grade)

namespace
{

RoundFacts cleanFacts()
{
    RoundFacts facts;
    LoadFacts &load = facts.load;
    load.connections = 1000;
    load.windowSeconds = 10;
    load.warmUpSeconds = 1;
    load.requests = 400'000;
    load.requestsPerSecond = 40'000;
    load.latencySamples = 400'000;
    load.p99Seconds = 0.04;
    load.busyConnections = 1000;
    load.perConnection.assign(1000, {400, 0.02, true});
    load.leastRequests = 390;
    load.mostRequests = 410;
    load.jain = 0.999;
    load.latestFirstAnswerSeconds = 0.1;
    load.steadyState = SteadyState::flat;
    load.generator = {{0.5, 0.01}};
    facts.server.ceilingPerSecond = 130'000;
    facts.machine.foreignCpuShare = 0.01;
    facts.machine.openFileLimit = 20'000;
    facts.machine.connections = 1000;
    return facts;
}

/// A schedule that a server keeps up with, `inFlight` requests always under way.
OpenLoopFacts keptUp(double duePerSecond, double seconds, std::uint64_t inFlight)
{
    OpenLoopFacts facts;
    facts.duePerSecond = duePerSecond;
    facts.due = static_cast<std::uint64_t>(duePerSecond * seconds);
    facts.ended = facts.due;
    facts.underWayAtStart = facts.underWayAtEnd = inFlight;
    facts.pending.assign(static_cast<std::size_t>(seconds * 10), inFlight);
    return facts;
}

/// One that answers `share` of what is due, on few connections.
OpenLoopFacts leftBehind(double duePerSecond, double seconds, double share)
{
    OpenLoopFacts facts = keptUp(duePerSecond, seconds, 10);
    facts.ended = static_cast<std::uint64_t>(static_cast<double>(facts.due) * share);
    for (std::size_t i = 0; i < facts.pending.size(); ++i)
        facts.pending[i] += static_cast<std::uint64_t>(duePerSecond / 10 * (1 - share) *
                                                       static_cast<double>(i + 1));
    return facts;
}

const Flag *find(const std::vector<Flag> &flags, FlagId id)
{
    for (const Flag &flag : flags) {
        if (flag.id == id)
            return &flag;
    }
    return nullptr;
}

Flag made(FlagId id, Grade grade, const char *text = "Seen.")
{
    return {id, grade, QString::fromLatin1(text), QStringLiteral("Do that.")};
}

Round roundWith(std::vector<Flag> flags)
{
    Round round;
    round.flags = std::move(flags);
    return round;
}

using Change = std::function<void(RoundFacts &)>;

struct Disturbance {
    const char *name;
    FlagId id;
    Grade grade;
    Change change;
};

/// Each thing that can be wrong with a load, alone.
std::vector<Disturbance> disturbances()
{
    using G = Grade;
    return {
        {"near the ceiling", FlagId::generatorBound, G::invalid,
         [](RoundFacts &f) { f.server.ceilingPerSecond = 49'000; }},
        {"busy generator", FlagId::generatorBound, G::invalid,
         [](RoundFacts &f) {
             f.load.generator = {{0.4, 0.0}, {0.95, 0.0}};
         }},
        {"generator that waits", FlagId::generatorBound, G::noted,
         [](RoundFacts &f) {
             f.load.generator = {{0.5, 0.12}};
         }},
        {"generator that waits long", FlagId::generatorBound, G::doubtful,
         [](RoundFacts &f) {
             f.load.generator = {{0.5, 0.0}, {0.4, 0.3}};
         }},
        {"starved generator", FlagId::generatorBound, G::invalid,
         [](RoundFacts &f) {
             f.load.generator = {{0.1, 0.6}};
         }},
        {"errors", FlagId::errors, G::invalid, [](RoundFacts &f) { f.load.errors = 402; }},
        {"no answers", FlagId::errors, G::invalid, [](RoundFacts &f) { f.load.requests = 0; }},
        {"another length", FlagId::wrongBody, G::invalid,
         [](RoundFacts &f) {
             f.load.body = {BodyFacts::Standard::contract, 1, 100, 0, {}};
         }},
        {"other contents", FlagId::wrongBody, G::invalid,
         [](RoundFacts &f) {
             f.load.body = {BodyFacts::Standard::contract, 0, 100, 1, {}};
         }},
        {"other than the first", FlagId::wrongBody, G::doubtful,
         [](RoundFacts &f) {
             f.load.body = {BodyFacts::Standard::first, 0, 100, 1, {}};
         }},
        {"conformance", FlagId::conformance, G::invalid,
         [](RoundFacts &f) { f.server.differencesAfter = {QStringLiteral("it is 500")}; }},
        {"dead worker", FlagId::restarted, G::invalid,
         [](RoundFacts &f) { f.server.vanishedProcesses = 1; }},
        {"few samples", FlagId::fewSamples, G::noted,
         [](RoundFacts &f) { f.load.latencySamples = 999; }},
        {"forgotten for long", FlagId::stalled, G::invalid,
         [](RoundFacts &f) { f.load.perConnection[7].ageSeconds = 1.01; }},
        {"never answered", FlagId::stalled, G::invalid,
         [](RoundFacts &f) {
             f.load.perConnection[7] = {0, 0.5, true};
         }},
        {"never accepted", FlagId::stalled, G::invalid,
         [](RoundFacts &f) {
             f.load.perConnection[7] = {0, std::nullopt, false};
         }},
        {"idle", FlagId::littlesLaw, G::invalid, [](RoundFacts &f) { f.load.idleShare = 0.11; }},
        {"unfair", FlagId::unfair, G::doubtful, [](RoundFacts &f) { f.load.jain = 0.5; }},
        {"late first answer", FlagId::unfair, G::noted,
         [](RoundFacts &f) { f.load.latestFirstAnswerSeconds = 2.5; }},
        {"closed connections", FlagId::serverClosed, G::noted,
         [](RoundFacts &f) { f.load.closedByServer = 5; }},
        {"not pinned", FlagId::configuration, G::noted,
         [](RoundFacts &f) { f.load.pinned = false; }},
        {"unsteady", FlagId::notSteady, G::doubtful,
         [](RoundFacts &f) { f.load.steadyState = SteadyState::noSteadyState; }},
        {"slowdown", FlagId::notSteady, G::noted,
         [](RoundFacts &f) { f.load.steadyState = SteadyState::slowdown; }},
        {"foreign 6 %", FlagId::foreignLoad, G::noted,
         [](RoundFacts &f) { f.machine.foreignCpuShare = 0.06; }},
        {"foreign 21 %", FlagId::foreignLoad, G::doubtful,
         [](RoundFacts &f) { f.machine.foreignCpuShare = 0.21; }},
        {"foreign 51 %", FlagId::foreignLoad, G::invalid,
         [](RoundFacts &f) { f.machine.foreignCpuShare = 0.51; }},
        {"stolen 6 %", FlagId::stolenCpu, G::noted,
         [](RoundFacts &f) { f.machine.stolenCpuShare = 0.06; }},
        {"stolen 21 %", FlagId::stolenCpu, G::doubtful,
         [](RoundFacts &f) { f.machine.stolenCpuShare = 0.21; }},
        {"stolen 51 %", FlagId::stolenCpu, G::invalid,
         [](RoundFacts &f) { f.machine.stolenCpuShare = 0.51; }},
        {"throttled once", FlagId::throttled, G::noted,
         [](RoundFacts &f) {
             f.machine.quotaPeriods = 100;
             f.machine.throttledPeriods = 1;
         }},
        {"throttled", FlagId::throttled, G::doubtful,
         [](RoundFacts &f) {
             f.machine.quotaPeriods = 100;
             f.machine.throttledPeriods = 6;
         }},
        {"throttled mostly", FlagId::throttled, G::invalid,
         [](RoundFacts &f) {
             f.machine.quotaPeriods = 100;
             f.machine.throttledPeriods = 90;
         }},
        {"clock", FlagId::clockJump, G::invalid,
         [](RoundFacts &f) { f.machine.clockJumpSeconds = -3; }},
        {"one CPU", FlagId::configuration, G::noted,
         [](RoundFacts &f) { f.machine.disjointCpus = false; }},
        {"few files", FlagId::configuration, G::noted,
         [](RoundFacts &f) { f.machine.openFileLimit = 1024; }},
        {"overload", FlagId::overload, G::invalid,
         [](RoundFacts &f) { f.load.openLoop = leftBehind(60'000, 10, 0.13); }},
    };
}

} // namespace

class ValidityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCleanLoadHasNoFlags() { QVERIFY(judgeLoad(cleanFacts()).empty()); }

    void eachDisturbanceHasItsFlag_data()
    {
        QTest::addColumn<int>("index");
        const auto all = disturbances();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << static_cast<int>(i);
    }
    void eachDisturbanceHasItsFlag()
    {
        QFETCH(int, index);
        const Disturbance disturbance = disturbances()[static_cast<std::size_t>(index)];
        RoundFacts facts = cleanFacts();
        disturbance.change(facts);
        const auto flags = judgeLoad(facts);
        QCOMPARE(flags.size(), std::size_t{1});
        QCOMPARE(nameOf(flags.front().id), nameOf(disturbance.id));
        QCOMPARE(nameOf(flags.front().grade), nameOf(disturbance.grade));
        QVERIFY(flags.front().text.endsWith(QLatin1Char('.')));
        QVERIFY(flags.front().remedy.endsWith(QLatin1Char('.')));
    }

    void justBelowEachLimitThereIsNothing_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < 9; ++i)
            QTest::addRow("%d", i) << i;
    }
    void justBelowEachLimitThereIsNothing()
    {
        const std::vector<Change> changes{
            [](RoundFacts &f) { f.server.ceilingPerSecond = 51'000; },
            [](RoundFacts &f) {
                f.load.generator = {{0.89, std::nullopt}};
            },
            [](RoundFacts &f) {
                f.load.generator = {{0.5, 0.09}};
            },
            [](RoundFacts &f) { f.load.errors = 400; },
            [](RoundFacts &f) { f.load.perConnection[7].ageSeconds = 0.99; },
            [](RoundFacts &f) { f.load.idleShare = 0.09; },
            [](RoundFacts &f) { f.machine.foreignCpuShare = 0.05; },
            [](RoundFacts &f) { f.machine.foreignCpuShare.reset(); },
            [](RoundFacts &f) { f.machine.quotaPeriods = 100; },
        };
        QFETCH(int, index);
        RoundFacts facts = cleanFacts();
        changes.at(static_cast<std::size_t>(index))(facts);
        const auto flags = judgeLoad(facts);
        QVERIFY2(flags.empty(), flags.empty() ? "" : qPrintable(flags.front().text));
    }

    void theReferenceIsNotBoundByItself()
    {
        RoundFacts facts = cleanFacts();
        facts.server.isReference = true;
        facts.load.generator = {{0.99, 0.0}};
        facts.server.ceilingPerSecond = 40'000;
        QVERIFY(judgeLoad(facts).empty());
    }

    void aSlowButHealthyServerIsClean()
    {
        // 650 ms for each reply, seen for 1.5 s: two or three replies for each connection.
        RoundFacts facts = cleanFacts();
        LoadFacts &load = facts.load;
        load.windowSeconds = 1.5;
        load.requests = 2300;
        load.requestsPerSecond = 1533;
        load.latencySamples = 3000;
        load.p99Seconds = 0.66;
        load.perConnection.assign(1000, {2, 0.2, true});
        load.leastRequests = 2;
        load.mostRequests = 3;
        load.jain = 0.96;
        load.latestFirstAnswerSeconds = 0.66;
        QVERIFY(judgeLoad(facts).empty());
        // Half a second: a third of them none, the others one. Counts so small say nothing.
        load.jain = 0.66;
        load.requests = 660;
        load.perConnection.assign(340, {0, 0.49, true});
        load.perConnection.resize(1000, {1, 0.1, true});
        QVERIFY(judgeLoad(facts).empty());
        // And three seconds for each: nobody waited longer than the others.
        load.p99Seconds = 3.1;
        load.latestFirstAnswerSeconds = 3.2;
        load.perConnection.assign(1000, {1, 2.9, true});
        QVERIFY(judgeLoad(facts).empty());
    }

    void stalledConnectionsAreCountedWithTheirAge()
    {
        RoundFacts facts = cleanFacts();
        facts.load.connections = 40;
        facts.load.perConnection.assign(38, {500, 0.01, true});
        facts.load.perConnection.push_back({0, 2.4, true});
        facts.load.perConnection.push_back({0, std::nullopt, false});
        const auto flags = judgeLoad(facts);
        QCOMPARE(flags.size(), std::size_t{1});
        const QString text = flags.front().text;
        QVERIFY2(text.contains(QStringLiteral("2 of 40 connections")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("1 of them never accepted")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("2.40 s")), qPrintable(text));
        QVERIFY(isInvalid(flags));
    }

    /// As where each tenth reply is an error, and ten connections take turns.
    void aConnectionThatOnlyGetsErrorsIsNotStalled()
    {
        RoundFacts facts = cleanFacts();
        facts.load.connections = 10;
        facts.load.perConnection.assign(9, {500, 0.001, true});
        facts.load.perConnection.push_back({0, 0.001, true, 500});
        QVERIFY(find(judgeLoad(facts), FlagId::stalled) == nullptr);
    }

    void whereMostAreStarvedTheServedOnesAreTheMeasure()
    {
        RoundFacts facts = cleanFacts();
        facts.load.connections = 40;
        facts.load.perConnection.assign(10, {900, 0.01, true});
        facts.load.perConnection.resize(40, {0, 0.3, true});
        const Flag *flag = nullptr;
        const auto flags = judgeLoad(facts);
        flag = find(flags, FlagId::stalled);
        QVERIFY(flag != nullptr);
        QVERIFY(flag->text.contains(QStringLiteral("30 of 40")));
    }

    void inOpenLoopAConnectionWithoutWorkIsNotStalled()
    {
        RoundFacts facts = cleanFacts();
        facts.load.openLoop = keptUp(100, 10, 20);
        facts.load.perConnection.assign(20, {50, 0.1, true});
        facts.load.perConnection.resize(1000, {0, std::nullopt, true});
        facts.load.idleShare = 0.98; // they wait for work
        facts.load.jain = 0.02;
        QVERIFY(judgeLoad(facts).empty());
        facts.load.perConnection.back().ageSeconds = 5;
        QVERIFY(find(judgeLoad(facts), FlagId::stalled) != nullptr);
    }

    void overloadTellsBothRates()
    {
        RoundFacts facts = cleanFacts();
        facts.load.requestsPerSecond = 7'900;
        facts.load.latencySamples = 0;
        facts.load.openLoop = leftBehind(60'000, 10, 0.13);
        const auto flags = judgeLoad(facts);
        const Flag *flag = find(flags, FlagId::overload);
        QVERIFY(flag != nullptr);
        QVERIFY2(flag->text.contains(QStringLiteral("60,000 requests/s were due, 7,900 were")),
                 qPrintable(flag->text));
        QVERIFY(find(flags, FlagId::fewSamples) == nullptr); // there are none on purpose
    }

    void aServerThatKeepsUpIsNotOverloaded()
    {
        QVERIFY(!isOverloaded(keptUp(100, 10, 20)));
        QVERIFY(!isOverloaded({})); // nothing was due
        // 200 ms for each reply: of a hundred due in a second, twenty are in flight at its end.
        OpenLoopFacts slow = keptUp(100, 1, 20);
        slow.ended = 85;
        slow.underWayAtStart = 5;
        slow.pending = {14, 20, 20, 20, 20, 20, 20, 20, 20, 20};
        QVERIFY(!isOverloaded(slow));
        slow.due = 30;
        slow.ended = 11;
        slow.underWayAtEnd = 20;
        slow.underWayAtStart = 1;
        slow.pending = {11, 20, 20}; // too short for a trend: what is in flight is set apart
        QVERIFY(!isOverloaded(slow));
    }

    void aPauseIsNoOverload()
    {
        // The server stood still for 200 ms at the end, or once in each second.
        OpenLoopFacts atTheEnd = keptUp(1000, 3, 5);
        atTheEnd.pending[28] = 105;
        atTheEnd.pending[29] = 205;
        atTheEnd.ended -= 200;
        QVERIFY(!isOverloaded(atTheEnd));
        OpenLoopFacts eachSecond = keptUp(1000, 9, 5);
        for (std::size_t i = 0; i < eachSecond.pending.size(); i += 10)
            eachSecond.pending[i] = 180;
        QVERIFY(!isOverloaded(eachSecond));
    }

    void whoeverAnswersLessThanIsDueIsOverloaded()
    {
        for (const double share : {0.1, 0.5, 0.9, 0.97}) {
            QVERIFY(isOverloaded(leftBehind(5'000, 10, share)));
            QVERIFY(isOverloaded(leftBehind(5'000, 2, share)));
        }
        QVERIFY(isOverloaded(leftBehind(10, 10, 0.5)));
        OpenLoopFacts brief = leftBehind(5'000, 0.3, 0.5); // no trend in three values
        QVERIFY(isOverloaded(brief));
    }

    void aQueueInTheServerIsOverloadToo()
    {
        // Connections enough for all that is due: nothing waits here, everything over there.
        OpenLoopFacts facts = leftBehind(1000, 3, 0.8);
        facts.underWayAtStart = 10;
        facts.underWayAtEnd = 610;
        QVERIFY(isOverloaded(facts));
    }

    void percentilesNeedTenValuesBeyondThem()
    {
        QCOMPARE(samplesForPercentile(0.5), std::uint64_t{20});
        QCOMPARE(samplesForPercentile(0.75), std::uint64_t{40});
        QCOMPARE(samplesForPercentile(0.9), std::uint64_t{100});
        QCOMPARE(samplesForPercentile(0.99), std::uint64_t{1000});
        QCOMPARE(samplesForPercentile(0.999), std::uint64_t{10'000});
        QCOMPARE(samplesForPercentile(0.9999), std::uint64_t{100'000});
    }

    void theRemedyOfFewSamplesIsTheTimeTheyTake()
    {
        RoundFacts facts = cleanFacts();
        facts.load.windowSeconds = 2;
        facts.load.latencySamples = 300; // 1000 take 6.7 s
        const auto flags = judgeLoad(facts);
        QVERIFY2(flags.front().remedy.contains(QStringLiteral("--duration 10")),
                 qPrintable(flags.front().remedy));
    }

    void closedConnectionsAreNoComplaintWhereThatWasAskedFor()
    {
        RoundFacts facts = cleanFacts();
        facts.load.closedByServer = 400'000;
        facts.load.keepAlive = false;
        QVERIFY(judgeLoad(facts).empty());
    }

    void otherContentsAreToldWithAnExample()
    {
        RoundFacts facts = cleanFacts();
        facts.load.body = {BodyFacts::Standard::contract, 0, 100, 1,
                           QStringLiteral("the body is Wurst instead of World")};
        QVERIFY(judgeLoad(facts).front().text.contains(QStringLiteral("1 of 100 replies")));
        QVERIFY(judgeLoad(facts).front().text.contains(QStringLiteral("Wurst")));
    }

    void whatIsNoLoadIsOnlyHeldAgainstTheMachineAndTheAnswers()
    {
        RoundFacts facts;
        facts.load.requests = 10; // too few for a percentile, which nobody asks for
        QVERIFY(judgeMachine(facts.machine).empty());
        QVERIFY(judgeReplies(facts).empty());
        facts.machine.foreignCpuShare = 0.2;
        facts.server.differencesAfter = {QStringLiteral("the status was 500")};
        QCOMPARE(judgeMachine(facts.machine).size(), std::size_t{1});
        QVERIFY(find(judgeMachine(facts.machine), FlagId::foreignLoad) != nullptr);
        QCOMPARE(judgeReplies(facts).size(), std::size_t{1});
        QVERIFY(find(judgeReplies(facts), FlagId::conformance) != nullptr);
    }

    void streamsAreJudged()
    {
        QVERIFY(judgeStreams({100, 100, 0}).empty());
        QCOMPARE(judgeStreams({100, 90, 0}).front().id, FlagId::incompleteStreams);
        QCOMPARE(judgeStreams({100, 90, 0}).front().grade, Grade::noted);
        QCOMPARE(judgeStreams({100, 90, 1}).front().id, FlagId::conformance);
        QVERIFY(isInvalid(judgeStreams({100, 90, 1})));
    }

    void heldConnectionsAreJudged()
    {
        QVERIFY(judgeHeldConnections({5000, 5000, 5000, {}}).empty());
        QCOMPARE(judgeHeldConnections({5000, 100, 100, {}}).front().id, FlagId::configuration);
        const auto refused = judgeHeldConnections({5000, 100, 90, QStringLiteral("refused")});
        QCOMPARE(refused.size(), std::size_t{2});
        QVERIFY(refused.front().text.contains(QStringLiteral("refused")));
        QCOMPARE(refused.back().id, FlagId::serverClosed);
    }

    void onlyOthersMakeARepetitionWorthwhile()
    {
        QVERIFY(!wasDisturbed({made(FlagId::errors, Grade::invalid)}));
        QVERIFY(wasDisturbed({made(FlagId::foreignLoad, Grade::noted)}));
        QVERIFY(wasDisturbed({made(FlagId::stolenCpu, Grade::noted)}));
    }

    void aResultCountsTheRoundsThatHaveAFlag()
    {
        TargetResult result;
        result.rounds = {Round(), roundWith({made(FlagId::errors, Grade::invalid, "Half failed.")}),
                         roundWith({made(FlagId::errors, Grade::invalid)})};
        const auto flags = judgeRepetition(result, {3});
        QCOMPARE(flags.size(), std::size_t{1});
        QVERIFY(isInvalid(flags));
        QCOMPARE(flags.front().text, QStringLiteral("In 2 of 3 rounds; the gravest: Half failed."));
        QCOMPARE(flags.front().remedy, QStringLiteral("Do that."));
    }

    void oneInvalidRoundSufficesDoubtNeedsHalfOfThem()
    {
        const auto gradeOver = [](std::vector<Grade> grades) {
            TargetResult result;
            for (const Grade grade : grades)
                result.rounds.push_back(roundWith({made(FlagId::foreignLoad, grade)}));
            return judgeRepetition(result, {static_cast<int>(grades.size())}).front().grade;
        };
        using enum Grade;
        QCOMPARE(gradeOver({noted, noted, noted, noted, invalid}), invalid);
        QCOMPARE(gradeOver({noted, noted, noted, noted, doubtful}), noted);
        QCOMPARE(gradeOver({noted, noted, doubtful, doubtful}), doubtful);
        QCOMPARE(gradeOver({doubtful, noted}), doubtful);
    }

    void aFlagTwiceInARoundIsOneRound()
    {
        TargetResult result;
        result.rounds = {roundWith({made(FlagId::configuration, Grade::noted),
                                    made(FlagId::configuration, Grade::noted)}),
                         Round()};
        const auto flags = judgeRepetition(result, {2});
        QCOMPARE(flags.size(), std::size_t{1});
        QVERIFY(flags.front().text.startsWith(QStringLiteral("In 1 of 2")));
    }

    void whatFailedLaterMakesTheResultInvalid()
    {
        TargetResult result;
        result.rounds = {Round()};
        RepetitionFacts facts{2};
        facts.failure = QStringLiteral("It ended during the load.");
        const auto flags = judgeRepetition(result, facts);
        QVERIFY(isInvalid(flags));
        QCOMPARE(flags.front().text, facts.failure);
    }

    void aCountNeedsNoSecondRound()
    {
        TargetResult result;
        result.rounds = {Round()};
        QVERIFY(judgeRepetition(result, {1, QStringLiteral("Size"), false, {}}).empty());
        QVERIFY(find(judgeRepetition(result, {1}), FlagId::singleRound) != nullptr);
    }

    void theSpreadSaysOfWhat()
    {
        TargetResult result;
        result.rounds = {Round(), Round()};
        result.spread = 0.2;
        const auto flags = judgeRepetition(result, {2, QStringLiteral("Start"), true, {}});
        QVERIFY(find(flags, FlagId::noisy)->text.contains(QStringLiteral("Start")));
        QCOMPARE(find(flags, FlagId::noisy)->grade, Grade::doubtful);
        QVERIFY(find(flags, FlagId::singleRound) == nullptr);
        result.spread = 0.09;
        QVERIFY(judgeRepetition(result, {2}).empty());
    }

    void doubtIsNotUsedUnlessTheUserInsists()
    {
        TargetResult result;
        result.valid = true;
        QVERIFY(result.usable());
        result.flags = {made(FlagId::notSteady, Grade::noted)};
        QVERIFY(result.usable());
        QCOMPARE(widening(result.flags), 1.0);
        result.flags = {made(FlagId::noisy, Grade::doubtful)};
        QVERIFY(!result.usable());
        QVERIFY(widening(result.flags) > 1.0);
        result.flags.clear();
        result.valid = false;
        QVERIFY(!result.usable());
    }

    void namesAreOnesOwn()
    {
        QSet<QString> names;
        for (int id = 0; id <= static_cast<int>(FlagId::other); ++id) {
            const QString name = nameOf(static_cast<FlagId>(id));
            QCOMPARE(kindOf<FlagId>(name), std::optional(static_cast<FlagId>(id)));
            names.insert(name);
        }
        QCOMPARE(names.size(), qsizetype{static_cast<int>(FlagId::other) + 1});
        QVERIFY(!kindOf<FlagId>(u"what the future holds"));
        for (const Grade grade : {Grade::noted, Grade::doubtful, Grade::invalid})
            QCOMPARE(kindOf<Grade>(nameOf(grade)), std::optional(grade));
        QVERIFY(!kindOf<Grade>(u"grave"));
    }
};

QTEST_APPLESS_MAIN(ValidityTest)
#include "validity_test.moc"
