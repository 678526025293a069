// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/contract/http_probe.h"

#include <QByteArray>

#include <chrono>

namespace weighbridge::measure
{

/// How a body is compared with the one of the contract.
enum class BodyRule {
    json,      ///< equal JSON in the profiles documented and production, equal bytes in tuned
    text,      ///< equal bytes in every profile
    page,      ///< the rows and the title that an HTML page shows
    worldRows, ///< the same ids in the same order, with any numbers that a row can have
    any,
};

/// One request and the reply that the contract demands.
struct Exchange {
    QByteArray method = "GET";
    QByteArray path; ///< path and query as they go on the wire
    HttpHeaders headers;
    QByteArray requestBody;
    int status = 200;
    QByteArray mediaType = "application/json";
    QByteArray canonicalBody; ///< UTF-8, no spaces, keys in this order, no newline at the end
    BodyRule bodyRule = BodyRule::json;
    HttpHeaders replyHeaders;             ///< these too, with exactly these values
    std::chrono::milliseconds atLeast{0}; ///< an earlier reply did not do what was asked
    /// From the first byte of the body to the last; what comes in less was held back.
    std::chrono::milliseconds bodyTakesAtLeast{0};
};

} // namespace weighbridge::measure
