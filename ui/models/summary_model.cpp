// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/summary_model.h"

namespace weighbridge::models
{

void SummaryModel::setSummary(const report::BenchmarkSummary &summary)
{
    beginResetModel();
    m_targets = summary.targets;
    m_lines = report::summaryLines(summary);
    endResetModel();
}

int SummaryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int SummaryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(m_targets.size());
}

QVariant SummaryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == labelColumn ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                      : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == labelColumn ? tr("Measurement") : m_targets[std::size_t(section - 1)].name;
}

QVariant SummaryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const report::SummaryLine &line = m_lines[std::size_t(index.row())];
    const bool isLabel = index.column() == labelColumn;
    switch (role) {
    case Qt::ToolTipRole: // a label may be cut
        return isLabel ? line.label : QVariant();
    case Qt::DisplayRole:
        return isLabel ? line.label : line.cells.value(index.column() - 1);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case kindRole:
        return int(line.kind);
    case isSoundRole:
        return isLabel || line.grades.empty() ||
               line.grades[std::size_t(index.column() - 1)].value_or(results::Grade::noted) ==
                   results::Grade::noted;
    default:
        return {};
    }
}

} // namespace weighbridge::models
