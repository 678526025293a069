// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/weighing/rank_model.h"

#include "core/decision/model/weights.h"

#include <algorithm>

namespace weighbridge::weighing
{

RankModel::RankModel(const decision::Decision &decision, QObject *parent)
    : QAbstractListModel(parent)
{
    const auto weight = [&](std::size_t need) { return decision.needs[need].weight; };
    for (std::size_t need = 0; need < decision.needs.size(); ++need) {
        m_names.push_back(decision.needs[need].name);
        m_rows.push_back({need, false, weight(need) > 0});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [&](const Row &a, const Row &b) { return weight(a.need) > weight(b.need); });
    for (std::size_t row = 1; row < m_rows.size(); ++row)
        m_rows[row].tied =
            m_rows[row].counted && weight(m_rows[row].need) == weight(m_rows[row - 1].need);
}

int RankModel::countedRows() const
{
    return int(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.counted; }));
}

std::vector<std::vector<std::size_t>> RankModel::ranking() const
{
    std::vector<std::vector<std::size_t>> ranking;
    for (int row = 0; row < countedRows(); ++row) {
        if (!isTied(row))
            ranking.emplace_back();
        ranking.back().push_back(m_rows[std::size_t(row)].need);
    }
    return ranking;
}

std::vector<int> RankModel::ranks() const
{
    std::vector<int> ranks;
    for (int row = 0; row < countedRows(); ++row)
        ranks.push_back(isTied(row) ? ranks.back() : row + 1);
    return ranks;
}

std::vector<double> RankModel::weights() const
{
    std::vector<double> weights(m_names.size(), 0.0);
    const std::vector<double> byRow = decision::rankOrderCentroid(ranks());
    for (std::size_t row = 0; row < byRow.size(); ++row)
        weights[m_rows[row].need] = byRow[row];
    return weights;
}

bool RankModel::isTied(int row) const
{
    return row > 0 && row < rowCount() && m_rows[std::size_t(row)].counted &&
           m_rows[std::size_t(row)].tied;
}

void RankModel::setTied(int row, bool tied)
{
    if (row <= 0 || row >= countedRows() || isTied(row) == tied)
        return;
    m_rows[std::size_t(row)].tied = tied;
    changedAll();
}

int RankModel::setCounted(int row, bool counted)
{
    if (row < 0 || row >= rowCount() || m_rows[std::size_t(row)].counted == counted)
        return row;
    const int boundary = countedRows();
    // To the boundary between the two groups, which then moves past it.
    const int destination = counted ? boundary : boundary - 1;
    if (destination != row) {
        beginMoveRows({}, row, row, {}, destination > row ? destination + 1 : destination);
        const Row moved = m_rows[std::size_t(row)];
        m_rows.erase(m_rows.begin() + row);
        m_rows.insert(m_rows.begin() + destination, moved);
        endMoveRows();
    }
    m_rows[std::size_t(destination)].counted = counted;
    m_rows[std::size_t(destination)].tied = false;
    changedAll();
    return destination;
}

int RankModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RankModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = std::size_t(index.row());
    const QString &name = m_names[m_rows[row].need];
    const int rank = m_rows[row].counted ? ranks()[row] : 0;
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::AccessibleTextRole:
        return rank == 0             ? tr("%1, does not count").arg(name)
               : isTied(index.row()) ? tr("Rank %1, tied: %2").arg(rank).arg(name)
                                     : tr("Rank %1: %2").arg(rank).arg(name);
    case rankRole:
        return rank;
    case weightRole: {
        const std::vector<double> all = weights();
        const double greatest = *std::max_element(all.begin(), all.end());
        return greatest > 0 ? all[m_rows[row].need] / greatest * decision::kGreatestWeight : 0.0;
    }
    default:
        return {};
    }
}

Qt::ItemFlags RankModel::flags(const QModelIndex &index) const
{
    // Rows are dropped between rows, so only the root takes them.
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled |
                                 Qt::ItemNeverHasChildren
                           : Qt::ItemIsDropEnabled;
}

bool RankModel::moveRows(const QModelIndex &sourceParent, int source, int count,
                         const QModelIndex &destinationParent, int destination)
{
    const bool sound = !sourceParent.isValid() && !destinationParent.isValid() && count == 1 &&
                       source >= 0 && source < rowCount() && destination >= 0 &&
                       destination <= rowCount();
    if (!sound || destination == source || destination == source + 1)
        return false;
    const int counted = countedRows();
    const bool wasCounted = m_rows[std::size_t(source)].counted;
    beginMoveRows({}, source, source, {}, destination);
    Row moved = m_rows[std::size_t(source)];
    moved.tied = isTied(destination); // between two that are tied it joins them
    // Where the first of several tied ones leaves, the next one is the first.
    if (std::size_t(source) + 1 < m_rows.size() && !isTied(source))
        m_rows[std::size_t(source) + 1].tied = false;
    moved.counted = wasCounted ? destination <= counted : destination < counted;
    m_rows.erase(m_rows.begin() + source);
    m_rows.insert(m_rows.begin() + (destination > source ? destination - 1 : destination), moved);
    endMoveRows();
    changedAll();
    return true;
}

void RankModel::changedAll()
{
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace weighbridge::weighing
