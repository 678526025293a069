// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <QAbstractListModel>

#include <vector>

namespace weighbridge::weighing
{

/// Needs in an order of importance, most important first; neighbours may share a rank. Needs that
/// do not count stand at the end, without a rank.
class RankModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { rankRole = Qt::UserRole, weightRole }; ///< int, 0: does not count; weight 0–10

    explicit RankModel(const decision::Decision &decision, QObject *parent = nullptr);

    /// Rank-order centroid weights (any scale), parallel to the needs of the decision.
    [[nodiscard]] std::vector<double> weights() const;
    /// The needs that count, those of one rank together, most important first.
    [[nodiscard]] std::vector<std::vector<std::size_t>> ranking() const;
    /// Whether the row has the rank of the one above.
    [[nodiscard]] bool isTied(int row) const;
    /// Gives the row the rank of the one above, or a rank of its own again. Nothing happens in the
    /// first row and among needs that do not count.
    void setTied(int row, bool tied);
    /// Takes the need out of the ranking or back into it, at its end. Returns its new row.
    int setCounted(int row, bool counted);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    /// A need moved among the ranked ones counts; one moved behind them does not any more.
    bool moveRows(const QModelIndex &sourceParent, int source, int count,
                  const QModelIndex &destinationParent, int destination) override;

private:
    struct Row {
        std::size_t need = 0;
        bool tied = false;
        bool counted = true;
    };

    [[nodiscard]] int countedRows() const;
    [[nodiscard]] std::vector<int> ranks() const; ///< of the counted rows
    void changedAll();

    std::vector<QString> m_names; ///< parallel to needs
    std::vector<Row> m_rows;
};

} // namespace weighbridge::weighing
