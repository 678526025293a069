// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/run_choice.h"

#include "core/base/figure_text.h"
#include "core/results/quantity.h"
#include "core/results/words.h"
#include "core/results/workload.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace weighbridge::results
{

namespace
{

bool hasQuantity(const TargetResult &result, const Quantity *quantity)
{
    return std::any_of(result.rounds.begin(), result.rounds.end(), [&](const Round &round) {
        const auto value = quantity ? quantity->read(round) : std::optional(0.0);
        return value && std::isfinite(*value);
    });
}

bool answers(const TargetResult *result, const RunQuestion &question)
{
    return result && isUsable(*result, question.invalid) &&
           hasQuantity(*result, findQuantity(question.quantity)) &&
           (!question.accepts || question.accepts(*result));
}

/// Which contenders the run has a figure of; of a question without contenders one entry.
std::vector<bool> coverage(const BenchmarkResult &run, const RunQuestion &question)
{
    if (question.contenders.empty())
        return {
            std::any_of(run.results.begin(), run.results.end(),
                        [&](const TargetResult &result) { return answers(&result, question); })};
    std::vector<bool> has;
    for (const Contender &contender : question.contenders)
        has.push_back(std::any_of(
            contender.targets.begin(), contender.targets.end(),
            [&](const QString &target) { return answers(run.find(target), question); }));
    return has;
}

/// A run with what it has for a question.
struct Candidate {
    RunPointer run;
    std::size_t place = 0; ///< in the list: of two that started together the later is the newer
    std::vector<bool> has;

    [[nodiscard]] auto age() const { return std::pair(run->startedAt, place); }
    /// How many it has that `covered` lacks.
    [[nodiscard]] std::size_t adds(const std::vector<bool> &covered) const
    {
        std::size_t count = 0;
        for (std::size_t i = 0; i < has.size(); ++i)
            count += has[i] && !covered[i] ? 1 : 0;
        return count;
    }
};

/// Those of the same conditions.
struct Group {
    Conditions conditions;
    std::vector<Candidate> candidates;
};

/// Fills the choice from as few runs as possible: the one that has most first, then whichever adds
/// most; of equals the newest. How many contenders were reached.
std::size_t fill(RunChoice &choice, const Group &group)
{
    std::vector<bool> covered(group.candidates.front().has.size(), false);
    choice.of.assign(covered.size(), nullptr);
    std::size_t reached = 0;
    while (true) {
        const auto best = std::max_element(
            group.candidates.begin(), group.candidates.end(), [&](const auto &a, const auto &b) {
                return std::pair(a.adds(covered), a.age()) < std::pair(b.adds(covered), b.age());
            });
        if (best->adds(covered) == 0)
            return reached;
        if (!choice.run)
            choice.run = best->run;
        for (std::size_t i = 0; i < covered.size(); ++i) {
            if (!best->has[i] || covered[i])
                continue;
            covered[i] = true;
            choice.of[i] = best->run;
            ++reached;
        }
    }
}

int usualConnections(const QString &workload)
{
    const Workload *known = findWorkload(workload);
    return known ? known->usualConnections : Workload{}.usualConnections;
}

/// What makes the conditions of a choice count before others: that all are reached, in one run, the
/// usual load, the newest.
auto rankOf(const RunChoice &choice, const Conditions &conditions, std::size_t reached)
{
    const auto inOne =
        static_cast<std::size_t>(std::count(choice.of.begin(), choice.of.end(), choice.run));
    return std::tuple(
        reached, inOne, !conditions.requestsPerSecond, conditions.profile == Profile::production,
        conditions.connections == usualConnections(conditions.workload), choice.run->startedAt);
}

std::vector<Group> groupsOf(const RunQuestion &question, const Runs &runs, const QString &machine)
{
    std::vector<Group> groups;
    for (std::size_t place = 0; place < runs.size(); ++place) {
        const RunPointer &run = runs[place];
        if (!run || run->plan.workload != question.workload ||
            run->machine.fingerprint != machine || !canTell(*run, question.quantity))
            continue;
        const Conditions conditions = conditionsOf(*run);
        if (question.connections && (conditions.connections != *question.connections ||
                                     conditions.requestsPerSecond.has_value()))
            continue;
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group &each) {
            return each.conditions == conditions;
        });
        Group &group = same != groups.end() ? *same : groups.emplace_back(Group{conditions, {}});
        group.candidates.push_back({run, place, coverage(*run, question)});
    }
    return groups;
}

