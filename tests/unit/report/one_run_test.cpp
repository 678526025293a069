// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/figure_text.h"
#include "core/evidence/capacity.h"
#include "core/evidence/measured_evidence.h"
#include "core/evidence/run_questions.h"
#include "core/knowledge/catalogue.h"
#include "core/report/measured_tables.h"
#include "core/results/quantity.h"
#include "tests/support/simple_runs.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using namespace weighbridge;
using testing::simpleRun;

/// Decision, capacity, claim, table, Compare and the Benchmark page answer with the same run.
class TestOneRun : public QObject
{
    Q_OBJECT

private:
    static constexpr int kSets = 400;
    static constexpr int kSetsForEachReport = 20; ///< a report takes its time

    /// Go by Gin and Python by FastAPI, so that the claims about these two ask the same.
    static storage::Project project()
    {
        storage::Project made;
        made.decision = knowledge::builtInCatalogue().table;
        made.decision.alternatives[0].targets = {QStringLiteral("gin")};
        made.decision.alternatives[1].targets = {QStringLiteral("fastapi")};
        made.decision.capacity.peakRequestsPerSecond = 100'000;
        return made;
    }

    /// A few runs that differ in everything that decides whether they count. No two have the same
    /// throughput, so that a table shows whose it has.
    static results::Runs randomRuns(std::mt19937_64 &random)
    {
        const auto oneOf = [&](unsigned count) { return random() % count == 0; };
        results::Runs runs;
        const int count = 1 + static_cast<int>(random() % 6);
        for (int i = 0; i < count; ++i) {
            std::vector<testing::SimpleTarget> targets;
            for (const char *target : {"gin", "fastapi", "reference"}) {
                if (oneOf(3))
                    continue;
                const double rate =
                    10'000 + 1000.0 * i + 100.0 * static_cast<double>(targets.size());
                targets.push_back({target,
                                   oneOf(8) ? std::vector<double>{} : std::vector{rate, rate, rate},
                                   !oneOf(5)});
            }
            auto run = simpleRun(QStringLiteral("run-%1").arg(i), 1 + i, targets);
            if (oneOf(5))
                run->machine.fingerprint = QStringLiteral("elsewhere");
            if (oneOf(5))
                run->plan.profile = results::Profile::tuned;
            if (oneOf(4))
                run->plan.connections = 100;
            if (oneOf(6))
                run->plan.requestsPerSecond = 500;
            runs.push_back(run);
        }
        std::shuffle(runs.begin(), runs.end(), random);
        return runs;
    }

    /// Ids for Go and Python; empty where there is none.
    using Ids = std::array<QString, 2>;

    static Ids ofDecision(const evidence::Proposals &proposals, const decision::Decision &decision)
    {
        Ids ids;
        for (const evidence::RatingProposal &each : proposals.ratings) {
            if (decision.needs[each.need].quantity == QLatin1String("requests_per_second"))
                ids[each.alternative] = each.rating.source.run;
        }
        return ids;
    }

    static Ids ofCapacity(const decision::Decision &decision, const results::Runs &runs)
    {
        const auto list = evidence::capacities(decision, runs);
        return {list[0].run, list[1].run};
    }

    /// A claim needs both to have any.
    static Ids ofClaim(const results::Runs &runs)
    {
        article::ClaimCheck check;
        check.a = {QStringLiteral("gin"), QStringLiteral("requests_per_second"),
                   QStringLiteral("json")};
        check.b = check.a;
        check.b->target = QStringLiteral("fastapi");
        const auto finding = article::evaluate(check, runs, article::builtInArticle().load());
        return {finding.run, finding.otherRun.isEmpty() ? finding.run : finding.otherRun};
    }

    static Ids ofChoice(const results::RunChoice &choice)
    {
        Ids ids;
        for (std::size_t i = 0; i < ids.size(); ++i)
            ids[i] = choice.of[i] ? choice.of[i]->id : QString();
        return ids;
    }

