// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/repeatable_option.h"

#include <QSet>

namespace weighbridge::app
{

QStringList textsForDifferentSubjects(Arguments &line, const QString &option)
{
    const QStringList texts = line.texts(option);
    QSet<QString> subjects;
    for (const QString &text : texts) {
        const QString subject = text.section(QLatin1Char('='), 0, 0).trimmed();
        if (subjects.contains(subject))
            line.reject(
                QStringLiteral("--%1 is given twice for '%2': leave one out").arg(option, subject));
        subjects.insert(subject);
    }
    return texts;
}

void applyOption(decision::Decision &decision, Arguments &line, const RepeatableOption &option)
{
    for (const QString &text : textsForDifferentSubjects(line, QLatin1String(option.name)))
        line.reject(option.apply(decision, text));
}

QString wrongForm(const char *option, const char *form, const QString &text)
{
    return QStringLiteral("--%1 takes %2, not '%3'")
        .arg(QLatin1String(option), QLatin1String(form), text);
}

} // namespace weighbridge::app
