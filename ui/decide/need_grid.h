// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/decide/table_clipboard.h"
#include "ui/decide/weight_editor.h"

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;

namespace weighbridge::widgets
{
class IconButton;
class Label;
class RatingEdit;
} // namespace weighbridge::widgets

namespace weighbridge::decide
{

/// The decision table of one or two alternatives: a row for each need with its weight, its share
/// and five pips for each alternative. Made for the rows and columns of the moment; make another
/// after they changed.
class NeedGrid : public QWidget
{
    Q_OBJECT

public:
    explicit NeedGrid(session::ProjectSession &session, QWidget *parent = nullptr);

    /// Hides what a narrow table has no room for.
    void arrange(bool narrow);
    /// After a weight or a rating changed.
    void refresh();
    /// Which cell `widget` is the editor of; nullopt where it is none.
    [[nodiscard]] std::optional<TableCell> cellOf(const QWidget *widget) const;

Q_SIGNALS:
    /// A cell was asked about; `cell` is global.
    void detailsRequested(std::size_t need, std::size_t alternative, const QRect &cell);

private:
    struct Row {
        WeightEditor weight;
        widgets::Label *hint = nullptr;
        widgets::Label *share = nullptr;
        std::vector<widgets::RatingEdit *> ratings;
        widgets::IconButton *menu = nullptr;
    };

    void addHeader();
    void addRow(std::size_t need);
    void addWeight(Row &row, std::size_t need, int line);
    void addRatings(Row &row, std::size_t need, int line);
    void addMenu(Row &row, std::size_t need, int line);
    void refreshHeader();
    void refreshRow(std::size_t need);

    session::ProjectSession &m_session;
    QGridLayout *m_grid = nullptr;
    widgets::Label *m_shareHeader = nullptr;
    std::vector<widgets::Label *> m_names;
    std::vector<Row> m_rows;
};

} // namespace weighbridge::decide
