// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/preparation.h"

#include "app/command_line/arguments.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/progress.h"
#include "app/command_line/target_choice.h"

namespace weighbridge::app
{

using namespace measure;

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

ExitCode prepare(const std::vector<Target> &targets, const std::stop_token &stop)
{
    ProgressLine progress;
    PreparationObserver observer;
    observer.step = [&progress](const PreparationStep &step) {
        progress.milestone(QStringLiteral("%1: step %2 of %3, %4")
                               .arg(step.target)
                               .arg(step.number)
                               .arg(step.count)
                               .arg(step.title));
    };
    observer.log = [&progress](const QString &target, const QString &line) {
        progress.show(0, target + QStringLiteral(": ") + line);
    };
    const auto toolchains = findToolchains();
    ExitCode code = ExitCode::success;
    for (const Target &target : targets) {
        const auto prepared = prepareTarget(target, toolchains, observer, stop);
        progress.finish();
        if (stop.stop_requested())
            return ExitCode::interrupted;
        if (prepared) {
            print(preparedText(*prepared));
        } else {
            complain(prepared.error());
            code = ExitCode::failure;
        }
    }
    return code;
}

} // namespace

ExitCode runPrepare(const QStringList &arguments, std::stop_token stop)
{
    Arguments line(QStringLiteral("prepare"),
                   QStringLiteral("Builds and installs targets into the cache, so that they can be "
                                  "measured offline.\nWithout TARGET: all of them."));
    line.setOperands(Arguments::Operands::any, QStringLiteral("TARGET"),
                     QStringLiteral("gin, fastapi, …; see 'weighbridge doctor'"));
    line.addFlag(QStringLiteral("clean"), QStringLiteral("free the space instead"));
    if (const auto finished = line.parse(arguments))
        return *finished;
    const auto targets = chosenTargets(line, line.operands());
    if (const auto wrong = line.usageError())
        return *wrong;
    if (line.isSet(QStringLiteral("clean")))
        return afterFlush(clean(line.operands()));
    return afterFlush(prepare(targets, stop));
}

} // namespace weighbridge::app
