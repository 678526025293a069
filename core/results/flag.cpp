// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/flag.h"

#include "core/results/words.h"

#include <algorithm>

namespace weighbridge::results
{

namespace
{

} // namespace

QString gradeText(Grade grade)
{
    switch (grade) {
    case Grade::noted:
        return Words::tr("Noted");
    case Grade::doubtful:
        return Words::tr("Doubtful");
    case Grade::invalid:
        return Words::tr("Invalid");
    }
    Q_UNREACHABLE();
}

QString inWords(const Flag &flag)
{
    return inWords(flag.grade, flag.text, flag.remedy);
}

QString inWords(Grade grade, const QString &text, const QString &remedy)
{
    const QString seen = QStringLiteral("%1: %2").arg(gradeText(grade), text);
    return remedy.isEmpty() ? seen : seen + QLatin1Char(' ') + remedy;
}

std::optional<Grade> gravest(const std::vector<Flag> &flags)
{
    std::optional<Grade> worst;
    for (const Flag &flag : flags)
        worst = worst ? std::max(*worst, flag.grade) : flag.grade;
    return worst;
}

bool isInvalid(const std::vector<Flag> &flags)
{
    return gravest(flags) == Grade::invalid;
}

bool isBeyondDoubt(const std::vector<Flag> &flags)
{
    return gravest(flags).value_or(Grade::noted) == Grade::noted;
}

} // namespace weighbridge::results
