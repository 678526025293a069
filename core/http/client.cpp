// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/client.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/socket.h>

namespace weighbridge::http
{

namespace
{

using Kind = Failure::Kind;
using State = ResponseParser::State;
using std::chrono::steady_clock;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r";
    const auto begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string lower(std::string_view text)
{
    std::string small(text);
    for (char &c : small)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return small;
}

/// Reads one reply as it comes in.
class ReplyReader final : private BodySink
{
public:
    /// Complete, malformed, or more is needed.
    State read(const char *data, std::size_t size)
    {
        m_now = steady_clock::now();
        const auto progress = m_parser.feed(data, size, this);
        m_received += size;
        m_surplus += size - progress.consumed;
        if (m_received <= kShown)
            m_beginning.append(data, size);
        return progress.state;
    }

    State finish() { return m_parser.finish(); }
    [[nodiscard]] bool started() const { return m_received > 0; }
    [[nodiscard]] bool isTooLong() const { return m_received > Client::kGreatestReply; }

    /// Once complete.
    [[nodiscard]] std::variant<Reply, Failure> reply()
    {
        m_reply.status = m_parser.status();
        m_reply.framed = m_parser.isFramed();
        m_reply.keepsAlive = m_parser.keepsAlive();
        readHeaders();
        return m_surplus > 0 ? std::variant<Reply, Failure>(problem()) : m_reply;
    }

    /// What is wrong with a reply that is malformed, ended too early or goes on too long.
    [[nodiscard]] Failure problem()
    {
        if (!started())
            return {Kind::closed, 0, {}, 0};
        readHeaders();
        if (headIsWhole() && m_reply.header("transfer-encoding"))
            return {Kind::brokenChunks, 0, {}, m_reply.body.size()};
        if (const auto length = m_reply.header("content-length"); headIsWhole() && length)
            return {Kind::wrongLength, 0, *length, m_reply.body.size() + m_surplus};
        return {Kind::notHttp, 0, m_beginning.substr(0, kShown), 0};
    }

private:
    static constexpr std::size_t kShown = 60;

    void takeHead(const char *data, std::size_t size) override
    {
        m_head.append(data, size);
        if (m_parser.interimReplies() != m_interimReplies)
            m_head.clear(); // it was the head of an interim reply
        m_interimReplies = m_parser.interimReplies();
    }

    void take(const char *data, std::size_t size) override
    {
        if (m_reply.body.empty())
            m_bodyBegan = m_now;
        m_reply.bodyTime =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_now - m_bodyBegan);
        m_reply.body.append(data, size);
    }

    [[nodiscard]] bool headIsWhole() const
    {
        const std::string_view head = m_head;
        return head.size() > 2 && head.back() == '\n' &&
               (head[head.size() - 2] == '\n' || head[head.size() - 3] == '\n');
    }

    void readHeaders()
    {
        m_reply.headers.clear();
        std::string_view rest = m_head;
        rest.remove_prefix(std::min(rest.find('\n'), rest.size()));
        while (!rest.empty()) {
            rest.remove_prefix(1);
            const auto line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(line.size());
            if (const auto colon = line.find(':'); colon != std::string_view::npos)
                m_reply.headers.emplace_back(lower(trimmed(line.substr(0, colon))),
                                             trimmed(line.substr(colon + 1)));
        }
    }

    ResponseParser m_parser;
    Reply m_reply;
    std::string m_head;
    std::string m_beginning;
    std::size_t m_received = 0;
    std::size_t m_surplus = 0; ///< bytes after the end of the reply
    unsigned m_interimReplies = 0;
    Time m_now;
    Time m_bodyBegan;
};

} // namespace

std::optional<std::string> Reply::header(std::string_view lowerCaseName) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&](const auto &each) { return each.first == lowerCaseName; });
    return found == headers.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Failure> Client::connect(const SocketAddress &address, Time deadline)
{
    m_socket = Socket::connecting(address);
    if (!m_socket.isOpen())
        return Failure{Kind::notConnected, errno, {}, 0};
    if (!m_socket.wait(POLLOUT, deadline))
        return Failure{Kind::connectedLate, 0, {}, 0};
    if (const int code = m_socket.error(); code != 0)
        return Failure{Kind::notConnected, code, {}, 0};
    return std::nullopt;
}

std::optional<Failure> Client::send(std::string_view bytes, Time deadline) const
{
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket.file(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent > 0)
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
            return Failure{Kind::notSent, errno, {}, 0};
        else if (!m_socket.wait(POLLOUT, deadline))
            return Failure{Kind::sentLate, 0, {}, 0};
    }
    return std::nullopt;
}

std::variant<Reply, Failure> Client::ask(std::string_view request, Ending ending, Time deadline)
{
    if (auto failure = send(request, deadline))
        return *failure;
    ReplyReader reader;
    std::array<char, 16 * 1024> buffer;
    auto state = State::needMore;
    while (state == State::needMore || (state == State::complete && ending == Ending::isClosed)) {
        const auto size = recv(m_socket.file(), buffer.data(), buffer.size(), 0);
        if (size > 0) {
            state = reader.read(buffer.data(), static_cast<std::size_t>(size));
        } else if (size == 0) {
            state = reader.finish();
            break;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR) {
            if (!m_socket.wait(POLLIN, deadline))
                return Failure{reader.started() ? Kind::unfinished : Kind::late, 0, {}, 0};
        } else if (!reader.started()) {
            return Failure{Kind::broken, errno, {}, 0};
        } else {
            state = reader.finish(); // reset instead of closed in good order
            break;
        }
        if (reader.isTooLong())
            return Failure{Kind::tooLong, 0, {}, 0};
    }
    return state == State::complete ? reader.reply() : reader.problem();
}

bool Client::isWaiting() const
{
    char byte = 0;
    const auto size = recv(m_socket.file(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

} // namespace weighbridge::http
