// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/result_table_model.h"
#include "ui/session/benchmark_session.h"
#include "ui/session/preparation_session.h"
#include "ui/session/project_session.h"
#include "ui/widgets/page.h"

class QVBoxLayout;

namespace weighbridge::benchmark
{

class LiveCharts;
class PlanPanel;
class PreparationStrip;
class QuantityCharts;
class ResultTable;
class RunPicker;
class RunStrip;
class SummaryCard;

/// Choose, run, watch, read.
class BenchmarkPage : public widgets::Page
{
    Q_OBJECT

public:
    BenchmarkPage(session::BenchmarkSession &benchmark, session::ProjectSession &project,
                  QWidget *parent = nullptr);

    /// Starts what is chosen, unless something runs or nothing is ticked.
    void run();
    /// Starts the quick set of what is ticked, under the same conditions.
    void runQuickSet();
    /// Builds what is not ready, without measuring.
    void prepare(const QStringList &targets);
    /// Chooses a workload and, where given, the targets; the user has only to press Run.
    void showPlan(const QString &workload, const QStringList &targets);
    /// Cancels a run or a preparation; asks first where more than one framework is finished.
    void cancel();

    [[nodiscard]] const session::PreparationSession &preparation() const { return m_preparation; }

Q_SIGNALS:
    void reportWanted();

protected:
    void arrange(bool narrow) override;

private:
    [[nodiscard]] bool isIdle() const;
    void runTargets(const QStringList &targets);
    void showShownRun();
    void discard();
    void showLog();
    void showPreparationLog();
    void showSetUp(const QString &toolchain);

    session::BenchmarkSession &m_benchmark;
    session::ProjectSession &m_project;
    session::PreparationSession m_preparation;
    models::ResultTableModel m_results;
    QVBoxLayout *m_rows = nullptr;
    PlanPanel *m_plan = nullptr;
    RunStrip *m_strip = nullptr;
    PreparationStrip *m_preparationStrip = nullptr;
    RunPicker *m_picker = nullptr;
    LiveCharts *m_charts = nullptr;
    QuantityCharts *m_quantities = nullptr;
    SummaryCard *m_summary = nullptr;
};

} // namespace weighbridge::benchmark
