// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include <sys/types.h>

namespace weighbridge::measure
{

/// What to start and how. No shell is involved.
struct LaunchOrder {
    QStringList arguments;
    QHash<QString, QString> environment; ///< the whole of it, nothing is inherited
    QString folder;                      ///< working folder
    std::vector<int> cpus;               ///< empty: wherever there is room
    int openFiles = 0;                   ///< soft limit; 0: as it is
};

/// How a command ended.
struct ExitState {
    int code = 0;
    int signal = 0;                     ///< 0 where it ended by itself
    [[nodiscard]] QString text() const; ///< "exit code 3", "signal 11 (Segmentation fault)"
    bool operator==(const ExitState &) const = default;
};

/// A command with all its descendants, under a watchdog process that ends them when this object or
/// the whole program goes away (see watchdog.h). To be used from one thread at a time; its output
/// is read by a thread of its own, so that a talkative server never waits for us.
class ProcessGroup
{
public:
    /// Fails where the watchdog or the command cannot be executed.
    [[nodiscard]] static Result<std::unique_ptr<ProcessGroup>> start(const LaunchOrder &order);
    ~ProcessGroup(); ///< ends everything, as kill()
    ProcessGroup(const ProcessGroup &) = delete;
    ProcessGroup &operator=(const ProcessGroup &) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] pid_t watchdogPid() const { return m_watchdog; }
    /// Just before the command was executed.
    [[nodiscard]] std::chrono::steady_clock::time_point startedAt() const { return m_startedAt; }

    [[nodiscard]] bool running();
    [[nodiscard]] const std::optional<ExitState> &exitState() const { return m_exit; }
    /// Waits until the command and all its descendants have ended; false when the time is up or a
    /// stop is requested first.
    bool waitForExit(std::chrono::milliseconds longest, const std::stop_token &stop = {});
    /// SIGTERM, `grace` to leave in peace, then SIGKILL for everything. Returns when nothing is
    /// left.
    void stop(std::chrono::milliseconds grace);
    void kill();

    /// Lines of output since the last call; when there were too many, the newest of them.
    [[nodiscard]] QStringList takeLines();
    /// The last part of the whole output (at most 64 KiB).
    [[nodiscard]] QString lastOutput() const;

private:
    class OutputReader;
    ProcessGroup() = default;
    Outcome awaitStart(const QString &command);
    void receive(std::chrono::milliseconds longest);
    void reapWatchdog();

    pid_t m_pid = 0;
    pid_t m_watchdog = 0;
    int m_control = -1;
    std::chrono::steady_clock::time_point m_startedAt;
    std::optional<ExitState> m_exit;
    std::unique_ptr<OutputReader> m_output;
};

} // namespace weighbridge::measure
