// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/arguments.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/load_output.h"
#include "app/command_line/progress.h"
#include "core/http/socket_address.h"
#include "core/load/load_run.h"
#include "core/measure/machine/listening_processes.h"
#include "core/measure/machine/machine_state.h"
#include "core/measure/rounds/load_facts.h"
#include "core/results/validity.h"

#include <QUrl>

#include <memory>
#include <variant>

namespace weighbridge::app
{

namespace
{

constexpr int kMostConnections = 1'000'000;
constexpr int kMostThreads = 256;
constexpr double kLongestSeconds = 86'400;
constexpr double kHighestRate = 1e8;

Arguments loadArguments()
{
    Arguments line(
        QStringLiteral("load"),
        QStringLiteral("Puts load on a server and prints what came back: each connection "
                       "sends a request,\nwaits for the reply and sends the next. Only "
                       "addresses of this machine, unless allowed."));
    line.setOperands(Arguments::Operands::one, QStringLiteral("URL"),
                     QStringLiteral("for example http://127.0.0.1:8080/json"));
    line.addOption(QStringLiteral("connections"), QStringLiteral("N"),
                   QStringLiteral("connections kept open"), QStringLiteral("10"),
                   QStringLiteral("c"));
    line.addOption(QStringLiteral("duration"), QStringLiteral("SECONDS"),
                   QStringLiteral("measured time"), QStringLiteral("10"), QStringLiteral("d"));
    line.addOption(QStringLiteral("threads"), QStringLiteral("N"), QStringLiteral("load threads"),
                   QStringLiteral("1"), QStringLiteral("t"));
    line.addOption(QStringLiteral("rate"), QStringLiteral("R"),
                   QStringLiteral("start R requests per second, whether or not replies have come"),
                   {}, QStringLiteral("R"));
    line.addOption(QStringLiteral("warm-up"), QStringLiteral("SECONDS"),
                   QStringLiteral("load before the measured time"), QStringLiteral("0"));
    line.addOption(QStringLiteral("allow-remote"), QStringLiteral("ADDRESS"),
                   QStringLiteral("consent to load this other machine; needs --rate"));
    line.addFlag(QStringLiteral("json"), QStringLiteral("print one JSON object"));
    return line;
}

std::chrono::nanoseconds nanoseconds(double seconds)
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::duration<double>(seconds));
}

QString remoteProblem(const Arguments &line, const QString &host)
{
    if (http::isLoopback(host.toStdString()))
        return {};
    if (!line.isSet(QStringLiteral("allow-remote")))
        return QStringLiteral(
                   "'%1' is not this machine. Load can disturb others: where you may, add "
                   "--allow-remote %1 --rate R")
            .arg(host);
    if (line.text(QStringLiteral("allow-remote")) != host)
        return QStringLiteral("--allow-remote names '%1', but the URL is on '%2'. Name the address "
                              "that gets the load")
            .arg(line.text(QStringLiteral("allow-remote")), host);
    if (!line.isSet(QStringLiteral("rate")))
        return QStringLiteral("Load on another machine needs --rate, so that it is clear how much");
    return {};
}

void readUrl(Arguments &line, load::Plan &plan)
{
    const QString typed = line.operand();
    const QUrl url(typed, QUrl::StrictMode);
    if (url.scheme() == QLatin1String("https")) {
        line.reject(QStringLiteral("'%1': only http is measured, not https").arg(typed));
        return;
    }
    if (!url.isValid() || url.scheme() != QLatin1String("http") || url.host().isEmpty()) {
        line.reject(
            QStringLiteral("'%1' is no URL. Write it as http://127.0.0.1:8080/json").arg(typed));
        return;
    }
    line.reject(remoteProblem(line, url.host()));
    plan.host = url.host().toStdString();
    plan.port = static_cast<std::uint16_t>(url.port(80));
    QString target = url.path(QUrl::FullyEncoded);
    if (target.isEmpty())
        target = QStringLiteral("/");
    if (url.hasQuery())
        target += QLatin1Char('?') + url.query(QUrl::FullyEncoded);
    plan.request.target = target.toStdString();
}

