// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/measurement_offer.h"

#include "core/evidence/words.h"
#include "core/results/run_conditions.h"

#include <QSet>

#include <algorithm>

namespace weighbridge::evidence
{

namespace
{

QString offerSentence(int needs)
{
    if (needs == 0)
        return {};
    return needs == 1
               ? Words::tr("1 need could be rated from measurements in this project")
               : Words::tr("%1 needs could be rated from measurements in this project").arg(needs);
}

} // namespace

MeasurementOffer offerOf(const decision::Decision &decision, const results::Runs &runs)
{
    MeasurementOffer offer;
    offer.news = newsIn(propose(decision, runs), decision);
    QSet<std::size_t> needs;
    for (const RatingProposal &proposal : offer.news.ratings)
        needs.insert(proposal.need);
    offer.needs = int(needs.size());
    offer.sentence = offerSentence(offer.needs);
    return offer;
}

QStringList appliedText(const Proposals &proposals, const results::Runs &runs)
{
    QStringList sentences;
    for (const RatingProposal &proposal : proposals.ratings)
        sentences << proposal.sentence;
    sentences += proposals.remarks; // they speak of the ratings
    QStringList sizing;
    for (const results::RunPointer &run : runs) {
        const bool sizes = run && std::find(proposals.sizingRuns.begin(), proposals.sizingRuns.end(),
                                            run->id) != proposals.sizingRuns.end();
        if (sizes)
            sizing << results::dateText(*run);
    }
    if (sizing.size() == 1)
        sentences << Words::tr("Capacity is reckoned from the run of %1.").arg(sizing.first());
    else if (!sizing.isEmpty())
        sentences << Words::tr("Capacity is reckoned from the runs of %1.")
                         .arg(sizing.join(QStringLiteral(", ")));
    return sentences;
}

} // namespace weighbridge::evidence
