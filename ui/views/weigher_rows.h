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

    /// An amount that is being typed is dropped.
    void setRows(const std::vector<Row> &rows);

Q_SIGNALS:
    // Of the row with this id.
    void amountChanged(const QString &id, double amount);
    void editRequested(const QString &id); ///< of the weights
    void renamed(const QString &id, const QString &name);
    void removeRequested(const QString &id);
    /// Before the menu of a row opens: more can be added to it.
    void menuAboutToShow(const QString &id, QMenu *menu);
    /// A menu or a dialog about the row has opened; it deletes itself when it closes.
    void opened(const QString &id, QWidget *shown);

private:
    struct Controls {
        QString id; ///< of the row that they show
        widgets::Label *name = nullptr;
        QDoubleSpinBox *amount = nullptr;
        widgets::Label *leader = nullptr;
        widgets::Label *scores = nullptr;
        widgets::IconButton *menu = nullptr;
    };

    void build(std::size_t count);
    void showMenu(const Controls &row);
    void rename(const QString &id, const QString &name);

    Texts m_texts;
    Amount m_amount;
    std::vector<Controls> m_rows;
};

} // namespace weighbridge::views
