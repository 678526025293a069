// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reference/http_request.h"

#include <ctime>
#include <string>
#include <string_view>

namespace weighbridge::reference
{

/// The replies of the server, ready to be sent, with a date that is never older than a second.
class Replies
{
public:
    Replies();
    /// Makes the prepared replies anew when the second has changed. Call before each batch.
    void refresh();

    /// What to send; `delayMilliseconds` is set to how long to wait before.
    void append(const HttpRequest &request, std::string &out, int &delayMilliseconds) const;
    void appendBadRequest(std::string &out) const;

private:
    [[nodiscard]] std::string make(std::string_view status, std::string_view type,
                                   std::string_view body) const;
    void appendDelayed(const HttpRequest &request, std::string &out, int &delayMilliseconds) const;

    std::time_t m_second = 0;
    std::string m_date;
    std::string m_json;
    std::string m_health;
};

} // namespace weighbridge::reference
