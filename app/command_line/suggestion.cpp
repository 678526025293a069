// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/suggestion.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace weighbridge::app
{

namespace
{

qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype substituted =
                diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

QString closest(const QString &typed, const QStringList &known)
{
    const QString wanted = typed.toLower();
    QString best;
    qsizetype bestDistance = 0;
    for (const QString &candidate : known) {
        const bool isBeginning = wanted.size() >= 2 && candidate.startsWith(wanted);
        const qsizetype distance = isBeginning ? 0 : editDistance(wanted, candidate);
        const qsizetype allowed = std::max<qsizetype>(1, candidate.size() / 3);
        if (distance <= allowed && (best.isEmpty() || distance < bestDistance)) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

QString suggestion(const QString &typed, const QStringList &known)
{
    const QString best = closest(typed, known);
    if (!best.isEmpty())
        return QStringLiteral("Did you mean '%1'?").arg(best);
    return QStringLiteral("Known are: %1").arg(known.join(QStringLiteral(", ")));
}

} // namespace weighbridge::app
