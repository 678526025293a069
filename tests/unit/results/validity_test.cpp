// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "round_facts.h"

#include "core/results/validity.h"

#include <QTest>

#include <functional>

using namespace weighbridge;
using namespace weighbridge::results;
using testing::cleanFacts;
using testing::find;
using testing::keptUp;
using testing::leftBehind;

Q_DECLARE_METATYPE(weighbridge::results::FlagId)
Q_DECLARE_METATYPE(weighbridge::results::Grade)

namespace
{

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
        QVERIFY2(flags.front().remedy.contains(QStringLiteral("a duration of 10 s")),
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
};

QTEST_APPLESS_MAIN(ValidityTest)
#include "validity_test.moc"
