// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/evidence_notes.h"

#include <QCoreApplication>

#include <algorithm>

namespace weighbridge::decision
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(weighbridge::decision)
};

/// Measured ratings of the needs that count.
std::vector<const Rating *> measuredRatings(const Decision &decision)
{
    std::vector<const Rating *> list;
    for (const Need &need : decision.needs) {
        for (const Rating &rating : need.ratings) {
            if (need.weight > 0 && rating.provenance == Provenance::measured)
                list.push_back(&rating);
        }
    }
    return list;
}

} // namespace

std::vector<QString> evidenceNotes(const Decision &decision, const QDate &today,
                                   const QString &machine)
{
    const std::vector<const Rating *> measured = measuredRatings(decision);
    std::vector<QString> notes;
    int stale = 0;
    QDate oldest;
    for (const Rating *rating : measured) {
        const QDate &date = rating->source.date;
        if (!today.isValid() || !date.isValid() || date.daysTo(today) <= kStaleAfterDays)
            continue;
        ++stale;
        oldest = oldest.isValid() ? std::min(oldest, date) : date;
    }
    if (stale > 0)
        notes.push_back(Words::tr("Stale evidence: %1 of %2 measured ratings are older than %3 "
                                  "days, the oldest from %4. Measure again.")
                            .arg(stale)
                            .arg(measured.size())
                            .arg(kStaleAfterDays)
                            .arg(oldest.toString(Qt::ISODate)));
    const auto foreign = std::count_if(measured.begin(), measured.end(), [&](const Rating *each) {
        return !machine.isEmpty() && !each->source.machine.isEmpty() &&
               each->source.machine != machine;
    });
    if (foreign > 0)
        notes.push_back(Words::tr("Foreign evidence: %1 of %2 measured ratings are from another "
                                  "machine, which may order the alternatives differently.")
                            .arg(foreign)
                            .arg(measured.size()));
    const bool mixed = std::any_of(measured.begin(), measured.end(), [&](const Rating *each) {
        return each->source.machine != measured.front()->source.machine;
    });
    if (mixed)
        notes.push_back(Words::tr("Measured ratings come from different machines and cannot be "
                                  "compared with each other."));
    return notes;
}

} // namespace weighbridge::decision
