// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/benchmark_session.h"
#include "ui/session/preparation_session.h"
#include "ui/widgets/card.h"

class QComboBox;
class QPushButton;
class QSpinBox;

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::benchmark
{

class TargetList;

/// What to measure: frameworks by language, workload, profile, connections, duration, repeats; the
/// estimates and the buttons stay in sight.
class PlanPanel : public widgets::Card
{
    Q_OBJECT

public:
    PlanPanel(session::BenchmarkSession &session, session::PreparationSession &preparation,
              QWidget *parent = nullptr);

    /// As chosen; no targets where none is ticked. Those that do not serve the workload are left
    /// out.
    [[nodiscard]] results::BenchmarkPlan plan() const;
    /// The quick set for what is ticked, in the chosen profile.
    [[nodiscard]] measure::Suite quickSet() const;
    [[nodiscard]] bool isTicked(const QString &target) const;
    /// Chooses a workload and, where given, the targets.
    void preset(const QString &workload, const QStringList &targets);

Q_SIGNALS:
    void runRequested();
    void quickSetRequested();
    void setUpRequested(const QString &toolchain);
    void prepareRequested(const QStringList &targets);
    void ticksChanged();

private:
    [[nodiscard]] QWidget *makeForm();
    void takeWorkload();
    void refreshEstimate();

    session::BenchmarkSession &m_session;
    session::PreparationSession &m_preparation;
    TargetList *m_targets = nullptr;
    QComboBox *m_workload = nullptr;
    QComboBox *m_profile = nullptr;
    QSpinBox *m_connections = nullptr;
    QSpinBox *m_duration = nullptr;
    QSpinBox *m_repeats = nullptr;
    widgets::Label *m_estimate = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_quick = nullptr;
};

/// "about 12 min", "about 40 s".
[[nodiscard]] QString durationText(double seconds);
/// Whether it is about requests per second; others have figures of their own.
[[nodiscard]] bool isLoad(const QString &workload);

} // namespace weighbridge::benchmark
