// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv_text.h"
#include "core/decision/model/value_function.h"
#include "core/knowledge/comparison.h"
#include "core/knowledge/interview.h"
#include "core/knowledge/table_edit.h"
#include "core/storage/table_csv.h"
#include "core/storage/table_csv_columns.h"
#include "core/storage/words.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>

namespace weighbridge::storage
{

using namespace decision;

namespace
{

constexpr double kAnyNumber = std::numeric_limits<double>::max();
/// Far more than anybody decides by; what is larger is another table.
constexpr std::size_t kMostRows = 2'000;

/// Spreadsheets save what they show, which is ten digits or a few more.
bool isSame(double a, double b)
{
    constexpr double kRounding = 1e-6;
    return std::abs(a - b) <= kRounding * std::max(std::abs(a), std::abs(b));
}

bool isSame(const std::optional<double> &a, const std::optional<double> &b)
{
    return a && b ? isSame(*a, *b) : a == b;
}

bool isSame(const Anchors &a, const Anchors &b)
{
    return isSame(a.lowest, b.lowest) && isSame(a.highest, b.highest) && a.unit == b.unit &&
           a.scale == b.scale;
}

/// Reads one table into one decision; the first mistake ends it.
class TableReader
{
public:
    TableReader(const Decision &decision, const std::vector<CsvRecord> &records)
        : m_decision(decision),
          m_records(records),
          m_knownNeeds(decision.needs.size()),
          m_knownAlternatives(decision.alternatives.size())
    {
    }

    Result<ImportedTable> read()
    {
        auto columns = columnsOf(m_records, m_decision);
        if (!columns)
            return columns.error();
        m_columns = std::move(columns).value();
        for (std::size_t i = 1; i < m_records.size() && m_error.what.isEmpty(); ++i)
            readRow(m_records[i]);
        if (m_error.what.isEmpty()) {
            // Each cell was checked; this is for what only the whole table can have wrong.
            if (const QString defect = firstDefect(m_decision); !defect.isEmpty())
                m_error = {defect, Words::tr("Correct it in the table; nothing was changed"), {}};
        }
        if (!m_error.what.isEmpty())
            return m_error;
        addRemarks();
        return ImportedTable{m_decision, m_remarks};
    }

private:
    void refuse(const CsvRecord &record, qsizetype column, const QString &what)
    {
        if (!failed())
            m_error = tableMistake(m_records.front(), record, column, what);
    }

    [[nodiscard]] bool failed() const { return !m_error.what.isEmpty(); }

    [[nodiscard]] qsizetype at(TableColumn::Kind kind) const { return m_columns.fixed[kind]; }

    void readRow(const CsvRecord &record)
    {
        const bool isEmpty =
            std::all_of(record.cells.begin(), record.cells.end(),
                        [](const QString &cell) { return cell.trimmed().isEmpty(); });
        if (isEmpty)
            return;
        const qsizetype columns = m_records.front().cells.size();
        if (record.cells.size() != columns) {
            refuse(record, std::min(record.cells.size(), columns),
                   Words::tr("the row has %1 cells, the first one %2")
                       .arg(record.cells.size())
                       .arg(columns));
            return;
        }
        const auto need = needOf(record);
        if (!need)
            return;
        readWeight(record, *need);
        readMustHave(record, *need);
        readAnchors(record, *need);
        for (const TableColumns::OfAlternative &each : m_columns.alternatives) {
            if (!failed())
                readRating(record, *need, each);
        }
    }

    /// The text of a fixed column; empty where there is none.
    [[nodiscard]] QString text(const CsvRecord &record, TableColumn::Kind kind) const
    {
        return at(kind) == TableColumns::missing ? QString()
                                                 : record.cells.value(at(kind)).trimmed();
    }

    std::optional<std::size_t> needOf(const CsvRecord &record)
    {
        const QString id = text(record, TableColumn::id);
        const QString name = text(record, TableColumn::need);
        const qsizetype column = std::max(at(TableColumn::need), at(TableColumn::id));
        if (id.isEmpty() && name.isEmpty()) {
            refuse(record, column, Words::tr("the need has no name"));
            return std::nullopt;
        }
        auto found =
            std::find_if(m_decision.needs.begin(), m_decision.needs.end(), [&](const Need &each) {
                return id.isEmpty() ? each.name.trimmed() == name : each.id == id;
            });
        if (found == m_decision.needs.end()) {
            addNeed(record, column, id, name.isEmpty() ? id : name);
            if (failed())
                return std::nullopt;
            found = std::prev(m_decision.needs.end());
        } else if (!name.isEmpty() && name != found->name.trimmed()) {
            found->name = name;
        }
        if (m_seenNeeds.contains(found->id)) {
            refuse(record, column, Words::tr("'%1' has a row already").arg(found->name));
            return std::nullopt;
        }
        m_seenNeeds.insert(found->id);
        return static_cast<std::size_t>(found - m_decision.needs.begin());
    }

