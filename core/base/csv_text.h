// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace weighbridge
{

/// One record by RFC 4180, with its line break: what holds a comma, a quote or a line break stands
/// in quotes. A cell that a spreadsheet would take for a formula (it begins with = + - @ or a
/// control character, and is no number) gets an apostrophe before it, so that a name in somebody's
/// file computes nothing; readCsv() takes it away again.
[[nodiscard]] QString csvLine(const QStringList &cells);

/// A record of a table, with the line of the file on which it begins, from 1.
struct CsvRecord {
    int line = 0;
    QStringList cells;
    bool operator==(const CsvRecord &) const = default;
};

/// The records of a table in text: cells between commas, semicolons or tabs, whichever the first
/// record has most of, or that a first line "sep=;" names; quoted by RFC 4180; lines that end with
/// LF, CRLF or CR. Blank lines are left out. Fails where a quote is not closed, or something
/// follows one, naming line and column. With `separator`, that one.
[[nodiscard]] Result<std::vector<CsvRecord>> readCsv(const QString &text,
                                                     std::optional<QChar> separator = {});

/// The text of a file: UTF-8 with or without byte order mark, UTF-16 with one. Fails, naming the
/// line, where it is neither.
[[nodiscard]] Result<QString> csvTextOf(const QByteArray &bytes);

/// A number as spreadsheets write them: 3.5, 3,5, 1,234.5, 1.234,5, 1e4. nullopt where it is none,
/// not finite, or where a comma could group thousands as well as begin decimals ("12,000"), unless
/// only one of both is at most `greatest`.
[[nodiscard]] std::optional<double> csvNumber(const QString &cell, double greatest);

} // namespace weighbridge
