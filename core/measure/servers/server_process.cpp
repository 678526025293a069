// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/servers/server_process.h"

#include "core/measure/process/words.h"
#include "core/measure/targets/target_cache.h"

#include <QUrl>

#include <algorithm>
#include <thread>

namespace weighbridge::measure
{

namespace
{

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// Nothing of the user's environment but what programs need to run at all.
QHash<QString, QString> serverEnvironment(const ServerOrder &order, std::uint16_t port)
{
    QHash<QString, QString> environment;
    for (const char *name :
         {"PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "TZ", "ASAN_OPTIONS", "TSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name))
            environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    const QString workers = QString::number(std::max<std::size_t>(1, order.cpus.size()));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("PORT"), QString::number(port));
    environment.insert(QStringLiteral("WORKERS"), workers);
    environment.insert(QStringLiteral("GOMAXPROCS"), workers);
    environment.insert(QStringLiteral("PROFILE"), traitsOf(order.profile).letter);
    environment.insert(order.environment);
    return environment;
}

/// The environment as it may be shown and kept: URLs without their password.
QHash<QString, QString> withoutPasswords(QHash<QString, QString> environment)
{
    for (QString &value : environment) {
        QUrl url(value);
        if (!url.password().isEmpty()) {
            url.setPassword({});
            value = url.toString();
        }
    }
    return environment;
}

constexpr int kSpareFiles = 1024;
constexpr int kFilesPerConnection = 4;

} // namespace

Result<ServerProcess> ServerProcess::start(const ServerOrder &order)
{
    const Target &target = order.target.target;
    const auto profile = target.profiles.find(nameOf(order.profile));
    if (profile == target.profiles.end())
        return Error{Words::tr("%1 has no profile \"%2\"").arg(target.name, nameOf(order.profile)),
                     Words::tr("Choose another profile or leave the target out"),
                     {}};
    ServerProcess server;
    server.m_name = target.name;
    server.m_port = http::freeLoopbackPort();
    Placeholders known =
        placeholders(order.target.toolchain, order.target.buildFolder, order.target.sourceFolder);
    known.values.insert(QStringLiteral("port"), QString::number(server.m_port));
    known.values.insert(QStringLiteral("workers"),
                        QString::number(std::max<std::size_t>(1, order.cpus.size())));

    LaunchOrder launch;
    launch.arguments = known.fill(profile->arguments);
    launch.environment = serverEnvironment(order, server.m_port);
    for (auto it = profile->environment.begin(); it != profile->environment.end(); ++it)
        launch.environment.insert(it.key(), known.fill(it.value()));
    launch.folder = order.target.sourceFolder;
    launch.cpus = order.cpus;
    launch.openFiles = order.connections * kFilesPerConnection + kSpareFiles;
    server.m_command = launch.arguments;
    server.m_environment = withoutPasswords(launch.environment);
    auto process = ProcessGroup::start(launch);
    if (!process)
        return process.error();
    server.m_process = std::move(process).value();
    return server;
}

Result<std::chrono::nanoseconds> ServerProcess::waitUntilReady(milliseconds longest,
                                                               const std::stop_token &stop)
{
    constexpr milliseconds kPause{1};
    constexpr milliseconds kLongestReply{2'000};
    const auto deadline = m_process->startedAt() + longest;
    QString lastProblem;
    while (!stop.stop_requested()) {
        if (!m_process->running())
            return endedError(Words::tr("before it answered"));
        const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now());
        if (left <= milliseconds(0))
            break;
        const Result<HttpReply> reply = httpGet(m_port, "/healthz", std::min(left, kLongestReply));
        const auto now = steady_clock::now();
        // Somebody else's server may have taken the port while ours failed to get it.
        if (reply && reply->status == 200 && m_process->running())
            return std::chrono::nanoseconds(now - m_process->startedAt());
        // The last attempt is cut short by the deadline; what the others met says more.
        if (lastProblem.isEmpty() || left >= kLongestReply)
            lastProblem =
                reply ? Words::tr("the status was %1").arg(reply->status) : reply.error().what;
        std::this_thread::sleep_for(kPause);
    }
    if (stop.stop_requested())
        return Error{Words::tr("The start of %1 was cancelled").arg(m_name), {}, {}};
    return Error{
        Words::tr("%1 did not answer GET /healthz on port %2 with 200 within %3 s; last: %4")
            .arg(m_name)
            .arg(m_port)
            .arg(static_cast<double>(longest.count()) / 1000)
            .arg(lastProblem),
        Words::tr("Read the server's output, or give it a longer start timeout"),
        m_process->lastOutput()};
}

Error ServerProcess::endedError(const QString &when)
{
    const QString output = m_process->lastOutput();
    QString lastLine;
    const QStringList lines = output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (!lines.isEmpty())
        lastLine = QStringLiteral(": ") + lines.last().trimmed().left(200);
    return {QStringLiteral("%1 ended %2 (%3)%4")
                .arg(m_name, when, m_process->exitState().value_or(ExitState{}).text(), lastLine),
            Words::tr("Read the server's output"), output};
}

void ServerProcess::stop()
{
    constexpr milliseconds kGrace{5'000}; // the contract: SIGTERM ends a server within 5 s
    m_process->stop(kGrace);
}

} // namespace weighbridge::measure
