// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <functional>

namespace
{

/// A server in one of the cases of case_server.py, ended with this object.
class CaseServer
{
public:
    explicit CaseServer(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QStringLiteral(JSON_SCHEMA_PYTHON),
            QStringList{QStringLiteral(WEIGHBRIDGE_SOURCE_DIR "/tests/support/case_server.py")} +
                arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead()) {
        }
        m_url = QString::fromUtf8(m_process.readLine()).trimmed();
    }
    ~CaseServer()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    [[nodiscard]] QString url() const { return m_url; }

private:
    QProcess m_process;
    QString m_url;
};

struct Flags {
    QStringList ids;
    bool anyInvalid = false;
    QString texts;
};

Flags flagsOf(const QJsonObject &json)
{
    Flags flags;
    for (const QJsonValue &each : json[QStringLiteral("flags")].toArray()) {
        flags.ids << each[QStringLiteral("id")].toString();
        flags.texts += each[QStringLiteral("id")].toString() + QStringLiteral(": ") +
                       each[QStringLiteral("text")].toString() + QLatin1Char('\n');
        const bool isInvalid = each[QStringLiteral("grade")].toString() == QLatin1String("invalid");
        flags.anyInvalid = flags.anyInvalid || isInvalid;
    }
    return flags;
}

qint64 count(const QJsonObject &json, const char *group, const char *name)
{
    return json[QLatin1String(group)][QLatin1String(name)].toInteger();
}

qint64 errors(const QJsonObject &json)
{
    qint64 sum = 0;
    for (const char *name :
         {"connect", "read", "write", "timeout", "status", "malformed", "wrong_body"})
        sum += count(json, "errors", name);
    return sum;
}

using Check = std::function<bool(const QJsonObject &)>;

struct Case {
    const char *name;
    QStringList server;  ///< arguments of case_server.py
    QStringList options; ///< of the load
    QStringList present; ///< flags
    Check check = [](const QJsonObject &json) { return errors(json) == 0; };
    QStringList possible = {}; ///< flags that come and go with how fast the machine is
};

/// All that a server or a load can be blamed for. What the machine is blamed for (foreign load,
/// steal, a starved generator, no steady state) may come and go with what else runs there.
QStringList blames()
{
    return {QStringLiteral("stalled"),       QStringLiteral("unfair"),
            QStringLiteral("littles_law"),   QStringLiteral("overload"),
            QStringLiteral("errors"),        QStringLiteral("wrong_body"),
            QStringLiteral("server_closed"), QStringLiteral("clock_jump")};
}

/// Whether so much else ran that the generator itself may have held replies up.
bool wasDisturbed(const QJsonObject &json)
{
    const QJsonArray flags = json[QStringLiteral("flags")].toArray();
    return std::any_of(flags.begin(), flags.end(), [](const QJsonValue &each) {
        return !blames().contains(each[QStringLiteral("id")].toString()) &&
               each[QStringLiteral("grade")].toString() == QLatin1String("invalid");
    });
}

