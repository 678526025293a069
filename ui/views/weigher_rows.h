// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/rows.h"

#include <QString>

#include <vector>

class QDoubleSpinBox;
class QMenu;

namespace weighbridge::widgets
{
class IconButton;
class Label;
} // namespace weighbridge::widgets

namespace weighbridge::views
{

/// Those who weigh the needs for themselves (people of a group, parts of a project): name, an
/// amount, whom their weights put first, and a menu.
class WeigherRows : public Rows
{
    Q_OBJECT

public:
    struct Texts {
        QString name;   ///< heading: "Person"
        QString amount; ///< heading: "Influence"
        QString leader; ///< heading: "First"
        QString suffix; ///< after the amount: " %"
    };
    struct Amount {
        double greatest = 1;
        double step = 1;
        int decimals = 0;
    };
    struct Row {
        QString id;
        QString name;
        double amount = 0;
        QString leader;       ///< name of the alternative, or why there is none
        QString leaderSeries; ///< empty where there is none
        QString scores;
    };

    WeigherRows(const Texts &texts, const Amount &amount, QWidget *parent = nullptr);

    void setRows(const std::vector<Row> &rows);

Q_SIGNALS:
    void amountChanged(std::size_t row, double amount);
    void editRequested(std::size_t row); ///< of the weights
    void renamed(std::size_t row, const QString &name);
    void removeRequested(std::size_t row);
    /// Before the menu of a row opens: more can be added to it.
    void menuAboutToShow(std::size_t row, QMenu *menu);

private:
    struct Controls {
        widgets::Label *name = nullptr;
        QDoubleSpinBox *amount = nullptr;
        widgets::Label *leader = nullptr;
        widgets::Label *scores = nullptr;
        widgets::IconButton *menu = nullptr;
    };

    void build(std::size_t count);
    void showMenu(std::size_t row);
    void rename(std::size_t row);

    Texts m_texts;
    Amount m_amount;
    std::vector<Controls> m_rows;
};

} // namespace weighbridge::views
