// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/table_csv_columns.h"

#include "core/knowledge/table_edit.h"
#include "core/storage/words.h"

#include <algorithm>

namespace weighbridge::storage
{

using namespace decision;

namespace
{

/// Far more than anybody decides by; what is larger is another table.
constexpr qsizetype kMostColumns = 256;

class HeaderReader
{
public:
    HeaderReader(const std::vector<CsvRecord> &records, Decision &decision)
        : m_records(records), m_decision(decision)
    {
        m_columns.fixed.fill(TableColumns::missing);
    }

    Result<TableColumns> read()
    {
        const CsvRecord &header = m_records.front();
        if (header.cells.size() > kMostColumns)
            return mistake(
                kMostColumns,
                Words::tr("more than %1 columns are no table of a decision").arg(kMostColumns));
        for (qsizetype i = 0; i < header.cells.size(); ++i) {
            if (const auto taken = readTitle(header.cells[i], i); !taken)
                return taken.error();
        }
        if (m_columns.fixed[TableColumn::need] == TableColumns::missing &&
            m_columns.fixed[TableColumn::id] == TableColumns::missing)
            return mistake(0, Words::tr("no column of the first row is called 'Need' or 'Id'"));
        return m_columns;
    }

private:
    [[nodiscard]] Error mistake(qsizetype column, const QString &what) const
    {
        return tableMistake(m_records.front(), m_records.front(), column, what);
    }

    Outcome readTitle(const QString &cell, qsizetype column)
    {
        const QString title = cell.trimmed();
        if (takesFixed(title, column) || takesFigures(title, column))
            return success();
        if (title.isEmpty())
            return isEmptyColumn(column)
                       ? success()
                       : Outcome(mistake(column, Words::tr("the column has no name")));
        const auto alternative = alternativeCalled(cell);
        if (!alternative)
            return mistake(column, alternative.error().what);
        if (m_columns.has(*alternative))
            return mistake(column, Words::tr("'%1' has a column already").arg(title));
        m_columns.alternatives.push_back({*alternative, column, TableColumns::missing});
        return success();
    }

    bool takesFixed(const QString &title, qsizetype column)
    {
        for (const TableColumn &each : kTableColumns) {
            if (title.compare(each.title, Qt::CaseInsensitive) != 0 ||
                m_columns.fixed[each.kind] != TableColumns::missing)
                continue;
            m_columns.fixed[each.kind] = column;
            return true;
        }
        return false;
    }

    /// "X (figure)" right after "X".
    bool takesFigures(const QString &title, qsizetype column)
    {
        if (m_columns.alternatives.empty() || m_columns.alternatives.back().level != column - 1)
            return false;
        const QStringList &titles = m_records.front().cells;
        if (titles[column] != titles[column - 1] + figureSuffix() &&
            title != titles[column - 1].trimmed() + figureSuffix())
            return false;
        m_columns.alternatives.back().figure = column;
        return true;
    }

    [[nodiscard]] bool isEmptyColumn(qsizetype column) const
    {
        return std::all_of(m_records.begin(), m_records.end(), [column](const CsvRecord &record) {
            return record.cells.value(column).trimmed().isEmpty();
        });
    }

    Result<std::size_t> alternativeCalled(const QString &title)
    {
        const auto find = [&](auto matches) {
            const auto found = std::find_if(m_decision.alternatives.begin(),
                                            m_decision.alternatives.end(), matches);
            return static_cast<std::size_t>(found - m_decision.alternatives.begin());
        };
        const QString name = title.trimmed();
        auto index = find([&](const Alternative &each) { return each.name == title; });
        if (index == m_decision.alternatives.size())
            index = find([&](const Alternative &each) { return each.name.trimmed() == name; });
        if (index == m_decision.alternatives.size())
            index = find([&](const Alternative &each) { return each.id == name; });
        if (index < m_decision.alternatives.size())
            return index;
        auto added = knowledge::withAlternative(m_decision, knowledge::builtInCatalogue(), name);
        if (!added)
            return added.error();
        m_decision = std::move(added).value();
        return index;
    }

    const std::vector<CsvRecord> &m_records;
    Decision &m_decision;
    TableColumns m_columns;
};

} // namespace

bool TableColumns::has(std::size_t alternative) const
{
    return std::any_of(alternatives.begin(), alternatives.end(),
                       [=](const OfAlternative &each) { return each.alternative == alternative; });
}

Error tableMistake(const CsvRecord &header, const CsvRecord &record, qsizetype column,
                   const QString &what)
{
    const QString title = header.cells.value(column).trimmed();
    const QString place =
        title.isEmpty() || &record == &header
            ? Words::tr("line %1, column %2").arg(record.line).arg(column + 1)
            : Words::tr("line %1, column %2 (%3)").arg(record.line).arg(column + 1).arg(title);
    return {Words::tr("%1: %2").arg(place, what),
            Words::tr("Correct it in the table; nothing was changed"),
            {}};
}

Result<TableColumns> columnsOf(const std::vector<CsvRecord> &records, Decision &decision)
{
    return HeaderReader(records, decision).read();
}

} // namespace weighbridge::storage
