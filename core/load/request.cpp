// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/request.h"

#include <algorithm>
#include <string_view>

namespace weighbridge::load
{
namespace
{

bool isVisible(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != 0x7f;
    });
}

bool isFieldValue(std::string_view text)
{
    return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [lower](char x, char y) { return lower(x) == lower(y); });
}

bool hasHeader(const Request &request, std::string_view name)
{
    return std::any_of(request.headers.begin(), request.headers.end(),
                       [name](const Header &h) { return equalIgnoringCase(h.name, name); });
}

std::string hostHeader(const Plan &plan)
{
    const bool needsBrackets = plan.host.find(':') != std::string::npos && plan.host.front() != '[';
    return (needsBrackets ? '[' + plan.host + ']' : plan.host) + ':' + std::to_string(plan.port);
}

} // namespace

std::optional<std::string> requestBytes(const Plan &plan)
{
    const Request &request = plan.request;
    if (!isVisible(request.method) || !isVisible(request.target))
        return std::nullopt;
    std::string bytes = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    if (!hasHeader(request, "Host"))
        bytes += "Host: " + hostHeader(plan) + "\r\n";
    for (const Header &header : request.headers) {
        if (!isVisible(header.name) || header.name.find(':') != std::string::npos ||
            !isFieldValue(header.value))
            return std::nullopt;
        bytes += header.name + ": " + header.value + "\r\n";
    }
    const bool expectsBody = !request.body.empty() || request.method == "POST" ||
                             request.method == "PUT" || request.method == "PATCH";
    if (expectsBody && !hasHeader(request, "Content-Length"))
        bytes += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    if (!plan.keepAlive && !hasHeader(request, "Connection"))
        bytes += "Connection: close\r\n";
    return bytes + "\r\n" + request.body;
}

} // namespace weighbridge::load
