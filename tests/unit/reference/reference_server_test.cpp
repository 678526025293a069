// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/http_request.h"
#include "core/reference/server.h"

#include <QTest>

#include <array>
#include <chrono>
#include <string>
#include <thread>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace weighbridge::reference;
using State = HttpRequest::State;

namespace
{

class RunningServer
{
public:
    explicit RunningServer(Options options = {})
        : m_server(options), m_thread([this](std::stop_token stop) { m_server.run(stop); })
    {
    }
    [[nodiscard]] const Server &server() const { return m_server; }
    [[nodiscard]] std::uint16_t port() const { return m_server.port(); }

private:
    Server m_server;
    std::jthread m_thread;
};

/// A blocking connection to 127.0.0.1.
class Client
{
public:
    explicit Client(std::uint16_t port) : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        m_isConnected =
            connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
        const timeval limit{10, 0};
        setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    }
    ~Client() { close(m_socket); }
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    [[nodiscard]] bool isConnected() const { return m_isConnected; }
    void send(const std::string &bytes) const
    {
        QCOMPARE(::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL), ssize_t(bytes.size()));
    }
    void endSending() const { shutdown(m_socket, SHUT_WR); }
    /// Reads until `end` has come `times` times, or the connection ends.
    [[nodiscard]] std::string readUntil(const std::string &end, int times = 1) const
    {
        std::string text;
        std::array<char, 4096> buffer;
        while (count(text, end) < times) {
            const auto received = recv(m_socket, buffer.data(), buffer.size(), 0);
            if (received <= 0)
                return text;
            text.append(buffer.data(), static_cast<std::size_t>(received));
        }
        return text;
    }
    [[nodiscard]] bool isEnded() const
    {
        char byte = 0;
        return recv(m_socket, &byte, 1, 0) == 0;
    }
    static int count(const std::string &text, const std::string &word)
    {
        int found = 0;
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
            ++found;
        return found;
    }

private:
    int m_socket;
    bool m_isConnected = false;
};