Check has(const char *group, const char *name)
{
    return [=](const QJsonObject &json) { return count(json, group, name) > 0; };
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

std::vector<Case> replies()
{
    const Check interim = [](const QJsonObject &json) {
        return errors(json) == 0 && count(json, "status", "1xx") > 0 &&
               count(json, "status", "1xx") >= count(json, "status", "2xx");
    };
    return {
        {"well-behaved", {"plain"}, words("-c 40"), {}},
        {"hints before the reply", {"hints"}, {}, {}, interim},
        {"hints in a packet of their own", {"hints", "apart"}, {}, {}, interim},
        {"chunks with all there can be", {"chunks"}, {}, {}},
        {"chunks in upper case", {"chunks", "upper case"}, {}, {}},
        {"chunks with bare line feeds", {"chunks", "bare line feeds"}, {}, {}},
        {"a length beside chunks", {"length", "beside chunks"}, {}, {}},
        {"names in lower case", {"heads", "lower case"}, {}, {}},
        {"a head of 60 KiB", {"heads", "60 KiB"}, {}, {}},
        {"no header but the length", {"heads", "none"}, {}, {}},
        {"no reason behind the status", {"heads", "no reason"}, {}, {}},
        {"a head with bare line feeds", {"heads", "bare line feeds"}, {}, {}},
        {"a header with bytes above 127", {"heads", "bytes above 127"}, {}, {}},
        {"one byte at a time", {"drips"}, {}, {}},
        {"HTTP/1.0 that keeps the connection", {"old", "keeps"}, {}, {}},
        {"two equal lengths", {"length", "same"}, {}, {}},
        {"an empty body", {"empty"}, {}, {}},
        {"a body of 4 MiB",
         {"big", "4"},
         words("-c 2"),
         {},
         [](const QJsonObject &json) {
             return errors(json) == 0 &&
                    json[QStringLiteral("transfer_bytes")].toInteger() > (qint64{4} << 20);
         }},
        {"a 204 with a length",
         {"no_content", "length"},
         {},
         {"errors"},
         [](const QJsonObject &json) {
             return count(json, "errors", "status") > 0 &&
                    errors(json) == count(json, "errors", "status");
         }},
        {"a 204 with a chunk behind it",
         {"no_content", "chunks"},
         {},
         {"errors"},
         has("errors", "malformed"),
         {"littles_law"}},
        {"a tenth are 503", {"status", "503/10"}, {}, {"errors"}, has("status", "5xx")},
        {"half are 301", {"status", "301/2"}, {}, {"errors"}, has("status", "3xx")},
        {"a length that is sometimes too short",
         {"lies", "sometimes"},
         {},
         {"errors"},
         has("errors", "malformed"),
         {"littles_law"}},
        {"contents that change",
         {"changes", "300"},
         {},
         {"wrong_body"},
         has("bodies", "other_contents")},
        {"a length that changes",
         {"changes_length", "300"},
         {},
         {"wrong_body"},
         has("bodies", "other_length")},
    };
}

std::vector<Case> connections()
{
    const Check errorFree = [](const QJsonObject &json) { return errors(json) == 0; };
    const Check any = [](const QJsonObject &) { return true; };
    return {
        {"closes after each reply, as announced",
         {"closes", "announced"},
         {},
         {"server_closed"},
         errorFree,
         {"littles_law"}},
        {"leaves the closing to the client",
         {"closes", "left to the client"},
         {},
         {"server_closed"},
         errorFree,
         {"littles_law"}},
        {"closes without a word",
         {"closes", "silently"},
         {},
         {"server_closed"},
         any,
         {"errors", "littles_law"}},
        {"closes after 100 replies, as announced",
         {"closes_after_100", "announced"},
         {},
         {"server_closed"},
         errorFree,
         {"littles_law"}},
        {"closes after 100 replies without a word",
         {"closes_after_100", "silently"},
         {},
         {"server_closed"},
         any,
         {"errors", "littles_law"}},
        {"resets instead of the 100th reply",
         {"closes_after_100", "reset"},
         {},
         {"errors"},
         has("errors", "read"),
         {"littles_law", "server_closed"}},
        {"ends its half of the connection with the reply",
         {"half_closes"},
         {},
         {"server_closed"},
         any,
         {"errors", "littles_law"}},
        {"resets within each 50th body",
         {"resets_within_a_body"},
         {},
         {"errors"},
         has("errors", "read"),
         {"littles_law", "server_closed"}},
        {"ends the body by closing",
         {"ends_by_close"},
         {},
         {"server_closed"},
         errorFree,
         {"littles_law"}},
        {"HTTP/1.0 that closes",
         {"old", "closes"},
         {},
         {"server_closed"},
         errorFree,
         {"littles_law"}},
        {"2 of 40 connections are never answered",
         {"forgets_connections", "20"},
         words("-c 40"),
         {"stalled"},
         errorFree},
        {"one request in 500 is never answered",
         {"forgets_requests", "500"},
         {},
         {"stalled"},
         errorFree},
        {"all hang in the end", {"hangs_later", "0.5"}, words("-d 2.5"), {"stalled"}, errorFree},
        {"30 of 40 connections are closed at once",
         {"refuses", "10"},
         words("-c 40"),
         {"stalled"},
         any,
         {"errors", "littles_law", "server_closed"}},
        {"a backlog of five", {"small_backlog"}, words("-c 30"), {}, errorFree},
        {"650 ms for each reply", {"slow", "0.65"}, words("-d 1.5"), {}},
    };
}

std::vector<Case> schedules()
{
    const auto latency = [](const QJsonObject &json, const char *name) {
        return json[QStringLiteral("latency_ms")][QLatin1String(name)];
    };
    return {
        {"200 ms for each reply, at 100/s",
         {"slow", "0.2"},
         words("-c 100 -R 100 -d 2"),
         {},
         [=](const QJsonObject &json) {
             return errors(json) == 0 && latency(json, "p50").toDouble() >= 200;
         }},
        {"a pause of 200 ms in each second, at 300/s",
         {"stands_still", "0.2"},
         words("-c 10 -R 300 -d 3"),
         {},
         [=](const QJsonObject &json) {
             return errors(json) == 0 && latency(json, "p90").toDouble() > 20 &&
                    latency(json, "p99").isNull() == // too few samples, or enough
                        (latency(json, "samples").toInteger() < 1000);
         }},
        {"60,000/s are too much",
         {"plain"},
         words("-c 20 -R 60000"),
         {"overload"},
         [=](const QJsonObject &json) {
             const QJsonObject all = json[QStringLiteral("latency_ms")].toObject();
             const bool none = std::all_of(all.begin(), all.end(), [](const QJsonValue &each) {
                 return each.isNull() || each.toInt() == 0;
             });
             return none && errors(json) == 0;
         }},
    };
}

std::vector<Case> allCases()
{
    std::vector<Case> all = replies();
    for (auto group : {connections(), schedules()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace

/// What users of load generators have met: each server gets the flag that it deserves, and no
/// other.
class CliLoadCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachServerIsSeenForWhatItIs_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Case &each : allCases())
            QTest::newRow(each.name) << index++;
    }
    void eachServerIsSeenForWhatItIs()
    {
        QFETCH(int, index);
        const Case given = allCases().at(static_cast<std::size_t>(index));
        const auto isAsExpected = [&given](const QStringList &ids) {
            const QStringList all = blames();
            return std::all_of(all.begin(), all.end(), [&](const QString &id) {
                return given.possible.contains(id) ||
                       ids.contains(id) == given.present.contains(id);
            });
        };
        Output output = loadOn(given.server, given.options);
        // A server is judged by a run that nothing disturbed, if there is one.
        for (int again = 0; again < 4; ++again) {
            if (isAsExpected(flagsOf(output.json()).ids) || !wasDisturbed(output.json()))
                break;
            output = loadOn(given.server, given.options);
        }
        const QJsonObject json = output.json();
        const Flags flags = flagsOf(json);
        const QString told = QString::fromUtf8(output.err) + flags.texts;
        QVERIFY2(json[QStringLiteral("requests")].toInteger() > 0, qPrintable(told));
        for (const QString &id : blames()) {
            if (given.possible.contains(id))
                continue;
            QVERIFY2(flags.ids.contains(id) == given.present.contains(id),
                     qPrintable(id + QStringLiteral(" in:\n") + told));
        }
        QVERIFY2(given.check(json), output.out.constData());
        QCOMPARE(output.code, flags.anyInvalid ? 3 : 0);
        const QString problems = schemaProblems(QStringLiteral("load"), output.out);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }

    void withoutOneRightReplyThereIsAReason_data()
    {
        QTest::addColumn<QStringList>("server");
        QTest::addColumn<QString>("error");
        QTest::newRow("lengths that differ")
            << QStringList{"length", "different"} << QStringLiteral("malformed");
        QTest::newRow("a length with a sign")
            << QStringList{"length", "sign"} << QStringLiteral("malformed");
        QTest::newRow("a list of lengths")
            << QStringList{"length", "list"} << QStringLiteral("malformed");
        QTest::newRow("a head of 70 KiB")
            << QStringList{"heads", "70 KiB"} << QStringLiteral("malformed");
        QTest::newRow("a folded header")
            << QStringList{"heads", "folded"} << QStringLiteral("malformed");
        QTest::newRow("a space before the colon")
            << QStringList{"heads", "space before the colon"} << QStringLiteral("malformed");
        QTest::newRow("401") << QStringList{"status", "401"} << QStringLiteral("status");
        QTest::newRow("204") << QStringList{"status", "204"} << QStringLiteral("status");
        QTest::newRow("404") << QStringList{"status", "404"} << QStringLiteral("status");
        QTest::newRow("too short a length")
            << QStringList{"lies", "too short"} << QStringLiteral("malformed");
        QTest::newRow("too long a length, then the end")
            << QStringList{"lies", "too long, then closes"} << QStringLiteral("read");
    }
    void withoutOneRightReplyThereIsAReason()
    {
        QFETCH(QStringList, server);
        QFETCH(QString, error);
        const Output output = loadOn(server, {});
        QCOMPARE(output.code, 1);
        QVERIFY2(output.err.contains("No request succeeded"), output.err.constData());
        QVERIFY(flagsOf(output.json()).ids.contains(QStringLiteral("errors")));
        QVERIFY2(count(output.json(), "errors", error.toLatin1()) > 0, output.out.constData());
    }

    void aReplyThatNeverEndsIsStalled()
    {
        const Output output =
            loadOn({QStringLiteral("lies"), QStringLiteral("too long")}, words("-d 1.5"));
        QCOMPARE(output.code, 1);
        QVERIFY(flagsOf(output.json()).ids.contains(QStringLiteral("stalled")));
    }

    void theHostIsNamedAsTheUrlNamesIt()
    {
        const CaseServer server(
            {QStringLiteral("wants_host"), QStringLiteral("-"), QStringLiteral("::1")});
        if (server.url().isEmpty())
            QSKIP("This machine has no IPv6 loopback address");
        const Output output =
            runProgram({QStringLiteral("load"), server.url(), QStringLiteral("-d"),
                        QStringLiteral("0.3"), QStringLiteral("--json")});
        QVERIFY2(output.json()[QStringLiteral("requests")].toInteger() > 0, output.err.constData());
        QCOMPARE(errors(output.json()), qint64{0});
    }

    void thePrintedTextTellsBothRatesAndWhatToDo()
    {
        const CaseServer server({QStringLiteral("plain")});
        const Output output = runProgram(QStringList{QStringLiteral("load"), server.url()} +
                                         words("-c 20 -R 60000 -d 1"));
        QCOMPARE(output.code, 3);
        const QString text = QString::fromUtf8(output.out).simplified();
        QVERIFY2(text.contains(QStringLiteral("Invalid 60,000 requests/s were due, ")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Choose a rate below")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("p50")), qPrintable(text));
        for (const QByteArray &line : output.out.split('\n'))
            QVERIFY2(QString::fromUtf8(line).size() <= 100, line.constData());
    }

private:
    static Output loadOn(const QStringList &server, const QStringList &options)
    {
        const CaseServer running(server);
        QStringList arguments{QStringLiteral("load"), running.url(), QStringLiteral("--json")};
        if (!options.contains(QStringLiteral("-d")))
            arguments << QStringLiteral("-d") << QStringLiteral("1.2");
        return runProgram(arguments + options);
    }
};

QTEST_GUILESS_MAIN(CliLoadCasesTest)
#include "cli_load_cases_test.moc"