    /// With what is known about it, where the id is one of the knowledge base.
    void addNeed(const CsvRecord &record, qsizetype column, const QString &id, const QString &name)
    {
        const knowledge::Catalogue &catalogue = knowledge::builtInCatalogue();
        const bool isKnown = !id.isEmpty() && catalogue.languages.findNeed(id);
        auto added = knowledge::withAddedNeed(m_decision, catalogue, isKnown ? id : name);
        if (!added) {
            refuse(record, column, added.error().what);
            return;
        }
        m_decision = std::move(added).value();
        Need &need = m_decision.needs.back();
        need.name = name;
        if (!id.isEmpty())
            need.id = id;
    }

    /// The number of a cell; nullopt where it is empty or wrong.
    std::optional<double> number(const CsvRecord &record, qsizetype column, double greatest)
    {
        const QString cell =
            column == TableColumns::missing ? QString() : record.cells.value(column).trimmed();
        if (cell.isEmpty() || cell == QLatin1String("?"))
            return std::nullopt;
        const auto value = csvNumber(cell, greatest);
        if (!value)
            refuse(
                record, column,
                cell.contains(QLatin1Char(',')) && csvNumber(cell, 0)
                    ? Words::tr("'%1' can be read in two ways; write it without a comma").arg(cell)
                    : Words::tr("'%1' is no number").arg(cell));
        return value;
    }

    std::optional<double> numberWithin(const CsvRecord &record, qsizetype column, double least,
                                       double greatest)
    {
        const auto value = number(record, column, greatest);
        if (value && (*value < least || *value > greatest))
            refuse(record, column,
                   Words::tr("%1 is not within %2 to %3").arg(*value).arg(least).arg(greatest));
        return value;
    }

    void readWeight(const CsvRecord &record, std::size_t need)
    {
        const auto weight = numberWithin(record, at(TableColumn::weight), 0, kGreatestWeight);
        if (weight && !failed() && !isSame(*weight, m_decision.needs[need].weight))
            m_decision = knowledge::withWeight(std::move(m_decision), need, *weight);
    }

    void readMustHave(const CsvRecord &record, std::size_t need)
    {
        if (at(TableColumn::mustHave) == TableColumns::missing)
            return;
        const auto level =
            numberWithin(record, at(TableColumn::mustHave), kLowestLevel, kHighestLevel);
        Need &row = m_decision.needs[need];
        if (!failed() && !isSame(level, row.mustReach))
            row.mustReach = level;
    }

    void readAnchors(const CsvRecord &record, std::size_t need)
    {
        const auto lowest = number(record, at(TableColumn::levelOne), kAnyNumber);
        const auto highest = number(record, at(TableColumn::levelFive), kAnyNumber);
        if (failed() || (!lowest && !highest))
            return;
        const qsizetype column = lowest ? at(TableColumn::levelOne) : at(TableColumn::levelFive);
        if (!lowest || !highest) {
            refuse(record, column, Words::tr("levels 1 and 5 need a figure each"));
            return;
        }
        Need &row = m_decision.needs[need];
        Anchors anchors = row.anchors.value_or(Anchors{});
        anchors.lowest = *lowest;
        anchors.highest = *highest;
        if (at(TableColumn::unit) != TableColumns::missing)
            anchors.unit = text(record, TableColumn::unit);
        if (const QString scale = text(record, TableColumn::scale); !scale.isEmpty()) {
            const auto kind = kindOf<Anchors::Scale>(scale.toLower());
            if (!kind) {
                refuse(
                    record, at(TableColumn::scale),
                    Words::tr("'%1' is no scale; it can be 'linear' or 'logarithmic'").arg(scale));
                return;
            }
            anchors.scale = *kind;
        }
        const bool isLogarithmic = anchors.scale == Anchors::Scale::logarithmic;
        if (anchors.lowest == anchors.highest)
            refuse(record, column, Words::tr("levels 1 and 5 are the same figure"));
        else if (isLogarithmic && (anchors.lowest <= 0 || anchors.highest <= 0))
            refuse(record, column, Words::tr("a logarithmic scale needs figures above 0"));
        if (failed() || (row.anchors && isSame(*row.anchors, anchors)))
            return;
        row.anchors = anchors;
        for (Rating &rating : row.ratings)
            rating = onAnchors(std::move(rating), anchors);
    }

