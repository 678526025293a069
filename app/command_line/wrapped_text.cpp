// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/wrapped_text.h"

#include <QStringList>

#include <algorithm>

namespace weighbridge::app
{

namespace
{

/// Holds "14 %" together.
constexpr QChar kHardBlank(0x00a0);

} // namespace

QString wrapped(const QString &text, const QString &first, int indent, int columns)
{
    const QString margin(indent < 0 ? first.size() : indent, QLatin1Char(' '));
    const qsizetype room = std::max<qsizetype>(1, columns - std::max(first.size(), margin.size()));
    QStringList lines;
    QString line;
    const auto endLine = [&] {
        lines << (lines.isEmpty() ? first : margin) + line;
        line.clear();
    };
    for (QString word : text.simplified()
                            .replace(QStringLiteral(" %"), QString(kHardBlank) + QLatin1Char('%'))
                            .split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        word.replace(kHardBlank, QLatin1Char(' '));
        if (!line.isEmpty() && line.size() + 1 + word.size() > room)
            endLine();
        while (word.size() > room) {
            line = word.left(room);
            word = word.mid(room);
            endLine();
        }
        line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    endLine();
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString shortened(const QString &text, int columns)
{
    const QString line = text.simplified();
    return line.size() <= columns ? line : line.left(std::max(0, columns - 1)) + QChar(0x2026);
}

} // namespace weighbridge::app
