// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/arguments.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/limits.h"
#include "app/command_line/text_table.h"
#include "core/base/json/values.h"
#include "core/measure/targets/preparation.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace weighbridge::app
{

using namespace measure;
using namespace results;

namespace
{

struct Findings {
    std::vector<Toolchain> toolchains;
    std::vector<TargetStatus> targets;
    std::vector<Limit> limits;
};

/// The first of its kind is the one that targets are prepared with.
bool isUsed(const Findings &findings, const Toolchain &toolchain)
{
    const auto first = std::find_if(findings.toolchains.begin(), findings.toolchains.end(),
                                    [&](const Toolchain &each) { return each.id == toolchain.id; });
    return toolchain.ok && &*first == &toolchain;
}

/// "used", "also usable", or what is wrong and how to put it right.
QString stateText(const Findings &findings, const Toolchain &toolchain)
{
    if (isUsed(findings, toolchain))
        return QStringLiteral("used");
    if (toolchain.ok)
        return QStringLiteral("also usable");
    const bool isNews =
        std::none_of(findings.toolchains.begin(), findings.toolchains.end(),
                     [&](const Toolchain &each) { return each.id == toolchain.id && each.ok; });
    return isNews ? toolchain.problem + QStringLiteral("; ") + toolchain.remedy : toolchain.problem;
}

QJsonObject findingsJson(const Findings &findings)
{
    QJsonArray toolchains;
    for (const Toolchain &toolchain : findings.toolchains)
        toolchains.append(
            QJsonObject{{QStringLiteral("id"), toolchain.id},
                        {QStringLiteral("name"), toolchain.name},
                        {QStringLiteral("version"), json::orNull(toolchain.version)},
                        {QStringLiteral("minimum"), json::orNull(toolchain.minimum)},
                        {QStringLiteral("path"), json::orNull(toolchain.path)},
                        {QStringLiteral("ok"), toolchain.ok},
                        {QStringLiteral("used"), isUsed(findings, toolchain)},
                        {QStringLiteral("package_manager"), json::orNull(toolchain.packageManager)},
                        {QStringLiteral("problem"), json::orNull(toolchain.problem)},
                        {QStringLiteral("remedy"), json::orNull(toolchain.remedy)}});
    QJsonArray targets;
    for (const TargetStatus &status : findings.targets)
        targets.append(
            QJsonObject{{QStringLiteral("id"), status.target.id},
                        {QStringLiteral("name"), status.target.name},
                        {QStringLiteral("state"), nameOf(status.readiness)},
                        {QStringLiteral("reason"), json::orNull(status.reason)},
                        {QStringLiteral("size_mib"), status.readiness == Readiness::ready
                                                         ? QJsonValue(status.sizeMib)
                                                         : QJsonValue(QJsonValue::Null)}});
    QJsonArray limits;
    for (const Limit &limit : findings.limits)
        limits.append(QJsonObject{{QStringLiteral("id"), limit.id},
                                  {QStringLiteral("value"), limit.value},
                                  {QStringLiteral("ok"), limit.ok},
                                  {QStringLiteral("remedy"), json::orNull(limit.remedy)}});
    return {{QStringLiteral("toolchains"), toolchains},
            {QStringLiteral("targets"), targets},
            {QStringLiteral("limits"), limits},
            {QStringLiteral("cache"), cacheFolder()}};
}

QString findingsText(const Findings &findings)
{
    TextTable toolchains;
    for (const char *title : {"Toolchain", "Version", "With", "Path", "State"})
        toolchains.addColumn(QString::fromLatin1(title));
    for (const Toolchain &toolchain : findings.toolchains)
        toolchains.addRow({toolchain.name,
                           toolchain.version.isEmpty() ? QStringLiteral("-") : toolchain.version,
                           toolchain.packageManager,
                           toolchain.path.isEmpty() ? QStringLiteral("-") : toolchain.path,
                           stateText(findings, toolchain)});
    TextTable targets;
    for (const char *title : {"Target", "State", "Reason"})
        targets.addColumn(QString::fromLatin1(title));
    for (const TargetStatus &status : findings.targets) {
        QString state = nameOf(status.readiness);
        state.replace(QLatin1Char('_'), QLatin1Char(' '));
        targets.addRow({status.target.id, state, status.reason});
    }
    TextTable limits;
    for (const char *title : {"Limit", "Value", "State"})
        limits.addColumn(QString::fromLatin1(title));
    for (const Limit &limit : findings.limits)
        limits.addRow(
            {limit.name, grouped(limit.value), limit.ok ? QStringLiteral("ok") : limit.remedy});
    return toolchains.toString() + QLatin1Char('\n') + targets.toString() + QLatin1Char('\n') +
           limits.toString() + QStringLiteral("\nCache: %1\n").arg(cacheFolder());
}

} // namespace

ExitCode runDoctor(const QStringList &arguments, std::stop_token)
{
    Arguments line(QStringLiteral("doctor"),
                   QStringLiteral("Toolchains, targets and limits of this machine: what is missing "
                                  "and how to get it."));
    line.addFlag(QStringLiteral("json"), QStringLiteral("print one JSON object"));
    if (const auto finished = line.parse(arguments))
        return *finished;
    Findings findings;
    findings.toolchains = findEveryToolchain();
    findings.targets = targetStatuses(findings.toolchains); // by the first of each kind
    findings.limits = limitsOfThisMachine();
    if (line.isSet(QStringLiteral("json")))
        printJson(findingsJson(findings));
    else
        print(findingsText(findings));
    return afterFlush(ExitCode::success);
}

} // namespace weighbridge::app
