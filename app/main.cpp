// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The composition root: decides between the window and a sub-command, and nothing else.

#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/interrupt.h"
#include "app/command_line/suggestion.h"
#include "app/window.h"
#include "core/base/figure_text.h"
#include "core/measure/process/watchdog.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstring>

namespace weighbridge::app
{

namespace
{

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("weighbridge"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WEIGHBRIDGE_VERSION));
}

/// "weighbridge decdie" is a mistyped command; "weighbridge a.weigh" and "weighbridge ./a" are
/// files.
bool looksLikeCommand(const QString &word)
{
    return !word.contains(QLatin1Char('.')) && !word.contains(QLatin1Char('/')) &&
           !QFileInfo::exists(word);
}

ExitCode runCommand(const Command &command, int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    // Commands speak English; so do their figures, whatever the machine's locale.
    QLocale::setDefault(plainLocale());
    const Interrupt interrupt(command.stop);
    return command.run(QCoreApplication::arguments().mid(2), interrupt.token());
}

ExitCode wrongUsage(const QString &message)
{
    complain(message);
    note(QStringLiteral("Try 'weighbridge --help'."));
    return ExitCode::usage;
}

int run(int argc, char **argv)
{
    nameApplication();
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (first == QLatin1String("--help") || first == QLatin1String("-h")) {
        print(overviewText());
        return static_cast<int>(afterFlush(ExitCode::success));
    }
    if (first == QLatin1String("--version")) {
        print(QStringLiteral("weighbridge " WEIGHBRIDGE_VERSION));
        return static_cast<int>(afterFlush(ExitCode::success));
    }
    if (const Command *command = findCommand(first))
        return static_cast<int>(runCommand(*command, argc, argv));
    if (first.size() > 1 && first.startsWith(QLatin1Char('-')))
        return static_cast<int>(
            wrongUsage(QStringLiteral("There is no option '%1' without a command").arg(first)));
    if (!first.isEmpty() && looksLikeCommand(first))
        return static_cast<int>(
            wrongUsage(QStringLiteral("There is no command and no file '%1'. %2")
                           .arg(first, suggestion(first, commandNames()))));
    if (argc > 2)
        return static_cast<int>(wrongUsage(QStringLiteral("The window opens one file at a time")));
    return openWindow(argc, argv, first);
}

} // namespace

} // namespace weighbridge::app

int main(int argc, char **argv)
{
    // First of all and without Qt: the watchdog must be small and quick to start.
    if (argc > 1 && std::strcmp(argv[1], "watchdog") == 0)
        return weighbridge::measure::watchdogMain(argc, argv);
    return weighbridge::app::run(argc, argv);
}
