// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/benchmark_session.h"
#include "ui/session/preparation_session.h"
#include "ui/theme/tokens.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::benchmark
{

/// The frameworks by language, to tick, each with its state: version, not prepared, preparing,
/// failed, not installed, per cent, done. A group whose servers are not built offers to do it.
class TargetList : public QWidget
{
    Q_OBJECT

public:
    TargetList(session::BenchmarkSession &benchmark, session::PreparationSession &preparation,
               QWidget *parent = nullptr);

    [[nodiscard]] bool isTicked(const QString &target) const;
    /// In the order shown.
    [[nodiscard]] QStringList ticked() const;
    /// Ticks these and no others, as far as they can run.
    void setTicked(const QStringList &targets);
    /// Those that do not serve it are shown as such; the reason is their tooltip.
    void setWorkload(const QString &workload);

Q_SIGNALS:
    void ticksChanged();
    void setUpRequested(const QString &toolchain);
    void prepareRequested(const QStringList &targets);

private:
    struct Row {
        QCheckBox *box = nullptr;
        widgets::Label *status = nullptr;
    };
    struct StatusText {
        QString text;
        theme::Tone tone = theme::Tone::secondary;
        QString toolTip;
    };

    void build();
    void addGroup(const QString &language);
    void addTarget(const measure::TargetStatus &status);
    void refresh();
    [[nodiscard]] bool serves(const measure::TargetStatus &status) const;
    [[nodiscard]] QStringList unprepared(const QString &language) const;
    [[nodiscard]] StatusText statusText(const measure::TargetStatus &status) const;
    [[nodiscard]] StatusText trackText(const session::TargetTrack &track,
                                       const StatusText &idle) const;

    session::BenchmarkSession &m_benchmark;
    session::PreparationSession &m_preparation;
    QString m_workload;
    QVBoxLayout *m_layout = nullptr;
    QHash<QString, Row> m_rows;
    QHash<QString, QPushButton *> m_prepare; ///< by language
    QHash<QString, bool> m_ticks;            ///< survive a rebuild
};

} // namespace weighbridge::benchmark
