// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/summary_model.h"
#include "ui/session/benchmark_session.h"
#include "ui/widgets/card.h"

#include <QStyledItemDelegate>

class QTableView;

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::benchmark
{

/// What the finished runs found, in words and one table: the same summary as on the command line
/// and in the report. Hidden while there is nothing finished, and while something runs.
class SummaryCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit SummaryCard(const session::BenchmarkSession &session, QWidget *parent = nullptr);

protected:
    /// Fits the table to its new width.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void fitTable();

    const session::BenchmarkSession &m_session;
    models::SummaryModel m_model;
    QStringList m_shown; ///< ids of the runs that the texts are of
    widgets::Label *m_verdict = nullptr;
    QTableView *m_table = nullptr;
    widgets::Label *m_sentences = nullptr;
    widgets::Label *m_notes = nullptr;
    widgets::Label *m_facts = nullptr;
};

class SummaryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace weighbridge::benchmark
