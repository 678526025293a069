// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/article/claims.h"
#include "core/results/columns.h"
#include "ui/session/benchmark_session.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace weighbridge::models
{

/// One row for each framework: what was measured of the run on show, for JSON beside what the
/// article publishes. The columns of figures are results::columnsOf() the run's plan. Follows a
/// BenchmarkSession, which must outlive it.
class ResultTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// What a column shows.
    enum Column {
        frameworkColumn,
        publishedColumn,
        measuredColumn, ///< the workload's first quantity, with a bar
        ratioColumn,
        figureColumn, ///< a further column of figures; there are several
    };
    enum Role {
        seriesRole = Qt::UserRole, ///< QString: target id, for colour and marker
        languageRole,              ///< QString: "Go"
        barRole,  ///< double 0–1: measured ÷ greatest measured; unset where none
        toneRole, ///< Tone as int
    };
    enum class Tone { primary, quiet, running, warn, err };

    ResultTableModel(const session::BenchmarkSession &session, const article::Article &article,
                     QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] Column columnKind(int section) const
    {
        return m_columns[std::size_t(section)].kind;
    }
    /// Where there is no room for all, the columns with the greatest number go first; 0 stays.
    [[nodiscard]] int dispensability(int section) const;

    /// Re-reads the session; rows and columns stay where they are unless targets or workload
    /// changed.
    void refresh();

private:
    struct ColumnSpec {
        Column kind = frameworkColumn;
        results::Column figures; ///< of measuredColumn and figureColumn
        bool operator==(const ColumnSpec &) const = default;
    };
    struct Cell {
        QString text;
        Tone tone = Tone::primary;
    };
    struct Row {
        QString target;
        QString language;
        QString toolTip;
        std::vector<Cell> cells;
        std::optional<double> measured; ///< of the first quantity
    };
    [[nodiscard]] std::vector<ColumnSpec> columnsOf(const results::BenchmarkPlan &plan) const;
    [[nodiscard]] Row makeRow(const measure::TargetStatus &status) const;
    [[nodiscard]] Cell cell(const measure::TargetStatus &status, const ColumnSpec &column,
                            const Row &row) const;
    [[nodiscard]] Cell measuredCell(const measure::TargetStatus &status,
                                    const results::Column &column, const Row &row) const;
    [[nodiscard]] static Cell figureCell(const results::TargetResult &result,
                                         const results::Column &column);
    [[nodiscard]] const results::TargetResult *resultOf(const QString &target) const;
    [[nodiscard]] QString toolTip(const measure::TargetStatus &status) const;

    const session::BenchmarkSession &m_session;
    const article::Article &m_article;
    std::vector<ColumnSpec> m_columns;
    std::vector<Row> m_rows;
    double m_greatest = 0;
};

} // namespace weighbridge::models
