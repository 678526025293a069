// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/runs/benchmark_run.h"
#include "core/results/quantity.h"

#include "fake_targets.h"
#include "result_flags.h"
#include "single_run.h"

#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace weighbridge;
using namespace weighbridge::measure;
using namespace weighbridge::results;
using namespace std::chrono_literals;

namespace
{

BenchmarkPlan quickPlan(const QStringList &targets)
{
    BenchmarkPlan plan;
    plan.targets = targets;
    plan.connections = 4;
    plan.rounds = 1;
    plan.duration = 200ms;
    plan.warmUpCap = 100ms;
    return plan;
}

/// A listening socket of the test itself.
class TakenPort
{
public:
    TakenPort() : m_file(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof m_address;
        auto *address = reinterpret_cast<sockaddr *>(&m_address);
        if (bind(m_file, address, size) == 0 && listen(m_file, 1) == 0)
            getsockname(m_file, address, &size);
    }
    ~TakenPort() { close(m_file); }
    TakenPort(const TakenPort &) = delete;
    TakenPort &operator=(const TakenPort &) = delete;
    [[nodiscard]] int port() const { return ntohs(m_address.sin_port); }

private:
    int m_file;
    sockaddr_in m_address{};
};

} // namespace

/// Whatever a target does, the run goes on, says why in a sentence, and leaves nothing behind.
class FailingTargetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("python")); }

    void aTargetOutsideTheInstallationRuns()
    {
        testing::FakeTargets targets;
        targets.addServer(QStringLiteral("ok"));
        const auto result = testing::runBenchmark(quickPlan({QStringLiteral("ok")}));
        QVERIFY2(result.hasValue(), qPrintable(result ? QString() : result.error().message()));
        const TargetResult &ok = result->results.front();
        QVERIFY2(ok.state == TargetState::measured, qPrintable(ok.failure));
        QVERIFY(summaryOf(ok, quantityOf(u"requests_per_second"))->median > 0);
        QVERIFY(ok.rounds.front().startMilliseconds > 0);
        QVERIFY(summaryOf(ok, quantityOf(u"memory_peak"))->median > 1);
        QVERIFY(ok.environment.contains(QStringLiteral("PORT")));
        QCOMPARE(ok.environment.value(QStringLiteral("WORKERS")),
                 ok.environment.value(QStringLiteral("GOMAXPROCS")));
        QVERIFY(testing::descendants(getpid()).empty());
    }

    void eachFailureIsTold_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("told");
        QTest::newRow("at start") << "exits_at_start"
                                  << "ended before it answered (exit code 7): no configuration";
        QTest::newRow("silent") << "silent"
                                << "did not answer GET /healthz";
        QTest::newRow("garbage") << "garbage"
                                 << "the answer is no HTTP/1.1 reply: \"220 mail.example ESMTP\"";
        QTest::newRow("endless") << "endless"
                                 << "did not answer GET /healthz";
        QTest::newRow("unhealthy") << "wrong_body"
                                   << "the body is {\"message\":\"Goodbye\"} instead of";
        QTest::newRow("half") << "half"
                              << "Content-Length says 27 bytes, the body has 22";
        QTest::newRow("mid-run") << "dies_under_load"
                                 << "ended during the load (exit code 3): out of luck";
    }
    void eachFailureIsTold()
    {
        QFETCH(QString, mode);
        QFETCH(QString, told);
        testing::FakeTargets targets;
        targets.addServer(mode);
        targets.addServer(QStringLiteral("ok"));
        const QString id = QString(mode).replace(QLatin1Char('_'), QLatin1Char('-'));
        BenchmarkPlan plan = quickPlan({id, QStringLiteral("ok")});
        plan.startTimeout = 20s; // for the other one, beside whatever else runs
        const auto result = testing::runBenchmark(plan);
        QVERIFY2(result.hasValue(), qPrintable(result ? QString() : result.error().message()));
        const TargetResult *failed = result->find(id);
        QVERIFY(failed != nullptr);
        QCOMPARE(failed->state, TargetState::failed);
        QVERIFY2(failed->failure.contains(told), qPrintable(failed->failure));
        QVERIFY(!failed->valid);
        QVERIFY2(result->find(u"ok")->state == TargetState::measured,
                 qPrintable(result->find(u"ok")->failure));
        QVERIFY(testing::descendants(getpid()).empty());
    }

    void aPortThatIsTakenIsTold()
    {
        const TakenPort holder;
        QVERIFY(holder.port() != 0);
        testing::FakeTargets targets;
        targets.add(QStringLiteral("late"),
                    {QStringLiteral("{python}"), QStringLiteral("fake_server.py"),
                     QStringLiteral("ok"), QString::number(holder.port())});
        const auto result = testing::runBenchmark(quickPlan({QStringLiteral("late")}));
        QVERIFY(result.hasValue());
        const TargetResult &late = result->results.front();
        QCOMPARE(late.state, TargetState::failed);
        QVERIFY2(late.failure.contains(QStringLiteral("address already in use")),
                 qPrintable(late.failure));
    }

    void errorsUnderLoadInvalidateTheResult()
    {
        testing::FakeTargets targets;
        targets.addServer(QStringLiteral("server_error"));
        const auto result = testing::runBenchmark(quickPlan({QStringLiteral("server-error")}));
        QVERIFY(result.hasValue());
        const TargetResult &broken = result->results.front();
        QVERIFY(!broken.valid);
        QVERIFY(testing::flagOf(broken, FlagId::errors) != nullptr);
        QVERIFY(testing::flagOf(broken, FlagId::conformance) != nullptr);
    }

    void unknownTargetsAndMissingToolchainsAreNamed()
    {
        testing::FakeTargets targets;
        targets.add(QStringLiteral("exotic"), {QStringLiteral("server")}, {},
                    QStringLiteral("cobol"));
        const auto result =
            testing::runBenchmark(quickPlan({QStringLiteral("exotic"), QStringLiteral("nobody")}));
        QVERIFY(!result);
        QVERIFY2(result.error().what.contains(QStringLiteral("\"cobol\"")),
                 qPrintable(result.error().what));
        QVERIFY(result.error().what.contains(QStringLiteral("There is no target \"nobody\"")));
    }

    void aFailedBuildKeepsTheCompilersWords()
    {
        testing::FakeTargets targets;
        targets.addServer(QStringLiteral("ok"));
        targets.add(QStringLiteral("unbuildable"), {QStringLiteral("server")},
                    {QStringLiteral("{python}"), QStringLiteral("-c"),
                     QStringLiteral("raise SystemExit('undefined: Foo')")});
        QStringList log;
        Observer observer;
        observer.log = [&log](const QString &line) { log << line; };
        const auto result = testing::runBenchmark(
            quickPlan({QStringLiteral("unbuildable"), QStringLiteral("ok")}), observer, {});
        QVERIFY(result.hasValue());
        const TargetResult *failed = result->find(u"unbuildable");
        QVERIFY(
            failed->failure.contains(QStringLiteral("the step \"Prepare\" failed (exit code 1)")));
        QVERIFY2(log.join(QLatin1Char('\n')).contains(QStringLiteral("undefined: Foo")),
                 qPrintable(log.join(QLatin1Char('\n'))));
        QCOMPARE(result->find(u"ok")->state, TargetState::measured);
    }

    void aPlanThatMakesNoSenseIsRefused()
    {
        QVERIFY(!testing::runBenchmark(quickPlan({})));
        BenchmarkPlan plan = quickPlan({QStringLiteral("reference")});
        plan.workload = QStringLiteral("juggling");
        QVERIFY(testing::runBenchmark(plan).error().what.contains(QStringLiteral("juggling")));
        plan = quickPlan({QStringLiteral("reference"), QStringLiteral("reference")});
        QVERIFY(testing::runBenchmark(plan).error().what.contains(QStringLiteral("twice")));
    }

    void cancellingKeepsWhatWasFinished()
    {
        testing::FakeTargets targets;
        targets.addServer(QStringLiteral("ok"));
        BenchmarkPlan plan = quickPlan({QStringLiteral("ok")});
        plan.rounds = 50;
        std::stop_source stop;
        Observer observer;
        observer.targetFinished = [&stop](const TargetResult &soFar) {
            if (soFar.rounds.size() == 2)
                stop.request_stop();
        };
        const auto result = testing::runBenchmark(plan, observer, stop.get_token());
        QVERIFY(result.hasValue());
        QVERIFY(result->cancelled);
        QCOMPARE(result->results.front().state, TargetState::partial);
        QCOMPARE(result->results.front().rounds.size(), std::size_t{2});
        QVERIFY(testing::descendants(getpid()).empty());
    }

    void cancellingWorksInEveryPhase_data()
    {
        QTest::addColumn<int>("phase");
        QTest::newRow("preparing") << static_cast<int>(Phase::preparing);
        QTest::newRow("starting") << static_cast<int>(Phase::starting);
        QTest::newRow("checking") << static_cast<int>(Phase::checking);
        QTest::newRow("warming up") << static_cast<int>(Phase::warmingUp);
        QTest::newRow("measuring") << static_cast<int>(Phase::measuring);
        QTest::newRow("stopping") << static_cast<int>(Phase::stopping);
    }
    void cancellingWorksInEveryPhase()
    {
        QFETCH(int, phase);
        testing::FakeTargets targets;
        targets.addServer(QStringLiteral("ok"));
        BenchmarkPlan plan = quickPlan({QStringLiteral("ok")});
        plan.rounds = 50;
        plan.warmUpCap = 60s;
        if (phase == static_cast<int>(Phase::measuring) ||
            phase == static_cast<int>(Phase::stopping))
            plan.warmUpCap = 200ms;
        std::stop_source stop;
        Observer observer;
        observer.progress = [&](const RunProgress &progress) {
            if (progress.phase == static_cast<Phase>(phase))
                stop.request_stop();
        };
        const auto result = testing::runBenchmark(plan, observer, stop.get_token());
        QVERIFY(result.hasValue());
        QVERIFY(result->cancelled);
        QVERIFY(result->results.front().rounds.size() <= 1);
        QVERIFY(testing::descendants(getpid()).empty());
    }
};

QTEST_GUILESS_MAIN(FailingTargetsTest)
#include "failing_targets_test.moc"
