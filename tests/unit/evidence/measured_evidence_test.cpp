// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/value_function.h"
#include "core/decision/views/analysis.h"
#include "core/evidence/measured_evidence.h"
#include "core/knowledge/catalogue.h"

#include <QTest>

#include <cmath>

using namespace weighbridge::decision;
using namespace weighbridge::evidence;
using weighbridge::knowledge::builtInCatalogue;
using namespace weighbridge;

/// Results of the runner become ratings with their spread.
class TestMeasuredEvidence : public QObject
{
    Q_OBJECT

private:
    static results::TargetResult result(const QString &target, const std::vector<double> &rates,
                                        bool valid = true)
    {
        results::TargetResult each;
        each.target = target;
        each.name = target.toUpper();
        each.valid = valid;
        each.state = results::TargetState::measured;
        for (const double rate : rates) {
            results::Round round;
            round.requestsPerSecond = rate;
            each.rounds.push_back(round);
        }
        return each;
    }

    static results::BenchmarkResult run()
    {
        results::BenchmarkResult each;
        each.id = QStringLiteral("run-1");
        each.label = QStringLiteral("Evening");
        each.startedAt = QDateTime(QDate(2026, 11, 23), QTime(22, 0), Qt::UTC);
        each.machine.fingerprint = QStringLiteral("abc");
        each.results = {result(QStringLiteral("gin"), {40'000, 42'000, 41'000}),
                        result(QStringLiteral("fiber"), {90'000, 90'000, 90'000}, false),
                        result(QStringLiteral("fastapi"), {7'000, 7'300, 7'600})};
        return each;
    }

    static results::RunPointer shared(const results::BenchmarkResult &each)
    {
        return std::make_shared<const results::BenchmarkResult>(each);
    }

    static std::vector<RatingProposal>
    ratingsOf(const Decision &decision, const results::BenchmarkResult &run,
              results::InvalidResults invalid = results::InvalidResults::leaveOut)
    {
        return propose(decision, {shared(run)}, invalid).ratings;
    }

    static Decision applied(const Decision &decision, const results::BenchmarkResult &run)
    {
        return withProposals(decision, propose(decision, {shared(run)}));
    }

    const Decision m_table = builtInCatalogue().table;

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void measuredThroughputRatesTheNeedItBelongsTo()
    {
        const auto proposals = ratingsOf(m_table, run());
        QCOMPARE(proposals.size(), std::size_t{2});
        const RatingProposal &go = proposals[0];
        QCOMPARE(m_table.needs[go.need].id, QStringLiteral("high-traffic"));
        QCOMPARE(go.target, QStringLiteral("gin")); // Fiber is faster, but its result is invalid
        QVERIFY(!go.fromInvalid);
        QCOMPARE(go.before, std::optional<double>(5));
        QCOMPARE(*go.rating.raw, 41'000.0); // the median, as every table shows it
        QCOMPARE(*go.rating.level, levelOf(*go.rating.raw, *m_table.needs[go.need].anchors));
        QCOMPARE(go.rating.provenance, decision::Provenance::measured);
        QCOMPARE(go.rating.source.run, QStringLiteral("run-1"));
        QCOMPARE(go.rating.source.machine, QStringLiteral("abc"));
        QCOMPARE(go.rating.words, QStringLiteral("Best choice"));
    }

    void theSpreadIsStudentsTOfTheLogarithms()
    {
        const auto proposals = ratingsOf(m_table, run());
        const Spread &spread = proposals[1].rating.spread;
        QCOMPARE(spread.kind, Spread::Kind::studentT);
        QCOMPARE(spread.degreesOfFreedom, 2);
        const double mean = (std::log(7'000) + std::log(7'300) + std::log(7'600)) / 3;
        double squares = 0;
        for (const double rate : {7'000.0, 7'300.0, 7'600.0})
            squares += std::pow(std::log(rate) - mean, 2);
        const double error = std::sqrt(squares / 2 / 3) * 4 / std::log(16);
        QVERIFY(std::abs(spread.standardError - error) < 1e-12);
        QCOMPARE(proposals[1].sentence, QStringLiteral("High-traffic API: Python 2.5 instead of 3, "
                                                       "from 7,300 requests/s (FASTAPI)."));
    }

    void aSingleRoundHasItsPriorNoiseAndABadge()
    {
        results::BenchmarkResult single = run();
        single.results = {result(QStringLiteral("gin"), {20'000})};
        const auto proposals = ratingsOf(m_table, single);
        QCOMPARE(proposals.size(), std::size_t{1});
        QCOMPARE(proposals[0].rating.spread.degreesOfFreedom, 0);
        QVERIFY(std::abs(proposals[0].rating.spread.standardError - 0.1 * 4 / std::log(16)) <
                1e-12);
        const Analysis analysis = analyse(applied(m_table, single));
        QVERIFY(std::any_of(analysis.notes.begin(), analysis.notes.end(), [](const QString &note) {
            return note.contains(QStringLiteral("single run"));
        }));
    }

    /// Another round would count the same files.
    void aCountedSizeHasNoNoiseAndNoBadge()
    {
        const Decision needs = builtInCatalogue().languages;
        results::BenchmarkResult sizes = run();
        sizes.plan.workload = QStringLiteral("size");
        sizes.results.clear();
        for (const auto &[target, mib] : {std::pair("gin", 17.5), std::pair("fastapi", 180.0)}) {
            results::Round round;
            round.figures = {{QStringLiteral("size_with_runtime_mib"), mib},
                             {QStringLiteral("image_estimate_mib"), mib * 1.5},
                             {QStringLiteral("dependencies"), mib / 2}};
            sizes.results.push_back(result(QString::fromLatin1(target), {}));
            sizes.results.back().rounds = {round};
        }
        const Proposals proposals =
            propose(needs, {std::make_shared<const results::BenchmarkResult>(sizes)});
        QVERIFY(proposals.ratings.size() >= 2);
        for (const RatingProposal &proposal : proposals.ratings) {
            QCOMPARE(proposal.rating.spread.kind, Spread::Kind::studentT);
            QCOMPARE(proposal.rating.spread.standardError, 0.0);
        }
        const Analysis analysis = analyse(withProposals(needs, proposals));
        QVERIFY(std::none_of(analysis.notes.begin(), analysis.notes.end(), [](const QString &note) {
            return note.contains(QStringLiteral("single run"));
        }));
    }

    void anInvalidResultCountsOnlyWhereTheUserInsists()
    {
        results::BenchmarkResult only = run();
        only.results = {result(QStringLiteral("fiber"), {90'000, 91'000}, false)};
        QVERIFY(ratingsOf(m_table, only).empty());
        const auto proposals = ratingsOf(m_table, only, results::InvalidResults::use);
        QCOMPARE(proposals.size(), std::size_t{1});
        QVERIFY(proposals[0].fromInvalid);
    }

    void eachNeedTakesTheNewestRunOfTheSameMachineThatHasSomethingValid()
    {
        results::BenchmarkResult newest = run();
        newest.id = QStringLiteral("run-3");
        newest.startedAt = newest.startedAt.addDays(2);
        newest.results = {result(QStringLiteral("gin"), {50'000, 50'000}, false)};
        results::BenchmarkResult foreign = run();
        foreign.id = QStringLiteral("run-2");
        foreign.startedAt = foreign.startedAt.addDays(1);
        foreign.machine.fingerprint = QStringLiteral("other");
        const results::Runs runs{shared(run()), shared(newest), shared(foreign)};
        const auto proposals = propose(m_table, runs).ratings;
        QCOMPARE(proposals.size(), std::size_t{2});
        for (const RatingProposal &proposal : proposals)
            QCOMPARE(proposal.rating.source.run, QStringLiteral("run-1"));
        // Who insists on invalid results still gets those of the run that has all.
        QVERIFY(!propose(m_table, runs, results::InvalidResults::use).ratings[0].fromInvalid);
        QCOMPARE(ratingsOf(m_table, newest, results::InvalidResults::use).size(), std::size_t{1});
        QVERIFY(propose(m_table, {}).isEmpty());
    }

    void figuresFromDifferentRunsSayThatTheyAre()
    {
        results::BenchmarkResult go = run();
        go.results = {result(QStringLiteral("gin"), {40'000, 42'000, 41'000})};
        results::BenchmarkResult python = run();
        python.id = QStringLiteral("run-2");
        python.startedAt = python.startedAt.addDays(-1);
        python.results = {result(QStringLiteral("fastapi"), {7'000, 7'300, 7'600})};
        const Proposals apart = propose(m_table, {shared(go), shared(python)});
        const auto together = ratingsOf(m_table, run());
        QCOMPARE(apart.ratings[0].rating.source.run, QStringLiteral("run-1"));
        QCOMPARE(apart.ratings[1].rating.source.run, QStringLiteral("run-2"));
        QVERIFY(apart.ratings[0].sentence.contains(QStringLiteral("run of 2026-11-23 22:00 UTC")));
        QVERIFY(apart.ratings[1].sentence.contains(QStringLiteral("run of 2026-11-22 22:00 UTC")));
        QVERIFY(apart.remarks.join(QLatin1Char(' '))
                    .contains(QStringLiteral("High-traffic API: From different runs: Go of "
                                             "2026-11-23 22:00 UTC; Python of 2026-11-22")));
        // The difference between the two is as uncertain as two runs lie apart.
        const double slope = 4 / std::log(16);
        const double added = std::sqrt(2.0) * results::kAssumedRunSpread * slope;
        QCOMPARE(apart.ratings[0].rating.spread.standardError,
                 together[0].rating.spread.standardError);
        QVERIFY(std::abs(apart.ratings[1].rating.spread.standardError -
                         std::hypot(together[1].rating.spread.standardError, added)) < 1e-12);
        // Once applied, the decision itself says so; measured together, it does not.
        const auto says = [](const Decision &decision) {
            const auto notes = analyse(decision).notes;
            return std::any_of(notes.begin(), notes.end(), [](const QString &note) {
                return note.startsWith(QStringLiteral(
                    "High-traffic API compares figures from different runs: Go of 2026-11-23; "
                    "Python of 2026-11-22."));
            });
        };
        QVERIFY(says(withProposals(m_table, apart)));
        QVERIFY(!says(applied(m_table, run())));
    }

    void whatIsAppliedIsNoNews()
    {
        const Proposals proposals = propose(m_table, {shared(run())});
        QCOMPARE(newsIn(proposals, m_table).ratings.size(), std::size_t{2});
        const Decision decision = withProposals(m_table, proposals);
        QCOMPARE(decision.capacity.runs, std::vector<QString>{QStringLiteral("run-1")});
        QVERIFY(newsIn(propose(decision, {shared(run())}), decision).isEmpty());
        // The same figures of another run are news: the decision names its runs.
        results::BenchmarkResult again = run();
        again.id = QStringLiteral("run-2");
        QCOMPARE(newsIn(propose(decision, {shared(again)}), decision).ratings.size(),
                 std::size_t{2});
        // A file of before names its runs in its cells alone.
        Decision old = decision;
        old.capacity.runs.clear();
        QVERIFY(newsIn(propose(old, {shared(run())}), old).isEmpty());
    }

    void whatTheCellSaidBeforeIsKeptAndTheSameRunIsNotKeptTwice()
    {
        const Decision once = applied(m_table, run());
        const Rating &before = m_table.needs[0].ratings[0];
        const Rating &measured = once.needs[0].ratings[0];
        QCOMPARE(measured.history.size(), std::size_t{1});
        QCOMPARE(measured.history[0],
                 (EarlierRating{before.level, before.raw, before.provenance, before.source}));
        const Decision twice = applied(once, run());
        QCOMPARE(twice.needs[0].ratings[0].history.size(), std::size_t{1});
        results::BenchmarkResult later = run();
        later.id = QStringLiteral("run-9");
        const Decision again = applied(once, later);
        QCOMPARE(again.needs[0].ratings[0].history.size(), std::size_t{2});
        QCOMPARE(again.needs[0].ratings[0].history[1].source.run, QStringLiteral("run-1"));
    }

    void anotherWorkloadProposesNothing()
    {
        results::BenchmarkResult other = run();
        other.plan.workload = QStringLiteral("db");
        QVERIFY(ratingsOf(m_table, other).empty());
    }

    void applyingChangesTheVerdictAndTheEvidence()
    {
        const Analysis before = analyse(m_table);
        const Decision measured = applied(m_table, run());
        QVERIFY(firstDefect(measured).isEmpty());
        const Analysis after = analyse(measured);
        QVERIFY(after.standings[1].score < before.standings[1].score);
        QVERIFY(after.standings[0].chanceBest > before.standings[0].chanceBest);
        const auto share =
            after.evidenceShare[static_cast<std::size_t>(decision::Provenance::measured)];
        QVERIFY(share > 0.1 && share < 0.5);
        QCOMPARE(measured.editedRatings(), 2);
    }

    void breakEvensOfMeasuredRatingsSpeakInRequestsPerSecond()
    {
        const Decision measured = applied(m_table, run());
        const Analysis analysis = analyse(measured);
        const auto flip =
            std::find_if(analysis.flips.begin(), analysis.flips.end(), [](const Flip &each) {
                return each.kind == Flip::Kind::rating && each.need == 0 && each.plausible;
            });
        QVERIFY(flip != analysis.flips.end());
        QVERIFY(flip->rawTo.has_value());
        QVERIFY2(flip->sentence.contains(QStringLiteral("requests/s")), qPrintable(flip->sentence));
        // At that value the two are level.
        Decision tie = measured;
        tie.needs[0].ratings[flip->alternative].level =
            levelOf(*flip->rawTo, *tie.needs[0].anchors);
        QVERIFY(std::abs(analyse(tie).netDifference) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestMeasuredEvidence)
#include "measured_evidence_test.moc"
