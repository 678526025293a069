// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_summaries.h"

#include "core/report/benchmark_summary.h"
#include "core/report/summary_lines.h"

#include <QTest>

using namespace weighbridge;
using namespace weighbridge::report;
using results::FlagId;
using results::Grade;
using testing::cell;
using testing::django;
using testing::fastapi;
using testing::fiber;
using testing::gin;
using testing::measuredRun;
using testing::summaryOf;

/// What a benchmark's summary says about figures that are missing or not to be relied on, and about
/// all of them.
class SummaryNotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openLoopNamesItsRate();
    void openLoopIsComparedByWhatTheRateLeavesOpen();
    void overloadedOpenLoopShowsHowFarItFellBehind();
    void aFigureThatIsMissingKeepsItsNotes();
    void flagsBecomeNotesTheGravestFirst();
    void whatAllHaveIsSaidOnceWithoutMarks();
    void invalidFiguresAreShownButNotCompared();
    void aFailedTargetSaysWhy();
    void aMissingTargetIsNamedOnce();
    void beingTheOnlyOneIsNotBeingBest();
    void aRemedyIsSaidOnce();
    void allFailedSaysSo();
    void interruptedRunsSaySo();
    void machineVersionsAndPlanAreSaidOnce();
    void oneRoundSaysNothingAboutNoise();
};

void SummaryNotesTest::openLoopNamesItsRate()
{
    auto run = measuredRun(QStringLiteral("json"), 64, {gin({500, 500}), fastapi({480, 470})});
    run->plan.requestsPerSecond = 500;
    QCOMPARE(summarize({run}).rows.front().load,
             QStringLiteral("JSON, 64 connections, 500 requests/s due"));
}

void SummaryNotesTest::openLoopIsComparedByWhatTheRateLeavesOpen()
{
    auto run = measuredRun(QStringLiteral("json"), 64, {gin({500, 500}), fastapi({500, 500})});
    run->plan.requestsPerSecond = 500;
    for (std::size_t i = 0; i < run->results.size(); ++i) {
        for (results::Round &round : run->results[i].rounds) {
            round.latency.samples = 1'000;
            round.latency.p50 = i == 0 ? 2 : 6;
        }
        run->results[i].latency = run->results[i].rounds.front().latency;
    }
    testing::compareAgain(*run);
    const BenchmarkSummary summary = summarize({run});
    for (const SummaryRow &row : summary.rows)
        QVERIFY(row.quantity->id != QLatin1String("requests_per_second"));
    QCOMPARE(summary.verdict.front(),
             QStringLiteral("FastAPI has 3.0 times the median latency of Gin."));
}

void SummaryNotesTest::overloadedOpenLoopShowsHowFarItFellBehind()
{
    auto run = measuredRun(QStringLiteral("json"), 64, {gin({480, 470})});
    run->plan.requestsPerSecond = 60'000;
    for (results::Round &round : run->results[0].rounds)
        round.memory.peak = 30; // which is comparable, but not the point
    run->results[0].flags.push_back({FlagId::overload, Grade::invalid,
                                     QStringLiteral("60,000 requests/s were due, 475 answered."),
                                     QStringLiteral("Choose a rate below 475.")});
    run->results[0].valid = false;
    const BenchmarkSummary summary = summarize({run});
    QCOMPARE(cell(summary, SummaryLine::Kind::figures, 0), QStringLiteral("475 !"));
    QCOMPARE(summary.rows.front().sentence, QStringLiteral("No figure is valid."));
    QCOMPARE(summary.notes.size(), std::size_t{1});
    QCOMPARE(summary.verdict, QStringList{QStringLiteral("No figure is valid.")});
    QVERIFY(summarySentences(summary).isEmpty());
}

void SummaryNotesTest::aFigureThatIsMissingKeepsItsNotes()
{
    auto run = measuredRun(QStringLiteral("json"), 64, {gin({480, 470}), fastapi({9, 9})});
    for (std::size_t i = 0; i < run->results.size(); ++i)
        run->results[i].latency.samples = 1'000;
    run->results[0].latency.p99 = 3;
    run->results[1].flags.push_back({FlagId::fewSamples, Grade::noted,
                                     QStringLiteral("Too few samples."), QStringLiteral("More.")});
    const BenchmarkSummary summary = summarize({run});
    const SummaryRow &row = summary.rows.back();
    QCOMPARE(row.quantity->id, QStringLiteral("latency_p99"));
    QCOMPARE(row.cells[1].state, SummaryCell::State::withoutFigure);
    QCOMPARE(summaryLines(summary).back().cells.last(), QStringLiteral("– a"));
}

