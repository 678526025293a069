// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/event_stream.h"

#include <QTest>

using namespace weighbridge::measure;
using namespace std::chrono_literals;

namespace
{

const QByteArray kHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";

QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

bool feedAll(EventStream &stream, const QByteArray &bytes)
{
    return stream.feed(bytes.constData(), static_cast<std::size_t>(bytes.size()), {});
}

} // namespace

class EventStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsInChunksAreCounted()
    {
        EventStream stream;
        QVERIFY(feedAll(stream, kHead + "Transfer-Encoding: chunked\r\n\r\n" +
                                    chunk("data: {\"i\":0}\n\n") + chunk("data: {\"i\":1}\n\n") +
                                    "0\r\n\r\n"));
        QCOMPARE(stream.arrivals().size(), std::size_t{2});
    }

    void anEventIsThereWhenItsLineIsComplete()
    {
        const auto at = [](std::chrono::milliseconds time) { return EventStream::Time(time); };
        EventStream stream;
        QVERIFY(feedAll(stream, kHead + "\r\ndata: {\"i\""));
        QVERIFY(stream.feed(":0}", 3, at(10ms)));
        QVERIFY(stream.arrivals().empty());
        QVERIFY(stream.feed("\n", 1, at(20ms)));
        QCOMPARE(stream.arrivals().front(), at(20ms));
    }

    /// A chunk may end in the middle of an event; what stands between is no part of it.
    void everySplitGivesTheSame()
    {
        const QByteArray bytes =
            kHead + "Transfer-Encoding: chunked\r\n\r\n" + chunk(": hello\nretry: 5\nda") +
            chunk("ta: {\"i\":0}\r\n\r\ndat") + chunk("a:{\"i\": 1}\n\n") + "0\r\n\r\n";
        for (qsizetype split = 0; split <= bytes.size(); ++split) {
            EventStream stream;
            QVERIFY(feedAll(stream, bytes.left(split)));
            QVERIFY(feedAll(stream, bytes.mid(split)));
            QCOMPARE(stream.arrivals().size(), std::size_t{2});
        }
    }

    void whatIsNoStreamIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("status") << QByteArray("HTTP/1.1 503 Service Unavailable\r\n\r\n");
        QTest::newRow("garbage") << QByteArray("220 mail.example ESMTP\r\n");
        QTest::newRow("order") << kHead + "\r\ndata: {\"i\":1}\n\n";
        QTest::newRow("other data") << kHead + "\r\ndata: hello\n\n";
        QTest::newRow("chunk size")
            << kHead + "Transfer-Encoding: chunked\r\n\r\nxyz\r\ndata: {\"i\":0}\n\n";
        QTest::newRow("endless line") << kHead + "\r\n" + QByteArray(100'000, 'x');
    }
    void whatIsNoStreamIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        EventStream stream;
        QVERIFY(!feedAll(stream, bytes));
        QVERIFY(stream.arrivals().empty());
    }
};

QTEST_APPLESS_MAIN(EventStreamTest)
#include "event_stream_test.moc"