    void readRating(const CsvRecord &record, std::size_t need,
                    const TableColumns::OfAlternative &columns)
    {
        const Rating &rating = m_decision.needs[need].ratings[columns.alternative];
        if (columns.figure != TableColumns::missing) {
            const auto figure = number(record, columns.figure, kAnyNumber);
            if (failed())
                return;
            if (figure && !isSame(figure, rating.raw)) {
                rateByFigure(record, need, columns, *figure);
                return;
            }
        }
        const auto level = number(record, columns.level, kHighestLevel);
        if (failed() || isSame(level, rating.level))
            return;
        if (level && (*level < kLowestLevel || *level > kHighestLevel)) {
            refuse(record, columns.level,
                   Words::tr("%1 is no level; they go from %2 to %3")
                       .arg(*level)
                       .arg(kLowestLevel)
                       .arg(kHighestLevel));
            return;
        }
        m_decision = knowledge::withLevel(m_decision, knowledge::builtInCatalogue(),
                                          m_decision.needs[need].id,
                                          m_decision.alternatives[columns.alternative].id, level);
    }

    void rateByFigure(const CsvRecord &record, std::size_t need,
                      const TableColumns::OfAlternative &columns, double figure)
    {
        const auto &anchors = m_decision.needs[need].anchors;
        if (!anchors)
            refuse(record, columns.figure,
                   Words::tr("a figure needs to know which ones are levels 1 and 5"));
        else if (anchors->scale == Anchors::Scale::logarithmic && figure <= 0)
            refuse(record, columns.figure, Words::tr("a logarithmic scale needs figures above 0"));
        else
            m_decision = knowledge::withFigure(
                m_decision, knowledge::builtInCatalogue(), m_decision.needs[need].id,
                m_decision.alternatives[columns.alternative].id, figure);
    }

    void addRemarks()
    {
        const auto namesOf = [](const auto &list, std::size_t begin, auto wanted) {
            QStringList names;
            for (std::size_t i = begin; i < list.size(); ++i) {
                if (wanted(i))
                    names << list[i].name;
            }
            return names.join(QStringLiteral(", "));
        };
        const auto remark = [this](const QString &names, const QString &sentence) {
            if (!names.isEmpty())
                m_remarks << sentence.arg(names);
        };
        const auto always = [](std::size_t) { return true; };
        remark(namesOf(m_decision.alternatives, m_knownAlternatives, always),
               Words::tr("New alternatives: %1"));
        remark(namesOf(m_decision.needs, m_knownNeeds, always), Words::tr("New needs: %1"));
        const auto unnamedNeed = [&](std::size_t i) {
            return !m_seenNeeds.contains(m_decision.needs[i].id);
        };
        const auto unnamedAlternative = [&](std::size_t i) { return !m_columns.has(i); };
        remark(namesOf(m_decision.needs, 0, unnamedNeed),
               Words::tr("The table does not name these needs, which stay as they are: %1"));
        remark(namesOf(m_decision.alternatives, 0, unnamedAlternative),
               Words::tr("The table does not name these alternatives, which stay as they are: %1"));
    }

    Decision m_decision;
    const std::vector<CsvRecord> &m_records;
    std::size_t m_knownNeeds;
    std::size_t m_knownAlternatives;
    TableColumns m_columns;
    QSet<QString> m_seenNeeds;
    QStringList m_remarks;
    Error m_error;
};

} // namespace

Result<ImportedTable> withTableCsv(const Decision &decision, const QByteArray &bytes)
{
    const auto text = csvTextOf(bytes);
    if (!text)
        return text.error();
    const auto records = readCsv(*text);
    if (!records)
        return records.error();
    if (records->empty())
        return Error{
            Words::tr("the table is empty"),
            Words::tr("Its first row names the columns: Need, Weight, and the alternatives"),
            {}};
    if (records->size() > kMostRows)
        return Error{Words::tr("line %1: more than %2 rows are no table of a decision")
                         .arg((*records)[kMostRows].line)
                         .arg(kMostRows),
                     Words::tr("Choose the table of a decision"),
                     {}};
    return TableReader(decision, *records).read();
}

} // namespace weighbridge::storage
