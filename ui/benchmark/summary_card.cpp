// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/benchmark/summary_card.h"

#include "ui/charts/chart_look.h"
#include "ui/theme/typography.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace weighbridge::benchmark
{

namespace
{
using models::SummaryModel;
using report::SummaryLine;
using session::BenchmarkSession;
using theme::TextRole;
using theme::Tone;

/// Of the column with the labels, which are cut where the window is narrow; figures never are.
constexpr int kLeastLabel = 132;

SummaryLine::Kind kindOf(const QModelIndex &index)
{
    return SummaryLine::Kind(index.data(SummaryModel::kindRole).toInt());
}

QFont fontOf(const QModelIndex &index)
{
    const SummaryLine::Kind kind = kindOf(index);
    const TextRole role = kind == SummaryLine::Kind::heading   ? TextRole::strong
                          : kind == SummaryLine::Kind::figures ? TextRole::body
                                                               : TextRole::label;
    return index.column() == SummaryModel::labelColumn ? theme::font(role)
                                                       : theme::numberFont(role);
}

widgets::Label *addParagraph(QVBoxLayout *layout, const char *name, TextRole role, Tone tone)
{
    auto *label = new widgets::Label({}, role, tone);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(label);
    return label;
}

void setParagraph(widgets::Label *label, const QStringList &lines)
{
    label->setText(lines.join(QLatin1Char('\n')));
    label->setVisible(!lines.isEmpty());
}

QStringList notesOf(const report::BenchmarkSummary &summary)
{
    QStringList lines{report::summaryLegend(summary).join(QLatin1Char(' '))};
    for (const report::SummaryNote &note : summary.notes)
        lines << QStringLiteral("%1  %2").arg(report::noteMark(note), report::noteText(note));
    lines.removeAll(QString());
    return lines;
}

QStringList factsOf(const report::BenchmarkSummary &summary)
{
    QStringList lines;
    for (const report::SummaryFact &fact : summary.facts)
        lines << QStringLiteral("%1: %2").arg(fact.title, fact.text);
    return lines;
}
} // namespace

SummaryCard::SummaryCard(const BenchmarkSession &session, QWidget *parent)
    : Card(parent), m_session(session)
{
    setObjectName(QStringLiteral("summary"));
    body()->setSpacing(theme::Spacing::small);
    m_verdict = addParagraph(body(), "summary.verdict", TextRole::section, Tone::primary);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("summary.table"));
    m_table->setAccessibleName(tr("Summary"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new SummaryDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->viewport()->setAutoFillBackground(false);
    m_table->viewport()->installEventFilter(this);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme::Height::pill);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setFixedHeight(theme::Height::tableHeader);
    body()->addWidget(m_table);
    m_sentences = addParagraph(body(), "summary.sentences", TextRole::body, Tone::primary);
    m_notes = addParagraph(body(), "summary.notes", TextRole::label, Tone::secondary);
    m_facts = addParagraph(body(), "summary.facts", TextRole::label, Tone::hint);
    connect(&session, &BenchmarkSession::stateChanged, this, &SummaryCard::refresh);
    connect(&session, &BenchmarkSession::shownRunChanged, this, &SummaryCard::refresh);
    refresh();
}

void SummaryCard::refresh()
{
    results::Runs runs;
    QStringList ids;
    for (const session::PlannedRun &run : m_session.runs()) {
        if (!run.result || !run.passedOver.isEmpty()) // another one counts
            continue;
        runs.push_back(run.result);
        ids << run.result->id;
    }
    const bool isRunning = m_session.state() == BenchmarkSession::State::running;
    setVisible(!runs.empty() && !isRunning);
    if (runs.empty() || isRunning || ids == m_shown)
        return;
    m_shown = ids;
    const report::BenchmarkSummary summary = report::summarize(runs, {}, readersLocale());
    m_model.setSummary(summary);
    setParagraph(m_verdict, summary.verdict);
    setParagraph(m_sentences, report::summarySentences(summary));
    setParagraph(m_notes, notesOf(summary));
    setParagraph(m_facts, factsOf(summary));
    fitTable();
}

bool SummaryCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitTable();
    return Card::eventFilter(watched, event);
}

/// Figures have what they need; the labels have the rest, and where there is more than enough the
/// figures share it. Where even the least of a label does not fit, the table scrolls.
void SummaryCard::fitTable()
{
    QHeaderView *header = m_table->horizontalHeader();
    const auto needed = [&](int column) { // of all rows, whichever are in sight
        int widest = header->sectionSizeHint(column);
        for (int row = 0; row < m_model.rowCount(); ++row)
            widest = std::max(
                widest, m_table->itemDelegate()->sizeHint({}, m_model.index(row, column)).width());
        return widest;
    };
    constexpr int kLabels = SummaryModel::labelColumn;
    const int figures = m_model.columnCount() - 1;
    if (figures < 1)
        return;
    int rest = m_table->viewport()->width();
    for (int column = kLabels + 1; column <= figures; ++column)
        rest -= needed(column);
    const int label = std::clamp(rest, std::min(kLeastLabel, needed(kLabels)), needed(kLabels));
    const int share = std::max(0, rest - label) / figures;
    header->resizeSection(kLabels, label);
    for (int column = kLabels + 1; column <= figures; ++column)
        header->resizeSection(column, needed(column) + share);
    const int scrollBar = rest < label ? m_table->horizontalScrollBar()->sizeHint().height() : 0;
    m_table->setFixedHeight(theme::Height::tableHeader + m_model.rowCount() * theme::Height::pill +
                            scrollBar + 2);
}

QSize SummaryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const double text = charts::textWidth(index.data().toString(), fontOf(index));
    size.setWidth(int(std::ceil(text)) + 2 * theme::Spacing::small + 1);
    return size;
}

void SummaryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const theme::Tokens &tokens = theme::tokens();
    const SummaryLine::Kind kind = kindOf(index);
    const bool isQuiet = kind == SummaryLine::Kind::ranges || kind == SummaryLine::Kind::published;
    const QColor colour = index.data(SummaryModel::isSoundRole).toBool()
                              ? (isQuiet ? tokens.text2 : tokens.text)
                              : tokens.warn;
    const QRectF cell =
        QRectF(option.rect).adjusted(theme::Spacing::small, 0, -theme::Spacing::small, 0);
    charts::drawText(*painter, cell, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()),
                     index.data().toString(), fontOf(index), colour);
}

} // namespace weighbridge::benchmark
