// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/client.h"

#include "hostile_server.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace weighbridge::http;
using weighbridge::test::HostileServer;
using After = HostileServer::After;
using Kind = Failure::Kind;
using Ending = Client::Ending;

Q_DECLARE_METATYPE(Kind)

namespace
{

const std::string kRequest = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

/// Long enough for any machine; where it is waited for, the case says so with a shorter one.
constexpr auto kLong = 20s;

std::variant<Reply, Failure> answerOf(const HostileServer &server, Ending ending,
                                      std::chrono::milliseconds longest = kLong)
{
    const auto deadline = std::chrono::steady_clock::now() + longest;
    Client client;
    if (const auto failure = client.connect(loopbackAddress(server.port()), deadline))
        return *failure;
    return client.ask(kRequest, ending, deadline);
}

} // namespace

/// The one client: what it makes of replies, and that nothing keeps it waiting beyond its time.
class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplyIsReadInAnyPieces()
    {
        for (const std::size_t pieceBytes : {0U, 1U, 7U}) {
            const HostileServer server(
                {.reply = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                          "HTTP/1.1 200 OK\r\nX-One:  a: b \r\nTransfer-Encoding: chunked\r\n\r\n"
                          "5\r\nhello\r\n2;x=y\r\n, \r\n5\r\nworld\r\n0\r\nX-Sum: 1\r\n\r\n",
                 .pieceBytes = pieceBytes});
            const auto answer = answerOf(server, Ending::staysOpen);
            const auto *reply = std::get_if<Reply>(&answer);
            QVERIFY(reply);
            QCOMPARE(reply->status, 200);
            QCOMPARE(reply->body, std::string("hello, world"));
            QCOMPARE(reply->headers.size(), std::size_t{2});
            QCOMPARE(reply->header("x-one"), std::optional<std::string>("a: b"));
            QVERIFY(!reply->header("link"));
            QVERIFY(reply->framed);
            QVERIFY(reply->keepsAlive);
        }
    }

    void aConnectionAnswersAgainAndTellsWhetherItIsOpen()
    {
        const HostileServer server({.reply = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi",
                                    .after = After::closes,
                                    .repliesBeforeAfter = 2});
        const auto deadline = std::chrono::steady_clock::now() + kLong;
        Client client;
        QVERIFY(!client.connect(loopbackAddress(server.port()), deadline));
        QVERIFY(std::holds_alternative<Reply>(client.ask(kRequest, Ending::staysOpen, deadline)));
        QVERIFY(client.isWaiting());
        QVERIFY(std::holds_alternative<Reply>(client.ask(kRequest, Ending::staysOpen, deadline)));
        QTRY_VERIFY(!client.isWaiting());
    }

    void aBodyThatEndsWithTheConnectionIsNotFramed()
    {
        const HostileServer server(
            {.reply = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nhello",
             .after = After::closes});
        const auto answer = answerOf(server, Ending::isClosed);
        const auto *reply = std::get_if<Reply>(&answer);
        QVERIFY(reply);
        QCOMPARE(reply->body, std::string("hello"));
        QVERIFY(!reply->framed);
        QVERIFY(!reply->keepsAlive);
    }

    void whatIsNoReplyIsNamed_data()
    {
        QTest::addColumn<std::string>("reply");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::uint64_t>("bodyBytes");
        const std::string head = "HTTP/1.1 200 OK\r\n";
        const std::string chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
        const auto row = [](const char *name, const std::string &reply, Kind kind,
                            const std::string &text = {}, std::uint64_t bodyBytes = 0) {
            QTest::newRow(name) << reply << kind << text << bodyBytes;
        };
        row("another protocol", "220 mail.example ESMTP\r\n", Kind::notHttp,
            "220 mail.example ESMTP\r\n");
        row("head cut off", head + "Content-Le", Kind::notHttp, head + "Content-Le");
        row("header without a name", head + ": x\r\n\r\n", Kind::notHttp, head + ": x\r\n\r\n");
        row("upgrade", "HTTP/1.1 101 Switching\r\n\r\n", Kind::notHttp,
            "HTTP/1.1 101 Switching\r\n\r\n");
        row("too short", head + "Content-Length: 27\r\n\r\nhello", Kind::wrongLength, "27", 5);
        row("too long", head + "Content-Length: 3\r\n\r\nhello", Kind::wrongLength, "3", 5);
        row("no chunk size", chunked + "x\r\n", Kind::brokenChunks);
        row("chunks cut off", chunked + "5\r\nhel", Kind::brokenChunks, {}, 3);
    }
    void whatIsNoReplyIsNamed()
    {
        QFETCH(const std::string, reply);
        QFETCH(const Kind, kind);
        const HostileServer server({.reply = reply, .after = After::closes});
        const auto answer = answerOf(server, Ending::isClosed);
        const auto *failure = std::get_if<Failure>(&answer);
        QVERIFY(failure);
        QCOMPARE(failure->kind, kind);
        QTEST(failure->text, "text");
        QTEST(failure->bodyBytes, "bodyBytes");
    }

    void aServerThatClosesWithoutAReplyIsNamed()
    {
        const HostileServer server({.closesOnAccept = true});
        const auto answer = answerOf(server, Ending::isClosed);
        const auto *failure = std::get_if<Failure>(&answer);
        QVERIFY(failure);
        QVERIFY(failure->kind == Kind::closed || failure->kind == Kind::broken ||
                failure->kind == Kind::notSent);
    }

    void aClosedPortIsNoConnection()
    {
        Client client;
        const auto failure = client.connect(loopbackAddress(freeLoopbackPort()),
                                            std::chrono::steady_clock::now() + kLong);
        QVERIFY(failure);
        QCOMPARE(failure->kind, Kind::notConnected);
        QCOMPARE(failure->code, ECONNREFUSED);
    }

    void everyWaitEnds_data()
    {
        QTest::addColumn<std::string>("reply");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<Kind>("kind");
        const std::string head = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n";
        QTest::newRow("no reply") << std::string() << false << Kind::late;
        QTest::newRow("half a reply") << head + "hello" << false << Kind::unfinished;
        QTest::newRow("does not close as asked") << head + "hello you" << true << Kind::unfinished;
    }
    void everyWaitEnds()
    {
        QFETCH(const std::string, reply);
        QFETCH(const bool, closes);
        QFETCH(const Kind, kind);
        const HostileServer server({.reply = reply});
        // On a slow machine what comes first may be late, too: then with more time.
        std::optional<Kind> found;
        for (auto longest = 50ms; found != kind && longest < kLong; longest *= 2) {
            const auto answer =
                answerOf(server, closes ? Ending::isClosed : Ending::staysOpen, longest);
            const auto *failure = std::get_if<Failure>(&answer);
            QVERIFY(failure);
            found = failure->kind;
        }
        QCOMPARE(found, std::optional(kind));
    }

    void anEndlessReplyIsGivenUp()
    {
        const HostileServer server({.reply = "HTTP/1.1 200 OK\r\n\r\n" + std::string(65536, 'x'),
                                    .repliesForever = true,
                                    .pieceBytes = 65536});
        const auto answer = answerOf(server, Ending::isClosed);
        const auto *failure = std::get_if<Failure>(&answer);
        QVERIFY(failure);
        QCOMPARE(failure->kind, Kind::tooLong);
    }
};

QTEST_APPLESS_MAIN(TestHttpClient)
#include "client_test.moc"