/// The best choice within one of the groups.
RunChoice bestOf(const std::vector<Group> &groups, const std::vector<Contender> &contenders)
{
    RunChoice best;
    std::size_t reachedByBest = 0;
    for (const Group &group : groups) {
        RunChoice choice;
        const std::size_t reached = fill(choice, group);
        if (choice.run && (!best.run || rankOf(choice, group.conditions, reached) >=
                                            rankOf(best, conditionsOf(*best.run), reachedByBest))) {
            best = std::move(choice);
            reachedByBest = reached;
        }
    }
    best.contenders = contenders;
    best.of.resize(contenders.size());
    return best;
}

RunChoice chosenFrom(const RunQuestion &question, const Runs &runs, const QString &machine)
{
    return bestOf(groupsOf(question, runs, machine), question.contenders);
}

/// As it is known to people: of the alternative, or of the target that stands for it.
QString nameOf(const Contender &contender, const BenchmarkResult &run)
{
    if (!contender.name.isEmpty())
        return contender.name;
    for (const QString &target : contender.targets) {
        const TargetResult *result = run.find(target);
        if (result)
            return result->name.isEmpty() ? target : result->name;
    }
    return contender.targets.value(0);
}

QString differentRunsText(const RunChoice &choice, const RunQuestion &question)
{
    QStringList parts;
    for (const RunPointer &run : choice.runs()) {
        QStringList names;
        for (std::size_t i = 0; i < choice.of.size(); ++i) {
            if (choice.of[i] == run)
                names.append(nameOf(question.contenders[i], *run));
        }
        parts.append(Words::tr("%1 of %2", "names, date")
                         .arg(names.join(QStringLiteral(", ")), dateText(*run)));
    }
    const QString runs = Words::tr("From different runs: %1.").arg(parts.join(QLatin1String("; ")));
    return choice.spread.deviation > 0 ? runs + QLatin1Char(' ') + spreadText(choice.spread) : runs;
}

/// Why a newer run of the workload does not count.
QString reasonAgainst(const BenchmarkResult &newer, const RunChoice &choice,
                      const RunQuestion &question)
{
    const Conditions its = conditionsOf(newer);
    const Conditions ours = choice.run ? conditionsOf(*choice.run) : its;
    if (its.machine != ours.machine)
        return Words::tr("it was made on another machine");
    const std::vector<bool> has = coverage(newer, question);
    QStringList lacking;
    for (std::size_t i = 0; i < choice.of.size(); ++i) {
        if (choice.of[i] && !has[i])
            lacking.append(nameOf(question.contenders[i], *choice.of[i]));
    }
    if (!lacking.isEmpty())
        return Words::tr("it has no valid figure of %1").arg(lacking.join(QStringLiteral(", ")));
    if (its.requestsPerSecond != ours.requestsPerSecond)
        return Words::tr("it was made at a fixed rate");
    if (its.profile != ours.profile)
        return Words::tr("its profile is %1").arg(weighbridge::nameOf(its.profile));
    if (its.connections != ours.connections)
        return Words::tr("it was made with %1 connections instead of %2")
            .arg(grouped(its.connections), grouped(ours.connections));
    if (its.database != ours.database)
        return Words::tr("its database is %1").arg(its.database);
    return Words::tr("it has no valid figure for this");
}

/// Says what the choice rests on, and which newer run of the workload it does not.
void describe(RunChoice &choice, const RunQuestion &question, const Runs &runs)
{
    if (choice.runs().size() > 1) {
        const QString quantity = question.quantity.isEmpty()
                                     ? quantitiesOf(question.workload).value(0)
                                     : question.quantity;
        choice.spread =
            spreadBetweenRuns(runs, choice.run->machine.fingerprint, question.workload, quantity);
        choice.fromDifferentRuns = differentRunsText(choice, question);
    }
    Runs ofWorkload;
    std::copy_if(
        runs.begin(), runs.end(), std::back_inserter(ofWorkload),
        [&](const RunPointer &run) { return run && run->plan.workload == question.workload; });
    const RunPointer newest = newestOf(ofWorkload);
    const Runs chosen = choice.runs();
    const bool isChosen = std::find(chosen.begin(), chosen.end(), newest) != chosen.end();
    if (!newest || isChosen || (choice.run && newest->startedAt < choice.run->startedAt))
        return;
    choice.passedOver = newest;
    choice.whyPassedOver = Words::tr("The run of %1 does not count here: %2.")
                               .arg(dateText(*newest), reasonAgainst(*newest, choice, question));
}

