// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/benchmark_summary.h"

#include "core/article/claims.h"
#include "core/report/summary_notes.h"
#include "core/report/summary_wording.h"
#include "core/report/words.h"
#include "core/results/statistics.h"
#include "core/results/workload.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace weighbridge::report
{

namespace
{

using results::BenchmarkPlan;
using results::BenchmarkResult;
using results::Quantity;
using results::Ratio;
using results::TargetResult;

/// Where the article publishes this target; behind all others where it does not.
std::size_t placeInArticle(const QString &target)
{
    const auto &figures = article::builtInArticle().figures;
    const auto found = std::find_if(figures.begin(), figures.end(),
                                    [&](const auto &each) { return each.target == target; });
    return static_cast<std::size_t>(found - figures.begin());
}

/// Go's left and Python's right of it, as the article names them; what it does not know by name,
/// and what is built in (no language of a framework) last.
std::vector<SummaryTarget> targetsOf(const results::Runs &runs)
{
    struct Known {
        SummaryTarget target;
        QString language;
    };
    std::vector<Known> known;
    for (const auto &run : runs) {
        for (const TargetResult &each : run->results) {
            const bool isNew = std::none_of(known.begin(), known.end(), [&](const Known &other) {
                return other.target.id == each.target;
            });
            if (isNew)
                known.push_back(
                    {{each.target, each.name.isEmpty() ? each.target : each.name.simplified(),
                      each.language == QLatin1String("cpp")},
                     each.language});
        }
    }
    const auto placeOfLanguage = [&known](const QString &language) {
        std::size_t place = std::numeric_limits<std::size_t>::max();
        for (const Known &each : known) {
            if (each.language == language)
                place = std::min(place, placeInArticle(each.target.id));
        }
        return place;
    };
    const auto rank = [&](const Known &each) {
        return std::tuple(each.target.isCeiling, placeOfLanguage(each.language), each.language,
                          placeInArticle(each.target.id), each.target.name, each.target.id);
    };
    std::sort(known.begin(), known.end(),
              [&](const Known &a, const Known &b) { return rank(a) < rank(b); });
    std::vector<SummaryTarget> targets;
    for (const Known &each : known)
        targets.push_back(each.target);
    return targets;
}

/// What one run says about one quantity.
class RowMaker
{
public:
    RowMaker(const BenchmarkResult &run, const Quantity &quantity, const BenchmarkSummary &summary,
             const QString &against)
        : m_run(run),
          m_quantity(quantity),
          m_targets(summary.targets),
          m_locale(summary.locale),
          m_isFirst(!summary.ofOneRun || summary.rows.empty()),
          m_against(against)
    {
    }

    SummaryRow row(NoteCollector &notes)
    {
        m_row.workload = m_run.plan.workload;
        m_row.load = loadText(m_run.plan, m_locale);
        m_row.quantity = &m_quantity;
        const auto kind = results::workloadKind(m_run.plan.workload);
        m_row.loaded = kind == results::WorkloadKind::load || kind == results::WorkloadKind::stream;
        m_row.exact = m_quantity.variation == results::Variation::none;
        for (const SummaryTarget &target : m_targets)
            m_row.cells.push_back(cell(target.id, notes));
        const std::vector<std::size_t> valid = validBestFirst();
        m_row.isContest = valid.size() > 1;
        if (!valid.empty())
            m_row.best = groupsOf(valid, leaderOf(valid)).front();
        chooseReference(valid);
        if (m_row.reference) {
            m_row.groups = groupsOf(valid, *m_row.reference);
            for (std::size_t i = 0; i < m_row.cells.size(); ++i)
                compare(i);
        }
        m_row.published = published();
        // A single run names them once, in its verdict.
        m_row.sentence =
            sentenceOf(m_row, m_targets,
                       m_isFirst ? MissingTargets::named : MissingTargets::leftOut, m_locale);
        return std::move(m_row);
    }

private:
    SummaryCell cell(const QString &target, NoteCollector &notes) const
    {
        SummaryCell cell;
        const TargetResult *result = m_run.find(target);
        if (result == nullptr)
            return cell;
        using State = SummaryCell::State;
        if (const auto value = results::summaryOf(*result, m_quantity))
            cell.value = value->median;
        cell.state = cell.value                                      ? State::measured
                     : !result->rounds.empty()                       ? State::withoutFigure
                     : result->state == results::TargetState::notRun ? State::notRun
                                                                     : State::failed;
        if (cell.state != State::notRun) {
            cell.notes = notes.notesOf(*result, m_row.load);
            cell.grade = gradeIn(*result);
        }
        return cell;
    }

    [[nodiscard]] bool isBetter(double a, double b) const
    {
        return m_quantity.moreIsBetter() ? a > b : a < b;
    }

    [[nodiscard]] bool isValid(std::size_t column) const
    {
        const SummaryCell &cell = m_row.cells[column];
        return cell.value && *cell.value > 0 && cell.grade != results::Grade::invalid;
    }

    /// What can be chosen: the built-in server only where it is asked for, or alone.
    [[nodiscard]] std::vector<std::size_t> validBestFirst() const
    {
        std::vector<std::size_t> valid;
        for (std::size_t i = 0; i < m_targets.size(); ++i) {
            const bool isCandidate = !m_targets[i].isCeiling || m_targets.front().isCeiling ||
                                     m_targets[i].id == m_against;
            if (isCandidate && isValid(i))
                valid.push_back(i);
        }
        std::stable_sort(valid.begin(), valid.end(), [this](std::size_t a, std::size_t b) {
            return isBetter(*m_row.cells[a].value, *m_row.cells[b].value);
        });
        return valid;
    }

    /// The run's own comparison, turned so that it says a ÷ b; nothing where it made none.
    [[nodiscard]] std::optional<Ratio> ratio(std::size_t a, std::size_t b) const
    {
        const QString &first = m_targets[a].id;
        const QString &second = m_targets[b].id;
        for (const Ratio &each : m_run.ratios) {
            if (each.quantity != m_quantity.id || each.low <= 0)
                continue;
            if (each.a == first && each.b == second)
                return each;
            if (each.a == second && each.b == first)
                return results::inverse(each);
        }
        return std::nullopt;
    }

    /// Where nothing was counted and only one round stands against another, nothing can be said.
    [[nodiscard]] bool saysSomething(const Ratio &ratio) const
    {
        return m_row.exact || ratio.hasRange() || ratio.detectableDifference;
    }

    [[nodiscard]] bool cannotBeToldApart(std::size_t a, std::size_t b) const
    {
        if (m_row.exact)
            return *m_row.cells[a].value == *m_row.cells[b].value;
        const auto known = ratio(a, b);
        return known && !known->different && saysSomething(*known);
    }

    /// The best median, unless another one is better beyond doubt: rounds that are missing can make
    /// the medians and the pairs disagree.
    [[nodiscard]] std::size_t leaderOf(const std::vector<std::size_t> &valid) const
    {
        std::size_t leader = valid.front();
        for (const std::size_t each : valid) {
            const auto known = ratio(each, leader);
            if (known && known->different && isBetter(known->ratio, 1))
                leader = each;
        }
        return leader;
    }

    /// `first` and what cannot be told apart from it, then the same of the best of the rest.
    [[nodiscard]] std::vector<std::vector<std::size_t>> groupsOf(std::vector<std::size_t> valid,
                                                                 std::size_t first) const
    {
        std::vector<std::vector<std::size_t>> groups;
        while (!valid.empty()) {
            std::vector<std::size_t> group{first};
            std::erase(valid, first);
            for (const std::size_t each : valid) {
                if (cannotBeToldApart(each, first))
                    group.push_back(each);
            }
            std::erase_if(valid, [&](std::size_t each) {
                return std::find(group.begin(), group.end(), each) != group.end();
            });
            groups.push_back(std::move(group));
            if (!valid.empty())
                first = leaderOf(valid);
        }
        return groups;
    }

    void chooseReference(const std::vector<std::size_t> &valid)
    {
        if (valid.empty())
            return;
        if (m_against.isEmpty()) {
            m_row.reference = m_row.best.front();
            return;
        }
        for (const std::size_t each : valid) {
            if (m_targets[each].id == m_against)
                m_row.reference = each;
        }
    }

    void compare(std::size_t column)
    {
        SummaryCell &cell = m_row.cells[column];
        if (column == *m_row.reference || !cell.value)
            return;
        cell.ratio = ratio(column, *m_row.reference);
        cell.hasInterval = cell.ratio && !m_row.exact && cell.ratio->hasRange() && isValid(column);
        if (cell.ratio)
            return;
        Ratio ratio;
        ratio.a = m_targets[column].id;
        ratio.b = m_targets[*m_row.reference].id;
        ratio.quantity = m_quantity.id;
        ratio.ratio = *cell.value / *m_row.cells[*m_row.reference].value;
        ratio.low = ratio.high = ratio.ratio;
        cell.ratio = ratio;
    }

    [[nodiscard]] std::vector<std::optional<double>> published() const
    {
        const article::Article &article = article::builtInArticle();
        if (m_quantity.id != QLatin1String("requests_per_second"))
            return {};
        std::vector<std::optional<double>> figures;
        for (const SummaryTarget &target : m_targets) {
            const article::PublishedFigure *known = article.find(target.id, m_run.plan);
            figures.push_back(known ? std::optional(known->requestsPerSecond) : std::nullopt);
        }
        const bool any = std::any_of(figures.begin(), figures.end(),
                                     [](const auto &each) { return each.has_value(); });
        return any ? figures : std::vector<std::optional<double>>{};
    }

    const BenchmarkResult &m_run;
    const Quantity &m_quantity;
    const std::vector<SummaryTarget> &m_targets;
    const QLocale &m_locale;
    bool m_isFirst;
    const QString &m_against;
    SummaryRow m_row;
};

bool hasFigure(const BenchmarkResult &run, const Quantity &quantity)
{
    return std::any_of(run.results.begin(), run.results.end(), [&](const TargetResult &each) {
        return results::summaryOf(each, quantity).has_value();
    });
}

/// Whether a rate was asked for that not all could answer.
bool isOverloaded(const BenchmarkResult &run)
{
    return std::any_of(run.results.begin(), run.results.end(), [](const TargetResult &each) {
        return std::any_of(each.flags.begin(), each.flags.end(), [](const results::Flag &flag) {
            return flag.id == results::FlagId::overload;
        });
    });
}

/// The leading one where there is no other, so that a run without any figure still has a row that
/// says so.
std::vector<const Quantity *> quantitiesShown(const BenchmarkResult &run, bool all)
{
    std::vector<const Quantity *> shown;
    for (const QString &id : results::quantitiesOf(run.plan.workload)) {
        const Quantity &quantity = results::quantityOf(id);
        const bool isTelling = results::canTell(run, id) || isOverloaded(run);
        if (hasFigure(run, quantity) && isTelling)
            shown.push_back(&quantity);
    }
    if (shown.empty())
        shown.push_back(&results::leadingQuantity(run.plan.workload));
    if (!all)
        shown.resize(1);
    return shown;
}

/// Rows of the same quantity beside each other, otherwise as they were measured.
void groupByQuantity(std::vector<SummaryRow> &rows)
{
    std::vector<const Quantity *> order;
    for (const SummaryRow &row : rows) {
        if (std::find(order.begin(), order.end(), row.quantity) == order.end())
            order.push_back(row.quantity);
    }
    const auto place = [&order](const SummaryRow &row) {
        return std::find(order.begin(), order.end(), row.quantity) - order.begin();
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const SummaryRow &a, const SummaryRow &b) { return place(a) < place(b); });
}

} // namespace

