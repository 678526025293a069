// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/http_probe.h"

#include "core/measure/process/words.h"

#include <cstring>

namespace weighbridge::measure
{

namespace
{

using std::chrono::steady_clock;

HttpReply toQt(const http::Reply &reply)
{
    HttpReply converted;
    converted.status = reply.status;
    for (const auto &[name, value] : reply.headers)
        converted.headers.emplace_back(QByteArray::fromStdString(name),
                                       QByteArray::fromStdString(value));
    converted.body = QByteArray::fromStdString(reply.body);
    converted.framed = reply.framed;
    converted.bodyTime = reply.bodyTime;
    return converted;
}

} // namespace

Error httpError(const http::Failure &failure)
{
    using Kind = http::Failure::Kind;
    const auto because = [&failure](const QString &what) {
        return Error{
            what + QStringLiteral(": ") + QString::fromLocal8Bit(strerror(failure.code)), {}, {}};
    };
    switch (failure.kind) {
    case Kind::notConnected:
        return because(Words::tr("no connection"));
    case Kind::connectedLate:
        return {Words::tr("no connection in time"), {}, {}};
    case Kind::notSent:
        return because(Words::tr("the request could not be sent"));
    case Kind::sentLate:
        return {Words::tr("the request could not be sent in time"), {}, {}};
    case Kind::broken:
        return because(Words::tr("the connection broke"));
    case Kind::late:
        return {Words::tr("no reply in time"), {}, {}};
    case Kind::unfinished:
        return {Words::tr("the reply did not end in time"), {}, {}};
    case Kind::closed:
        return {Words::tr("the connection was closed without a reply"), {}, {}};
    case Kind::notHttp:
        return {Words::tr("the answer is no HTTP/1.1 reply: \"%1\"")
                    .arg(QString::fromStdString(failure.text).simplified()),
                {},
                {}};
    case Kind::brokenChunks:
        return {Words::tr("the chunks of the reply are broken"), {}, {}};
    case Kind::wrongLength:
        return {Words::tr("Content-Length says %1 bytes, the body has %2")
                    .arg(QString::fromStdString(failure.text))
                    .arg(failure.bodyBytes),
                {},
                {}};
    case Kind::tooLong:
        return {Words::tr("the reply is longer than 16 MiB"), {}, {}};
    }
    Q_UNREACHABLE();
}

std::optional<QByteArray> HttpReply::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return std::nullopt;
}

Result<HttpReply> httpRequest(std::uint16_t port, const QByteArray &method,
                              const QByteArray &target, const HttpHeaders &headers,
                              const QByteArray &body, std::chrono::milliseconds longest)
{
    const auto deadline = steady_clock::now() + longest;
    http::Client client;
    if (const auto failure = client.connect(http::loopbackAddress(port), deadline))
        return httpError(*failure);
    QByteArray request = method + ' ' + target +
                         " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                         "\r\nConnection: close\r\n";
    for (const auto &[name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (method != "GET")
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    request += "\r\n" + body;
    const auto answer = client.ask(request.toStdString(), http::Client::Ending::isClosed, deadline);
    if (const auto *failure = std::get_if<http::Failure>(&answer))
        return httpError(*failure);
    return toQt(std::get<http::Reply>(answer));
}

Result<HttpReply> httpGet(std::uint16_t port, const QByteArray &target,
                          std::chrono::milliseconds longest)
{
    return httpRequest(port, "GET", target, {}, {}, longest);
}

} // namespace weighbridge::measure
