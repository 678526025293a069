// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/runs/schedule.h"

#include <QTest>

#include <set>

using namespace weighbridge::measure;

class ScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTargetRunsOnceInEveryRound()
    {
        const QStringList targets{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        const auto launches = interleave(targets, 5, 3);
        QCOMPARE(launches.size(), std::size_t{15});
        for (std::size_t i = 0; i < launches.size(); ++i)
            QCOMPARE(launches[i].round, static_cast<int>(i / 3) + 1);
        for (std::size_t round = 0; round < 5; ++round) {
            std::set<QString> seen;
            for (std::size_t i = 0; i < 3; ++i)
                seen.insert(launches[round * 3 + i].target);
            QCOMPARE(seen.size(), std::size_t{3});
        }
    }

    void everySecondRoundRunsBackwards()
    {
        const auto launches = interleave(
            {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")}, 4,
            11);
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE(launches[i].target, launches[7 - i].target);
            QCOMPARE(launches[8 + i].target, launches[15 - i].target);
        }
    }

    void theSeedDecidesTheOrder()
    {
        const QStringList targets{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        QCOMPARE(interleave(targets, 4, 5), interleave(targets, 4, 5));
        std::set<QString> firsts;
        for (std::uint64_t seed = 0; seed < 40; ++seed)
            firsts.insert(interleave(targets, 1, seed).front().target);
        QCOMPARE(firsts.size(), std::size_t{3});
    }

    void nothingToRunGivesNoLaunches() { QVERIFY(interleave({}, 3, 1).empty()); }
};

QTEST_APPLESS_MAIN(ScheduleTest)
#include "schedule_test.moc"
