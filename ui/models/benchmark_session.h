// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/measure/benchmark_run.h"
#include "core/measure/preparation.h"

#include <QFutureWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace weighbridge::models
{

/// What is known of one target while and after it is measured.
struct TargetTrack {
    enum class State { waiting, active, done, failed, cancelled };

    State state = State::waiting;
    int round = 0;                               ///< of the samples
    double fraction = 0;                         ///< of this target's rounds, for the segment
    std::vector<measure::Sample> samples;        ///< of its newest round
    measure::LatencySummary latency;             ///< so far
    std::optional<measure::TargetResult> result; ///< after its first finished round
};

/// Runs benchmarks for the window: owns the thread, collects what comes from it and hands it on at
/// most five times a second, so that the window costs the servers little. GUI thread.
class BenchmarkSession : public QObject
{
    Q_OBJECT

public:
    enum class State { empty, running, done, failed, cancelled };
    Q_ENUM(State)

    explicit BenchmarkSession(QObject *parent = nullptr);
    ~BenchmarkSession() override; ///< cancels and waits: no server outlives the window

    /// Finds toolchains and targets in the background; targetsChanged() follows.
    void refreshTargets();
    [[nodiscard]] const std::vector<measure::TargetStatus> &targets() const { return m_targets; }
    [[nodiscard]] const std::vector<measure::Toolchain> &toolchains() const { return m_toolchains; }
    [[nodiscard]] const measure::TargetStatus *findTarget(QStringView id) const;

    /// Precondition: not running.
    void start(const measure::BenchmarkPlan &plan);
    void cancel();
    /// Forgets the results on show; those in the project stay.
    void clear();
    /// Shows a finished run, as when a project is opened.
    void show(std::shared_ptr<const measure::BenchmarkResult> result);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool cancelling() const { return m_cancelling; }
    [[nodiscard]] const measure::BenchmarkPlan &plan() const { return m_plan; }
    [[nodiscard]] const measure::Progress &progress() const { return m_progress; }
    [[nodiscard]] const TargetTrack *track(QStringView target) const;
    /// The run on show; null while running and when nothing was measured.
    [[nodiscard]] std::shared_ptr<const measure::BenchmarkResult> result() const
    {
        return m_result;
    }
    [[nodiscard]] const QString &failure() const { return m_failure; }
    [[nodiscard]] const QStringList &log() const { return m_log; }

Q_SIGNALS:
    void targetsChanged();
    void stateChanged();
    void progressChanged(); ///< progress(), tracks and log are newer
    /// A run ended with figures worth keeping, complete or cancelled.
    void finished(std::shared_ptr<const weighbridge::measure::BenchmarkResult> result);

private:
    /// What the run's thread leaves for the window; swapped under its lock.
    struct Mailbox {
        struct SampleArrival {
            QString target;
            int round;
            measure::Sample sample;
            measure::LatencySummary latency;
        };
        std::mutex lock;
        std::optional<measure::Progress> progress;
        std::vector<SampleArrival> samples;
        std::vector<measure::TargetResult> finishedTargets;
        QStringList log;
        std::optional<Result<measure::BenchmarkResult>> outcome;
    };

    void collect();
    void conclude(Result<measure::BenchmarkResult> outcome);
    void setState(State state);

    std::vector<measure::TargetStatus> m_targets;
    std::vector<measure::Toolchain> m_toolchains;
    struct Survey {
        std::vector<measure::Toolchain> toolchains;
        std::vector<measure::TargetStatus> targets;
    };
    QFutureWatcher<Survey> m_survey;

    State m_state = State::empty;
    bool m_cancelling = false;
    measure::BenchmarkPlan m_plan;
    measure::Progress m_progress;
    QHash<QString, TargetTrack> m_tracks;
    std::shared_ptr<const measure::BenchmarkResult> m_result;
    QString m_failure;
    QStringList m_log;

    Mailbox m_mailbox;
    QTimer m_collectTimer;
    std::jthread m_thread;
};

} // namespace weighbridge::models
