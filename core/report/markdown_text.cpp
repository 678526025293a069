// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markdown_text.h"

namespace weighbridge::report
{

QString escaped(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_{}[]<>#|&~!$");
    QString result;
    for (const QChar c : text.simplified()) {
        if (special.contains(c))
            result += QLatin1Char('\\');
        result += c;
    }
    return result;
}

QString tableRow(const QStringList &cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString tableRule(qsizetype columns, qsizetype textColumns)
{
    QString rule = QStringLiteral("|");
    for (qsizetype i = 0; i < columns; ++i)
        rule += i < textColumns ? QStringLiteral("---|") : QStringLiteral("---:|");
    return rule + QLatin1Char('\n');
}

} // namespace weighbridge::report
