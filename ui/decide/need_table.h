// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/decide/table_clipboard.h"
#include "ui/session/project_session.h"
#include "ui/widgets/card.h"

#include <optional>
#include <utility>

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::decide
{

class NeedGrid;
class NeedMatrix;

/// The decision table: wide pips with words for two alternatives, a compact matrix for more, and
/// what adds to it below. Edits go to the session. Ctrl+C copies the selected levels for a
/// spreadsheet, Ctrl+V pastes cells of one from the current cell on, as one step; why it cannot is
/// said below the table.
class NeedTable : public widgets::Card
{
    Q_OBJECT

public:
    explicit NeedTable(session::ProjectSession &session, QWidget *parent = nullptr);

    /// Hides what a narrow table has no room for.
    void arrange(bool narrow);

Q_SIGNALS:
    /// The person wants to measure a need.
    void measureRequested(const QString &workload, const QStringList &targets);

private:
    void build();
    void discard(QWidget *table);
    void addFooter();
    void refresh();
    void showDetails(std::size_t need, std::size_t alternative, const QRect &cell);
    void askForNeed();
    void askForAlternative();
    void askForAlternativeAs(const QString &label, const QString &name);
    /// The first and the last of the cells that the person is at; nullopt where at none.
    [[nodiscard]] std::optional<std::pair<TableCell, TableCell>> selectedCells() const;
    void copy();
    void paste();

    session::ProjectSession &m_session;
    NeedGrid *m_grid = nullptr;     ///< made anew when rows or columns change
    NeedMatrix *m_matrix = nullptr; ///< follows by itself; there is one of the two
    QWidget *m_addAlternative = nullptr;
    widgets::Label *m_note = nullptr;
    bool m_narrow = false;
};

} // namespace weighbridge::decide
