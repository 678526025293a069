// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/benchmark_plan.h"
#include "core/measure/http_probe.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace weighbridge::measure
{

/// One kind of request that all targets serve, with the reply that the contract demands. A further
/// workload is a further row of the table in workload.cpp.
struct Workload {
    QString id;    ///< "json"
    QString title; ///< "JSON"
    QByteArray method;
    QByteArray path; ///< path and query as they go on the wire
    QByteArray requestBody;
    int status = 200;
    QByteArray mediaType;
    QByteArray canonicalBody; ///< UTF-8, no spaces, keys in this order, no newline at the end
};

[[nodiscard]] const std::vector<Workload> &workloads();
/// Null where there is none with this id.
[[nodiscard]] const Workload *findWorkload(QStringView id);

/// A reply against the contract. `differences` make it fail; `remarks` only change the bytes on the
/// wire (ETag, X-Powered-By, chunks).
struct Conformance {
    QStringList differences;
    QStringList remarks;
    qsizetype bodyBytes = 0; ///< of the reply, for the generator's own check of every reply
    [[nodiscard]] bool pass() const { return differences.isEmpty(); }
};

/// JSON equality in the profiles documented and production, equality of bytes in
/// the profile tuned; headers as the contract says.
[[nodiscard]] Conformance checkReply(const Workload &workload, Profile profile,
                                     const HttpReply &reply);

/// Asks the server on `port` and checks what it answers.
[[nodiscard]] Conformance checkConformance(const Workload &workload, Profile profile,
                                           std::uint16_t port, std::chrono::milliseconds longest);

} // namespace weighbridge::measure
