// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_summaries.h"

#include "core/report/benchmark_summary.h"
#include "core/report/summary_lines.h"
#include "core/report/summary_wording.h"

#include <QRegularExpression>
#include <QTest>

using namespace weighbridge;
using namespace weighbridge::report;
using testing::cell;
using testing::django;
using testing::fastapi;
using testing::fiber;
using testing::gin;
using testing::measuredRun;
using testing::MeasuredTarget;
using testing::summaryOf;

/// What a benchmark's summary says, from rounds whose answer is known.
class BenchmarkSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentenceGoesInTheDirectionPeopleSayIt_data();
    void sentenceGoesInTheDirectionPeopleSayIt();
    void everyQuantityHasItsWords();
    void factorsNeverReadAsNone();
    void groupsAreCutFromTheirFirst();
    void whatCannotBeToldApartSaysWhatWouldHaveBeenSeen();
    void sizesAreEqualOrDifferentAfterOneRound();
    void figuresThatAreEqualByChanceAreNotCalledEqual();
    void languagesAndTargetsStandAsTheArticleHasThem();
    void publishedFiguresStandOnlyBesideTheirOwnLoad();
    void anotherProfileOrDatabaseIsNamed();
    void aTargetThatIsNotInOneRunHasNoFigureThere();
    void verdictCountsWhoIsBest();
    void againstAnotherTargetSaysBetterAndWorse();
    void againstATargetWithoutValidFigureComparesNothing();
    void aSingleRunShowsAllItsQuantities();
    void theBuiltInServerIsNoChoice();
    void figuresFollowTheReadersLocale();

private:
    static QStringList names(const BenchmarkSummary &summary, const std::vector<std::size_t> &group)
    {
        QStringList names;
        for (const std::size_t column : group)
            names << summary.targets[column].name;
        return names;
    }
};

void BenchmarkSummaryTest::sentenceGoesInTheDirectionPeopleSayIt_data()
{
    QTest::addColumn<QString>("workload");
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("second");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *workload, double first, double second, const char *sentence) {
        QTest::newRow(sentence) << QString::fromLatin1(workload) << first << second
                                << QString::fromLatin1(sentence);
    };
    add("json", 50'000, 7'000, "FastAPI answers 14 % of what Gin does.");
    add("json", 7'000, 50'000, "Gin answers 14 % of what FastAPI does.");
    add("json", 50'000, 260, "FastAPI answers 0.5 % of what Gin does.");
    add("memory", 22, 68.2, "FastAPI needs 3.1 times the idle memory of Gin.");
    add("memory", 68.2, 22, "Gin needs 3.1 times the idle memory of FastAPI.");
    add("start", 20, 500, "FastAPI needs 25 times the start-up time of Gin.");
    add("size", 12, 96, "FastAPI has 8.0 times the size of Gin.");
}

void BenchmarkSummaryTest::sentenceGoesInTheDirectionPeopleSayIt()
{
    QFETCH(QString, workload);
    QFETCH(double, first);
    QFETCH(double, second);
    const auto rounds = [](double value) {
        return std::vector<double>{value * 0.99, value, value * 1.01};
    };
    const BenchmarkSummary summary =
        summaryOf(workload, 100, {gin(rounds(first)), fastapi(rounds(second))});
    QTEST(summary.rows.front().sentence, "sentence");
    QCOMPARE(summary.verdict.front(), summary.rows.front().sentence);
}

void BenchmarkSummaryTest::everyQuantityHasItsWords()
{
    for (const results::Quantity &quantity : results::quantities()) {
        const results::Wording &words = quantity.wording;
        QVERIFY2(!words.one.isEmpty() && !words.many.isEmpty(), qPrintable(quantity.id));
        QVERIFY2(words.object.count(QStringLiteral("%1")) == 1, qPrintable(quantity.id));
    }
}

