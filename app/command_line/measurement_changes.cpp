// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/measurement_changes.h"

#include "core/base/json/values.h"
#include "core/evidence/measurement_offer.h"
#include "core/knowledge/catalogue.h"

#include <algorithm>

namespace weighbridge::app
{

namespace
{

const QString kApply = QStringLiteral("apply");
const QString kApplyRun = QStringLiteral("apply-run");

/// The runs that the options name: all, or those with the ids.
results::Runs runsMeant(const storage::Project &project, Arguments &line)
{
    if (!line.isSet(kApplyRun))
        return project.runs;
    results::Runs meant;
    QStringList known;
    for (const results::RunPointer &run : project.runs) {
        known << run->id;
        if (line.texts(kApplyRun).contains(run->id))
            meant.push_back(run);
    }
    for (const QString &id : line.texts(kApplyRun)) {
        if (known.isEmpty())
            line.reject(QStringLiteral("There is no run '%1': the project has none").arg(id));
        else if (!known.contains(id))
            line.reject(QStringLiteral("There is no run '%1'. The project has %2")
                            .arg(id, known.join(QStringLiteral(", "))));
    }
    return meant;
}

} // namespace

void addMeasurementOptions(Arguments &line)
{
    line.addFlag(kApply, QStringLiteral("rate from all runs of the project that can rate a need"));
    line.addOption(kApplyRun, QStringLiteral("ID"),
                   QStringLiteral("rate from this run only; may be repeated"));
}

QStringList applyMeasurements(storage::Project &project, Arguments &line)
{
    if (!line.isSet(kApply) && !line.isSet(kApplyRun))
        return {};
    if (line.isSet(kApply) && line.isSet(kApplyRun))
        line.reject(QStringLiteral("--apply takes all runs and --apply-run one: leave one out"));
    const results::Runs runs = runsMeant(project, line);
    if (line.hasMistake())
        return {};
    const evidence::Proposals news = evidence::offerOf(project.decision, runs).news;
    project.decision =
        knowledge::withMeasurements(project.decision, knowledge::builtInCatalogue(), news);
    QStringList sentences = evidence::appliedText(news, runs);
    if (news.isEmpty())
        sentences.prepend(
            QStringLiteral("Nothing: no measurement says more than the decision holds already."));
    return sentences;
}

QString measurementsText(const storage::Project &project, const QStringList &applied)
{
    QString text;
    if (!applied.isEmpty())
        text += QStringLiteral("\nApplied from measurements\n");
    for (const QString &sentence : applied)
        text += QStringLiteral("  %1\n").arg(sentence);
    const QString offer = evidence::offerOf(project.decision, project.runs).sentence;
    if (!offer.isEmpty())
        text += QStringLiteral("\n%1: add --apply\n").arg(offer);
    return text;
}

QJsonObject measurementsJson(const storage::Project &project, const QStringList &applied)
{
    const evidence::MeasurementOffer offer = evidence::offerOf(project.decision, project.runs);
    return {{QStringLiteral("needs_to_rate"), offer.needs},
            {QStringLiteral("offer"), json::orNull(offer.sentence)},
            {QStringLiteral("applied"), json::arrayOf(applied)}};
}

} // namespace weighbridge::app
