// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/wrapped_text.h"

#include "app/command_line/terminal_text.h"

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
    const QString margin(indent < 0 ? cellsOf(first) : indent, QLatin1Char(' '));
    // Two at least: a wide character cannot be cut.
    const qsizetype room =
        std::max<qsizetype>(2, columns - std::max(cellsOf(first), margin.size()));
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
        if (!line.isEmpty() && cellsOf(line) + 1 + cellsOf(word) > room)
            endLine();
        while (cellsOf(word) > room) {
            line = leftCells(word, room);
            word = word.mid(line.size());
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
    return cellsOf(line) <= columns ? line
                                    : leftCells(line, std::max(0, columns - 1)) + QChar(0x2026);
}

} // namespace weighbridge::app
