// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/http_request.h"

#include <algorithm>
#include <charconv>

namespace weighbridge::reference
{
namespace
{

constexpr int kLongestDelay = 60'000;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

/// `word` in small letters.
bool containsWord(std::string_view text, std::string_view word)
{
    return std::search(text.begin(), text.end(), word.begin(), word.end(),
                       [](char a, char b) { return lower(a) == b; }) != text.end();
}

bool startsWith(std::string_view text, std::string_view word)
{
    return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                    [](char a, char b) { return a == lower(b); });
}

HttpRequest inState(HttpRequest::State state)
{
    HttpRequest request;
    request.state = state;
    return request;
}

bool readRequestLine(std::string_view line, HttpRequest &request)
{
    const auto methodEnd = line.find(' ');
    if (methodEnd == std::string_view::npos || methodEnd == 0)
        return false;
    const auto targetEnd = line.find(' ', methodEnd + 1);
    if (targetEnd == std::string_view::npos)
        return false;
    const auto version = line.substr(targetEnd + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return false;
    request.method = line.substr(0, methodEnd);
    const auto target = line.substr(methodEnd + 1, targetEnd - methodEnd - 1);
    if (target.empty() || target.front() != '/')
        return false;
    const auto question = target.find('?');
    request.path = target.substr(0, question);
    if (question != std::string_view::npos)
        request.query = target.substr(question + 1);
    request.closes = version == "HTTP/1.0";
    return true;
}

} // namespace

HttpRequest readRequest(std::string_view bytes)
{
    using State = HttpRequest::State;
    const auto end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return bytes.size() > kMaxHeadBytes ? inState(State::malformed) : HttpRequest{};
    if (end > kMaxHeadBytes)
        return inState(State::malformed);
    HttpRequest request = inState(State::complete);
    request.bytes = end + 4;
    auto head = bytes.substr(0, end + 2);
    auto lineEnd = head.find("\r\n");
    if (!readRequestLine(head.substr(0, lineEnd), request))
        return inState(State::malformed);
    for (head.remove_prefix(lineEnd + 2); !head.empty(); head.remove_prefix(lineEnd + 2)) {
        lineEnd = head.find("\r\n");
        const auto line = head.substr(0, lineEnd);
        if (line.empty() || line.find(':') == std::string_view::npos)
            return inState(State::malformed);
        const char first = lower(line.front());
        if (first == 'c' && startsWith(line, "connection:"))
            request.closes |= containsWord(line, "close");
        else if (first == 'c' && startsWith(line, "content-length:"))
            request.hasBody = line.find_first_of("123456789") != std::string_view::npos;
        else if (first == 't' && startsWith(line, "transfer-encoding:"))
            request.hasBody = true;
    }
    return request;
}

int millisecondsOf(std::string_view query)
{
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const auto pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.substr(0, 3) != "ms=")
            continue;
        int value = -1;
        const auto digits = pair.substr(3);
        const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool isNumber =
            result.ec == std::errc() && result.ptr == digits.data() + digits.size();
        return isNumber && value >= 0 && value <= kLongestDelay ? value : -1;
    }
    return -1;
}

} // namespace weighbridge::reference
