// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/table_clipboard.h"

#include "core/base/csv_text.h"
#include "core/knowledge/table_edit.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace weighbridge::decide
{

namespace
{

struct TableClipboard {
    Q_DECLARE_TR_FUNCTIONS(TableClipboard)
};

constexpr int kDigits = 6;

bool isUnknown(const QString &cell)
{
    const QString text = cell.trimmed();
    return text.isEmpty() || text == QLatin1String("?");
}

bool isNumberOrUnknown(const QString &cell)
{
    return isUnknown(cell) || csvNumber(cell, decision::kHighestLevel);
}

/// A copied column has no separator, and "3,5" in it is one number and not two cells.
bool isOneColumn(const QStringList &lines)
{
    return std::all_of(lines.begin(), lines.end(), isNumberOrUnknown);
}

Result<std::vector<QStringList>> cellsOf(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    if (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    std::vector<QStringList> rows;
    if (!text.contains(QLatin1Char('\t'))) {
        const QStringList lines = text.split(QLatin1Char('\n'));
        if (isOneColumn(lines)) {
            for (const QString &line : lines)
                rows.push_back({line});
            return rows;
        }
    }
    // What spreadsheets put there has tabs, whatever its numbers have for decimals.
    std::optional<QChar> separator;
    for (const char sign : {';', '\t'}) {
        if (text.contains(QLatin1Char(sign)))
            separator = QLatin1Char(sign);
    }
    auto records = readCsv(text, separator);
    if (!records)
        return records.error();
    for (CsvRecord &record : *records)
        rows.push_back(std::move(record.cells));
    return rows;
}

Error notPasted(const QString &why)
{
    return {TableClipboard::tr("Nothing was pasted: %1").arg(why), {}, {}};
}

} // namespace

QString copiedCells(const decision::Decision &decision, const TableCell &first,
                    const TableCell &last)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text;
    for (std::size_t need = first.need; need <= last.need; ++need) {
        QStringList cells;
        for (std::size_t i = first.alternative; i <= last.alternative; ++i) {
            const auto &level = decision.needs[need].ratings[i].level;
            cells << (level ? locale.toString(*level, 'g', kDigits) : QString());
        }
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

Result<decision::Decision> withPastedCells(const decision::Decision &decision,
                                           const knowledge::Catalogue &catalogue,
                                           const TableCell &first, const QString &text)
{
    if (text.trimmed().isEmpty())
        return notPasted(TableClipboard::tr("the clipboard holds no text"));
    const auto rows = cellsOf(text);
    if (!rows)
        return notPasted(rows.error().what);
    decision::Decision pasted = decision;
    if (rows->size() > decision.needs.size() - first.need)
        return notPasted(TableClipboard::tr("it has %1 rows, and the table has %2 from here on")
                             .arg(rows->size())
                             .arg(decision.needs.size() - first.need));
    const std::size_t room = decision.alternatives.size() - first.alternative;
    for (std::size_t row = 0; row < rows->size(); ++row) {
        const QStringList &cells = (*rows)[row];
        if (static_cast<std::size_t>(cells.size()) > room)
            return notPasted(
                TableClipboard::tr("it has %1 columns, and the table has %2 from here on")
                    .arg(cells.size())
                    .arg(room));
        for (qsizetype column = 0; column < cells.size(); ++column) {
            std::optional<double> level;
            if (!isUnknown(cells[column])) {
                level = csvNumber(cells[column], decision::kHighestLevel);
                if (!level || *level < decision::kLowestLevel || *level > decision::kHighestLevel)
                    return notPasted(
                        TableClipboard::tr("row %1, column %2 is '%3', and levels go from 1 to 5")
                            .arg(row + 1)
                            .arg(column + 1)
                            .arg(cells[column].simplified().left(24)));
            }
            const QString need = pasted.needs[first.need + row].id;
            const QString alternative =
                pasted.alternatives[first.alternative + static_cast<std::size_t>(column)].id;
            pasted = knowledge::withLevel(std::move(pasted), catalogue, need, alternative, level);
        }
    }
    return pasted;
}

} // namespace weighbridge::decide
