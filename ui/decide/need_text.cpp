// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/need_text.h"

#include "core/decision/model/value_function.h"
#include "core/decision/model/value_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace weighbridge::decide
{

namespace
{
struct NeedText {
    Q_DECLARE_TR_FUNCTIONS(NeedText)
};
} // namespace

QString weightFigure(double weight)
{
    return QLocale().toString(weight, 'g', 3);
}

QString shareText(const decision::Analysis &analysis, std::size_t need)
{
    return need < analysis.shares.size() ? decision::shareText(analysis.shares[need]) : QString();
}

QString rawText(const decision::Need &need, double raw)
{
    return decision::rawText(raw, need.anchors ? need.anchors->unit : QString());
}

QString levelText(const decision::Need &need, double level)
{
    const QString figure = decision::levelText(level);
    return need.anchors ? NeedText::tr("%1 (%2)").arg(
                              figure, rawText(need, decision::rawOf(level, *need.anchors)))
                        : figure;
}

QString needHint(const decision::Need &need)
{
    // What the source asks for is not what this project asks for, once that was answered.
    if (!need.mustReach)
        return need.anchorsBeforeAnswers
                   ? NeedText::tr("Asked for: %1")
                         .arg(rawText(need, decision::rawOf(decision::kJustMet, *need.anchors)))
                   : need.hint;
    const QString mustHave = NeedText::tr("Must reach %1").arg(levelText(need, *need.mustReach));
    return need.hint.isEmpty() ? mustHave : mustHave + QStringLiteral(" · ") + need.hint;
}

QString provenanceText(decision::Provenance provenance)
{
    switch (provenance) {
    case decision::Provenance::judged:
        return NeedText::tr("judged");
    case decision::Provenance::article:
        return NeedText::tr("the article");
    case decision::Provenance::publicBenchmark:
        return NeedText::tr("public benchmarks");
    case decision::Provenance::measured:
        return NeedText::tr("measured here");
    }
    return {};
}

QString tieText(const session::ProjectSession &session, std::size_t need)
{
    const decision::Analysis &analysis = session.analysis();
    if (need >= analysis.swings.size() || !analysis.swings[need].tieWeight)
        return NeedText::tr("No weight from 0 to 10 changes who leads");
    const decision::Swing &swing = analysis.swings[need];
    const QString weight = QLocale().toString(*swing.tieWeight, 'f', 1);
    return swing.takesLead
               ? NeedText::tr("At %1 %2 would take the lead")
                     .arg(weight, session.decision().alternatives[*swing.takesLead].name)
               : NeedText::tr("Tie at %1").arg(weight);
}

QString ruleText(const decision::Decision &decision, std::size_t need)
{
    const decision::Need &shown = decision.needs[need];
    if (shown.weightPinned)
        return NeedText::tr("Set by hand: answers and rules leave this weight alone");
    if (!shown.weightBeforeRules)
        return {};
    QStringList sentences;
    for (const decision::Effect &effect : decision.effects) {
        if (effect.kind == decision::Effect::Kind::weight && effect.need == shown.id)
            sentences.append(effect.sentence);
    }
    return NeedText::tr("%1 before answers and rules. %2")
        .arg(weightFigure(*shown.weightBeforeRules), sentences.join(QLatin1Char(' ')));
}

} // namespace weighbridge::decide
