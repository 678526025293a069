// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/summary_notes.h"

#include "core/report/summary_wording.h"
#include "core/report/words.h"
#include "core/results/language.h"

#include <algorithm>
#include <numeric>

namespace weighbridge::report
{

namespace
{

using results::BenchmarkResult;
using results::Flag;
using results::TargetResult;

/// a, b, …, z, aa, ab, …
QString markOf(std::size_t number)
{
    constexpr std::size_t kLetters = 26;
    QString mark;
    for (std::size_t rest = number + 1; rest > 0; rest = (rest - 1) / kLetters)
        mark.prepend(QChar(u'a' + char16_t((rest - 1) % kLetters)));
    return mark;
}

/// "2 rounds of 1.5 s".
QString roundsText(const results::BenchmarkPlan &plan, const QLocale &locale)
{
    const auto kind = results::workloadKind(plan.workload);
    const bool lasts = kind == results::WorkloadKind::load || kind == results::WorkloadKind::stream;
    const QString rounds =
        plan.rounds == 1 ? Words::tr("1 round") : Words::tr("%1 rounds").arg(plan.rounds);
    return lasts ? Words::tr("%1 of %2 s")
                       .arg(rounds,
                            locale.toString(std::chrono::duration<double>(plan.duration).count()))
                 : rounds;
}

QString durationText(double seconds)
{
    const auto whole = static_cast<long>(seconds + 0.5);
    return whole < 60 ? Words::tr("%1 s").arg(whole)
                      : Words::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString cpusText(const std::vector<int> &cpus)
{
    QStringList numbers;
    for (const int cpu : cpus)
        numbers << QString::number(cpu);
    return numbers.join(QLatin1Char(','));
}

/// Each once, in the order of the runs.
template <typename TextOf> QStringList distinct(const results::Runs &runs, TextOf textOf)
{
    QStringList texts;
    for (const auto &run : runs) {
        const QString text = textOf(*run);
        if (!text.isEmpty() && !texts.contains(text))
            texts << text;
    }
    return texts;
}

QString machineText(const BenchmarkResult &run, const QLocale &locale)
{
    const results::Machine &machine = run.machine;
    return Words::tr("%1, %2 cores, %3 MiB, %4, %5")
        .arg(machine.cpuModel, QString::number(machine.cores), grouped(machine.memoryMib, locale),
             machine.system, machine.kernel);
}

QString placementText(const BenchmarkResult &run)
{
    if (run.serverCpus.empty())
        return {};
    return run.serverCpus == run.generatorCpus
               ? Words::tr("servers and load generator together on CPU %1")
                     .arg(cpusText(run.serverCpus))
               : Words::tr("servers on CPU %1, load generator on CPU %2")
                     .arg(cpusText(run.serverCpus), cpusText(run.generatorCpus));
}

/// "Gin 1.12.0 and Fiber 3.0.0 on go1.26.8; FastAPI 0.136.0 on Python 3.11.2".
QString versionsText(const results::Runs &runs, const std::vector<SummaryTarget> &targets)
{
    std::vector<std::pair<QString, QStringList>> byRuntime;
    for (const SummaryTarget &target : targets) {
        for (const QString &both : distinct(runs, [&](const BenchmarkResult &run) {
                 const TargetResult *result = run.find(target.id);
                 return result && !result->frameworkVersion.isEmpty()
                            ? results::runtimeText(result->language, result->runtimeVersion) +
                                  QLatin1Char('\n') + result->frameworkVersion
                            : QString();
             })) {
            const QString runtime = both.section(QLatin1Char('\n'), 0, 0);
            const QString name =
                target.name + QLatin1Char(' ') + both.section(QLatin1Char('\n'), 1);
            if (byRuntime.empty() || byRuntime.back().first != runtime)
                byRuntime.push_back({runtime, {}});
            byRuntime.back().second << name;
        }
    }
    QStringList parts;
    for (const auto &[runtime, names] : byRuntime)
        parts << (runtime.isEmpty() ? listText(names)
                                    : Words::tr("%1 on %2").arg(listText(names), runtime));
    return parts.join(QStringLiteral("; "));
}

/// "2 rounds of 1.5 s; Cold start, Memory: 2 rounds".
QString planText(const results::Runs &runs, const QLocale &locale)
{
    const QStringList kinds =
        distinct(runs, [&](const BenchmarkResult &run) { return roundsText(run.plan, locale); });
    QStringList parts;
    for (const QString &kind : kinds) {
        QStringList loads;
        for (const auto &run : runs) {
            if (roundsText(run->plan, locale) == kind)
                loads << loadText(run->plan, locale);
        }
        parts << (parts.isEmpty() ? kind : QStringLiteral("%1: %2").arg(listText(loads), kind));
    }
    return parts.join(QStringLiteral("; "));
}

QString runText(const results::Runs &runs, const QLocale &locale)
{
    const auto of = [&runs](auto textOf) {
        return distinct(runs, textOf).join(QStringLiteral(", "));
    };
    QStringList parts{planText(runs, locale)};
    parts << Words::tr("profile %1").arg(of([](const BenchmarkResult &run) {
        return weighbridge::nameOf(run.plan.profile);
    }));
    parts << Words::tr("seed %1").arg(
        of([](const BenchmarkResult &run) { return QString::number(run.plan.seed); }));
    const double seconds =
        std::accumulate(runs.begin(), runs.end(), 0.0,
                        [](double sum, const auto &run) { return sum + run->seconds; });
    parts << Words::tr("took %1").arg(durationText(seconds));
    parts << of([](const BenchmarkResult &run) {
                 return run.startedAt.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
             }).section(QStringLiteral(", "), 0, 0);
    parts << Words::tr("Weighbridge %1").arg(of([](const BenchmarkResult &run) {
        return run.programVersion;
    }));
    return parts.join(QStringLiteral(", "));
}

} // namespace

std::optional<results::Grade> gradeIn(const TargetResult &target)
{
    const bool isInvalid = !target.valid && !target.rounds.empty();
    return isInvalid ? results::Grade::invalid : results::gravest(target.flags);
}

QString gradeMark(std::optional<results::Grade> grade)
{
    return grade == results::Grade::invalid    ? QStringLiteral("!")
           : grade == results::Grade::doubtful ? QStringLiteral("?")
                                               : QString();
}

std::size_t NoteCollector::add(const Note &note)
{
    const auto known = std::find_if(m_notes.begin(), m_notes.end(), [&](const Note &each) {
        return each.kind == note.kind && each.grade == note.grade;
    });
    if (known == m_notes.end()) {
        m_notes.push_back(note);
        return m_notes.size() - 1;
    }
    for (const QString &subject : note.subjects) {
        if (!known->subjects.contains(subject))
            known->subjects << subject;
    }
    return static_cast<std::size_t>(known - m_notes.begin());
}

QString NoteCollector::textOf(const Note &note)
{
    const auto others = note.subjects.size() - 1;
    const QString subject =
        others > 0 ? Words::tr("%1 (and %2 more)").arg(note.subjects.first()).arg(others)
                   : note.subjects.first();
    return QStringLiteral("%1: %2").arg(subject, note.text);
}

std::vector<std::size_t> NoteCollector::notesOf(const TargetResult &target, const QString &load)
{
    std::vector<std::size_t> notes;
    for (const Flag &flag : target.flags) {
        const bool isSaidInVerdict = m_oneRoundOnly && flag.id == results::FlagId::singleRound;
        if (!isSaidInVerdict)
            notes.push_back(add({weighbridge::nameOf(flag.id),
                                 flag.grade,
                                 {Words::tr("%1, %2").arg(target.name, load)},
                                 flag.text,
                                 flag.remedy}));
    }
    if (notes.empty() && !target.failure.isEmpty())
        notes.push_back(add({target.name + target.failure,
                             results::Grade::invalid,
                             {Words::tr("%1, %2").arg(target.name, load)},
                             target.failure,
                             {}}));
    return notes;
}

void NoteCollector::settle(BenchmarkSummary &summary) const
{
    std::vector<SummaryCell *> cells;
    for (SummaryRow &row : summary.rows) {
        for (SummaryCell &cell : row.cells) {
            if (cell.state != SummaryCell::State::notRun &&
                cell.state != SummaryCell::State::absent)
                cells.push_back(&cell);
        }
    }
    std::vector<std::size_t> order(m_notes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return m_notes[a].grade > m_notes[b].grade;
    });
    std::vector<std::optional<std::size_t>> places(m_notes.size());
    std::size_t marks = 0;
    for (const std::size_t number : order) {
        const Note &note = m_notes[number];
        const bool everywhere = std::all_of(cells.begin(), cells.end(), [&](const auto *cell) {
            return std::find(cell->notes.begin(), cell->notes.end(), number) != cell->notes.end();
        });
        if (!everywhere)
            places[number] = summary.notes.size();
        const auto same =
            std::find_if(summary.notes.begin(), summary.notes.end(), [&](const SummaryNote &each) {
                return !each.mark.isEmpty() && !note.remedy.isEmpty() && each.remedy == note.remedy;
            });
        summary.notes.push_back({everywhere ? QString() : markOf(marks++), note.grade, textOf(note),
                                 same == summary.notes.end()
                                     ? note.remedy
                                     : Words::tr("What to do: see %1.").arg(same->mark)});
    }
    for (SummaryCell *cell : cells) {
        std::vector<std::size_t> settled;
        for (const std::size_t note : cell->notes) {
            if (places[note])
                settled.push_back(*places[note]);
        }
        std::sort(settled.begin(), settled.end());
        cell->notes = std::move(settled);
    }
}

std::vector<SummaryFact> factsOf(const results::Runs &runs, const BenchmarkSummary &summary)
{
    if (runs.empty())
        return {};
    const auto ofMachine = [&summary](const BenchmarkResult &run) {
        return machineText(run, summary.locale);
    };
    std::vector<SummaryFact> facts{
        {Words::tr("Machine"), distinct(runs, ofMachine).join(QStringLiteral("; "))},
        {Words::tr("Cores"), distinct(runs, placementText).join(QStringLiteral("; "))},
        {Words::tr("Versions"), versionsText(runs, summary.targets)},
        {Words::tr("Run"), runText(runs, summary.locale)}};
    std::erase_if(facts, [](const SummaryFact &fact) { return fact.text.isEmpty(); });
    return facts;
}

} // namespace weighbridge::report
