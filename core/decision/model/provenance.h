// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QDate>
#include <QString>

namespace weighbridge::decision
{

/// Where a rating comes from, from the weakest to the strongest.
enum class Provenance { judged, article, publicBenchmark, measured };

constexpr NameTable<Provenance, 4> namesOf(Provenance)
{
    return {{{Provenance::judged, QLatin1String("judged")},
             {Provenance::article, QLatin1String("article")},
             {Provenance::publicBenchmark, QLatin1String("public")},
             {Provenance::measured, QLatin1String("measured")}}};
}

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
