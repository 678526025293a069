// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/evidence_notes.h"

#include "core/decision/model/words.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace weighbridge::decision
{

namespace
{

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

/// "High-traffic API compares figures from different runs: Go of 2026-11-20; Python of 2026-11-23";
/// empty where the measured ratings of the need are of one run.
QString differentRunsNote(const Decision &decision, const Need &need)
{
    std::vector<std::pair<Source, QStringList>> runs;
    for (std::size_t i = 0; i < need.ratings.size(); ++i) {
        const Source &source = need.ratings[i].source;
        if (need.ratings[i].provenance != Provenance::measured || source.run.isEmpty())
            continue;
        auto same = std::find_if(runs.begin(), runs.end(),
                                 [&](const auto &each) { return each.first.run == source.run; });
        if (same == runs.end())
            same = runs.insert(runs.end(), {source, {}});
        same->second.append(decision.alternatives[i].name);
    }
    if (runs.size() < 2)
        return {};
    QStringList parts;
    for (const auto &[source, names] : runs)
        parts.append(Words::tr("%1 of %2", "names, date")
                         .arg(names.join(QStringLiteral(", ")), source.date.toString(Qt::ISODate)));
    return Words::tr("%1 compares figures from different runs: %2. Measure them in one run to "
                     "compare them more closely.")
        .arg(need.name, parts.join(QStringLiteral("; ")));
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
    for (const Need &need : decision.needs) {
        if (const QString note = need.weight > 0 ? differentRunsNote(decision, need) : QString();
            !note.isEmpty())
            notes.push_back(note);
    }
    return notes;
}

} // namespace weighbridge::decision
