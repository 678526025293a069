// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markdown_text.h"

#include <QLocale>

#include <cmath>

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

QString grouped(double value)
{
    return QLocale(QLocale::English).toString(value, 'f', 0);
}

QString figure(double value)
{
    const double size = std::abs(value);
    if (size >= 100)
        return grouped(value);
    const int decimals = size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return QString::number(value, 'f', decimals);
}

} // namespace weighbridge::report
