// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/replies.h"

#include <array>
#include <cstdio>

namespace weighbridge::reference
{
namespace
{

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kText = "text/plain";

/// As RFC 9110 wants it, whatever the locale.
std::string httpDate(std::time_t second)
{
    constexpr std::array<const char *, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char *, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&second, &utc);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                  months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour,
                  utc.tm_min, utc.tm_sec);
    return text.data();
}

} // namespace

Replies::Replies()
{
    refresh();
}

void Replies::refresh()
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME_COARSE, &now);
    if (now.tv_sec == m_second)
        return;
    m_second = now.tv_sec;
    m_date = httpDate(m_second);
    m_json = make("200 OK", kJson, R"({"message":"Hello, World!"})");
    m_health = make("200 OK", kText, "ok");
}

std::string Replies::make(std::string_view status, std::string_view type,
                          std::string_view body) const
{
    std::string reply = "HTTP/1.1 ";
    reply.append(status).append("\r\nServer: weighbridge\r\nDate: ").append(m_date);
    reply.append("\r\nContent-Type: ").append(type);
    reply.append("\r\nContent-Length: ").append(std::to_string(body.size()));
    return reply.append("\r\n\r\n").append(body);
}

void Replies::append(const HttpRequest &request, std::string &out, int &delayMilliseconds) const
{
    delayMilliseconds = 0;
    if (request.method != "GET")
        out += make("405 Method Not Allowed", kText, "only GET is served here");
    else if (request.path == "/json")
        out += m_json;
    else if (request.path == "/healthz")
        out += m_health;
    else
        appendDelayed(request, out, delayMilliseconds);
}

void Replies::appendDelayed(const HttpRequest &request, std::string &out,
                            int &delayMilliseconds) const
{
    const bool isSleep = request.path == "/sleep";
    const bool isUpstream = request.path == "/upstream";
    const bool isDelay = request.path == "/delay";
    if (!isSleep && !isUpstream && !isDelay) {
        out += make("404 Not Found", kText, "not found");
        return;
    }
    const int milliseconds = millisecondsOf(request.query);
    if (milliseconds < 0) {
        out += make("400 Bad Request", kText, "ms must be a number from 0 to 60000");
        return;
    }
    const auto number = std::to_string(milliseconds);
    delayMilliseconds = milliseconds;
    out += make("200 OK", kJson,
                isSleep      ? R"({"sleptMs":)" + number + "}"
                : isUpstream ? R"({"upstream":"ok","delayMs":)" + number + "}"
                             : R"({"delayMs":)" + number + "}");
}

void Replies::appendBadRequest(std::string &out) const
{
    out += make("400 Bad Request", kText, "not an HTTP/1.1 request");
}

} // namespace weighbridge::reference
