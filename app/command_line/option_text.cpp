// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/option_text.h"

#include "app/command_line/suggestion.h"
#include "core/knowledge/comparison.h"
#include "core/knowledge/table_edit.h"

#include <algorithm>

namespace weighbridge::app
{

using namespace decision;

namespace
{

/// "write 4.5, with a point" for "4,5".
QString withAPoint(QString text)
{
    bool isNumber = false;
    text.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    return isNumber ? QStringLiteral(": write %1, with a point").arg(text) : QString();
}

/// The id of the one that is called so, by id or by name in any case; empty where none is.
template <typename List> QString idOf(const List &list, const QString &text)
{
    for (const auto &each : list) {
        if (each.id == text)
            return each.id;
    }
    const auto named = std::find_if(list.begin(), list.end(), [&](const auto &each) {
        return each.name.compare(text, Qt::CaseInsensitive) == 0;
    });
    return named == list.end() ? QString() : named->id;
}

/// Splits LEFT/RIGHT where both are known: names may hold a slash as well. Otherwise at the first.
template <typename AreKnown>
void splitAtSlash(const QString &text, QString &left, QString &right, AreKnown areKnown)
{
    const auto splitAt = [&](qsizetype slash) {
        left = text.left(slash).trimmed();
        right = text.mid(slash + 1).trimmed();
    };
    const qsizetype first = text.indexOf(QLatin1Char('/'));
    for (qsizetype slash = first; slash >= 0; slash = text.indexOf(QLatin1Char('/'), slash + 1)) {
        splitAt(slash);
        if (areKnown(left, right))
            return;
    }
    splitAt(first);
}

} // namespace

std::optional<Assignment> assignment(const QString &text)
{
    const auto at = text.indexOf(QLatin1Char('='));
    if (at <= 0 || at + 1 == text.size() || text.indexOf(QLatin1Char('='), at + 1) >= 0)
        return std::nullopt;
    return Assignment{text.left(at).trimmed(), text.mid(at + 1).trimmed()};
}

QString readNumber(const QString &what, const QString &text, double least, double most,
                   double &number)
{
    bool isNumber = false;
    number = text.toDouble(&isNumber);
    if (isNumber && number >= least && number <= most)
        return {};
    return QStringLiteral("The %1 must be a number from %2 to %3, not '%4'%5")
        .arg(what)
        .arg(least)
        .arg(most)
        .arg(text, text.contains(QLatin1Char(',')) ? withAPoint(text) : QString());
}

QString readWhole(const QString &what, const QString &text, int least, int most, int &number)
{
    bool isNumber = false;
    number = text.toInt(&isNumber);
    if (isNumber && number >= least && number <= most)
        return {};
    return QStringLiteral("The %1 must be a whole number from %2 to %3, not '%4'")
        .arg(what)
        .arg(least)
        .arg(most)
        .arg(text);
}

QString findOrAddNeed(Decision &decision, QString &need)
{
    if (const QString id = idOf(decision.needs, need); !id.isEmpty()) {
        need = id;
        return {};
    }
    const knowledge::Catalogue &catalogue = knowledge::builtInCatalogue();
    if (const Need *known = knowledge::knownNeed(catalogue, need)) {
        need = known->id;
        decision = knowledge::withNeed(std::move(decision), catalogue, need, 0);
        return {};
    }
    QStringList known = idsOf(decision.needs);
    for (const QString &id : idsOf(catalogue.languages.needs)) {
        if (!known.contains(id))
            known << id;
    }
    return QStringLiteral("There is no need '%1'. %2").arg(need, suggestion(need, known));
}

QString findNeed(const Decision &decision, QString &need)
{
    const QString id = idOf(decision.needs, need);
    if (id.isEmpty() && decision.needs.empty())
        return QStringLiteral("There is no need '%1' in the table, which has none yet").arg(need);
    if (id.isEmpty())
        return QStringLiteral("There is no need '%1' in the table. %2")
            .arg(need, suggestion(need, idsOf(decision.needs)));
    need = id;
    return {};
}

QString findAlternative(const Decision &decision, QString &alternative)
{
    const QString id = idOf(decision.alternatives, alternative);
    if (id.isEmpty() && decision.alternatives.empty())
        return QStringLiteral("There is no alternative '%1'. Add it with --add-alternative")
            .arg(alternative);
    if (id.isEmpty())
        return QStringLiteral("There is no alternative '%1'. %2")
            .arg(alternative, suggestion(alternative, idsOf(decision.alternatives)));
    alternative = id;
    return {};
}

bool isNeed(const Decision &decision, const QString &text)
{
    return !idOf(decision.needs, text).isEmpty() ||
           knowledge::knownNeed(knowledge::builtInCatalogue(), text) != nullptr;
}

QString findCell(Decision &decision, const QString &text, QString &need, QString &alternative)
{
    splitAtSlash(text, need, alternative, [&](const QString &left, const QString &right) {
        return isNeed(decision, left) && !idOf(decision.alternatives, right).isEmpty();
    });
    // The alternative first: a need is not added for one that is not there.
    const QString wrong = findAlternative(decision, alternative);
    return wrong.isEmpty() ? findOrAddNeed(decision, need) : wrong;
}

QString findPair(Decision &decision, const QString &text, QString &first, QString &second)
{
    splitAtSlash(text, first, second, [&](const QString &left, const QString &right) {
        return isNeed(decision, left) && isNeed(decision, right);
    });
    const QString wrong = findOrAddNeed(decision, first);
    return wrong.isEmpty() ? findOrAddNeed(decision, second) : wrong;
}

} // namespace weighbridge::app
