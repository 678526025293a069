// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace weighbridge::decision
{

/// Where a rating comes from, from the weakest to the strongest.
enum class Provenance { judged, article, publicBenchmark, measured };

[[nodiscard]] QString
provenanceName(Provenance provenance); ///< "judged", "article", "public", "measured"
[[nodiscard]] std::optional<Provenance> provenanceFromName(QStringView name);

/// Where exactly. Fields that do not apply stay empty.
struct Source {
    QString title; ///< "Go vs Python for Web Development, Decision Table"
    QString section;
    QDate date;
    QString run;     ///< id of the benchmark run, where measured
    QString machine; ///< fingerprint, where measured
    bool operator==(const Source &) const = default;
};

} // namespace weighbridge::decision
