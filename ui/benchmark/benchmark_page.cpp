// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/benchmark/benchmark_page.h"

#include "core/article/claims.h"
#include "core/evidence/run_questions.h"
#include "ui/benchmark/live_charts.h"
#include "ui/benchmark/plan_panel.h"
#include "ui/benchmark/preparation_strip.h"
#include "ui/benchmark/quantity_charts.h"
#include "ui/benchmark/result_table.h"
#include "ui/benchmark/run_picker.h"
#include "ui/benchmark/run_strip.h"
#include "ui/benchmark/summary_card.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace weighbridge::benchmark
{

namespace
{
using session::BenchmarkSession;
using theme::Spacing;

constexpr QSize kTextDialog(720, 480);

/// A dialog with text to read and copy.
QDialog *showText(QWidget *parent, const QString &title, const QString &explanation,
                  const QString &text)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->resize(kTextDialog);
    auto *layout = new QVBoxLayout(dialog);
    if (!explanation.isEmpty()) {
        auto *label = new widgets::Label(explanation);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    auto *view = new QPlainTextEdit(text);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setFont(theme::logFont());
    view->setAccessibleName(title);
    layout->addWidget(view, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(BenchmarkPage::tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("text.copy"));
    QObject::connect(copy, &QAbstractButton::clicked, view,
                     [view] { QGuiApplication::clipboard()->setText(view->toPlainText()); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog->open();
    return dialog;
}
} // namespace

BenchmarkPage::BenchmarkPage(session::BenchmarkSession &benchmark, session::ProjectSession &project,
                             QWidget *parent)
    : Page(tr("Benchmark"), parent),
      m_benchmark(benchmark),
      m_project(project),
      m_results(benchmark, article::builtInArticle())
{
    const auto isTicked = [this](const QString &target) { return m_plan->isTicked(target); };
    m_plan = new PlanPanel(benchmark, m_preparation);
    m_preparationStrip = new PreparationStrip(m_preparation);
    m_strip = new RunStrip(benchmark);
    m_picker = new RunPicker(benchmark);
    m_charts = new LiveCharts(benchmark, isTicked);
    m_quantities = new QuantityCharts(benchmark, isTicked);
    m_summary = new SummaryCard(benchmark, content());
    auto *table = new ResultTable(m_results);
    auto *tableCard = new widgets::Card;
    tableCard->body()->setContentsMargins(Spacing::border, 0, Spacing::border, Spacing::tiny);
    tableCard->body()->addWidget(table);

    setSide(m_plan);
    m_rows = new QVBoxLayout(content());
    m_rows->setSpacing(Spacing::cardGap);
    m_rows->addWidget(m_preparationStrip);
    m_rows->addWidget(m_strip);
    m_rows->addWidget(m_picker);
    m_rows->addWidget(m_charts, 1);
    m_rows->addWidget(m_quantities);
    m_rows->addWidget(m_summary);
    m_rows->addWidget(tableCard);
    m_rows->addStretch();

    connect(m_plan, &PlanPanel::runRequested, this, &BenchmarkPage::run);
    connect(m_plan, &PlanPanel::quickSetRequested, this, &BenchmarkPage::runQuickSet);
    connect(m_plan, &PlanPanel::setUpRequested, this, &BenchmarkPage::showSetUp);
    connect(m_plan, &PlanPanel::prepareRequested, this, &BenchmarkPage::prepare);
    connect(m_plan, &PlanPanel::ticksChanged, m_charts, &LiveCharts::refresh);
    connect(m_plan, &PlanPanel::ticksChanged, m_quantities, &QuantityCharts::refresh);
    connect(m_preparationStrip, &PreparationStrip::logRequested, this,
            &BenchmarkPage::showPreparationLog);
    connect(m_preparationStrip, &PreparationStrip::prepareRequested, this, &BenchmarkPage::prepare);
    connect(&m_preparation, &session::PreparationSession::finished, &m_benchmark,
            &BenchmarkSession::refreshTargets);
    connect(m_strip, &RunStrip::cancelRequested, this, &BenchmarkPage::cancel);
    connect(m_strip, &RunStrip::logRequested, this, &BenchmarkPage::showLog);
    connect(m_strip, &RunStrip::reportRequested, this, &BenchmarkPage::reportWanted);
    connect(m_strip, &RunStrip::discardRequested, this, &BenchmarkPage::discard);
    connect(m_strip, &RunStrip::setUpRequested, this, [this] { showSetUp({}); });
    connect(m_strip, &RunStrip::runRequested, this, &BenchmarkPage::runTargets);
    connect(&benchmark, &BenchmarkSession::shownRunChanged, this, &BenchmarkPage::showShownRun);
    showShownRun();
}

void BenchmarkPage::arrange(bool narrow)
{
    m_rows->setContentsMargins(Spacing::cardGap, pageMargin(), pageMargin(), pageMargin());
    m_plan->setFixedWidth(narrow ? theme::SideWidth::settingsNarrow : theme::SideWidth::settings);
    m_quantities->arrange(narrow);
}

/// Lines over time for a load, bars for what has figures of its own.
void BenchmarkPage::showShownRun()
{
    const bool load = isLoad(m_benchmark.plan().workload);
    m_charts->setVisible(load);
    m_quantities->setVisible(!load);
}

bool BenchmarkPage::isIdle() const
{
    return m_benchmark.state() != BenchmarkSession::State::running && !m_preparation.running();
}

void BenchmarkPage::showPlan(const QString &workload, const QStringList &targets)
{
    m_plan->preset(workload, targets);
}

void BenchmarkPage::prepare(const QStringList &targets)
{
    std::vector<measure::Target> wanted;
    for (const measure::TargetStatus &status : m_benchmark.targets()) {
        if (targets.contains(status.target.id))
            wanted.push_back(status.target);
    }
    if (isIdle() && !wanted.empty())
        m_preparation.start(wanted, m_benchmark.toolchains());
}

void BenchmarkPage::runQuickSet()
{
    const measure::Suite suite = m_plan->quickSet();
    if (isIdle() && !suite.plans.empty() && !suite.plans.front().targets.isEmpty()) {
        m_preparation.clear();
        m_benchmark.start(suite);
    }
}

void BenchmarkPage::run()
{
    runTargets(m_plan->plan().targets);
}

void BenchmarkPage::runTargets(const QStringList &targets)
{
    results::BenchmarkPlan plan = m_plan->plan();
    plan.targets = targets;
    if (!isIdle() || plan.targets.isEmpty())
        return;
    m_preparation.clear();
    m_benchmark.start(plan);
}

void BenchmarkPage::cancel()
{
    m_preparation.cancel();
    if (m_benchmark.state() != BenchmarkSession::State::running || m_benchmark.cancelling())
        return;
    const QStringList &targets = m_benchmark.plan().targets;
    const auto finished = std::count_if(targets.begin(), targets.end(), [this](const QString &id) {
        const session::TargetTrack *track = m_benchmark.track(id);
        return track && track->state == session::TargetTrack::State::done;
    });
    if (finished <= 1) {
        m_benchmark.cancel();
        return;
    }
    auto *question = new QMessageBox(
        QMessageBox::Question, tr("Cancel Benchmark"),
        tr("Cancel the benchmark? The %1 finished frameworks are kept.").arg(finished),
        QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *stop = question->addButton(tr("Cancel benchmark"), QMessageBox::DestructiveRole);
    question->addButton(tr("Go on measuring"), QMessageBox::RejectRole);
    connect(stop, &QAbstractButton::clicked, this, [this] { m_benchmark.cancel(); });
    question->open();
}

void BenchmarkPage::discard()
{
    for (const session::PlannedRun &run : m_benchmark.runs()) {
        if (run.result && run.result->cancelled)
            m_project.removeRun(run.result->id);
    }
    m_benchmark.showRuns(m_project.project().runs, evidence::contendersOf(m_project.decision()));
}

void BenchmarkPage::showLog()
{
    QStringList lines = m_benchmark.log();
    if (const auto result = m_benchmark.result()) {
        for (const results::TargetResult &target : result->results) {
            if (!target.failure.isEmpty())
                lines.append(QStringLiteral("%1: %2").arg(target.name, target.failure));
            for (const results::Flag &flag : target.flags)
                lines.append(QStringLiteral("%1: %2").arg(target.name, results::inWords(flag)));
        }
    }
    showText(this, tr("Benchmark Log"), {},
             lines.isEmpty() ? tr("Nothing was logged.") : lines.join(QLatin1Char('\n')));
}

void BenchmarkPage::showPreparationLog()
{
    const QStringList &lines = m_preparation.log();
    showText(this, tr("Preparation Log"), {},
             lines.isEmpty() ? tr("Nothing was logged.") : lines.join(QLatin1Char('\n')));
}

/// How to install this toolchain, or all that are missing where none is named.
void BenchmarkPage::showSetUp(const QString &toolchain)
{
    QStringList commands;
    for (const measure::Toolchain &each : m_benchmark.toolchains()) {
        if (!each.ok && (toolchain.isEmpty() || each.id == toolchain))
            commands.append(QStringLiteral("# %1\n%2").arg(each.name, each.remedy));
    }
    const QDialog *dialog =
        showText(this, tr("Set Up Toolchains"),
                 tr("Run these in a terminal; the frameworks appear when this dialog is closed."),
                 commands.join(QStringLiteral("\n\n")));
    connect(dialog, &QDialog::finished, &m_benchmark, &BenchmarkSession::refreshTargets);
}

} // namespace weighbridge::benchmark