/// Where nothing answers the question: invalid results, then whatever was measured of whomever.
RunChoice closestTo(RunQuestion question, const Runs &runs, const QString &machine)
{
    RunChoice choice = chosenFrom(question, runs, machine);
    if (!choice.run) {
        question.invalid = InvalidResults::use;
        choice = chosenFrom(question, runs, machine);
    }
    if (!choice.run) {
        question.quantity.clear();
        question.contenders.clear();
        choice = chosenFrom(question, runs, machine);
    }
    describe(choice, question, runs);
    return choice;
}

RunChoice chosenUnder(const Conditions &conditions, const Runs &runs,
                      const std::vector<Contender> &contenders)
{
    Runs alike;
    std::copy_if(runs.begin(), runs.end(), std::back_inserter(alike),
                 [&](const RunPointer &run) { return run && conditionsOf(*run) == conditions; });
    RunQuestion question;
    question.workload = conditions.workload;
    question.quantity =
        conditions.requestsPerSecond ? QString() : quantitiesOf(conditions.workload).value(0);
    question.contenders = contenders;
    return closestTo(question, alike, conditions.machine);
}

/// The conditions that occur, each once whatever the machine: `machine`, where it met them.
std::vector<Conditions> conditionsIn(Runs runs, const QString &machine)
{
    std::erase_if(runs, [](const RunPointer &run) { return !run || !hasRounds(*run); });
    std::stable_sort(runs.begin(), runs.end(), [](const RunPointer &a, const RunPointer &b) {
        return a->startedAt < b->startedAt;
    });
    std::vector<Conditions> list;
    for (const RunPointer &run : runs) {
        const Conditions conditions = conditionsOf(*run);
        const auto same = std::find_if(list.begin(), list.end(), [&](Conditions known) {
            known.machine = conditions.machine;
            return known == conditions;
        });
        if (same == list.end())
            list.push_back(conditions);
        else if (same->machine != machine)
            same->machine = conditions.machine;
    }
    return list;
}

} // namespace

double RunChoice::addedDeviation(std::size_t contender) const
{
    return of[contender] && of[contender] != run ? spread.betweenTwo() : 0;
}

std::size_t RunChoice::reach() const
{
    return of.size() - static_cast<std::size_t>(std::count(of.begin(), of.end(), nullptr));
}

Runs RunChoice::runs() const
{
    Runs list;
    if (run)
        list.push_back(run);
    for (const RunPointer &each : of) {
        if (each && std::find(list.begin(), list.end(), each) == list.end())
            list.push_back(each);
    }
    return list;
}

const TargetResult *RunChoice::find(QStringView target) const
{
    const auto in = [target](const RunPointer &from) {
        const TargetResult *result = from ? from->find(target) : nullptr;
        return result && !result->rounds.empty() ? result : nullptr;
    };
    for (std::size_t i = 0; i < contenders.size(); ++i) {
        if (const TargetResult *result =
                contenders[i].targets.contains(target) ? in(of[i]) : nullptr)
            return result;
    }
    return in(run);
}

std::vector<const TargetResult *> RunChoice::results() const
{
    std::vector<const TargetResult *> list;
    for (const RunPointer &each : runs()) {
        for (const TargetResult &result : each->results) {
            if (find(result.target) == &result)
                list.push_back(&result);
        }
    }
    return list;
}

RunChoice chooseRun(const RunQuestion &question, const Runs &runs)
{
    RunChoice choice = chosenFrom(question, runs, countingMachine(runs));
    describe(choice, question, runs);
    return choice;
}

RunChoice chooseToShow(const RunQuestion &question, const Runs &runs)
{
    return closestTo(question, runs, countingMachine(runs));
}

std::vector<RunChoice> chooseForEach(const Runs &runs, const std::vector<Contender> &contenders)
{
    std::vector<RunChoice> list;
    for (const Conditions &conditions : conditionsIn(runs, countingMachine(runs)))
        list.push_back(chosenUnder(conditions, runs, contenders));
    return list;
}

} // namespace weighbridge::results