void SummaryNotesTest::flagsBecomeNotesTheGravestFirst()
{
    auto run = measuredRun(QStringLiteral("json"), 100,
                           {gin({1'000, 1'010}), fiber({900, 901}), django({80, 81})});
    run->results[0].flags.push_back({FlagId::noisy, Grade::doubtful,
                                     QStringLiteral("The rounds differ by 12 %."),
                                     QStringLiteral("Do this.")});
    run->results[1].flags.push_back({FlagId::errors, Grade::invalid,
                                     QStringLiteral("3 of 10 requests failed."),
                                     QStringLiteral("Do this.")});
    run->results[1].flags.push_back({FlagId::noisy, Grade::doubtful,
                                     QStringLiteral("The rounds differ by 14 %."),
                                     QStringLiteral("Do this.")});
    run->results[1].valid = false;
    const BenchmarkSummary summary = summarize({run});
    QCOMPARE(summary.notes.size(), std::size_t{2});
    QCOMPARE(summary.notes[0].mark, QStringLiteral("a"));
    QCOMPARE(summary.notes[0].grade, Grade::invalid);
    QCOMPARE(summary.notes[0].text,
             QStringLiteral("Fiber, JSON, 100 connections: 3 of 10 requests failed."));
    QCOMPARE(summary.notes[0].remedy, QStringLiteral("Do this."));
    QCOMPARE(summary.notes[1].mark, QStringLiteral("b"));
    QCOMPARE(summary.notes[1].grade, Grade::doubtful);
    QCOMPARE(summary.notes[1].text, QStringLiteral("Gin, JSON, 100 connections (and 1 more): The "
                                                   "rounds differ by 12 %."));
    QCOMPARE(noteText(summary.notes[0]),
             QStringLiteral("Invalid: Fiber, JSON, 100 connections: 3 of 10 requests failed. Do "
                            "this."));
    QCOMPARE(cell(summary, SummaryLine::Kind::figures, 0), QStringLiteral("1,005 ?b"));
    QVERIFY(cell(summary, SummaryLine::Kind::figures, 1).endsWith(QStringLiteral(" % !ab")));
    QVERIFY(!cell(summary, SummaryLine::Kind::figures, 2).contains(u'b'));
    QVERIFY(
        summary.verdict.contains(QStringLiteral("Of 3 results: 1 invalid (!), 1 doubtful (?).")));
}

void SummaryNotesTest::whatAllHaveIsSaidOnceWithoutMarks()
{
    auto run = measuredRun(QStringLiteral("json"), 100, {gin({1'000, 1'010}), fiber({900, 901})});
    for (results::TargetResult &result : run->results)
        result.flags.push_back({FlagId::foreignLoad, Grade::noted,
                                QStringLiteral("Other programs used 7 % of the CPUs."),
                                QStringLiteral("Do this.")});
    const BenchmarkSummary summary = summarize({run});
    QCOMPARE(summary.notes.size(), std::size_t{1});
    QVERIFY(summary.notes.front().mark.isEmpty());
    QCOMPARE(noteMark(summary.notes.front()), QStringLiteral("all"));
    QCOMPARE(cell(summary, SummaryLine::Kind::figures, 0), QStringLiteral("1,005"));
}

void SummaryNotesTest::invalidFiguresAreShownButNotCompared()
{
    auto run = measuredRun(QStringLiteral("json"), 100,
                           {gin({2'000, 2'002}), fiber({1'000, 1'001}), django({80, 80.1})});
    run->results[0].flags.push_back({FlagId::conformance, Grade::invalid,
                                     QStringLiteral("Wrong answers."), QStringLiteral("Do this.")});
    run->results[0].valid = false;
    const BenchmarkSummary summary = summarize({run});
    const SummaryRow &row = summary.rows.front();
    QCOMPARE(summary.targets[*row.reference].name, QStringLiteral("Fiber"));
    QCOMPARE(cell(summary, SummaryLine::Kind::figures, 0), QStringLiteral("200 % !a"));
    QCOMPARE(row.sentence,
             QStringLiteral("Django answers 8.0 % of what Fiber does; no valid figure of Gin."));
}

