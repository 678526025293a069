// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "round_facts.h"

#include "core/results/validity.h"

#include <QTest>

using namespace weighbridge;
using namespace weighbridge::results;
using testing::cleanFacts;
using testing::find;
using testing::keptUp;
using testing::leftBehind;

/// Open loops: who keeps up with the schedule, and who falls behind.
class ValidityOverloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_APPLESS_MAIN(ValidityOverloadTest)
#include "validity_overload_test.moc"
