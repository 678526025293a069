// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/reply_check.h"

#include "core/measure/contract/json_difference.h"
#include "core/measure/contract/page_projection.h"
#include "core/measure/process/words.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

constexpr int kGreatestNumber = 10'000; // of a row of the table world

QString shown(const QByteArray &bytes)
{
    constexpr qsizetype kShownBytes = 80;
    return QString::fromUtf8(bytes.left(kShownBytes)) +
           (bytes.size() > kShownBytes ? QStringLiteral("…") : QString());
}

QString latin(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}

/// One reply and what was found wrong with it so far.
class ReplyCheck
{
public:
    ReplyCheck(const Exchange &exchange, results::Profile profile, const HttpReply &reply)
        : m_exchange(exchange), m_profile(profile), m_reply(reply)
    {
        m_result.body = reply.body;
        for (const auto &[name, value] : reply.headers)
            m_result.headers << latin(name + ": " + value);
    }

    Conformance run()
    {
        if (m_reply.status != m_exchange.status) {
            add("status", {}, QString::number(m_exchange.status), QString::number(m_reply.status),
                Words::tr("the status is %1 instead of %2")
                    .arg(m_reply.status)
                    .arg(m_exchange.status));
            return std::move(m_result);
        }
        if (!m_exchange.mediaType.isEmpty())
            checkContentType();
        checkFrame();
        checkDate();
        checkForbidden();
        checkDemanded();
        return runBody();
    }
    Conformance runBody()
    {
        checkBody();
        return std::move(m_result);
    }

private:
    void add(const char *id, const QString &at, const QString &expected, const QString &found,
             const QString &text)
    {
        m_result.differences.push_back({QString::fromLatin1(id),
                                        latin(m_exchange.method + ' ' + m_exchange.path), at,
                                        expected, found, text});
    }

    void checkContentType()
    {
        const QByteArray told = m_reply.header("content-type").value_or(QByteArray());
        const QList<QByteArray> parts = told.toLower().split(';');
        if (parts.first().trimmed() != m_exchange.mediaType)
            add("content_type", QStringLiteral("Content-Type"), latin(m_exchange.mediaType),
                latin(told),
                Words::tr("Content-Type is \"%1\" instead of %2")
                    .arg(latin(told), latin(m_exchange.mediaType)));
        bool isUtf8 = false;
        for (const QByteArray &part : parts.mid(1)) {
            const QByteArray parameter = part.trimmed();
            isUtf8 = isUtf8 || parameter == "charset=utf-8";
            if (parameter.startsWith("charset=") && parameter != "charset=utf-8")
                add("content_type", QStringLiteral("Content-Type"), QStringLiteral("charset=utf-8"),
                    latin(parameter),
                    Words::tr("Content-Type has the parameter \"%1\"").arg(latin(parameter)));
        }
        if (m_exchange.bodyRule == BodyRule::page && !isUtf8)
            add("content_type", QStringLiteral("Content-Type"), QStringLiteral("charset=utf-8"),
                latin(told), Words::tr("Content-Type does not say charset=utf-8"));
    }

    void checkFrame()
    {
        const bool isStream = m_exchange.mediaType == "text/event-stream";
        if (!m_reply.framed && isStream) // its events say themselves where they end
            m_result.remarks << Words::tr("ends the stream by closing the connection");
        else if (!m_reply.framed)
            add("length", QStringLiteral("Content-Length"), Words::tr("Content-Length or chunks"),
                QStringLiteral("neither"),
                Words::tr("neither Content-Length nor chunks tell where the body ends"));
        if (m_reply.header("transfer-encoding"))
            m_result.remarks << Words::tr("sends the body in chunks");
    }

