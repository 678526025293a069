// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/project_session.h"
#include "ui/widgets/card.h"

#include <vector>

class QGridLayout;
class QToolButton;

namespace weighbridge::widgets
{
class IconButton;
class Label;
class RatingEdit;
class WeightSlider;
} // namespace weighbridge::widgets

namespace weighbridge::decide
{

/// The decision table: a row for each need with its weight, its share and a rating for each
/// alternative. Edits go to the session.
class NeedTable : public widgets::Card
{
    Q_OBJECT

public:
    explicit NeedTable(models::ProjectSession &session, QWidget *parent = nullptr);

    /// Hides what a narrow window has no room for.
    void arrange(bool narrow);

private:
    struct Row {
        widgets::WeightSlider *weight = nullptr;
        widgets::Label *weightText = nullptr;
        widgets::Label *share = nullptr;
        std::vector<widgets::RatingEdit *> ratings;
        widgets::IconButton *menu = nullptr;
    };

    void build();
    void addHeader();
    void addRow(std::size_t need);
    void addWeight(Row &row, std::size_t need, int line);
    void addRatings(Row &row, std::size_t need, int line);
    void addFooter();
    void refresh();
    void refreshRow(std::size_t need);
    void showRowMenu(std::size_t need);
    void showAlternativeMenu(std::size_t alternative, QWidget *at);
    void askForNeed();
    void askForAlternative();
    [[nodiscard]] QString tieText(std::size_t need) const;

    models::ProjectSession &m_session;
    QWidget *m_table = nullptr; ///< rebuilt whole when rows or columns change
    QGridLayout *m_grid = nullptr;
    widgets::Label *m_shareHeader = nullptr;
    QWidget *m_addAlternative = nullptr;
    widgets::Label *m_note = nullptr;
    std::vector<Row> m_rows;
    bool m_narrow = false;
};

} // namespace weighbridge::decide
