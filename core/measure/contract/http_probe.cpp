// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/http_probe.h"

#include <QList>

#include <array>
#include <cerrno>
#include <cstring>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace weighbridge::measure
{

namespace
{

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr qsizetype kGreatestReply = 16 * 1024 * 1024;

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

Error failed(const QString &what)
{
    return {what, {}, {}};
}
Error systemFailed(const char *what)
{
    return failed(
        QStringLiteral("%1: %2").arg(QLatin1String(what), QString::fromLocal8Bit(strerror(errno))));
}

class Socket
{
public:
    Socket() : m_file(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {}
    ~Socket()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    [[nodiscard]] int file() const { return m_file; }
    /// False when the time is up.
    [[nodiscard]] bool wait(short events, steady_clock::time_point deadline) const
    {
        const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now()).count();
        pollfd event{m_file, events, 0};
        return left > 0 && poll(&event, 1, static_cast<int>(left)) == 1;
    }

private:
    int m_file;
};

Outcome connectTo(const Socket &socket, std::uint16_t port, steady_clock::time_point deadline)
{
    const sockaddr_in address = loopback(port);
    if (connect(socket.file(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return success();
    if (errno != EINPROGRESS)
        return systemFailed("no connection");
    if (!socket.wait(POLLOUT, deadline))
        return failed(QStringLiteral("no connection in time"));
    int reason = 0;
    socklen_t size = sizeof reason;
    getsockopt(socket.file(), SOL_SOCKET, SO_ERROR, &reason, &size);
    errno = reason;
    return reason == 0 ? success() : Outcome(systemFailed("no connection"));
}

Outcome sendAll(const Socket &socket, const QByteArray &bytes, steady_clock::time_point deadline)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t size = send(socket.file(), bytes.constData() + sent,
                                  static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (size > 0)
            sent += size;
        else if (errno != EAGAIN && errno != EINTR)
            return systemFailed("the request could not be sent");
        else if (!socket.wait(POLLOUT, deadline))
            return failed(QStringLiteral("the request could not be sent in time"));
    }
    return success();
}

struct Received {
    QByteArray bytes;
    milliseconds bodyTime{0}; ///< as in HttpReply
};

/// Everything until the server closes: the request asks for that.
Result<Received> readAll(const Socket &socket, steady_clock::time_point deadline)
{
    Received received;
    QByteArray &bytes = received.bytes;
    std::optional<steady_clock::time_point> bodyBegan;
    std::array<char, 16 * 1024> buffer{};
    while (true) {
        const ssize_t size = recv(socket.file(), buffer.data(), buffer.size(), 0);
        if (size == 0)
            return received;
        if (size > 0) {
            bytes.append(buffer.data(), size);
            const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
            const auto now = steady_clock::now();
            if (!bodyBegan && headEnd >= 0 && bytes.size() > headEnd + 4)
                bodyBegan = now;
            if (bodyBegan)
                received.bodyTime = std::chrono::duration_cast<milliseconds>(now - *bodyBegan);
        } else if (errno != EAGAIN && errno != EINTR)
            return bytes.isEmpty() ? Result<Received>(systemFailed("the connection broke"))
                                   : received;
        else if (!socket.wait(POLLIN, deadline))
            return failed(bytes.isEmpty() ? QStringLiteral("no reply in time")
                                          : QStringLiteral("the reply did not end in time"));
        if (bytes.size() > kGreatestReply)
            return failed(QStringLiteral("the reply is longer than 16 MiB"));
    }
}

bool joinChunks(QByteArray &body)
{
    QByteArray joined;
    qsizetype at = 0;
    while (true) {
        const qsizetype end = body.indexOf("\r\n", at);
        if (end < 0)
            return false;
        const QByteArray line = body.mid(at, end - at);
        const qsizetype extension = line.indexOf(';');
        bool isNumber = false;
        const qlonglong size =
            line.left(extension < 0 ? line.size() : extension).trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || size < 0 || size > kGreatestReply)
            return false;
        at = end + 2;
        if (size == 0)
            break;
        if (at + size + 2 > body.size())
            return false;
        joined += body.mid(at, size);
        at += size + 2;
    }
    body = joined;
    return true;
}

Error noReply(const QByteArray &bytes)
{
    constexpr qsizetype kShown = 60;
    if (bytes.isEmpty())
        return failed(QStringLiteral("the connection was closed without a reply"));
    return failed(QStringLiteral("the answer is no HTTP/1.1 reply: \"%1\"")
                      .arg(QString::fromLatin1(bytes.left(kShown)).simplified()));
}

Result<HttpReply> parse(const Received &received)
{
    const QByteArray &bytes = received.bytes;
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (!bytes.startsWith("HTTP/1.") || headEnd < 0)
        return noReply(bytes);
    QList<QByteArray> lines = bytes.left(headEnd).split('\n');
    HttpReply reply;
    reply.bodyTime = received.bodyTime;
    bool isNumber = false;
    reply.status = lines.takeFirst().split(' ').value(1).trimmed().toInt(&isNumber);
    if (!isNumber)
        return noReply(bytes);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return failed(QStringLiteral("a header line of the reply has no name"));
        reply.headers.emplace_back(line.left(colon).trimmed().toLower(),
                                   line.mid(colon + 1).trimmed());
    }
    reply.body = bytes.mid(headEnd + 4);
    if (reply.header("transfer-encoding").value_or(QByteArray()).toLower().contains("chunked")) {
        if (!joinChunks(reply.body))
            return failed(QStringLiteral("the chunks of the reply are broken"));
        reply.framed = true;
    } else if (const auto length = reply.header("content-length")) {
        const qlonglong told = length->toLongLong(&isNumber);
        if (!isNumber || told != reply.body.size())
            return failed(QStringLiteral("Content-Length says %1 bytes, the body has %2")
                              .arg(QString::fromLatin1(*length))
                              .arg(reply.body.size()));
        reply.framed = true;
    }
    return reply;
}

} // namespace

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
                              const QByteArray &body, milliseconds longest)
{
    const auto deadline = steady_clock::now() + longest;
    const Socket socket;
    if (Outcome connected = connectTo(socket, port, deadline); !connected)
        return connected.error();
    QByteArray request = method + ' ' + target +
                         " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                         "\r\nConnection: close\r\n";
    for (const auto &[name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (method != "GET")
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    request += "\r\n" + body;
    if (Outcome sent = sendAll(socket, request, deadline); !sent)
        return sent.error();
    const Result<Received> received = readAll(socket, deadline);
    return received ? parse(*received) : received.error();
}

Result<HttpReply> httpGet(std::uint16_t port, const QByteArray &target, milliseconds longest)
{
    return httpRequest(port, "GET", target, {}, {}, longest);
}

std::uint16_t freePort()
{
    const Socket socket;
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bind(socket.file(), reinterpret_cast<const sockaddr *>(&address), size) != 0 ||
        getsockname(socket.file(), reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return 0;
    return ntohs(address.sin_port);
}

} // namespace weighbridge::measure
