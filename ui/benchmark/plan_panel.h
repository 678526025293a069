// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/benchmark_session.h"
#include "ui/widgets/card.h"

#include <QHash>

class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::benchmark
{

/// What to measure: frameworks by language, workload, connections, duration, repeats; the estimate
/// and the button stay in sight.
class PlanPanel : public widgets::Card
{
    Q_OBJECT

public:
    explicit PlanPanel(models::BenchmarkSession &session, QWidget *parent = nullptr);

    /// As chosen; no targets where none is ticked.
    [[nodiscard]] measure::BenchmarkPlan plan() const;
    [[nodiscard]] bool isTicked(const QString &target) const;

Q_SIGNALS:
    void runRequested();
    void setUpRequested(const QString &toolchain);
    void ticksChanged();

private:
    struct Row {
        QCheckBox *box = nullptr;
        widgets::Label *status = nullptr;
    };

    [[nodiscard]] QWidget *makeForm();
    void buildTargets();
    void addGroup(const QString &language);
    void addTarget(const measure::TargetStatus &status);
    void refresh();
    void refreshRow(const measure::TargetStatus &status, Row &row);
    void refreshEstimate();

    models::BenchmarkSession &m_session;
    QWidget *m_targets = nullptr;
    QVBoxLayout *m_targetsLayout = nullptr;
    QHash<QString, Row> m_rows;
    QHash<QString, bool> m_ticks; ///< survive a rebuild
    QComboBox *m_workload = nullptr;
    QSpinBox *m_connections = nullptr;
    QSpinBox *m_duration = nullptr;
    QSpinBox *m_repeats = nullptr;
    widgets::Label *m_estimate = nullptr;
    QPushButton *m_run = nullptr;
};

/// "about 12 min", "about 40 s".
[[nodiscard]] QString durationText(double seconds);

} // namespace weighbridge::benchmark