std::string get(const std::string &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestReferenceServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonIsServedAsTheContractSays()
    {
        RunningServer server;
        Client client(server.port());
        client.send(get("/json"));
        const auto reply = client.readUntil("World!\"}");
        QVERIFY(reply.starts_with("HTTP/1.1 200 OK\r\n"));
        QVERIFY(contains(reply, "\r\nContent-Type: application/json\r\n"));
        QVERIFY(contains(reply, "\r\nContent-Length: 27\r\n"));
        QVERIFY(contains(reply, "\r\nDate: ") && contains(reply, " GMT\r\n"));
        QVERIFY(contains(reply, "\r\nServer: "));
        QVERIFY(reply.ends_with("\r\n\r\n{\"message\":\"Hello, World!\"}"));
    }

    void eachPathHasItsReply_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("body");
        QTest::newRow("health") << "GET /healthz"
                                << "200"
                                << "ok";
        QTest::newRow("query is ignored") << "GET /healthz?a=b"
                                          << "200"
                                          << "ok";
        QTest::newRow("sleep") << "GET /sleep?ms=1"
                               << "200"
                               << "{\"sleptMs\":1}";
        QTest::newRow("upstream") << "GET /upstream?ms=0"
                                  << "200"
                                  << "{\"upstream\":\"ok\",\"delayMs\":0}";
        QTest::newRow("delay") << "GET /delay?a=b&ms=2"
                               << "200"
                               << "{\"delayMs\":2}";
        QTest::newRow("too long") << "GET /delay?ms=60001"
                                  << "400"
                                  << "ms must be";
        QTest::newRow("negative") << "GET /delay?ms=-1"
                                  << "400"
                                  << "ms must be";
        QTest::newRow("no time") << "GET /delay"
                                 << "400"
                                 << "ms must be";
        QTest::newRow("unknown") << "GET /nowhere"
                                 << "404"
                                 << "not found";
        QTest::newRow("method") << "DELETE /json"
                                << "405"
                                << "only GET";
    }

    void eachPathHasItsReply()
    {
        QFETCH(QString, request);
        QFETCH(QString, status);
        QFETCH(QString, body);
        RunningServer server;
        Client client(server.port());
        client.send(request.toStdString() + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        const auto reply = client.readUntil("never");
        QVERIFY(reply.starts_with("HTTP/1.1 " + status.toStdString() + " "));
        QVERIFY(contains(reply, "\r\n\r\n" + body.toStdString()));
        QVERIFY(client.isEnded());
        QCOMPARE(server.server().answered(), std::uint64_t{1});
    }

    void pipelinedRequestsAreAnsweredInTheirOrder()
    {
        RunningServer server;
        Client client(server.port());
        client.send(get("/json") + get("/sleep?ms=20") + get("/healthz") + get("/sleep?ms=1") +
                    get("/nowhere"));
        const auto text = client.readUntil("not found");
        const auto json = text.find("World!");
        const auto slept = text.find("sleptMs\":20");
        const auto health = text.find("\r\n\r\nok");
        const auto sleptAgain = text.find("sleptMs\":1}");
        QVERIFY(json < slept && slept < health && health < sleptAgain);
        QVERIFY(contains(text, "not found"));
    }

    void manyPipelinedRequestsAreAllAnswered()
    {
        RunningServer server;
        Client client(server.port());
        std::string requests;
        for (int i = 0; i < 2000; ++i)
            requests += get("/json");
        client.send(requests);
        QCOMPARE(Client::count(client.readUntil("World!", 2000), "World!"), 2000);
    }

    void aRequestMayComeByteByByte()
    {
        RunningServer server;
        Client client(server.port());
        for (const char byte : get("/json") + get("/healthz"))
            client.send(std::string(1, byte));
        const auto text = client.readUntil("\r\n\r\nok");
        QVERIFY(contains(text, "World!"));
        QVERIFY(contains(text, "\r\n\r\nok"));
    }

    void aDelayDoesNotHoldUpOthers()
    {
        RunningServer server;
        Client slow(server.port());
        Client quick(server.port());
        slow.send(get("/sleep?ms=60000"));
        quick.send(get("/json"));
        QVERIFY(contains(quick.readUntil("World!"), "World!"));
    }

    void whatIsNoHttpIsRefusedAndEnded()
    {
        RunningServer server;
        for (const std::string &bytes :
             {std::string("hello\r\n\r\n"), std::string("GET json HTTP/1.1\r\n\r\n"),
              std::string("GET / HTTP/3\r\n\r\n"), "GET /" + std::string(20'000, 'a')}) {
            Client client(server.port());
            client.send(bytes);
            QVERIFY(client.readUntil("never").starts_with("HTTP/1.1 400 "));
        }
    }

    void aClientThatLeavesEarlyDoesNoHarm()
    {
        RunningServer server;
        for (int i = 0; i < 50; ++i) {
            Client client(server.port());
            client.send(i % 2 == 0 ? get("/sleep?ms=1") : "GET /js");
        }
        Client client(server.port());
        client.send(get("/json"));
        QVERIFY(contains(client.readUntil("World!"), "World!"));
    }

    void aPortInUseIsAnError()
    {
        const Server first;
        QVERIFY(first.error().empty());
        const Server second({.port = first.port()});
        QVERIFY(contains(second.error(), std::to_string(first.port())));
    }

    void workersShareThePort()
    {
        RunningServer server({.port = 0, .workers = 3});
        for (int i = 0; i < 20; ++i) {
            Client client(server.port());
            QVERIFY(client.isConnected());
            client.send(get("/json"));
            QVERIFY(contains(client.readUntil("World!"), "World!"));
        }
        QCOMPARE(server.server().answered(), std::uint64_t{20});
    }

    void aReadableStopDescriptorEndsTheServer()
    {
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe(pipe.data()), 0);
        Server server({.port = 0, .workers = 2});
        std::jthread thread([&] { server.run({}, pipe[0]); });
        close(pipe[1]);
        thread.join();
        close(pipe[0]);
    }

    void headsAreReadAsTheyAreMeant()
    {
        const auto request =
            readRequest("GET /a?b=c HTTP/1.1\r\nHost: x\r\nCONNECTION: Close\r\n\r\nrest");
        QCOMPARE(request.state, State::complete);
        QVERIFY(request.path == "/a" && request.query == "b=c" && request.closes);
        QVERIFY(!request.hasBody);
        QCOMPARE(readRequest("GET / HTTP/1.1\r\nHost: x\r\n").state, State::needMore);
        QVERIFY(readRequest("GET / HTTP/1.0\r\n\r\n").closes);
        QVERIFY(readRequest("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n").hasBody);
        QVERIFY(!readRequest("GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n").hasBody);
        QVERIFY(readRequest("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n").hasBody);
        QCOMPARE(readRequest("GET / HTTP/1.1\r\nno colon\r\n\r\n").state, State::malformed);
    }
};

QTEST_APPLESS_MAIN(TestReferenceServer)
#include "reference_server_test.moc"
