// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/measure/runs/suite.h"
#include "core/measure/targets/preparation.h"
#include "core/results/run_choice.h"

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

namespace weighbridge::session
{

/// What is known of one target while and after it is measured.
struct TargetTrack {
    enum class State { waiting, active, done, failed, cancelled };

    State state = State::waiting;
    int round = 0;                               ///< of the samples
    double fraction = 0;                         ///< of this target's rounds, for the segment
    std::vector<results::Sample> samples;        ///< of its newest round
    results::LatencySummary latency;             ///< so far
    std::optional<results::TargetResult> result; ///< after its first finished round
};

/// A plan with what is known of it so far.
struct PlannedRun {
    results::BenchmarkPlan plan;
    QHash<QString, TargetTrack> tracks;
    std::shared_ptr<const results::BenchmarkResult> result; ///< null until it ended
    QString passedOver{}; ///< why it does not count, one sentence; empty where it does
};

/// Runs benchmarks for the window: owns the thread, collects what comes from it and hands it on at
/// most five times a second, so that the window costs the servers little. Of several runs exactly
/// one is on show, so that figures of different workloads never mix. GUI thread.
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

    /// Precondition: not running, and the suite has a plan. What runs is on show until the user
    /// chooses otherwise.
    void start(const measure::Suite &suite);
    void start(const results::BenchmarkPlan &plan); ///< a suite of one
    void cancel();
    /// Forgets the results on show; those in the project stay.
    void clear();
    /// Shows a finished run, as when a project is opened.
    void show(std::shared_ptr<const results::BenchmarkResult> result);
    /// Lists what counts for each workload, profile and number of connections where `contenders`
    /// are compared, and a newer run that does not count; the newest of all is on show.
    void showRuns(const results::Runs &runs,
                  const std::vector<results::Contender> &contenders = {});

    /// What can be looked at: the plans of the suite, or the finished runs.
    [[nodiscard]] const std::vector<PlannedRun> &runs() const { return m_runs; }
    [[nodiscard]] int shownRun() const { return m_shown; }   ///< −1 where there is none
    [[nodiscard]] int activeRun() const { return m_active; } ///< −1 unless running
    void showRun(int run);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool cancelling() const { return m_cancelling; }
    /// The plan on show; a plan without targets where there is none.
    [[nodiscard]] const results::BenchmarkPlan &plan() const;
    /// "Quick set"; empty for a single plan.
    [[nodiscard]] const QString &suiteTitle() const { return m_suiteTitle; }
    [[nodiscard]] const measure::RunProgress &progress() const { return m_progress; }
    [[nodiscard]] const TargetTrack *track(QStringView target) const;
    /// The run on show; null until it ended and when nothing was measured.
    [[nodiscard]] std::shared_ptr<const results::BenchmarkResult> result() const;
    [[nodiscard]] const QString &failure() const { return m_failure; }
    [[nodiscard]] const QStringList &log() const { return m_log; }

Q_SIGNALS:
    void targetsChanged();
    void stateChanged();
    void progressChanged(); ///< progress(), tracks and log are newer
    void shownRunChanged(); ///< another run is on show, or the list of runs is another
    /// A run ended with figures worth keeping, complete or cancelled.
    void finished(std::shared_ptr<const weighbridge::results::BenchmarkResult> result);

private:
    /// What the run's thread leaves for the window; swapped under its lock.
    struct Mailbox {
        struct SampleArrival {
            QString target;
            int round;
            results::Sample sample;
            results::LatencySummary latency;
        };
        /// What came of one plan; the runs of a suite are kept apart.
        struct RunArrivals {
            int run = 0;
            std::vector<SampleArrival> samples;
            std::vector<results::TargetResult> finishedTargets;
            std::shared_ptr<const results::BenchmarkResult> result;
        };
        std::mutex lock;
        std::optional<measure::RunProgress> progress;
        std::vector<RunArrivals> runs;
        QStringList log;
        std::optional<Error> failure;
        bool ended = false;

        /// The arrivals of the plan that runs. The lock must be held.
        RunArrivals &current();
        [[nodiscard]] bool isEmpty() const;
    };

    [[nodiscard]] measure::SuiteObserver makeObserver();
    void collect();
    void takeArrivals(Mailbox::RunArrivals &arrivals);
    void takeProgress(const measure::RunProgress &progress);
    void takeResult(PlannedRun &run, std::shared_ptr<const results::BenchmarkResult> result);
    void conclude(const std::optional<Error> &failure);
    void setRuns(std::vector<PlannedRun> runs, int shown);
    void showFinished(std::vector<PlannedRun> runs, int shown);
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
    QString m_suiteTitle;
    measure::RunProgress m_progress;
    std::vector<PlannedRun> m_runs;
    int m_shown = -1;
    int m_active = -1;
    bool m_followsActive = true; ///< until the user chooses what to look at
    QString m_failure;
    QStringList m_log;

    Mailbox m_mailbox;
    QTimer m_collectTimer;
    std::jthread m_thread;
};

} // namespace weighbridge::session
