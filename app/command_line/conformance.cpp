// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/servers/conformance.h"

#include "app/command_line/arguments.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/progress.h"
#include "app/command_line/suggestion.h"
#include "app/command_line/target_choice.h"
#include "app/command_line/text_table.h"
#include "core/base/json/values.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace weighbridge::app
{

using namespace measure;
using namespace results;

namespace
{

struct Order {
    std::vector<Target> targets;
    QStringList workloads; ///< empty: all that a target declares
    Profile profile = Profile::production;
    QString databaseUrl;
};

Arguments conformanceArguments()
{
    Arguments line(QStringLiteral("conformance"),
                   QStringLiteral("Starts targets and checks that they answer every workload they "
                                  "declare as the contract says.\nWithout TARGET: all of them."));
    line.setOperands(Arguments::Operands::any, QStringLiteral("TARGET"),
                     QStringLiteral("gin, fastapi, …; see 'weighbridge doctor'"));
    line.addFlag(QStringLiteral("all"), QStringLiteral("check all targets"));
    line.addOption(QStringLiteral("workload"), QStringLiteral("ID,…"),
                   QStringLiteral("check only these; see 'weighbridge bench --help'"));
    line.addOption(QStringLiteral("profile"), QStringLiteral("NAME"), choiceOf<Profile>(),
                   nameOf(Profile::production));
    addDatabaseOption(line);
    line.addFlag(QStringLiteral("json"), QStringLiteral("print one JSON object"));
    return line;
}

Order orderFrom(Arguments &line)
{
    Order order;
    if (line.isSet(QStringLiteral("all")) && !line.operands().isEmpty())
        line.reject(QStringLiteral("--all names all targets already"));
    order.targets = chosenTargets(line, line.operands());
    order.workloads = line.commaSeparated(QStringLiteral("workload"));
    for (const QString &id : std::as_const(order.workloads)) {
        const Workload *workload = findWorkload(id);
        if (workload == nullptr)
            line.reject(QStringLiteral("There is no workload '%1'. %2")
                            .arg(id, suggestion(id, workloadIds())));
        else if (!workload->base.isEmpty())
            line.reject(
                QStringLiteral("The workload '%1' makes the request of '%2': check that one")
                    .arg(id, workload->base));
    }
    const QString profile = line.text(QStringLiteral("profile"));
    if (const auto known = kindOf<Profile>(profile))
        order.profile = *known;
    else
        line.reject(QStringLiteral("--profile is %1, not '%2'").arg(choiceOf<Profile>(), profile));
    order.databaseUrl = chosenDatabase(line);
    return order;
}

/// What is to be checked of a target: declared, checkable and wanted. A wanted one that it does not
/// serve is a note with the manifest's reason.
QStringList workloadsOf(const Target &target, const Order &order)
{
    QStringList chosen = checkedWorkloads(target);
    if (order.workloads.isEmpty())
        return chosen;
    chosen.removeIf([&order](const QString &id) { return !order.workloads.contains(id); });
    for (const QString &id : order.workloads) {
        if (target.workloads.contains(id))
            continue;
        const QString reason = target.notServed.value(id);
        note(QStringLiteral("%1 does not serve the workload %2%3")
                 .arg(target.name, id,
                      reason.isEmpty() ? QString() : QStringLiteral(": ") + reason));
    }
    return chosen;
}

/// What a target that cannot be started comes to: each of its workloads fails for that reason.
std::vector<WorkloadConformance> failed(const Target &target, Profile profile,
                                        const QStringList &workloads, const Error &error)
{
    std::vector<WorkloadConformance> results;
    for (const QString &id : workloads) {
        WorkloadConformance result;
        result.target = target.id;
        result.workload = id;
        result.profile = profile;
        result.differences = {{QStringLiteral("server"),
                               {},
                               {},
                               QStringLiteral("a server"),
                               error.what,
                               error.message()}};
        results.push_back(result);
    }
    return results;
}

/// Prepares and checks one target, telling on stderr how far it is.
std::vector<WorkloadConformance> check(const Target &target, const Order &order,
                                       const std::vector<Toolchain> &toolchains,
                                       ProgressLine &progress, const std::stop_token &stop)
{
    const QStringList chosen = workloadsOf(target, order);
    if (chosen.isEmpty())
        return {};
    PreparationObserver observer;
    observer.step = [&progress](const PreparationStep &step) {
        progress.milestone(QStringLiteral("%1: step %2 of %3, %4")
                               .arg(step.target)
                               .arg(step.number)
                               .arg(step.count)
                               .arg(step.title));
    };
    const auto prepared = prepareTarget(target, toolchains, observer, stop);
    if (!prepared) {
        complain(prepared.error());
        return failed(target, order.profile, chosen, prepared.error());
    }
    ConformanceOrder checks;
    checks.target = *prepared;
    checks.profile = order.profile;
    checks.workloads = chosen;
    checks.placement = placeCpus();
    checks.databaseUrl = order.databaseUrl;
    const auto tell = [&progress](const WorkloadConformance &result) {
        progress.milestone(
            QStringLiteral("%1: %2 %3")
                .arg(result.target, result.workload,
                     result.pass() ? QStringLiteral("conforms") : QStringLiteral("differs")));
    };
    const auto results = checkTarget(checks, tell, stop);
    if (results)
        return *results;
    if (!stop.stop_requested())
        complain(results.error());
    return failed(target, order.profile, chosen, results.error());
}

QJsonObject differenceJson(const Difference &difference)
{
    return {{QStringLiteral("id"), difference.id},
            {QStringLiteral("request"), json::orNull(difference.request)},
            {QStringLiteral("at"), json::orNull(difference.at)},
            {QStringLiteral("expected"), difference.expected},
            {QStringLiteral("found"), difference.found},
            {QStringLiteral("text"), difference.text}};
}

QJsonObject resultsJson(const std::vector<WorkloadConformance> &results)
{
    QJsonArray list;
    for (const WorkloadConformance &result : results) {
        QJsonArray differences;
        for (const Difference &difference : result.differences)
            differences.append(differenceJson(difference));
        list.append(
            QJsonObject{{QStringLiteral("target"), result.target},
                        {QStringLiteral("workload"), result.workload},
                        {QStringLiteral("profile"), nameOf(result.profile)},
                        {QStringLiteral("pass"), result.pass()},
                        {QStringLiteral("exchanges"), result.exchanges},
                        {QStringLiteral("differences"), differences},
                        {QStringLiteral("remarks"), QJsonArray::fromStringList(result.remarks)}});
    }
    return {{QStringLiteral("results"), list}};
}

QString detail(const QString &target, const Difference &difference)
{
    if (difference.request.isEmpty())
        return QStringLiteral("%1: %2\n").arg(target, difference.text);
    return QStringLiteral("%1, %2: %3\n    expected  %4\n    found     %5\n")
        .arg(target, difference.request, difference.text, difference.expected.simplified(),
             difference.found.simplified());
}

QString resultsText(const std::vector<WorkloadConformance> &results)
{
    TextTable table;
    for (const char *title : {"Target", "Workload", "Result", "Requests", "Remarks"})
        table.addColumn(QString::fromLatin1(title));
    QStringList details;
    for (const WorkloadConformance &result : results) {
        table.addRow({result.target, result.workload,
                      result.pass() ? QStringLiteral("conforms") : QStringLiteral("DIFFERS"),
                      QString::number(result.exchanges),
                      result.remarks.join(QStringLiteral(", "))});
        for (const Difference &difference : result.differences)
            details << detail(result.target, difference);
    }
    details.removeDuplicates(); // a server that does not start is the same news for each workload
    return table.toString() +
           (details.isEmpty() ? QString() : QLatin1Char('\n') + details.join(QString()));
}

} // namespace

ExitCode runConformance(const QStringList &arguments, std::stop_token stop)
{
    Arguments line = conformanceArguments();
    if (const auto finished = line.parse(arguments))
        return *finished;
    const Order order = orderFrom(line);
    if (const auto wrong = line.usageError())
        return *wrong;
    const auto toolchains = findToolchains();
    ProgressLine progress;
    std::vector<WorkloadConformance> results;
    for (const Target &target : order.targets) {
        const auto found = check(target, order, toolchains, progress, stop);
        if (stop.stop_requested())
            return ExitCode::interrupted;
        results.insert(results.end(), found.begin(), found.end());
    }
    progress.finish();
    if (line.isSet(QStringLiteral("json")))
        printJson(resultsJson(results));
    else
        print(resultsText(results));
    const bool pass = std::all_of(results.begin(), results.end(),
                                  [](const auto &result) { return result.pass(); });
    return afterFlush(pass ? ExitCode::success : ExitCode::failure);
}

} // namespace weighbridge::app
