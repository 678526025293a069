// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/contract/exchange.h"
#include "core/results/benchmark_plan.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace weighbridge::measure
{

/// One way in which a reply is not what the contract says.
struct Difference {
    QString id;       ///< "status", "content_type", "length", "date", "header", "body", "time", …
    QString request;  ///< "GET /items?limit=abc"
    QString at;       ///< where: a header's name, "items[3].name", "byte 17"; empty: the whole
    QString expected; ///< shortened for people
    QString found;
    QString text; ///< the same as one sentence
    bool operator==(const Difference &) const = default;
};

/// A reply against the contract. `differences` make it fail; `remarks` only change the bytes on the
/// wire (ETag, X-Powered-By, chunks).
struct Conformance {
    std::vector<Difference> differences;
    QStringList remarks;
    QByteArray body;     ///< of the reply, for the generator's own check of every reply
    QStringList headers; ///< of the reply, "name: value", in the order in which they came
    [[nodiscard]] bool pass() const { return differences.empty(); }
    [[nodiscard]] QStringList texts() const;
};

/// The reply against the contract: status, headers, body. Not the time.
[[nodiscard]] Conformance checkReply(const Exchange &exchange, results::Profile profile,
                                     const HttpReply &reply);

/// Its body alone.
[[nodiscard]] Conformance checkBody(const Exchange &exchange, results::Profile profile,
                                    const QByteArray &body);

/// Sends the request to the server on `port` and checks what it answers and when.
[[nodiscard]] Conformance checkConformance(const Exchange &exchange, results::Profile profile,
                                           std::uint16_t port, std::chrono::milliseconds longest);

} // namespace weighbridge::measure
