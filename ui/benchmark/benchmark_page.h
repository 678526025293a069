// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/benchmark_session.h"
#include "ui/models/project_session.h"
#include "ui/models/result_table_model.h"
#include "ui/widgets/page.h"

class QVBoxLayout;

namespace weighbridge::benchmark
{

class LiveCharts;
class PlanPanel;
class ResultTable;
class RunStrip;

/// Choose, run, watch, read.
class BenchmarkPage : public widgets::Page
{
    Q_OBJECT

public:
    BenchmarkPage(models::BenchmarkSession &benchmark, models::ProjectSession &project,
                  QWidget *parent = nullptr);

    /// Starts what is chosen, unless something runs or nothing is ticked.
    void run();
    /// Cancels a run; asks first where more than one framework is finished.
    void cancel();

Q_SIGNALS:
    void reportWanted();

protected:
    void arrange(bool narrow) override;

private:
    void runTargets(const QStringList &targets);
    void discard();
    void showLog();
    void showSetUp();

    models::BenchmarkSession &m_benchmark;
    models::ProjectSession &m_project;
    models::ResultTableModel m_results;
    QVBoxLayout *m_rows = nullptr;
    PlanPanel *m_plan = nullptr;
    RunStrip *m_strip = nullptr;
    LiveCharts *m_charts = nullptr;
    ResultTable *m_table = nullptr;
};

} // namespace weighbridge::benchmark