QString loadText(const BenchmarkPlan &plan, const QLocale &locale)
{
    QString text = results::workloadTitle(plan.workload);
    const auto kind = results::workloadKind(plan.workload);
    if (kind == results::WorkloadKind::load || kind == results::WorkloadKind::stream)
        text = plan.connections == 1
                   ? Words::tr("%1, 1 connection").arg(text)
                   : Words::tr("%1, %2 connections").arg(text, grouped(plan.connections, locale));
    if (plan.requestsPerSecond)
        text =
            Words::tr("%1, %2 requests/s due").arg(text, figure(*plan.requestsPerSecond, locale));
    QStringList unusual;
    if (plan.profile != results::Profile::production)
        unusual << weighbridge::nameOf(plan.profile);
    if (!plan.databaseUrl.isEmpty())
        unusual << results::databaseKind(plan);
    return unusual.isEmpty()
               ? text
               : QStringLiteral("%1 (%2)").arg(text, unusual.join(QStringLiteral(", ")));
}

BenchmarkSummary summarize(const results::Runs &runs, const QString &against, const QLocale &locale)
{
    BenchmarkSummary summary;
    summary.locale = locale;
    summary.ofOneRun = runs.size() == 1;
    summary.targets = targetsOf(runs);
    for (const SummaryTarget &target : summary.targets) {
        if (target.id == against)
            summary.against = target.name;
    }
    NoteCollector notes(hasOneRoundOnly(runs));
    for (const auto &run : runs) {
        for (const Quantity *quantity : quantitiesShown(*run, summary.ofOneRun))
            summary.rows.push_back(RowMaker(*run, *quantity, summary, against).row(notes));
    }
    groupByQuantity(summary.rows);
    notes.settle(summary);
    summary.verdict = verdictOf(summary, runs);
    summary.facts = factsOf(runs, summary);
    return summary;
}

} // namespace weighbridge::report
