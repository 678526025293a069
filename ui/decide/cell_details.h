// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"
#include "ui/widgets/card.h"

class QAbstractButton;
class QGridLayout;

namespace weighbridge::widgets
{
class Label;
class RatingEdit;
} // namespace weighbridge::widgets

namespace weighbridge::decide
{

/// All that is known about one cell, in a window of its own that closes with Escape, a click
/// beside it or when the cell is gone: level, provenance, source, spread, raw value, words, reason
/// and history. Follows its cell when rows or columns move.
class CellDetails : public widgets::Card
{
    Q_OBJECT

public:
    /// Precondition: the cell exists. Deletes itself when it closes.
    CellDetails(session::ProjectSession &session, std::size_t need, std::size_t alternative,
                QWidget *parent);

    /// Beside `cell` (global), inside the screen.
    void showBeside(const QRect &cell);

Q_SIGNALS:
    /// The person wants to measure the need of this cell.
    void measureRequested(const QString &workload, const QStringList &targets);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Where the cell stands now.
    struct Position {
        std::size_t need = 0;
        std::size_t alternative = 0;
    };

    /// nullopt where what is compared has no such cell any more.
    [[nodiscard]] std::optional<Position> position() const;
    void addHeader();
    void addActions();
    void refresh();
    void fillFacts(const Position &at);
    void setLevel(std::optional<double> level);

    session::ProjectSession &m_session;
    decision::Comparison m_compared;
    QString m_need;        ///< id
    QString m_alternative; ///< id
    widgets::RatingEdit *m_level = nullptr;
    widgets::Label *m_levelText = nullptr;
    QAbstractButton *m_unknown = nullptr;
    QAbstractButton *m_restore = nullptr;
    QWidget *m_factsBox = nullptr;
    QGridLayout *m_facts = nullptr;
};

} // namespace weighbridge::decide
