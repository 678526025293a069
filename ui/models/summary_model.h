// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/benchmark_summary.h"
#include "core/report/summary_lines.h"

#include <QAbstractTableModel>

#include <vector>

namespace weighbridge::models
{

/// The table of a benchmark's summary: a row for each of its lines, a column for the label and one
/// for each target.
class SummaryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        kindRole = Qt::UserRole, ///< report::SummaryLine::Kind as int
        isSoundRole,             ///< bool: no flag speaks against using the figure
    };
    static constexpr int labelColumn = 0;

    explicit SummaryModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setSummary(const report::BenchmarkSummary &summary);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<report::SummaryTarget> m_targets;
    std::vector<report::SummaryLine> m_lines;
};

} // namespace weighbridge::models
