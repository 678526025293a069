// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/validity.h"

#include <QTest>

using namespace weighbridge::results;

namespace
{

Round cleanRound()
{
    Round round;
    round.number = 1;
    round.requestsPerSecond = 40'000;
    round.requests = 400'000;
    round.latency.samples = 400'000;
    round.steadiness = QStringLiteral("flat");
    round.littlesLaw = {1000, 1.0};
    round.leastRequestsPerConnection = 390;
    round.mostRequestsPerConnection = 410;
    round.jainFairness = 0.999;
    return round;
}

RoundFacts cleanFacts()
{
    RoundFacts facts;
    facts.connections = 1000;
    facts.ceilingPerSecond = 130'000;
    facts.busiestGeneratorShare = 0.5;
    facts.openFileLimit = 20'000;
    return facts;
}

const Flag *find(const std::vector<Flag> &flags, const char *id)
{
    for (const Flag &flag : flags) {
        if (flag.id == QLatin1String(id))
            return &flag;
    }
    return nullptr;
}

} // namespace

class ValidityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCleanRoundHasNoFlags() { QVERIFY(roundFlags(cleanRound(), cleanFacts()).empty()); }

    void nearTheCeilingTheGeneratorMayBeTheLimit()
    {
        RoundFacts facts = cleanFacts();
        facts.ceilingPerSecond = 49'000;
        const auto flags = roundFlags(cleanRound(), facts);
        QVERIFY(find(flags, "generator_bound") != nullptr);
        QVERIFY(find(flags, "generator_bound")->invalidates);
        QVERIFY(find(flags, "generator_bound")->text.contains(QStringLiteral("81.6 %")));
        facts.ceilingPerSecond = 51'000;
        QVERIFY(roundFlags(cleanRound(), facts).empty());
    }

    void aBusyGeneratorMayBeTheLimit()
    {
        RoundFacts facts = cleanFacts();
        facts.busiestGeneratorShare = 0.95;
        QVERIFY(find(roundFlags(cleanRound(), facts), "generator_bound") != nullptr);
        facts.isReference = true;
        QVERIFY(roundFlags(cleanRound(), facts).empty());
    }

    void littlesLawIsToldWithBothNumbers()
    {
        Round round = cleanRound();
        round.littlesLaw = {870, 0.87};
        const auto flags = roundFlags(round, cleanFacts());
        QVERIFY(find(flags, "littles_law") != nullptr);
        QVERIFY(find(flags, "littles_law")->invalidates);
        QVERIFY(find(flags, "littles_law")
                    ->text.contains(QStringLiteral("imply 870 connections, 1000 were set")));
        round.littlesLaw.ratio = 0.91;
        QVERIFY(find(roundFlags(round, cleanFacts()), "littles_law") == nullptr);
        round.littlesLaw.ratio = 0.5;
        RoundFacts openLoop = cleanFacts();
        openLoop.closedLoop = false;
        QVERIFY(find(roundFlags(round, openLoop), "littles_law") == nullptr);
    }

    void oneErrorInAThousandIsTheLimit()
    {
        Round round = cleanRound();
        round.errors = 400;
        QVERIFY(find(roundFlags(round, cleanFacts()), "errors") == nullptr);
        round.errors = 402;
        RoundFacts facts = cleanFacts();
        facts.firstError = QStringLiteral("status 500");
        const auto flags = roundFlags(round, facts);
        QVERIFY(find(flags, "errors") != nullptr && find(flags, "errors")->invalidates);
        QVERIFY(find(flags, "errors")->text.contains(QStringLiteral("status 500")));
    }

    void aRoundWithoutAnyAnswerIsInvalid()
    {
        Round round = cleanRound();
        round.requests = 0;
        QVERIFY(find(roundFlags(round, cleanFacts()), "errors") != nullptr);
    }

    void eachDisturbanceHasItsFlag_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("invalidates");
        QTest::newRow("foreign") << "foreign_load" << false;
        QTest::newRow("stolen") << "foreign_load" << false;
        QTest::newRow("clock") << "clock_jump" << true;
        QTest::newRow("vanished") << "restarted" << true;
        QTest::newRow("reconnects") << "server_closed" << false;
        QTest::newRow("conformance") << "conformance" << true;
        QTest::newRow("unsteady") << "not_steady" << false;
        QTest::newRow("unfair") << "unfair" << false;
        QTest::newRow("late") << "unfair" << false;
        QTest::newRow("samples") << "few_samples" << false;
        QTest::newRow("one cpu") << "configuration" << false;
        QTest::newRow("files") << "configuration" << false;
    }
    void eachDisturbanceHasItsFlag()
    {
        QFETCH(QString, id);
        QFETCH(bool, invalidates);
        const QByteArray disturbance = QTest::currentDataTag();
        Round round = cleanRound();
        RoundFacts facts = cleanFacts();
        if (disturbance == "foreign")
            facts.foreignCpuShare = 0.06;
        else if (disturbance == "stolen")
            facts.stolenCpuShare = 0.06;
        else if (disturbance == "clock")
            facts.clockJumpSeconds = -3;
        else if (disturbance == "vanished")
            facts.vanishedProcesses = 1;
        else if (disturbance == "reconnects")
            facts.reconnects = 5;
        else if (disturbance == "conformance")
            facts.differencesAfter = {QStringLiteral("the status is 500 instead of 200")};
        else if (disturbance == "unsteady")
            round.steadiness = QStringLiteral("no steady state");
        else if (disturbance == "unfair")
            round.jainFairness = 0.5;
        else if (disturbance == "late")
            facts.latestFirstAnswerSeconds = 2.5;
        else if (disturbance == "samples")
            round.latency.samples = 999;
        else if (disturbance == "one cpu")
            facts.disjointCpus = false;
        else if (disturbance == "files")
            facts.openFileLimit = 1024;
        const auto flags = roundFlags(round, facts);
        QCOMPARE(flags.size(), std::size_t{1});
        QCOMPARE(flags.front().id, id);
        QCOMPARE(flags.front().invalidates, invalidates);
        QVERIFY(flags.front().text.endsWith(QLatin1Char('.')));
    }

    void targetFlagsCountTheRoundsThatHaveThem()
    {
        TargetResult result;
        Round bad = cleanRound();
        bad.flags = {{QStringLiteral("errors"), QStringLiteral("Half of them failed."), true}};
        result.rounds = {cleanRound(), bad, bad};
        const auto flags = targetFlags(result, {3});
        QCOMPARE(flags.size(), std::size_t{1});
        QVERIFY(flags.front().invalidates);
        QCOMPARE(flags.front().text,
                 QStringLiteral("In 2 of 3 rounds; the first: Half of them failed."));
    }

    void closedConnectionsAreNoComplaintWhereThatWasAskedFor()
    {
        RoundFacts facts = cleanFacts();
        facts.reconnects = 400'000;
        QVERIFY(find(roundFlags(cleanRound(), facts), "server_closed") != nullptr);
        facts.keepAlive = false;
        QVERIFY(roundFlags(cleanRound(), facts).empty());
    }

    void whatIsNoLoadIsOnlyHeldAgainstTheMachineAndTheAnswers()
    {
        RoundFacts facts = cleanFacts();
        QVERIFY(machineFlags(facts).empty());
        facts.foreignCpuShare = 0.2;
        facts.differencesAfter = {QStringLiteral("the status was 500")};
        QCOMPARE(machineFlags(facts).size(), std::size_t{1});
        QVERIFY(find(machineFlags(facts), "foreign_load") != nullptr);
        Round few;
        few.requests = 10; // too few for a percentile, which nobody asks for
        QCOMPARE(replyFlags(few, facts).size(), std::size_t{1});
        QVERIFY(find(replyFlags(few, facts), "conformance") != nullptr);
    }

    void aCountNeedsNoSecondRound()
    {
        TargetResult result;
        result.rounds = {Round()};
        QVERIFY(targetFlags(result, {1, QStringLiteral("Size"), false}).empty());
    }

    void theSpreadSaysOfWhat()
    {
        TargetResult result;
        result.rounds = {Round(), Round()};
        result.spread = 0.2;
        const auto flags = targetFlags(result, {2, QStringLiteral("Start to first answer")});
        QVERIFY(find(flags, "noisy")->text.contains(QStringLiteral("Start to first answer")));
    }

    void spreadAndSingleRoundsAreTold()
    {
        TargetResult result;
        result.rounds = {cleanRound()};
        QVERIFY(find(targetFlags(result, {1}), "single_round") != nullptr);
        result.rounds = {cleanRound(), cleanRound(), cleanRound()};
        result.spread = 0.12;
        const auto flags = targetFlags(result, {3});
        QVERIFY(find(flags, "noisy") != nullptr);
        QVERIFY(!find(flags, "noisy")->invalidates);
        QVERIFY(find(flags, "single_round") == nullptr);
    }
};

QTEST_APPLESS_MAIN(ValidityTest)
#include "validity_test.moc"
