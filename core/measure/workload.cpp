// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/workload.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

constexpr qsizetype kShownBytes = 80;

QString shown(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes.left(kShownBytes)) +
           (bytes.size() > kShownBytes ? QStringLiteral("…") : QString());
}

void checkContentType(const Workload &workload, const HttpReply &reply, Conformance &result)
{
    const QByteArray told = reply.header("content-type").value_or(QByteArray());
    const QList<QByteArray> parts = told.toLower().split(';');
    if (parts.first().trimmed() != workload.mediaType)
        result.differences << QStringLiteral("Content-Type is \"%1\" instead of %2")
                                  .arg(QString::fromLatin1(told),
                                       QString::fromLatin1(workload.mediaType));
    for (const QByteArray &parameter : parts.mid(1)) {
        if (parameter.trimmed().startsWith("charset=") && parameter.trimmed() != "charset=utf-8")
            result.differences << QStringLiteral("Content-Type has the parameter \"%1\"")
                                      .arg(QString::fromLatin1(parameter.trimmed()));
    }
}

/// IMF-fixdate of RFC 9110: "Sun, 06 Nov 1994 08:49:37 GMT".
bool isHttpDate(const QByteArray &value)
{
    const QString text = QString::fromLatin1(value);
    return text.endsWith(QLatin1String(" GMT")) &&
           QLocale::c()
               .toDateTime(text.chopped(4), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
               .isValid();
}

void checkHeaders(const Workload &workload, const HttpReply &reply, Conformance &result)
{
    checkContentType(workload, reply, result);
    if (!reply.framed)
        result.differences << QStringLiteral(
            "neither Content-Length nor chunks tell where the body ends");
    const auto date = reply.header("date");
    if (!date)
        result.differences << QStringLiteral("the header Date is missing");
    else if (!isHttpDate(*date))
        result.differences
            << QStringLiteral("the header Date is \"%1\"").arg(QString::fromLatin1(*date));
    for (const char *forbidden : {"set-cookie", "content-encoding"}) {
        if (reply.header(forbidden))
            result.differences
                << QStringLiteral("the header %1 must not be there").arg(QLatin1String(forbidden));
    }
    for (const char *costly : {"etag", "x-powered-by"}) {
        if (reply.header(costly))
            result.remarks << QStringLiteral("sends the header %1").arg(QLatin1String(costly));
    }
    if (reply.header("transfer-encoding"))
        result.remarks << QStringLiteral("sends the body in chunks");
}

bool sameJson(const QByteArray &a, const QByteArray &b)
{
    const QJsonDocument left = QJsonDocument::fromJson(a);
    return !left.isNull() && left == QJsonDocument::fromJson(b);
}

void checkBody(const Workload &workload, Profile profile, const HttpReply &reply,
               Conformance &result)
{
    const bool isJson = workload.mediaType == "application/json";
    const bool equal = isJson && profile != Profile::tuned
                           ? sameJson(reply.body, workload.canonicalBody)
                           : reply.body == workload.canonicalBody;
    if (!equal)
        result.differences << QStringLiteral("the body is %1 instead of %2")
                                  .arg(shown(reply.body), shown(workload.canonicalBody));
}

} // namespace

const std::vector<Workload> &workloads()
{
    static const std::vector<Workload> table{
        {QStringLiteral("json"),
         QStringLiteral("JSON"),
         "GET",
         "/json",
         {},
         200,
         "application/json",
         R"({"message":"Hello, World!"})"},
    };
    return table;
}

const Workload *findWorkload(QStringView id)
{
    const auto &table = workloads();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Workload &each) { return each.id == id; });
    return found == table.end() ? nullptr : &*found;
}

Conformance checkReply(const Workload &workload, Profile profile, const HttpReply &reply)
{
    Conformance result;
    result.bodyBytes = reply.body.size();
    if (reply.status != workload.status) {
        result.differences << QStringLiteral("the status is %1 instead of %2")
                                  .arg(reply.status)
                                  .arg(workload.status);
        return result;
    }
    checkHeaders(workload, reply, result);
    checkBody(workload, profile, reply, result);
    return result;
}

Conformance checkConformance(const Workload &workload, Profile profile, std::uint16_t port,
                             std::chrono::milliseconds longest)
{
    const Result<HttpReply> reply =
        httpRequest(port, workload.method, workload.path, workload.requestBody, longest);
    if (reply)
        return checkReply(workload, profile, *reply);
    Conformance failed;
    failed.differences << reply.error().what;
    return failed;
}

} // namespace weighbridge::measure
