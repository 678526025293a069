// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile_server.h"

#include "core/load/body_hash.h"
#include "core/load/load_run.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace weighbridge;
using test::HostileServer;
using After = HostileServer::After;

namespace
{

const std::string kReply = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

load::Plan planFor(const HostileServer &server)
{
    load::Plan plan;
    plan.port = server.port();
    plan.connections = 4;
    plan.duration = 300ms;
    plan.timeout = 5s;
    return plan;
}

load::LoadResult runAgainst(const HostileServer &server)
{
    return std::get<load::LoadResult>(load::run(planFor(server)));
}

/// Retries are spaced: 4 connections in less than a second cannot make many attempts.
bool didNotSpin(const HostileServer &server)
{
    return server.accepted() < 4 * 12;
}

} // namespace

class TestHostileServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void garbageIsMalformed()
    {
        HostileServer server({.reply = "\x15\x03\x01 no HTTP at all\r\n\r\n"});
        const auto result = runAgainst(server);
        QCOMPARE(result.requests, std::uint64_t{0});
        QCOMPARE(result.errors.total(), result.errors.malformed);
        QVERIFY(result.errors.malformed > 0 || result.firstError == "reply is not HTTP/1.1");
        QVERIFY(didNotSpin(server));
    }

    void moreThanTheReplyIsMalformed()
    {
        HostileServer server({.reply = kReply + "surplus"});
        const auto result = runAgainst(server);
        QCOMPARE(result.requests, std::uint64_t{0});
        QCOMPARE(result.firstError, std::string("reply is not HTTP/1.1"));
    }

    void anotherBodyUnderLoadIsCounted_data()
    {
        QTest::addColumn<QByteArray>("later");
        QTest::addColumn<bool>("sameLength");
        QTest::newRow("another length") << QByteArray("error") << false;
        QTest::newRow("other contents") << QByteArray("Wurst!") << true;
    }
    void anotherBodyUnderLoadIsCounted()
    {
        QFETCH(QByteArray, later);
        QFETCH(bool, sameLength);
        const auto reply = [](const std::string &body) {
            return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) +
                   "\r\n\r\n" + body;
        };
        for (const bool isContract : {true, false}) {
            HostileServer server(
                {.reply = reply("World!"), .laterReply = reply(later.toStdString())});
            auto plan = planFor(server);
            plan.duration = 600ms;
            if (isContract) {
                plan.expected.bodyBytes = 6;
                plan.expected.bodyHash = load::bodyHash("World!");
            } else {
                plan.expected.sameBody = true;
            }
            const auto result = std::get<load::LoadResult>(load::run(plan));
            QVERIFY(result.requestsBeforeWindow + result.requests > 0);
            QVERIFY(result.bodies.compared > 0);
            QCOMPARE(result.bodies.otherLength > 0, !sameLength);
            QCOMPARE(result.bodies.otherContents > 0, sameLength);
            QCOMPARE(result.bodies.firstOther, sameLength ? later.toStdString() : std::string());
            QCOMPARE(result.errors.wrongBody > 0, isContract && !sameLength);
            QCOMPARE(result.errors.total(), result.errors.wrongBody);
            QCOMPARE(!result.firstError.empty(), isContract && !sameLength);
        }
    }

    void theSampleSeesEachPartOfABody()
    {
        HostileServer server({.reply = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                       "5\r\nhello\r\n7\r\n, world\r\n0\r\n\r\n",
                              .pieceBytes = 3});
        auto plan = planFor(server);
        plan.expected.bodyHash = load::bodyHash("hello, world");
        const auto result = std::get<load::LoadResult>(load::run(plan));
        QVERIFY(result.bodies.compared > 0);
        QCOMPARE(result.bodies.otherContents, std::uint64_t{0});
        QCOMPARE(result.errors.total(), std::uint64_t{0});
        plan.expected.bodyHash = load::bodyHash("hello, World");
        const auto other = std::get<load::LoadResult>(load::run(plan));
        QCOMPARE(other.bodies.otherContents, other.bodies.compared);
        QCOMPARE(other.bodies.firstOther, std::string("hello, world"));
        QCOMPARE(other.errors.total(), std::uint64_t{0});
    }

    void halfAReplyAndAnEndIsAReadError()
    {
        for (const After after : {After::closes, After::resets}) {
            HostileServer server({.reply = kReply.substr(0, kReply.size() - 2), .after = after});
            const auto result = runAgainst(server);
            QCOMPARE(result.requests, std::uint64_t{0});
            QCOMPARE(result.errors.total(), result.errors.read);
            QVERIFY(!result.firstError.empty());
            QVERIFY(didNotSpin(server));
        }
    }

    void halfAReplyAndSilenceIsATimeout()
    {
        HostileServer server({.reply = kReply.substr(0, 30)});
        auto plan = planFor(server);
        plan.timeout = 100ms;
        plan.duration = 500ms;
        const auto result = std::get<load::LoadResult>(load::run(plan));
        QCOMPARE(result.requests, std::uint64_t{0});
        QVERIFY(result.errors.timeout > 0);
        QCOMPARE(result.errors.total(), result.errors.timeout);
    }

    void silenceIsATimeoutAndShowsInTheAges()
    {
        HostileServer server({});
        auto plan = planFor(server);
        plan.timeout = 10s;
        const auto result = std::get<load::LoadResult>(load::run(plan));
        QCOMPARE(result.requests, std::uint64_t{0});
        QCOMPARE(result.errors.total(), std::uint64_t{0});
        QCOMPARE(result.unfinished.samples(), std::uint64_t{4});
        QVERIFY(result.unfinished.min() >= 300ms);
        QVERIFY(result.fairness.latestFirstAnswer >= 300ms);
        QVERIFY(result.latencyWithUnfinished().max() >= 300ms);
        QCOMPARE(result.connectionStates.size(), std::size_t{4});
        for (const load::ConnectionState &connection : result.connectionStates) {
            QVERIFY(connection.wasConnected);
            QCOMPARE(connection.requests, std::uint64_t{0});
            QVERIFY(connection.age && *connection.age >= 300ms);
        }
        QCOMPARE(result.connectionTime.busy().count(), (4 * result.window).count());
    }

    void closingOnAcceptIsAnErrorAndNoEndlessLoop()
    {
        HostileServer server({.closesOnAccept = true});
        const auto result = runAgainst(server);
        QCOMPARE(result.requests, std::uint64_t{0});
        QVERIFY(result.errors.reconnects > 0);
        QVERIFY(result.closedByServer > 0);
        QVERIFY(didNotSpin(server));
    }

    void anEndlessBodyEndsInATimeout()
    {
        HostileServer server({.reply = "HTTP/1.1 200 OK\r\n\r\nx", .repliesForever = true});
        auto plan = planFor(server);
        plan.connections = 1;
        plan.timeout = 100ms;
        const auto result = std::get<load::LoadResult>(load::run(plan));
        QCOMPARE(result.requests, std::uint64_t{0});
        QVERIFY(result.transferBytes > 0);
    }

    void aServerThatDiesIsTriedAgainWithPauses()
    {
        HostileServer server(
            {.reply = kReply, .after = After::diesWithReply, .repliesBeforeAfter = 5});
        auto plan = planFor(server);
        plan.duration = 600ms;
        const auto result = std::get<load::LoadResult>(load::run(plan));
        const auto &errors = result.errors;
        QVERIFY(result.requestsBeforeWindow + result.requests > 0);
        QVERIFY(errors.connect > 0);
        QVERIFY(errors.connect <= 4 * 12);
        QVERIFY(!result.interrupted);
    }

    void aServerThatClosesAfterEachReplyIsReconnected()
    {
        const std::string closing =
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";
        HostileServer server({.reply = closing, .after = After::closes});
        const auto result = runAgainst(server);
        QVERIFY(result.requests > 4);
        QCOMPARE(result.errors.total(), std::uint64_t{0});
        QVERIFY(result.errors.reconnects > 0);
    }

    void aReplyThatEndsWithTheConnectionCounts()
    {
        HostileServer server({.reply = "HTTP/1.1 200 OK\r\n\r\nhello", .after = After::closes});
        auto plan = planFor(server);
        plan.expected.bodyBytes = 5;
        const auto result = std::get<load::LoadResult>(load::run(plan));
        QVERIFY(result.requests > 0);
        QCOMPARE(result.errors.total(), std::uint64_t{0});
    }

    void interimRepliesAndSplitChunksCountOnce()
    {
        HostileServer server({.reply = "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n"
                                       "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n"
                                       "0\r\n\r\n",
                              .pieceBytes = 7});
        auto plan = planFor(server);
        plan.expected.bodyBytes = 5;
        const auto result = std::get<load::LoadResult>(load::run(plan));
        QVERIFY(result.requests > 0);
        QCOMPARE(result.status.informational, result.status.success);
        QCOMPARE(result.errors.total(), std::uint64_t{0});
    }

    void aGreetingBeforeTheRequestIsNoReplyToIt()
    {
        HostileServer server({.greeting = "220 mail.example ESMTP\r\n"});
        const auto result = runAgainst(server);
        QCOMPARE(result.requests, std::uint64_t{0});
        QCOMPARE(result.firstError, std::string("reply is not HTTP/1.1"));
    }

    void aClosedPortFailsWithAReason()
    {
        load::Plan plan;
        plan.port = HostileServer::closedPort();
        plan.connections = 100;
        const auto outcome = load::run(plan);
        const auto *failure = std::get_if<load::Failure>(&outcome);
        QVERIFY(failure);
        QVERIFY(failure->what.find("Connection refused") != std::string::npos);
        QVERIFY(failure->what.find(std::to_string(plan.port)) != std::string::npos);
        QVERIFY(!failure->remedy.empty());
    }

    void aStopRequestEndsARunThatGetsNoAnswer()
    {
        HostileServer server({});
        auto plan = planFor(server);
        plan.duration = 1h;
        plan.timeout = 1h;
        std::stop_source source;
        const auto outcome =
            load::run(plan, source.get_token(), [&source](const auto &) { source.request_stop(); });
        QVERIFY(std::get<load::LoadResult>(outcome).interrupted);
    }
};

QTEST_APPLESS_MAIN(TestHostileServers)
#include "hostile_servers_test.moc"
