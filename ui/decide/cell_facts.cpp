// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/cell_facts.h"

#include "core/decision/model/value_text.h"
#include "ui/decide/need_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace weighbridge::decide
{

namespace
{
struct CellFacts {
    Q_DECLARE_TR_FUNCTIONS(CellFacts)
};

QString dateText(const QDate &date)
{
    return QLocale().toString(date, QLocale::ShortFormat);
}

QString sourceText(const decision::Source &source)
{
    QStringList parts;
    for (const QString &part :
         {source.title, source.section, source.date.isValid() ? dateText(source.date) : QString()})
        if (!part.isEmpty())
            parts.append(part);
    return parts.join(QStringLiteral(" · "));
}

QString originText(const decision::Rating &rating, const decision::Alternative &alternative)
{
    if (rating.inherited)
        return CellFacts::tr("%1, for its language: %2 has no rating of its own")
            .arg(provenanceText(rating.provenance), alternative.name);
    const bool edited =
        rating.differsFromSource() && rating.provenance == decision::Provenance::judged;
    return edited ? CellFacts::tr("set by hand; the source says %1")
                        .arg(decision::levelText(*rating.sourceLevel))
                  : provenanceText(rating.provenance);
}

QString spreadText(const decision::Decision &decision, const decision::Spread &spread)
{
    const auto figure = [](double value) { return QLocale().toString(value, 'g', 2); };
    switch (spread.kind) {
    case decision::Spread::Kind::byDoubt:
        return CellFacts::tr("± %1 levels, as chosen for the whole decision")
            .arg(figure(decision.ratingHalfWidth()));
    case decision::Spread::Kind::triangular:
        return CellFacts::tr("± %1 levels").arg(figure(spread.halfWidth));
    case decision::Spread::Kind::factor:
        return CellFacts::tr("estimated within a factor of %1").arg(figure(spread.factor));
    case decision::Spread::Kind::studentT:
        if (spread.standardError <= 0)
            return CellFacts::tr("exact: counted, not timed");
        return spread.degreesOfFreedom > 0
                   ? CellFacts::tr("standard error %1 levels, from %2 rounds")
                         .arg(figure(spread.standardError))
                         .arg(spread.degreesOfFreedom + 1)
                   : CellFacts::tr("standard error %1 levels, assumed for one round")
                         .arg(figure(spread.standardError));
    }
    return {};
}

CellFact measurementFact(const decision::Source &source, const QDate &today, const QString &machine)
{
    QStringList parts{CellFacts::tr("run %1").arg(source.run)};
    if (source.date.isValid() && today.isValid()) {
        const auto days = source.date.daysTo(today);
        parts.append(days <= 0 ? CellFacts::tr("today")
                               : CellFacts::tr("%n days ago", nullptr, int(days)));
    }
    const bool foreign = !source.machine.isEmpty() && source.machine != machine;
    parts.append(foreign ? CellFacts::tr("on another machine") : CellFacts::tr("on this machine"));
    return {CellFacts::tr("Measured"), parts.join(QStringLiteral(" · ")),
            foreign ? theme::Tone::warn : theme::Tone::primary};
}

QString historyText(const decision::Need &need, const std::vector<decision::EarlierRating> &history)
{
    QStringList parts;
    for (const decision::EarlierRating &earlier : history) {
        QString text =
            earlier.level ? decision::levelText(*earlier.level) : CellFacts::tr("not known");
        if (earlier.raw)
            text += QStringLiteral(" (%1)").arg(rawText(need, *earlier.raw));
        text += QStringLiteral(", ") + provenanceText(earlier.provenance);
        if (const QString source = sourceText(earlier.source); !source.isEmpty())
            text += QStringLiteral(" (%1)").arg(source);
        parts.append(text);
    }
    return parts.join(QLatin1Char('\n'));
}
} // namespace

std::vector<CellFact> cellFacts(const session::ProjectSession &session, std::size_t need,
                                std::size_t alternative, const QDate &today, const QString &machine)
{
    const decision::Decision &decision = session.decision();
    const decision::Need &row = decision.needs[need];
    const decision::Rating &rating = row.ratings[alternative];
    const decision::Alternative &column = decision.alternatives[alternative];
    std::vector<CellFact> facts;
    const auto add = [&facts](const QString &name, const QString &text,
                              theme::Tone tone = theme::Tone::primary) {
        if (!text.isEmpty())
            facts.push_back({name, text, tone});
    };
    if (rating.level)
        add(CellFacts::tr("Comes from"), originText(rating, column));
    add(CellFacts::tr("Source"), sourceText(rating.source));
    if (!rating.words.isEmpty())
        add(CellFacts::tr("Its words"), QStringLiteral("“%1”").arg(rating.words));
    add(CellFacts::tr("But"), rating.erratum, theme::Tone::warn);
    if (rating.raw)
        add(CellFacts::tr("Value"), rawText(row, *rating.raw));
    if (row.anchors)
        add(CellFacts::tr("Scale"),
            CellFacts::tr("1 is %1, 5 is %2")
                .arg(rawText(row, row.anchors->lowest), rawText(row, row.anchors->highest)));
    if (rating.level)
        add(CellFacts::tr("May be off by"), spreadText(decision, rating.spread));
    if (!rating.source.run.isEmpty())
        facts.push_back(measurementFact(rating.source, today, machine));
    for (const decision::MustHaveResult &each : session.analysis().mustHaves) {
        if (each.need == need && each.result.alternative == alternative)
            add(CellFacts::tr("Must-have"), each.sentence,
                each.result.state == decision::GateState::excluded ? theme::Tone::err
                                                                   : theme::Tone::primary);
    }
    QString why = knowledge::rationaleOf(session.catalogue(), row.id, column.id);
    if (why.isEmpty() && rating.inherited)
        why = knowledge::rationaleOf(session.catalogue(), row.id, column.language);
    add(CellFacts::tr("Why"), why);
    add(CellFacts::tr("Before"), historyText(row, rating.history));
    return facts;
}

} // namespace weighbridge::decide
