// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/decide/table_clipboard.h"
#include "ui/decide/weight_editor.h"
#include "ui/models/need_matrix_model.h"

#include <QTableView>

#include <optional>
#include <utility>
#include <vector>

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::decide
{

/// The decision table of more than two alternatives: a number over a short bar for each cell. The
/// need names are the frozen column at the left. Arrows move, 1–5 rate, + and − go half a step,
/// Delete means not known, Enter tells more about the cell. Shift with arrows or the mouse selects
/// a rectangle of cells, for copying.
class NeedMatrix : public QTableView
{
    Q_OBJECT

public:
    explicit NeedMatrix(session::ProjectSession &session, QWidget *parent = nullptr);

    /// Hides what a narrow table has no room for.
    void arrange(bool narrow);
    /// The cells that are selected, or the current one: the first and the last of their rectangle.
    /// nullopt where they are none of an alternative.
    [[nodiscard]] std::optional<std::pair<TableCell, TableCell>> selectedCells() const;

Q_SIGNALS:
    /// A cell was asked about; `cell` is global.
    void detailsRequested(std::size_t need, std::size_t alternative, const QRect &cell);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addWeights();
    void refreshWeights();
    void fit();
    void askAbout(const QModelIndex &index);
    /// Rates the current cell; false where it is none of an alternative.
    bool editCurrent(int key);

    session::ProjectSession &m_session;
    models::NeedMatrixModel m_model;
    widgets::Label *m_corner = nullptr;
    std::vector<WeightEditor> m_weights;
    bool m_narrow = false;
};

} // namespace weighbridge::decide
