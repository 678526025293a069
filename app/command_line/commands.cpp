// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/commands.h"

#include <algorithm>

namespace weighbridge::app
{

const std::vector<Command> &commands()
{
    static const std::vector<Command> all{
        {QStringLiteral("doctor"),
         QStringLiteral("what is installed, what is missing and how to get it"), runDoctor,
         Command::Stop::atOnce},
        {QStringLiteral("prepare"), QStringLiteral("build and install targets into the cache"),
         runPrepare},
        {QStringLiteral("conformance"),
         QStringLiteral("check that targets answer as the contract says"), runConformance},
        {QStringLiteral("bench"), QStringLiteral("measure targets and compare them"), runBench},
        {QStringLiteral("load"), QStringLiteral("put load on a server that is running"), runLoad},
        {QStringLiteral("decide"), QStringLiteral("the verdict of a project and its reasons"),
         runDecide, Command::Stop::atOnce},
        {QStringLiteral("claims"), QStringLiteral("the article's claims, checked"), runClaims,
         Command::Stop::atOnce},
        {QStringLiteral("report"), QStringLiteral("write the report of a project"), runReport,
         Command::Stop::atOnce},
        {QStringLiteral("reference-server"), QStringLiteral("the built-in server"),
         runReferenceServer, Command::Stop::tidyUp, Command::Audience::program},
    };
    return all;
}

const Command *findCommand(const QString &name)
{
    const auto &all = commands();
    const auto found = std::find_if(
        all.begin(), all.end(), [&name](const Command &command) { return command.name == name; });
    return found == all.end() ? nullptr : &*found;
}

QStringList commandNames()
{
    QStringList names;
    for (const Command &command : commands()) {
        if (command.audience == Command::Audience::people)
            names << command.name;
    }
    return names;
}

QString overviewText()
{
    QString text =
        QStringLiteral("Usage: weighbridge [FILE.weigh]              open the window\n"
                       "       weighbridge COMMAND [OPTION]…         work without a display\n"
                       "\n"
                       "Measure backends, then weigh the decision.\n"
                       "\n"
                       "Commands:\n");
    for (const Command &command : commands()) {
        if (command.audience == Command::Audience::people)
            text += QStringLiteral("  %1%2\n").arg(command.name, -12).arg(command.summary);
    }
    return text + QStringLiteral(
                      "\n"
                      "  -h, --help    show this help; 'weighbridge COMMAND --help' says more\n"
                      "  --version     show the version\n"
                      "\n"
                      "Exit codes: 0 success, 1 the work failed, 2 wrong usage,\n"
                      "            3 finished with invalid or partial results, 130 interrupted\n");
}

} // namespace weighbridge::app
