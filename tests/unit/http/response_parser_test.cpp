// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/response_parser.h"

#include <QTest>

#include <random>
#include <string>
#include <vector>

using weighbridge::http::ResponseParser;
using State = ResponseParser::State;

namespace
{

enum class Ending { none, closes }; // what the server does after the last byte

struct Case {
    const char *name;
    std::string bytes;
    State state = State::complete;
    int status = 200;
    std::uint64_t bodyBytes = 0;
    bool keepsAlive = true;
    std::size_t unconsumed = 0;
    Ending ending = Ending::none;
    ResponseParser::BodyRule rule = ResponseParser::BodyRule::mayHaveBody;
};

std::string ok(const std::string &headers, const std::string &body = {})
{
    return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

std::vector<Case> cases()
{
    const auto malformed = State::malformed;
    const auto needMore = State::needMore;
    const auto noBody = ResponseParser::BodyRule::neverHasBody;
    const std::string big(ResponseParser::kMaxHeadBytes, 'x');
    return {
        {.name = "content length", .bytes = ok("Content-Length: 5\r\n", "hello"), .bodyBytes = 5},
        {.name = "lower case", .bytes = ok("content-length:5\r\n", "hello"), .bodyBytes = 5},
        {.name = "blanks", .bytes = ok("Content-Length: \t 5  \r\n", "hello"), .bodyBytes = 5},
        {.name = "bare line feeds",
         .bytes = "HTTP/1.1 200 OK\nContent-Length: 2\n\nab",
         .bodyBytes = 2},
        {.name = "no reason", .bytes = "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n"},
        {.name = "empty body", .bytes = ok("Content-Length: 0\r\n")},
        {.name = "same length twice",
         .bytes = ok("Content-Length: 2\r\nContent-Length: 2\r\n", "ab"),
         .bodyBytes = 2},
        {.name = "similar names",
         .bytes = ok("Content-Lengthy: 9\r\nContent-Lengt: 9\r\nConnectio: close\r\nContent-Type: "
                     "a\r\nTransfer: chunked\r\nContent-Length: 1\r\n",
                     "a"),
         .bodyBytes = 1},
        {.name = "chunked",
         .bytes = ok("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"),
         .bodyBytes = 5},
        {.name = "chunks with extension and trailer",
         .bytes = ok("transfer-encoding: gzip, Chunked\r\n",
                     "A;name=\"v\"\r\n0123456789\r\n01 \r\nx\r\n0\r\nExpires: now\r\n\r\n"),
         .bodyBytes = 11},
        {.name = "chunked beats length",
         .bytes = ok("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "1\r\na\r\n0\r\n\r\n"),
         .bodyBytes = 1},
        {.name = "not chunked last",
         .bytes = ok("Transfer-Encoding: chunked, gzip\r\n", "abc"),
         .bodyBytes = 3,
         .keepsAlive = false,
         .ending = Ending::closes},
        {.name = "until close",
         .bytes = ok("Server: x\r\n", "abc"),
         .bodyBytes = 3,
         .keepsAlive = false,
         .ending = Ending::closes},
        {.name = "until close, still open", .bytes = ok("Server: x\r\n", "abc"), .state = needMore},
        {.name = "half a body",
         .bytes = ok("Content-Length: 5\r\n", "hel"),
         .state = malformed,
         .ending = Ending::closes},
        {.name = "half a head",
         .bytes = "HTTP/1.1 200 OK\r\nConte",
         .state = malformed,
         .ending = Ending::closes},
        {.name = "half a chunk",
         .bytes = ok("Transfer-Encoding: chunked\r\n", "5\r\nhel"),
         .state = needMore},
        {.name = "close",
         .bytes = ok("Connection: close\r\nContent-Length: 0\r\n"),
         .keepsAlive = false},
        {.name = "close in a list",
         .bytes = ok("Connection: foo, Close\r\nContent-Length: 0\r\n"),
         .keepsAlive = false},
        {.name = "close and keep-alive",
         .bytes = ok("Connection: close, keep-alive\r\nContent-Length: 0\r\n"),
         .keepsAlive = false},
        {.name = "closed is not close", .bytes = ok("Connection: closed\r\nContent-Length: 0\r\n")},
        {.name = "two words are not close",
         .bytes = ok("Connection: close d, c lose\r\nContent-Length: 0\r\n")},
        {.name = "HTTP/1.0",
         .bytes = "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na",
         .bodyBytes = 1,
         .keepsAlive = false},
        {.name = "HTTP/1.0 keep-alive",
         .bytes = "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 1\r\n\r\na",
         .bodyBytes = 1},
        {.name = "204", .bytes = "HTTP/1.1 204 No Content\r\n\r\n", .status = 204},
        {.name = "304 with length",
         .bytes = "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n",
         .status = 304},
        {.name = "HEAD", .bytes = ok("Content-Length: 9\r\n"), .rule = noBody},
        {.name = "interim replies",
         .bytes = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" +
                  ok("Content-Length: 2\r\n", "ab"),
         .bodyBytes = 2},
        {.name = "interim reply, then close",
         .bytes = "HTTP/1.1 100 Continue\r\n\r\n",
         .state = malformed,
         .ending = Ending::closes},
        {.name = "other status",
         .bytes = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n",
         .status = 503},
        {.name = "more than one reply",
         .bytes = ok("Content-Length: 1\r\n", "aHTTP"),
         .bodyBytes = 1,
         .unconsumed = 4},
        {.name = "101", .bytes = "HTTP/1.1 101 Switching Protocols\r\n\r\n", .state = malformed},
        {.name = "garbage", .bytes = "\x16\x03\x01 garbage\r\n\r\n", .state = malformed},
        {.name = "HTTP/2", .bytes = "HTTP/2.0 200 OK\r\n\r\n", .state = malformed},
        {.name = "status of two digits", .bytes = "HTTP/1.1 20 OK\r\n\r\n", .state = malformed},
        {.name = "status of four digits", .bytes = "HTTP/1.1 2000 OK\r\n\r\n", .state = malformed},
        {.name = "status 0", .bytes = "HTTP/1.1 099 OK\r\n\r\n", .state = malformed},
        {.name = "folded line",
         .bytes = ok("A: b\r\n c\r\nContent-Length: 0\r\n"),
         .state = malformed},
        {.name = "blank before colon", .bytes = ok("Content-Length : 0\r\n"), .state = malformed},
        {.name = "no name", .bytes = ok(": 0\r\n"), .state = malformed},
        {.name = "no colon", .bytes = ok("nothing\r\n"), .state = malformed},
        {.name = "no number", .bytes = ok("Content-Length: \r\n"), .state = malformed},
        {.name = "negative", .bytes = ok("Content-Length: -1\r\n"), .state = malformed},
        {.name = "two numbers", .bytes = ok("Content-Length: 1 2\r\n"), .state = malformed},
        {.name = "contradicting lengths",
         .bytes = ok("Content-Length: 1\r\nContent-Length: 2\r\n"),
         .state = malformed},
        {.name = "overflowing length",
         .bytes = ok("Content-Length: 99999999999999999999999\r\n"),
         .state = malformed},
        {.name = "length beyond the limit",
         .bytes = ok("Content-Length: 4294967297\r\n"),
         .state = malformed},
        {.name = "chunk without a size",
         .bytes = ok("Transfer-Encoding: chunked\r\n", "\r\n"),
         .state = malformed},
        {.name = "chunk size overflows",
         .bytes = ok("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n"),
         .state = malformed},
        {.name = "chunk longer than its size",
         .bytes = ok("Transfer-Encoding: chunked\r\n", "1\r\nab"),
         .state = malformed},
        {.name = "endless head", .bytes = "HTTP/1.1 200 OK\r\nA: " + big, .state = malformed},
        {.name = "endless interim replies",
         .bytes =
             [] {
                 std::string bytes;
                 while (bytes.size() <= ResponseParser::kMaxHeadBytes)
                     bytes += "HTTP/1.1 100 Continue\r\n\r\n";
                 return bytes;
             }(),
         .state = malformed},
    };
}

struct Outcome {
    State state = State::needMore;
    std::size_t consumed = 0;
    int status = 0;
    std::uint64_t bodyBytes = 0;
    bool keepsAlive = false;
    std::string body;
    bool operator==(const Outcome &) const = default;
};

class Collector final : public weighbridge::http::BodySink
{
public:
    void take(const char *data, std::size_t size) override { m_body.append(data, size); }
    [[nodiscard]] const std::string &body() const { return m_body; }

private:
    std::string m_body;
};

/// Feeds the pieces between `cuts`, which ascend.
Outcome parse(const Case &testCase, const std::vector<std::size_t> &cuts)
{
    ResponseParser parser;
    parser.reset(testCase.rule);
    Outcome outcome;
    Collector collector;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= cuts.size() && outcome.state == State::needMore; ++i) {
        const auto end = i < cuts.size() ? cuts[i] : testCase.bytes.size();
        // A copy of its own, so that a sanitizer sees a read beyond the piece.
        const std::vector<char> piece(testCase.bytes.begin() + static_cast<std::ptrdiff_t>(begin),
                                      testCase.bytes.begin() + static_cast<std::ptrdiff_t>(end));
        const auto progress = parser.feed(piece.data(), piece.size(), &collector);
        outcome.state = progress.state;
        outcome.consumed += progress.consumed;
        begin = end;
    }
    if (outcome.state == State::needMore && testCase.ending == Ending::closes)
        outcome.state = parser.finish();
    if (outcome.state == State::complete) {
        outcome.status = parser.status();
        outcome.bodyBytes = parser.bodyBytes();
        outcome.keepsAlive = parser.keepsAlive();
        outcome.body = collector.body();
    }
    return outcome;
}

} // namespace

class TestResponseParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEachKindOfReply_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const auto &testCase : cases())
            QTest::newRow(testCase.name) << index++;
    }

    void readsEachKindOfReply()
    {
        QFETCH(int, index);
        const auto testCase = cases()[static_cast<std::size_t>(index)];
        const auto outcome = parse(testCase, {});
        QCOMPARE(outcome.state, testCase.state);
        if (outcome.state != State::complete)
            return;
        QCOMPARE(outcome.status, testCase.status);
        QCOMPARE(outcome.bodyBytes, testCase.bodyBytes);
        QCOMPARE(outcome.body.size(), testCase.bodyBytes);
        QCOMPARE(outcome.keepsAlive, testCase.keepsAlive);
        QCOMPARE(outcome.consumed, testCase.bytes.size() - testCase.unconsumed);
    }

    void aSplitAtAnyByteChangesNothing()
    {
        for (const auto &testCase : cases()) {
            if (testCase.bytes.size() > 1000)
                continue; // the long ones have their turn below
            const auto whole = parse(testCase, {});
            for (std::size_t cut = 0; cut <= testCase.bytes.size(); ++cut) {
                const auto split = parse(testCase, {cut});
                QVERIFY2(split.state == whole.state, testCase.name);
                QVERIFY2(whole.state != State::complete || split == whole, testCase.name);
            }
        }
    }

    void anySequenceOfPiecesChangesNothing()
    {
        std::mt19937 engine(20260101);
        for (const auto &testCase : cases()) {
            const auto whole = parse(testCase, {});
            const int rounds = testCase.bytes.size() > 1000 ? 4 : 50;
            for (int round = 0; round < rounds; ++round) {
                std::vector<std::size_t> cuts;
                std::uniform_int_distribution<std::size_t> step(0, round % 2 == 0 ? 3 : 40);
                for (std::size_t at = step(engine); at < testCase.bytes.size(); at += step(engine))
                    cuts.push_back(at);
                const auto pieces = parse(testCase, cuts);
                QVERIFY2(pieces.state == whole.state, testCase.name);
                QVERIFY2(whole.state != State::complete || pieces == whole, testCase.name);
            }
        }
    }

    void oneWrongByteIsNeverReadBeyondTheEnd()
    {
        std::mt19937 engine(7);
        for (const auto &original : cases()) {
            if (original.bytes.size() > 1000)
                continue;
            for (int round = 0; round < 100; ++round) {
                Case mutated = original;
                mutated.bytes[engine() % mutated.bytes.size()] = static_cast<char>(engine());
                const auto whole = parse(mutated, {});
                const auto split = parse(mutated, {engine() % mutated.bytes.size()});
                QVERIFY(whole.consumed <= mutated.bytes.size());
                QVERIFY(split.state == whole.state);
            }
        }
    }

    void countsInterimReplies()
    {
        const std::string bytes = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 None\r\n\r\n";
        ResponseParser parser;
        QCOMPARE(parser.feed(bytes.data(), bytes.size()).state, State::complete);
        QCOMPARE(parser.interimReplies(), 1U);
    }

    void theBodyIsHandedOnWithoutTheHeadsOfChunks()
    {
        const std::string bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                  "5;name=value\r\nhello\r\n2\r\n, \r\n5\r\nworld\r\n"
                                  "0\r\nX-Sum: 1\r\n\r\n";
        ResponseParser parser;
        Collector collector;
        QCOMPARE(parser.feed(bytes.data(), bytes.size(), &collector).state, State::complete);
        QCOMPARE(collector.body(), std::string("hello, world"));
    }

    void aFinishedParserConsumesNothingUntilItIsReset()
    {
        const std::string bytes = ok("Content-Length: 1\r\n", "a");
        ResponseParser parser;
        QVERIFY(!parser.started());
        parser.feed(bytes.data(), bytes.size());
        QVERIFY(parser.started());
        QCOMPARE(parser.feed(bytes.data(), bytes.size()).consumed, std::size_t{0});
        parser.reset();
        QVERIFY(!parser.started());
        QCOMPARE(parser.feed(bytes.data(), bytes.size()).consumed, bytes.size());
    }

    void staysSmall() { QVERIFY(sizeof(ResponseParser) <= 32); }
};

QTEST_APPLESS_MAIN(TestResponseParser)
#include "response_parser_test.moc"
