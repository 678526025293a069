// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/benchmark/summary_card.h"

#include "ui/charts/chart_look.h"
#include "ui/theme/typography.h"
#include "ui/widgets/label.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

namespace weighbridge::benchmark
{

namespace
{
using models::SummaryModel;
using report::SummaryLine;
using session::BenchmarkSession;
using theme::TextRole;
using theme::Tone;

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
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme::Height::pill);
    m_table->horizontalHeader()->setHighlightSections(false);
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

void SummaryCard::fitTable()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(SummaryModel::labelColumn, QHeaderView::ResizeToContents);
    m_table->setFixedHeight(theme::Height::tableHeader + m_model.rowCount() * theme::Height::pill +
                            2);
}

void SummaryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const theme::Tokens &tokens = theme::tokens();
    const auto kind = SummaryLine::Kind(index.data(SummaryModel::kindRole).toInt());
    const bool isLabel = index.column() == SummaryModel::labelColumn;
    const bool isQuiet = kind == SummaryLine::Kind::ranges || kind == SummaryLine::Kind::published;
    const TextRole role = kind == SummaryLine::Kind::heading ? TextRole::strong
                          : isQuiet                          ? TextRole::label
                                                             : TextRole::body;
    const QColor colour = index.data(SummaryModel::isSoundRole).toBool()
                              ? (isQuiet ? tokens.text2 : tokens.text)
                              : tokens.warn;
    const QRectF cell =
        QRectF(option.rect).adjusted(theme::Spacing::small, 0, -theme::Spacing::small, 0);
    charts::drawText(*painter, cell, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()),
                     index.data().toString(), isLabel ? theme::font(role) : theme::numberFont(role),
                     colour);
}

} // namespace weighbridge::benchmark
