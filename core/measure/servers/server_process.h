// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/contract/http_probe.h"
#include "core/measure/machine/machine.h"
#include "core/measure/process/process_group.h"
#include "core/measure/targets/preparation.h"

#include <QHash>

#include <chrono>
#include <cstdint>
#include <memory>
#include <stop_token>

namespace weighbridge::measure
{

struct ServerOrder {
    PreparedTarget target;
    results::Profile profile = results::Profile::production;
    std::vector<int> cpus;               ///< as many workers as CPUs
    int connections = 0;                 ///< the server may open four files for each
    QHash<QString, QString> environment; ///< of the workload, see Surroundings
};

/// A target's server on a loopback port of its own. Ends with everything it started when this
/// object goes away.
class ServerProcess
{
public:
    /// Executes the command of the profile; says nothing about whether the server answers.
    [[nodiscard]] static Result<ServerProcess> start(const ServerOrder &order);

    /// Asks for GET /healthz until the reply is 200. Returns the time since the command was
    /// executed. The error names what stood in the way: it ended, something else has the port, it
    /// never answered, it answered something else.
    [[nodiscard]] Result<std::chrono::nanoseconds> waitUntilReady(std::chrono::milliseconds longest,
                                                                  const std::stop_token &stop);

    [[nodiscard]] ProcessGroup &process() { return *m_process; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] const QStringList &command() const { return m_command; }
    /// What it was started with, the password of a database left out.
    [[nodiscard]] const QHash<QString, QString> &environment() const { return m_environment; }
    /// Why it is not running any more, in one sentence; the last words of its output in `details`.
    [[nodiscard]] Error endedError(const QString &when);
    void stop();

private:
    QString m_name;
    std::unique_ptr<ProcessGroup> m_process;
    std::uint16_t m_port = 0;
    QStringList m_command;
    QHash<QString, QString> m_environment;
};

} // namespace weighbridge::measure