load::Plan planFrom(Arguments &line)
{
    load::Plan plan;
    plan.connections = line.integer(QStringLiteral("connections"), 1, kMostConnections);
    plan.threads = line.integer(QStringLiteral("threads"), 1, kMostThreads);
    plan.expected.sameBody = true;
    plan.duration = nanoseconds(line.seconds(QStringLiteral("duration"), 0.01, kLongestSeconds));
    plan.warmUp = nanoseconds(line.seconds(QStringLiteral("warm-up"), 0, kLongestSeconds));
    if (line.isSet(QStringLiteral("rate")))
        plan.requestsPerSecond = line.number(QStringLiteral("rate"), 0.001, kHighestRate);
    readUrl(line, plan);
    return plan;
}

ExitCode exitCodeOf(const LoadRun &run)
{
    if (run.result.interrupted)
        return ExitCode::interrupted;
    if (run.result.requests == 0)
        return ExitCode::failure;
    return results::isInvalid(run.flags) ? ExitCode::partial : ExitCode::success;
}

/// What else happened on this machine while the load ran. The server's CPU time is told apart from
/// that of others by the port on which it listens; where it is another user's, neither is known.
class MachineWatch
{
public:
    explicit MachineWatch(const load::Plan &plan)
        : m_reader(measure::makeProcReader()),
          m_isLocal(http::isLoopback(plan.host)),
          m_server(m_isLocal ? measure::listeningProcesses(plan.port) : std::vector<pid_t>()),
          m_before(now())
    {
    }

    [[nodiscard]] results::MachineFacts facts() const
    {
        results::MachineFacts facts;
        measure::compareStates(m_before, now(), facts);
        if (m_isLocal && m_server.empty())
            facts.foreignCpuShare.reset();
        return facts;
    }

private:
    [[nodiscard]] measure::MachineState now() const
    {
        return measure::machineState(*m_reader, measure::cpuTimeOfTrees(*m_reader, m_server));
    }

    std::unique_ptr<measure::ProcReader> m_reader;
    bool m_isLocal;
    std::vector<pid_t> m_server;
    measure::MachineState m_before;
};

load::LoadOutcome runShowingProgress(const load::Plan &plan, const std::stop_token &stop)
{
    ProgressLine progress;
    const double planned = std::chrono::duration<double>(plan.warmUp + plan.duration).count();
    auto outcome = load::run(plan, stop, [&](const load::Snapshot &snapshot) {
        const double elapsed = std::chrono::duration<double>(snapshot.sinceStart).count();
        progress.show(elapsed / planned,
                      QStringLiteral("%1 requests/s").arg(grouped(snapshot.requestsPerSecond)));
    });
    progress.finish();
    return outcome;
}

} // namespace

ExitCode runLoad(const QStringList &arguments, std::stop_token stop)
{
    Arguments line = loadArguments();
    if (const auto finished = line.parse(arguments))
        return *finished;
    const load::Plan plan = planFrom(line);
    if (const auto wrong = line.usageError())
        return *wrong;

    const MachineWatch machine(plan);
    auto outcome = runShowingProgress(plan, stop);
    if (const auto *failure = std::get_if<load::Failure>(&outcome)) {
        complain(Error{
            QString::fromStdString(failure->what), QString::fromStdString(failure->remedy), {}});
        return stop.stop_requested() ? ExitCode::interrupted : ExitCode::failure;
    }
    LoadRun run{line.operand(), std::move(std::get<load::LoadResult>(outcome)), {}, {}};
    run.facts.load = measure::loadFacts(plan, run.result);
    run.facts.machine = machine.facts();
    run.flags = results::judgeLoad(run.facts);
    if (run.result.requests == 0)
        complain(QStringLiteral("No request succeeded: %1")
                     .arg(run.result.firstError.empty()
                              ? QStringLiteral("no reply in time")
                              : QString::fromStdString(run.result.firstError)));
    if (line.isSet(QStringLiteral("json")))
        printJson(loadJson(run));
    else
        print(loadText(run));
    return afterFlush(exitCodeOf(run));
}

} // namespace weighbridge::app
