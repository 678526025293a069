// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/provenance.h"

namespace weighbridge::decision
{

QString provenanceName(Provenance provenance)
{
    switch (provenance) {
    case Provenance::judged:
        return QStringLiteral("judged");
    case Provenance::article:
        return QStringLiteral("article");
    case Provenance::publicBenchmark:
        return QStringLiteral("public");
    case Provenance::measured:
        return QStringLiteral("measured");
    }
    Q_UNREACHABLE();
}

std::optional<Provenance> provenanceFromName(QStringView name)
{
    for (const Provenance each : {Provenance::judged, Provenance::article,
                                  Provenance::publicBenchmark, Provenance::measured}) {
        if (name == provenanceName(each))
            return each;
    }
    return std::nullopt;
}

} // namespace weighbridge::decision
