// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/load/plan.h"
#include "core/measure/contract/reply_check.h"
#include "core/measure/machine/machine_state.h"
#include "core/measure/rounds/round_run.h"
#include "core/measure/servers/server_process.h"
#include "core/measure/servers/surroundings.h"

namespace weighbridge::measure
{

/// One launch of one target, step by step, as the kinds of workload have it in common. Each step
/// says whether to go on; where not, the outcome says why.
class ServerRound
{
public:
    ServerRound(const RoundSetting &setting, const PreparedTarget &target, int number,
                const RoundObserver &observer, std::stop_token stop);
    ServerRound(const ServerRound &) = delete;
    ServerRound &operator=(const ServerRound &) = delete;

    /// Starts the server with what stands beside it and waits for the first 200. `connections` is
    /// the most that it will have to hold.
    [[nodiscard]] bool start(int connections);
    /// Whether its answer is the one of the contract.
    [[nodiscard]] bool checkBefore();
    /// The same after the measuring, as texts; empty where all is well.
    [[nodiscard]] QStringList differencesAfter();
    /// False, with the reason as the failure, where the server has ended: `when` it should not
    /// have.
    [[nodiscard]] bool stillRunning(const QString &when);
    /// Ends the server; nothing of it is left then. Also where there is none.
    void stop();
    /// Waits, telling the progress of `phase`; false when the run is cancelled or the server ends.
    [[nodiscard]] bool wait(Phase phase, std::chrono::milliseconds time);

    bool fail(Error error); ///< always false
    void tell(Phase phase, double elapsedSeconds, double lengthSeconds) const;
    void passOnOutput();

    [[nodiscard]] const RoundSetting &setting() const { return m_setting; }
    [[nodiscard]] const PreparedTarget &target() const { return m_target; }
    [[nodiscard]] const RoundObserver &observer() const { return m_observer; }
    [[nodiscard]] const std::stop_token &stopToken() const { return m_stop; }
    [[nodiscard]] ServerProcess &server() { return *m_server; }
    [[nodiscard]] results::Round &round() { return m_round; }
    [[nodiscard]] RoundOutcome &outcome() { return m_outcome; }

    void addFigure(const char *quantity, double value);
    /// What is known of the machine from the setting, without generator and clocks.
    [[nodiscard]] results::RoundFacts facts() const;
    /// The load that the workload's plan means, on this server.
    [[nodiscard]] load::Plan loadPlan() const;
    /// The round is complete.
    void conclude(std::vector<results::Flag> flags);

private:
    void fillPageCache();
    [[nodiscard]] Conformance check();

    const RoundSetting &m_setting;
    const PreparedTarget &m_target;
    const RoundObserver &m_observer;
    std::stop_token m_stop;
    std::optional<Surroundings> m_surroundings; // outlives the server, which uses it
    std::optional<ServerProcess> m_server;
    results::Round m_round;
    RoundOutcome m_outcome;
    QByteArray m_body; ///< of the checked reply
    int m_lines = 0;
};

[[nodiscard]] Error toError(const load::Failure &failure);

} // namespace weighbridge::measure