void SummaryNotesTest::aFailedTargetSaysWhy()
{
    const BenchmarkSummary summary =
        summaryOf(QStringLiteral("json"), 100, {gin({1'000, 1'010}), django({})});
    QCOMPARE(cell(summary, SummaryLine::Kind::figures, 1), QStringLiteral("failed a"));
    QCOMPARE(summary.notes.front().text,
             QStringLiteral("Django, JSON, 100 connections: It did not start"));
    QVERIFY(summary.verdict.contains(QStringLiteral("Of 2 results: 1 failed.")));
    QCOMPARE(summary.rows.front().sentence,
             QStringLiteral("Gin: 1,005 requests/s; no valid figure of Django."));
}

/// In the verdict of a single run, in the sentence of each run of a suite.
void SummaryNotesTest::aMissingTargetIsNamedOnce()
{
    const auto run = measuredRun(QStringLiteral("memory"), 1000,
                                 {gin({25, 25.1}), fiber({19, 19.1}), django({})});
    for (results::TargetResult &result : run->results) {
        for (results::Round &round : result.rounds)
            round.figures = {{QStringLiteral("memory_at_100"), 2 * round.memory.idle}};
    }
    testing::compareAgain(*run);
    const QString missing = QStringLiteral("; no valid figure of Django.");
    const BenchmarkSummary single = summarize({run});
    QVERIFY(single.verdict.front().endsWith(missing));
    QCOMPARE(summarySentences(single).size(), 1);
    QVERIFY(!summarySentences(single).front().contains(QStringLiteral("Django")));
    const BenchmarkSummary suite = summarize({run, run});
    for (const QString &sentence : summarySentences(suite))
        QVERIFY(sentence.endsWith(missing));
    QCOMPARE(summarySentences(suite).size(), 2);
}

void SummaryNotesTest::beingTheOnlyOneIsNotBeingBest()
{
    const auto both =
        measuredRun(QStringLiteral("json"), 1000, {gin({100, 101}), fiber({200, 202})});
    const auto alone = measuredRun(QStringLiteral("db"), 100, {gin({100, 101}), fiber({})});
    const auto none = measuredRun(QStringLiteral("cpu"), 100, {gin({}), fiber({})});
    const auto noneEither = measuredRun(QStringLiteral("sleep"), 100, {gin({}), fiber({})});
    const BenchmarkSummary summary = summarize({both, alone, none, noneEither});
    QCOMPARE(summary.verdict.front(),
             QStringLiteral("Fiber is the best in 1 of 1 measurements; Gin in none. 3 more have no "
                            "two valid figures to compare."));
    QCOMPARE(summarySentences(summary).size(), 3);
    QCOMPARE(summarySentences(summary).last(),
             QStringLiteral("No figure is valid of %1; %2.")
                 .arg(summary.rows[2].load, summary.rows[3].load));
    QCOMPARE(summarize({alone, none}).verdict.front(),
             QStringLiteral("Nothing can be compared: no measurement has two valid figures."));
}

void SummaryNotesTest::aRemedyIsSaidOnce()
{
    auto run = measuredRun(QStringLiteral("json"), 100,
                           {gin({100, 101}), fiber({90, 91}), django({8, 8})});
    const auto flag = [](Grade grade) {
        return results::Flag{FlagId::foreignLoad, grade, QStringLiteral("Others ran."),
                             QStringLiteral("End them.")};
    };
    run->results[0].flags.push_back(flag(Grade::noted));
    run->results[1].flags.push_back(flag(Grade::doubtful));
    const BenchmarkSummary summary = summarize({run});
    QCOMPARE(summary.notes.size(), std::size_t{2});
    QCOMPARE(summary.notes[0].remedy, QStringLiteral("End them."));
    QCOMPARE(summary.notes[1].remedy, QStringLiteral("What to do: see a."));
}