    /// IMF-fixdate of RFC 9110: "Sun, 06 Nov 1994 08:49:37 GMT".
    static bool isHttpDate(const QByteArray &value)
    {
        const QString text = latin(value);
        return text.endsWith(QLatin1String(" GMT")) &&
               QLocale::c()
                   .toDateTime(text.chopped(4), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
                   .isValid();
    }

    void checkDate()
    {
        const auto date = m_reply.header("date");
        if (date && isHttpDate(*date))
            return;
        add("date", QStringLiteral("Date"), Words::tr("a date as in RFC 9110"),
            date ? latin(*date) : QStringLiteral("nothing"),
            date ? Words::tr("the header Date is \"%1\"").arg(latin(*date))
                 : Words::tr("the header Date is missing"));
    }

    void checkForbidden()
    {
        for (const char *forbidden : {"set-cookie", "content-encoding"}) {
            if (const auto value = m_reply.header(forbidden))
                add("header", latin(forbidden), QStringLiteral("nothing"), latin(*value),
                    Words::tr("the header %1 must not be there").arg(latin(forbidden)));
        }
        for (const char *costly : {"etag", "x-powered-by"}) {
            if (m_reply.header(costly))
                m_result.remarks << Words::tr("sends the header %1").arg(latin(costly));
        }
    }

    void checkDemanded()
    {
        for (const auto &[name, value] : m_exchange.replyHeaders) {
            const auto found = m_reply.header(name);
            if (found == value)
                continue;
            const QString told = found ? latin(*found) : QStringLiteral("nothing");
            add("header", latin(name), latin(value), told,
                Words::tr("the header %1 is %2 instead of %3")
                    .arg(latin(name), told, latin(value)));
        }
    }

    void checkBody()
    {
        switch (m_exchange.bodyRule) {
        case BodyRule::any:
            return;
        case BodyRule::page:
            return checkPage();
        case BodyRule::worldRows:
            return checkRows();
        case BodyRule::json:
            if (!traitsOf(m_profile).hasJsonByteForByte)
                return checkJson(m_exchange.canonicalBody, m_reply.body);
            break;
        case BodyRule::text:
            break;
        }
        checkBytes();
    }

    void checkJson(const QByteArray &expected, const QByteArray &found)
    {
        if (const auto difference = firstJsonDifference(expected, found))
            addBody(difference->at, difference->expected, difference->found);
    }

    void checkBytes()
    {
        const QByteArray &expected = m_exchange.canonicalBody;
        const QByteArray &found = m_reply.body;
        if (found == expected)
            return;
        const qsizetype shorter = std::min(expected.size(), found.size());
        const auto at = std::mismatch(expected.begin(), expected.begin() + shorter, found.begin());
        const qsizetype byte = at.first - expected.begin();
        constexpr qsizetype kContext = 24;
        const auto around = [&](const QByteArray &body) {
            return body.size() > byte ? shown(body.mid(byte, kContext)) : Words::tr("the end");
        };
        addBody(QStringLiteral("byte %1").arg(byte), around(expected), around(found));
    }

    void addBody(const QString &at, const QString &expected, const QString &found)
    {
        QString text = Words::tr("the body is %1 instead of %2")
                           .arg(shown(m_reply.body), shown(m_exchange.canonicalBody));
        if (!at.isEmpty())
            text += QStringLiteral(" (%1: %2 instead of %3)")
                        .arg(at, found.simplified(), expected.simplified());
        add("body", at, expected, found, text);
    }

    void checkPage()
    {
        const PageProjection page = projectPage(m_reply.body);
        if (page.title != QLatin1String("Articles"))
            add("body", QStringLiteral("title"), QStringLiteral("Articles"), page.title,
                Words::tr("the title of the page is \"%1\" instead of Articles").arg(page.title));
        if (page.hasRawScript)
            add("body", QStringLiteral("script"), Words::tr("escaped text"),
                Words::tr("an element"),
                Words::tr("the page holds a <script> from the data, which would run"));
        if (const auto difference = firstJsonDifference(m_exchange.canonicalBody, page.rows))
            add("body", QStringLiteral("row ") + difference->at, difference->expected,
                difference->found,
                Words::tr("the page shows %1 instead of %2 in row %3")
                    .arg(difference->found, difference->expected, difference->at));
    }

    void checkRows()
    {
        const QJsonArray expected = QJsonDocument::fromJson(m_exchange.canonicalBody).array();
        const QJsonArray found = QJsonDocument::fromJson(m_reply.body).array();
        if (expected.size() != found.size())
            return addBody({}, {}, {});
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const QJsonObject row = found[i].toObject();
            const QJsonValue number = row[QStringLiteral("randomNumber")];
            const QJsonValue id = expected[i].toObject()[QStringLiteral("id")];
            const int value = number.toInt();
            if (row.size() != 2 || row[QStringLiteral("id")] != id || value < 1 ||
                value > kGreatestNumber)
                return addBody(
                    QStringLiteral("[%1]").arg(i), QStringLiteral("id %1").arg(id.toInt()),
                    QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact)));
        }
    }

    const Exchange &m_exchange;
    const results::Profile m_profile;
    const HttpReply &m_reply;
    Conformance m_result;
};

} // namespace

QStringList Conformance::texts() const
{
    QStringList texts;
    for (const Difference &difference : differences)
        texts << difference.text;
    return texts;
}

Conformance checkReply(const Exchange &exchange, results::Profile profile, const HttpReply &reply)
{
    return ReplyCheck(exchange, profile, reply).run();
}

Conformance checkBody(const Exchange &exchange, results::Profile profile, const QByteArray &body)
{
    HttpReply reply;
    reply.body = body;
    return ReplyCheck(exchange, profile, reply).runBody();
}

Conformance checkConformance(const Exchange &exchange, results::Profile profile, std::uint16_t port,
                             std::chrono::milliseconds longest)
{
    const auto before = std::chrono::steady_clock::now();
    const Result<HttpReply> reply = httpRequest(port, exchange.method, exchange.path,
                                                exchange.headers, exchange.requestBody, longest);
    const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - before);
    const QString request = latin(exchange.method + ' ' + exchange.path);
    Conformance result;
    if (!reply) {
        result.differences.push_back({QStringLiteral("reply"),
                                      request,
                                      {},
                                      QStringLiteral("a reply"),
                                      reply.error().what,
                                      reply.error().what});
        return result;
    }
    result = checkReply(exchange, profile, *reply);
    if (taken < exchange.atLeast)
        result.differences.push_back(
            {QStringLiteral("time"),
             request,
             {},
             Words::tr("at least %1 ms").arg(exchange.atLeast.count()),
             QStringLiteral("%1 ms").arg(taken.count()),
             Words::tr("the reply came after %1 ms, before the %2 ms that were asked for")
                 .arg(taken.count())
                 .arg(exchange.atLeast.count())});
    if (reply->bodyTime < exchange.bodyTakesAtLeast)
        result.differences.push_back(
            {QStringLiteral("stream"),
             request,
             {},
             Words::tr("a body that takes %1 ms").arg(exchange.bodyTakesAtLeast.count()),
             QStringLiteral("%1 ms").arg(reply->bodyTime.count()),
             Words::tr("the events came within %1 ms: they were held back until the end")
                 .arg(reply->bodyTime.count())});
    return result;
}

} // namespace weighbridge::measure
