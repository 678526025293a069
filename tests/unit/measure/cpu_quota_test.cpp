// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine/cpu_quota.h"
#include "core/measure/machine/machine_state.h"

#include <QTest>

using namespace weighbridge::measure;
using namespace std::chrono_literals;

namespace
{

const QByteArray kMountsOfVersion1 =
    "22 1 0:21 / /proc rw,nosuid - proc proc rw\n"
    "31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755\n"
    "32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw,relatime shared:9 - cgroup cgroup "
    "rw,cpu,cpuacct\n"
    "33 31 0:30 / /sys/fs/cgroup/cpuset rw,relatime - cgroup cgroup rw,cpuset\n";
const QByteArray kMountsOfVersion2 =
    "35 24 0:30 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n";

std::vector<QString> files(std::initializer_list<const char *> names)
{
    std::vector<QString> list;
    for (const char *name : names)
        list.push_back(QString::fromLatin1(name));
    return list;
}

} // namespace

class CpuQuotaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allGroupsAboveCountInVersion1()
    {
        QCOMPARE(
            cpuStatFiles("5:cpuset:/other\n4:cpu,cpuacct:/work/tests\n0::/\n", kMountsOfVersion1),
            files({"/sys/fs/cgroup/cpu,cpuacct/work/tests/cpu.stat",
                   "/sys/fs/cgroup/cpu,cpuacct/work/cpu.stat",
                   "/sys/fs/cgroup/cpu,cpuacct/cpu.stat"}));
    }

    void allGroupsAboveCountInVersion2()
    {
        QCOMPARE(cpuStatFiles("0::/user.slice/session-1.scope\n", kMountsOfVersion2),
                 files({"/sys/fs/cgroup/user.slice/session-1.scope/cpu.stat",
                        "/sys/fs/cgroup/user.slice/cpu.stat", "/sys/fs/cgroup/cpu.stat"}));
        QCOMPARE(cpuStatFiles("0::/\n", kMountsOfVersion2), files({"/sys/fs/cgroup/cpu.stat"}));
    }

    void aContainerSeesItsOwnGroupAsTheRoot()
    {
        const QByteArray mounts = "36 35 0:31 /docker/abc /sys/fs/cgroup/cpu ro - cgroup cgroup "
                                  "rw,cpu\n";
        QCOMPARE(cpuStatFiles("3:cpu:/docker/abc\n", mounts),
                 files({"/sys/fs/cgroup/cpu/cpu.stat"}));
        QCOMPARE(cpuStatFiles("3:cpu:/docker/abc/inner\n", mounts),
                 files({"/sys/fs/cgroup/cpu/inner/cpu.stat", "/sys/fs/cgroup/cpu/cpu.stat"}));
    }

    void withoutGroupsThereAreNone()
    {
        QVERIFY(cpuStatFiles({}, {}).empty());
        QVERIFY(cpuStatFiles("0::/\n", {}).empty());
        QVERIFY(cpuStatFiles("garbage", "more garbage - x").empty());
    }

    void bothVersionsCountAlike()
    {
        const auto first =
            quotaCountFrom("nr_periods 120\nnr_throttled 30\nthrottled_time 1500000000\n");
        QVERIFY(first.has_value());
        QCOMPARE(first->periods, std::int64_t{120});
        QCOMPARE(first->throttled, std::int64_t{30});
        QVERIFY(first->stopped == 1500ms);
        const auto second = quotaCountFrom("usage_usec 9\nuser_usec 5\nsystem_usec 4\n"
                                           "nr_periods 120\nnr_throttled 30\n"
                                           "throttled_usec 1500000\n");
        QVERIFY(second.has_value());
        QCOMPARE(second->throttled, std::int64_t{30});
        QVERIFY(second->stopped == 1500ms);
        QVERIFY(!quotaCountFrom("usage_usec 9\nuser_usec 5\n")); // no controller there
        QVERIFY(!quotaCountFrom({}));
    }

    void theWorstQuotaBetweenTwoMomentsIsTold()
    {
        const QString own = QStringLiteral("own");
        const QString above = QStringLiteral("above");
        const std::vector<QuotaCount> before{{own, 100, 50, 1s}, {above, 100, 0, 0s}};
        QCOMPARE(worstQuota(before, before).throttled, std::int64_t{0});
        const std::vector<QuotaCount> after{{own, 110, 50, 1s}, {above, 120, 15, 2s}};
        const QuotaCount worst = worstQuota(before, after);
        QCOMPARE(worst.file, above);
        QCOMPARE(worst.periods, std::int64_t{20});
        QCOMPARE(worst.throttled, std::int64_t{15});
        QVERIFY(worst.stopped == 2s);
        QCOMPARE(worstQuota({}, after).periods, std::int64_t{0}); // not known before
    }

    void theStatesOfTheMachineAreCompared()
    {
        MachineState before;
        before.quotas = {{QStringLiteral("own"), 10, 0, 0s}};
        MachineState after = before;
        after.cpu.total = 20s;
        after.cpu.busy = 12s;
        after.cpu.stolen = 1s;
        after.own = 2s;
        after.tree = 4s;
        after.steady = after.sinceBoot = 10s;
        after.wall = 13s;
        after.quotas = {{QStringLiteral("own"), 110, 40, 3s}};
        weighbridge::results::MachineFacts facts;
        compareStates(before, after, facts);
        QCOMPARE(facts.foreignCpuShare.value_or(0), 0.3); // 12 − 2 − 4 of 20
        QCOMPARE(facts.stolenCpuShare, 0.05);
        QCOMPARE(facts.clockJumpSeconds, 3.0);
        QCOMPARE(facts.quotaPeriods, std::int64_t{100});
        QCOMPARE(facts.throttledPeriods, std::int64_t{40});
        QCOMPARE(facts.throttledSeconds, 3.0);
    }

    void thisProcessCanBeAsked()
    {
        for (const QuotaCount &each : quotaCounts()) {
            QVERIFY(each.file.endsWith(QStringLiteral("/cpu.stat")));
            QVERIFY(each.throttled >= 0 && each.throttled <= each.periods);
        }
    }
};

QTEST_APPLESS_MAIN(CpuQuotaTest)
#include "cpu_quota_test.moc"