void SummaryNotesTest::allFailedSaysSo()
{
    const BenchmarkSummary one = summaryOf(QStringLiteral("json"), 100, {gin({}), django({})});
    QCOMPARE(one.verdict.front(), QStringLiteral("Nothing was measured."));
    QVERIFY(!one.rows.front().reference);
    const auto run = measuredRun(QStringLiteral("json"), 100, {gin({}), django({})});
    const BenchmarkSummary two = summarize({run, run});
    QCOMPARE(two.verdict.front(), QStringLiteral("There is no valid result."));
    QVERIFY(summarize({}).rows.empty());
    QVERIFY(!summarize({}).verdict.isEmpty());
}

void SummaryNotesTest::interruptedRunsSaySo()
{
    auto run = measuredRun(QStringLiteral("json"), 100, {gin({100, 101}), django({})});
    run->cancelled = true;
    run->results[1].state = results::TargetState::notRun;
    run->results[1].failure.clear();
    const BenchmarkSummary summary = summarize({run});
    QVERIFY(summary.verdict.contains(QStringLiteral("Interrupted: this is what was finished.")));
    QCOMPARE(cell(summary, SummaryLine::Kind::figures, 1), QStringLiteral("not run"));
}

void SummaryNotesTest::machineVersionsAndPlanAreSaidOnce()
{
    auto first = measuredRun(QStringLiteral("json"), 100,
                             {gin({100, 101}), fiber({90, 91}), django({8, 8})});
    for (results::TargetResult &result : first->results) {
        result.frameworkVersion = QStringLiteral("1.2");
        result.runtimeVersion = result.language == QLatin1String("go") ? QStringLiteral("go1.26")
                                                                       : QStringLiteral("3.11");
    }
    auto second = std::make_shared<results::BenchmarkResult>(*first);
    second->plan.workload = QStringLiteral("start");
    const BenchmarkSummary summary = summarize({first, second});
    QStringList facts;
    for (const SummaryFact &fact : summary.facts)
        facts << fact.title + QStringLiteral(": ") + fact.text;
    QCOMPARE(facts.size(), 4);
    QCOMPARE(facts[0], QStringLiteral("Machine: Made-up CPU 3000, 2 cores, 7,956 MiB, Debian "
                                      "GNU/Linux 12 (bookworm), linux 6.1.0"));
    QCOMPARE(facts[1], QStringLiteral("Cores: servers on CPU 0, load generator on CPU 1"));
    QCOMPARE(facts[2], QStringLiteral(
                           "Versions: Gin 1.2 and Fiber 1.2 on go1.26; Django 1.2 on Python 3.11"));
    QCOMPARE(facts[3],
             QStringLiteral("Run: 2 rounds of 10 s; Cold start, files cached: 2 rounds, profile "
                            "production, seed 1, took 1 min 20 s, 2026-11-28 08:00 UTC, "
                            "Weighbridge 0.1.0"));
    // Runs of earlier versions do not know which CPUs they used.
    first->serverCpus.clear();
    first->generatorCpus.clear();
    QCOMPARE(summarize({first}).facts.size(), std::size_t{3});
}

void SummaryNotesTest::oneRoundSaysNothingAboutNoise()
{
    auto run =
        measuredRun(QStringLiteral("json"), 1000, {gin({1'000}), fiber({1'001}), django({80})});
    for (results::TargetResult &result : run->results)
        result.flags.push_back({FlagId::singleRound, Grade::noted, QStringLiteral("One round."),
                                QStringLiteral("Do this.")});
    const BenchmarkSummary summary = summarize({run});
    QCOMPARE(summary.rows.front().sentence,
             QStringLiteral("Gin answers 99.9 % of what Fiber does, Django 8.0 %."));
    QVERIFY(
        summary.verdict.contains(QStringLiteral("One round: nothing can be said about noise.")));
    QVERIFY(summary.notes.empty()); // it is said already
    for (const SummaryLine &line : summaryLines(summary))
        QVERIFY(line.kind != SummaryLine::Kind::ranges);
    QVERIFY(!summary.verdict.join(u' ').contains(QStringLiteral("told apart")));
}

QTEST_GUILESS_MAIN(SummaryNotesTest)
#include "summary_notes_test.moc"
