// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/exit_code.h"

#include <QString>
#include <QStringList>

#include <stop_token>
#include <vector>

namespace weighbridge::app
{

/// A sub-command. None needs a display or more than QCoreApplication.
struct Command {
    enum class Audience { people, program }; ///< program: started by Weighbridge itself, not listed
    /// What Ctrl-C does. tidyUp: the command is asked to stop, because it has started programs or
    /// holds connections. atOnce: it leaves nothing behind wherever it is, so the program ends.
    enum class Stop { tidyUp, atOnce };

    QString name;
    QString summary;
    ExitCode (*run)(const QStringList &arguments, std::stop_token stop);
    Stop stop = Stop::tidyUp;
    Audience audience = Audience::people;
};

[[nodiscard]] const std::vector<Command> &commands();
[[nodiscard]] const Command *findCommand(const QString &name);
/// Names for people, in the order of `--help`.
[[nodiscard]] QStringList commandNames();
[[nodiscard]] QString overviewText();

// One file each.
ExitCode runDoctor(const QStringList &arguments, std::stop_token stop);
ExitCode runPrepare(const QStringList &arguments, std::stop_token stop);
ExitCode runConformance(const QStringList &arguments, std::stop_token stop);
ExitCode runBench(const QStringList &arguments, std::stop_token stop);
ExitCode runLoad(const QStringList &arguments, std::stop_token stop);
ExitCode runDecide(const QStringList &arguments, std::stop_token stop);
ExitCode runClaims(const QStringList &arguments, std::stop_token stop);
ExitCode runReport(const QStringList &arguments, std::stop_token stop);
ExitCode runReferenceServer(const QStringList &arguments, std::stop_token stop);

} // namespace weighbridge::app
