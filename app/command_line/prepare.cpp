// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/preparation.h"

#include "app/command_line/arguments.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/progress.h"
#include "app/command_line/target_choice.h"

namespace weighbridge::app
{

using namespace measure;
using namespace results;

namespace
{

constexpr double kBytesPerMib = 1024.0 * 1024.0;

ExitCode clean(const QStringList &targets)
{
    const auto freed = cleanCache(targets);
    if (!freed) {
        complain(freed.error());
        return ExitCode::failure;
    }
    print(QStringLiteral("Freed %1 MiB in %2")
              .arg(figure(static_cast<double>(*freed) / kBytesPerMib), cacheFolder()));
    return ExitCode::success;
}

QString preparedText(const PreparedTarget &prepared)
{
    const QString how = prepared.seconds > 0
                            ? QStringLiteral("prepared in %1 s").arg(figure(prepared.seconds))
                            : QStringLiteral("was ready");
    return QStringLiteral("%1: %2, %3 MiB")
        .arg(prepared.target.name, how, figure(prepared.sizeMib));
}

/// `isTalkative`: every line of the installers and compilers stays, too.
ExitCode prepare(const std::vector<Target> &targets, bool isTalkative, const std::stop_token &stop)
{
    ProgressLine progress;
    std::size_t finished = 0;
    PreparationObserver observer;
    observer.step = [&progress](const PreparationStep &step) {
        progress.milestone(QStringLiteral("%1: step %2 of %3, %4")
                               .arg(step.target)
                               .arg(step.number)
                               .arg(step.count)
                               .arg(step.title));
    };
    observer.log = [&](const QString &target, const QString &line) {
        const QString text = target + QStringLiteral(": ") + line;
        if (isTalkative)
            progress.milestone(text);
        else
            progress.show(static_cast<double>(finished) / static_cast<double>(targets.size()),
                          text);
    };
    ExitCode code = ExitCode::success;
    const auto done = [&](const Target &, const Result<PreparedTarget> &prepared) {
        ++finished;
        progress.finish();
        if (prepared)
            print(preparedText(*prepared));
        else if (!stop.stop_requested())
            complain(prepared.error());
        if (!prepared)
            code = ExitCode::failure;
    };
    prepareTargets(targets, findToolchains(), observer, done, stop);
    return stop.stop_requested() ? ExitCode::interrupted : code;
}

} // namespace

ExitCode runPrepare(const QStringList &arguments, std::stop_token stop)
{
    Arguments line(QStringLiteral("prepare"),
                   QStringLiteral("Builds and installs targets into the cache, so that they can be "
                                  "measured offline.\nWithout TARGET: all of them."));
    line.setOperands(Arguments::Operands::any, QStringLiteral("TARGET"),
                     QStringLiteral("gin, fastapi, …; see 'weighbridge doctor'"));
    line.addFlag(QStringLiteral("log"),
                 QStringLiteral("show all that the installers and compilers say"));
    line.addFlag(QStringLiteral("clean"), QStringLiteral("free the space instead"));
    if (const auto finished = line.parse(arguments))
        return *finished;
    const auto targets = chosenTargets(line, line.operands());
    if (const auto wrong = line.usageError())
        return *wrong;
    if (line.isSet(QStringLiteral("clean")))
        return afterFlush(clean(line.operands()));
    return afterFlush(prepare(targets, line.isSet(QStringLiteral("log")), stop));
}

} // namespace weighbridge::app
