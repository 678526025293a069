// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/server.h"

#include "app/command_line/arguments.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"

#include <cstdio>

namespace weighbridge::app
{

ExitCode runReferenceServer(const QStringList &arguments, std::stop_token stop)
{
    Arguments line(QStringLiteral("reference-server"),
                   QStringLiteral("Serves the workloads on 127.0.0.1 until it is interrupted."));
    line.addOption(QStringLiteral("port"), QStringLiteral("N"),
                   QStringLiteral("port on 127.0.0.1; 0: a free one"), QStringLiteral("0"));
    line.addOption(QStringLiteral("workers"), QStringLiteral("N"), QStringLiteral("threads"),
                   QStringLiteral("1"));
    if (const auto finished = line.parse(arguments))
        return *finished;
    reference::Options options;
    options.port = static_cast<std::uint16_t>(line.integer(QStringLiteral("port"), 0, 65'535));
    options.workers = line.integer(QStringLiteral("workers"), 1, 1024);
    if (const auto wrong = line.usageError())
        return *wrong;

    reference::Server server(options);
    if (!server.error().empty()) {
        complain(QString::fromStdString(server.error()));
        return ExitCode::failure;
    }
    print(QStringLiteral("http://127.0.0.1:%1").arg(server.port()));
    std::fflush(stdout);
    server.run(stop);
    return ExitCode::success;
}

} // namespace weighbridge::app