    /// The throughput that the chosen run has of a target, as tables write it.
    static QString cellOf(const results::Runs &runs, const QString &id, const QString &target)
    {
        for (const results::RunPointer &run : runs) {
            if (run->id == id)
                return grouped(results::summaryOf(*run->find(target),
                                                  results::quantityOf(u"requests_per_second"))
                                   ->median);
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyConsumerNamesTheSameRun()
    {
        std::mt19937_64 random(7);
        int fromOneRun = 0;
        int fromDifferentRuns = 0;
        for (int set = 0; set < kSets; ++set) {
            storage::Project made = project();
            made.runs = randomRuns(random);
            const auto proposals = evidence::propose(made.decision, made.runs);
            const Ids decided = ofDecision(proposals, made.decision);
            const QByteArray where = QByteArray::number(set);
            QVERIFY2(ofCapacity(made.decision, made.runs) == Ids(), where);
            made.decision = evidence::withProposals(made.decision, proposals);
            QVERIFY2(ofCapacity(made.decision, made.runs) == decided, where);
            // What the window's Compare and the report ask.
            const bool any = decided != Ids();
            const results::RunChoice shown =
                results::chooseToShow(evidence::questionOf(made.decision, QStringLiteral("json"),
                                                           QStringLiteral("requests_per_second")),
                                      made.runs);
            if (any)
                QVERIFY2(ofChoice(shown) == decided, where);
            if (set % kSetsForEachReport == 0)
                QVERIFY2(report::contentOf(made, QDate(2026, 11, 30)).run == shown.run, where);
            const bool both = !decided[0].isEmpty() && !decided[1].isEmpty();
            const Ids claimed = ofClaim(made.runs);
            QVERIFY2(claimed == (both ? decided : Ids()), where);
            const bool listed = !any || [&] {
                for (const auto &choice :
                     results::chooseForEach(made.runs, evidence::contendersOf(made.decision))) {
                    if (choice.run == shown.run)
                        return ofChoice(choice) == decided;
                }
                return false;
            }();
            QVERIFY2(listed, where);
            fromOneRun += both && decided[0] == decided[1];
            fromDifferentRuns += both && decided[0] != decided[1];
            // Whatever is mixed is of one machine and under the same conditions.
            const results::Runs chosen = shown.runs();
            for (const results::RunPointer &run : chosen)
                QVERIFY2(results::conditionsOf(*run) == results::conditionsOf(*chosen.front()),
                         where);
            QVERIFY2((chosen.size() > 1) == !shown.isOneRun(), where);
        }
        // Both kinds occurred, or the property would say nothing about one of them.
        QVERIFY(fromOneRun > kSets / 10);
        QVERIFY(fromDifferentRuns > kSets / 50);
    }

    void theTableShowsTheRunThatTheDecisionTakes()
    {
        storage::Project made = project();
        auto newest = simpleRun(QStringLiteral("newest"), 9, {{"gin", {50'000}}});
        made.runs = {simpleRun(QStringLiteral("all"), 8, {{"gin", {40'000}}, {"fastapi", {7'000}}}),
                     newest, simpleRun(QStringLiteral("few"), 7, {{"gin", {30'000}}}, 100)};
        const Ids decided = ofDecision(evidence::propose(made.decision, made.runs), made.decision);
        QCOMPARE(decided[0], QStringLiteral("all"));
        const auto tables = report::measuredTables(report::contentOf(made, QDate(2026, 11, 30)));
        QCOMPARE(tables.size(), std::size_t{1});
        const report::MeasuredTable &table = tables.front();
        const auto gin = table.columns.indexOf(QStringLiteral("GIN"));
        QCOMPARE(table.rows.size(), std::size_t{2});
        for (const QStringList &row : table.rows) {
            if (row.front().contains(QStringLiteral("1,000")))
                QCOMPARE(row[gin], cellOf(made.runs, decided[0], QStringLiteral("gin")));
        }
        QVERIFY(!table.caption.contains(QStringLiteral("different runs")));

        // Without it the figures are of different runs, and the table says so with their dates.
        made.runs.front() = simpleRun(QStringLiteral("python"), 8, {{"fastapi", {7'000}}});
        const auto mixed =
            report::measuredTables(report::contentOf(made, QDate(2026, 11, 30))).front();
        QVERIFY2(mixed.caption.contains(QStringLiteral(
                     "From different runs: Go of 2026-11-09 12:00 UTC; Python of 2026-11-08")),
                 qPrintable(mixed.caption));
    }
};

QTEST_GUILESS_MAIN(TestOneRun)
#include "one_run_test.moc"
