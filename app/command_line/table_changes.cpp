// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/table_changes.h"

#include "app/command_line/console.h"
#include "app/command_line/option_text.h"
#include "app/command_line/repeatable_option.h"
#include "app/command_line/suggestion.h"
#include "core/knowledge/table_edit.h"

#include <cmath>

namespace weighbridge::app
{

using namespace decision;

namespace
{

const knowledge::Catalogue &catalogue()
{
    return knowledge::builtInCatalogue();
}

/// Takes what `result` holds into `decision`; or says what is wrong.
QString take(Result<Decision> result, Decision &decision)
{
    if (!result)
        return result.error().message();
    decision = std::move(result).value();
    return {};
}

QString addNeed(Decision &decision, const QString &text)
{
    const QString name = text.trimmed();
    if (name.isEmpty())
        return wrongForm("add-need", "ID|NAME", text);
    if (!knowledge::knownNeed(catalogue(), name)) {
        const QString meant = closest(name, idsOf(catalogue().languages.needs));
        if (!meant.isEmpty())
            note(QStringLiteral("'%1' is a need of your own. The knowledge base has '%2'.")
                     .arg(name, meant));
    }
    return take(knowledge::withAddedNeed(decision, catalogue(), name), decision);
}

QString addAlternative(Decision &decision, const QString &text)
{
    const QString name = text.trimmed();
    if (name.isEmpty())
        return wrongForm("add-alternative", "NAME", text);
    return take(knowledge::withAlternative(decision, catalogue(), name), decision);
}

QString removeAlternative(Decision &decision, const QString &text)
{
    QString alternative = text.trimmed();
    const QString wrong = findAlternative(decision, alternative);
    if (wrong.isEmpty())
        decision = knowledge::withoutAlternative(std::move(decision), catalogue(), alternative);
    return wrong;
}

constexpr RepeatableOption kRowsAndColumns[] = {
    {"remove-alternative", "ALTERNATIVE", "leave an alternative out; may be repeated",
     removeAlternative},
    {"add-alternative", "NAME",
     "one more alternative; one that the knowledge base has comes with its ratings; may be "
     "repeated",
     addAlternative},
    {"add-need", "ID|NAME",
     "a need of --list-needs, or one of your own, with weight 5; may be repeated", addNeed},
};

/// "12000 requests/s" as 12000 where that is the unit of the need; "rps" is short for requests/s.
std::optional<double> figureIn(const QString &text, const Anchors &anchors)
{
    QString rest = text;
    for (const QString &unit :
         {anchors.unit,
          anchors.unit == QLatin1String("requests/s") ? QStringLiteral("rps") : anchors.unit}) {
        if (!rest.endsWith(unit, Qt::CaseInsensitive) || unit.isEmpty())
            continue;
        bool isNumber = false;
        const double figure = rest.chopped(unit.size()).trimmed().toDouble(&isNumber);
        if (isNumber && std::isfinite(figure))
            return figure;
    }
    return std::nullopt;
}

QString rate(Decision &decision, const QString &text)
{
    const auto given = assignment(text);
    if (!given || !given->left.contains(QLatin1Char('/')))
        return wrongForm("rate", "NEED/ALTERNATIVE=LEVEL", text);
    QString need;
    QString alternative;
    if (QString wrong = findCell(decision, given->left, need, alternative); !wrong.isEmpty())
        return wrong;
    const auto setLevel = [&](std::optional<double> level) {
        decision = knowledge::withLevel(std::move(decision), catalogue(), need, alternative, level);
        return QString();
    };
    if (given->right == QLatin1String("?"))
        return setLevel(std::nullopt);
    const std::optional<Anchors> anchors = decision.findNeed(need)->anchors;
    if (const auto figure = anchors ? figureIn(given->right, *anchors) : std::nullopt) {
        const bool logarithmic = anchors->scale == Anchors::Scale::logarithmic;
        if (*figure < 0 || (logarithmic && *figure == 0))
            return QStringLiteral("The figure of '%1' must be more than 0, not '%2'")
                .arg(given->left, given->right);
        decision =
            knowledge::withFigure(std::move(decision), catalogue(), need, alternative, *figure);
        return {};
    }
    double level = 0;
    QString wrong = readNumber(QStringLiteral("level of '%1'").arg(given->left), given->right,
                               kLowestLevel, kHighestLevel, level);
    if (wrong.isEmpty())
        return setLevel(level);
    wrong += QStringLiteral(", or '?' where it is not known");
    return anchors ? wrong + QStringLiteral(", or a figure with its unit (12%1)").arg(anchors->unit)
                   : wrong;
}

QString unset(Decision &decision, const QString &text)
{
    if (!text.contains(QLatin1Char('/')) || isNeed(decision, text.trimmed())) {
        QString need = text.trimmed();
        const QString wrong = findNeed(decision, need);
        if (wrong.isEmpty())
            decision = knowledge::withoutNeed(std::move(decision), catalogue(), need);
        return wrong;
    }
    QString need;
    QString alternative;
    const QString wrong = findCell(decision, text, need, alternative);
    if (wrong.isEmpty())
        decision = knowledge::withSourceRating(std::move(decision), catalogue(), need, alternative);
    return wrong;
}

constexpr RepeatableOption kRatings[] = {
    {"rate", "NEED/ALTERNATIVE=LEVEL",
     "rate by hand: a level from 1 to 5, '?' for not known, or a figure with the unit of the need, "
     "such as 12000rps; may be repeated",
     rate},
    {"unset", "NEED[/ALTERNATIVE]",
     "take a rating back to what the source says; without an alternative, take the need out (one "
     "that an answer asks for stays with weight 0); may be repeated",
     unset},
};

} // namespace

void addTableOptions(Arguments &line)
{
    addOptions(line, kRowsAndColumns);
}

Decision withRowsAndColumns(Decision decision, Arguments &line)
{
    return withOptions(std::move(decision), line, kRowsAndColumns);
}

void addRatingOptions(Arguments &line)
{
    addOptions(line, kRatings);
}

Decision ratedByHand(Decision decision, Arguments &line)
{
    return withOptions(std::move(decision), line, kRatings);
}

} // namespace weighbridge::app