void BenchmarkSummaryTest::factorsNeverReadAsNone()
{
    QCOMPARE(factorText(3.14), QStringLiteral("3.1"));
    QCOMPARE(factorText(12.4), QStringLiteral("12"));
    QCOMPARE(factorText(1.04), QStringLiteral("1.04"));
    QCOMPARE(factorText(1.004), QStringLiteral("1.004"));
    QCOMPARE(factorText(1'234), QStringLiteral("1,234"));
    QCOMPARE(factorText(0.52), QStringLiteral("0.52"));
    QCOMPARE(factorText(0.0512), QStringLiteral("0.051"));
    QCOMPARE(percentText(0.14), QStringLiteral("14 %"));
    QCOMPARE(percentText(0.998), QStringLiteral("99.8 %"));
    QCOMPARE(percentText(0.0843), QStringLiteral("8.4 %"));
    QCOMPARE(percentText(1), QStringLiteral("100 %"));
    QCOMPARE(factorText(1), QStringLiteral("1"));
    QCOMPARE(spanText(81.4, 90.6), QStringLiteral("81–91"));
    QCOMPARE(spanText(23.79, 24.1), QStringLiteral("23.8–24.1"));
    QCOMPARE(spanText(0.98, 1.04), QStringLiteral("0.98–1.04"));
    QCOMPARE(detectableText(0.08), QStringLiteral("a difference of 8.0 %"));
    QCOMPARE(detectableText(2.5), QStringLiteral("a factor of 3.5"));
    QCOMPARE(detectableText(1e6), QString());
    QCOMPARE(detectableText({}), QString());
    QCOMPARE(spanText(2, 2), QStringLiteral("2.0"));
}

/// Fiber and Gin are close, Gin and Echo are close, Fiber and Echo are not.
void BenchmarkSummaryTest::groupsAreCutFromTheirFirst()
{
    const MeasuredTarget echo{QStringLiteral("echo"),
                              QStringLiteral("Echo"),
                              QStringLiteral("go"),
                              {943, 940, 944, 941, 942}};
    const BenchmarkSummary summary =
        summaryOf(QStringLiteral("json"), 100,
                  {echo, gin({1'030, 930, 1'020, 935, 975}), fiber({1'001, 999, 1'000, 1'002, 998}),
                   django({81, 79, 80, 82, 78})});
    const SummaryRow &row = summary.rows.front();
    QCOMPARE(row.groups.size(), std::size_t{3});
    QCOMPARE(names(summary, row.groups[0]),
             QStringList({QStringLiteral("Fiber"), QStringLiteral("Gin")}));
    QCOMPARE(names(summary, row.groups[1]), QStringList{QStringLiteral("Echo")});
    QCOMPARE(names(summary, row.groups[2]), QStringList{QStringLiteral("Django")});
    QCOMPARE(row.best, row.groups[0]);
    // Not by chance: the neighbours really cannot be told apart.
    const auto run =
        measuredRun(QStringLiteral("json"), 100, {echo, gin({1'030, 930, 1'020, 935, 975})});
    QVERIFY(!run->ratios.front().different);
}

void BenchmarkSummaryTest::whatCannotBeToldApartSaysWhatWouldHaveBeenSeen()
{
    const BenchmarkSummary summary =
        summaryOf(QStringLiteral("json"), 100,
                  {gin({1'030, 930, 1'020}), fiber({960, 1'040, 980}), django({81, 79, 80})});
    const QString &sentence = summary.rows.front().sentence;
    const QRegularExpression form(
        QStringLiteral("^Gin and Fiber cannot be told apart \\(a difference of [0-9.]+ % would "
                       "have been seen\\); Django answers [78](\\.[0-9])? % of what Gin does\\.$"));
    QVERIFY2(form.match(sentence).hasMatch(), qPrintable(sentence));
}

void BenchmarkSummaryTest::sizesAreEqualOrDifferentAfterOneRound()
{
    const BenchmarkSummary summary =
        summaryOf(QStringLiteral("size"), 1, {gin({12.5}), fiber({12.5}), django({12.6})});
    QCOMPARE(summary.rows.front().sentence,
             QStringLiteral("Gin and Fiber are equal; Django has 1.01 times the size of Gin."));
    QVERIFY(!summary.verdict.join(u' ').contains(QStringLiteral("noise")));
}

void BenchmarkSummaryTest::figuresThatAreEqualByChanceAreNotCalledEqual()
{
    const BenchmarkSummary summary = summaryOf(
        QStringLiteral("json"), 100, {gin({1'000, 1'040, 1'020}), fiber({1'040, 1'020, 1'000})});
    const SummaryRow &row = summary.rows.front();
    QCOMPARE(row.cells[0].value, row.cells[1].value);
    QVERIFY2(row.sentence.contains(QStringLiteral("cannot be told apart")),
             qPrintable(row.sentence));
}

void BenchmarkSummaryTest::languagesAndTargetsStandAsTheArticleHasThem()
{
    auto targets = testing::allTargets(100, 2);
    targets.push_back({QStringLiteral("zed"), QStringLiteral("Zed"), QStringLiteral("go"), {1, 1}});
    targets.push_back(
        {QStringLiteral("axum"), QStringLiteral("Axum"), QStringLiteral("rust"), {1, 1}});
    const BenchmarkSummary summary = summaryOf(QStringLiteral("db"), 100, targets);
    QStringList order;
    for (const SummaryTarget &target : summary.targets)
        order << target.name;
    QCOMPARE(order.join(u' '),
             QStringLiteral("Gin Fiber Echo Zed FastAPI Django Flask Express Axum Reference"));
}

void BenchmarkSummaryTest::publishedFiguresStandOnlyBesideTheirOwnLoad()
{
    const auto isPublished = [](const results::BenchmarkResult &run) {
        const auto lines =
            summaryLines(summarize({std::make_shared<const results::BenchmarkResult>(run)}));
        return std::any_of(lines.begin(), lines.end(), [](const SummaryLine &line) {
            return line.kind == SummaryLine::Kind::published;
        });
    };
    const std::vector<MeasuredTarget> both{gin({1'000, 1'010}), fastapi({100, 101})};
    results::BenchmarkResult run = *measuredRun(QStringLiteral("json"), 1000, both);
    QVERIFY(isPublished(run));
    // Gin has the greatest of these two, so FastAPI's 12,000 are relative to its 95,000.
    const BenchmarkSummary summary = summarize({std::make_shared<results::BenchmarkResult>(run)});
    QCOMPARE(cell(summary, SummaryLine::Kind::published, 0), QStringLiteral("95,000"));
    QCOMPARE(cell(summary, SummaryLine::Kind::published, 1), QStringLiteral("13 %"));
    run.plan.requestsPerSecond = 500;
    QVERIFY(!isPublished(run));
    QVERIFY(!isPublished(*measuredRun(QStringLiteral("json"), 100, both)));
    QVERIFY(!isPublished(*measuredRun(QStringLiteral("db"), 1000, both)));
}

void BenchmarkSummaryTest::anotherProfileOrDatabaseIsNamed()
{
    auto run = measuredRun(QStringLiteral("json"), 1, {gin({500, 500})});
    QCOMPARE(summarize({run}).rows.front().load, QStringLiteral("JSON, 1 connection"));
    run->plan.profile = results::Profile::tuned;
    QCOMPARE(summarize({run}).rows.front().load, QStringLiteral("JSON, 1 connection (tuned)"));
    run->plan.databaseUrl = QStringLiteral("postgresql:///bench");
    QCOMPARE(summarize({run}).rows.front().load,
             QStringLiteral("JSON, 1 connection (tuned, postgresql)"));
}

void BenchmarkSummaryTest::aTargetThatIsNotInOneRunHasNoFigureThere()
{
    const BenchmarkSummary summary =
        summarize({measuredRun(QStringLiteral("json"), 100, {gin({10, 10}), django({1, 1})}),
                   measuredRun(QStringLiteral("db"), 100, {gin({10, 10})})});
    QCOMPARE(summary.targets.size(), std::size_t{2});
    QCOMPARE(summary.rows[1].cells[1].state, SummaryCell::State::absent);
    QCOMPARE(summaryLines(summary).back().cells.last(), QStringLiteral("–"));
}

void BenchmarkSummaryTest::verdictCountsWhoIsBest()
{
    const BenchmarkSummary summary =
        summarize({measuredRun(QStringLiteral("json"), 100,
                               {gin({90, 91, 92}), fiber({60, 61, 60}), django({4, 4, 4})}),
                   measuredRun(QStringLiteral("db"), 100,
                               {gin({90, 91, 92}), fiber({60, 61, 60}), django({4, 4, 4})}),
                   measuredRun(QStringLiteral("memory"), 100,
                               {gin({50, 51, 50}), fiber({20, 20, 21}), django({90, 92, 91})})});
    QCOMPARE(summary.verdict.front(),
             QStringLiteral("Gin is the best in 2 of 3 measurements; Fiber in 1; Django in none."));
    QCOMPARE(summary.verdict[1], QStringLiteral("All 9 results are valid."));
    const BenchmarkSummary together = summarize(
        {measuredRun(QStringLiteral("json"), 100, {gin({103, 93, 102}), fiber({96, 104, 98})}),
         measuredRun(QStringLiteral("db"), 100, {gin({103, 93, 102}), fiber({96, 104, 98})})});
    QCOMPARE(together.verdict.front(),
             QStringLiteral("Gin and Fiber are the best, or cannot be told apart from the best, in "
                            "2 of 2 measurements each."));
}

void BenchmarkSummaryTest::againstAnotherTargetSaysBetterAndWorse()
{
    const std::vector<MeasuredTarget> targets{gin({100, 100.2, 99.9}), fiber({150, 150.1, 150.4}),
                                              django({8, 8.01, 8.02})};
    const BenchmarkSummary load =
        summaryOf(QStringLiteral("json"), 100, targets, QStringLiteral("gin"));
    QCOMPARE(load.rows.front().sentence,
             QStringLiteral("Fiber answers 1.5 times what Gin does, Django 8.0 %."));
    QCOMPARE(names(load, load.rows.front().best), QStringList{QStringLiteral("Fiber")});
    const BenchmarkSummary memory =
        summaryOf(QStringLiteral("memory"), 100, targets, QStringLiteral("gin"));
    QCOMPARE(memory.rows.front().sentence,
             QStringLiteral("Django needs 8.0 % of the idle memory of Gin, Fiber 1.5 times."));
}

void BenchmarkSummaryTest::againstATargetWithoutValidFigureComparesNothing()
{
    const BenchmarkSummary summary =
        summaryOf(QStringLiteral("json"), 100, {gin({}), fiber({10, 10}), django({1, 1})},
                  QStringLiteral("gin"));
    QCOMPARE(summary.rows.front().sentence,
             QStringLiteral("There is no valid figure to compare with."));
    QCOMPARE(cell(summary, SummaryLine::Kind::figures, 2), QStringLiteral("1.00"));
}

void BenchmarkSummaryTest::aSingleRunShowsAllItsQuantities()
{
    auto run = measuredRun(QStringLiteral("json"), 100, {gin({100, 101}), django({8, 8.01})});
    for (results::TargetResult &result : run->results) {
        for (results::Round &round : result.rounds)
            round.memory.peak = result.target == QLatin1String("gin") ? 30 : 90;
    }
    testing::compareAgain(*run);
    const BenchmarkSummary one = summarize({run});
    const auto ofMemory = std::find_if(one.rows.begin(), one.rows.end(), [](const SummaryRow &row) {
        return row.quantity->id == QLatin1String("memory_peak");
    });
    QVERIFY(ofMemory != one.rows.end());
    QCOMPARE(ofMemory->sentence, QStringLiteral("Django needs 3.0 times the peak memory of Gin."));
    // A run without latencies has no row for them.
    QVERIFY(std::none_of(one.rows.begin(), one.rows.end(), [](const SummaryRow &row) {
        return row.quantity->id == QLatin1String("latency_p99");
    }));
    // Of several runs only what each is about.
    const BenchmarkSummary two =
        summarize({run, measuredRun(QStringLiteral("db"), 100, {gin({9, 9}), django({1, 1})})});
    QCOMPARE(two.rows.size(), std::size_t{2});
}

/// It is the ceiling of the machine: shown beside the others, best of nothing.
void BenchmarkSummaryTest::theBuiltInServerIsNoChoice()
{
    const MeasuredTarget reference{QStringLiteral("reference"),
                                   QStringLiteral("Reference"),
                                   QStringLiteral("cpp"),
                                   {2'000, 2'010}};
    const BenchmarkSummary summary = summaryOf(
        QStringLiteral("json"), 100, {reference, gin({1'000, 1'001}), django({80, 80.1})});
    QCOMPARE(summary.rows.front().sentence,
             QStringLiteral("Django answers 8.0 % of what Gin does."));
    QCOMPARE(cell(summary, SummaryLine::Kind::figures, 2), QStringLiteral("200 %"));
    // Asked for, or alone, it is one.
    QCOMPARE(summaryOf(QStringLiteral("json"), 100, {reference, gin({1'000, 1'001})},
                       QStringLiteral("reference"))
                 .rows.front()
                 .sentence,
             QStringLiteral("Gin answers 50 % of what Reference does."));
    QCOMPARE(summaryOf(QStringLiteral("json"), 100, {reference}).verdict.front(),
             QStringLiteral("Reference: 2,005 requests/s."));
}

void BenchmarkSummaryTest::figuresFollowTheReadersLocale()
{
    const BenchmarkSummary summary =
        summarize({measuredRun(QStringLiteral("memory"), 1000,
                               {gin({1'020, 1'020}), django({3'100, 3'150})})},
                  {}, QLocale(QLocale::German));
    QCOMPARE(cell(summary, SummaryLine::Kind::figures, 0), QStringLiteral("1.020"));
    QCOMPARE(summary.rows.front().sentence,
             QStringLiteral("Django needs 3,1 times the idle memory of Gin."));
}

QTEST_GUILESS_MAIN(BenchmarkSummaryTest)
#include "benchmark_summary_test.moc"
