// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured_runs.h"

#include "app/command_line/bench_arguments.h"
#include "app/command_line/bench_output.h"
#include "app/command_line/wrapped_text.h"
#include "core/results/workload.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace weighbridge;
using namespace weighbridge::app;
using results::FlagId;
using results::Grade;
using testing::measuredRun;
using testing::MeasuredTarget;

namespace
{

/// As a target's rounds scatter: some per cent up and down, the same every time.
std::vector<double> scattered(double value, int rounds, int phase)
{
    constexpr double kSteps[] = {0, 0.021, -0.017, 0.008, -0.012};
    std::vector<double> values;
    for (int i = 0; i < rounds; ++i)
        values.push_back(value * (1 + kSteps[(i + phase) % 5]));
    return values;
}

std::shared_ptr<results::BenchmarkResult> quickRun(const QString &workload, int connections,
                                                   const std::vector<double> &values)
{
    auto targets = testing::allTargets(1, 1);
    targets.erase(targets.begin()); // the built-in server is not in the quick set
    for (std::size_t i = 0; i < targets.size(); ++i)
        targets[i].values = scattered(values[i], workload == QLatin1String("size") ? 1 : 3,
                                      workload == QLatin1String("size") ? 0 : int(i));
    auto run = measuredRun(workload, connections, targets);
    run->plan.duration = std::chrono::milliseconds(1500);
    const QHash<QString, QString> runtimes{{QStringLiteral("go"), QStringLiteral("go1.26.8")},
                                           {QStringLiteral("python"), QStringLiteral("3.11.2")},
                                           {QStringLiteral("node"), QStringLiteral("20.1.0")}};
    for (results::TargetResult &result : run->results) {
        result.frameworkVersion = QStringLiteral("1.2.3");
        result.runtimeVersion = runtimes.value(result.language);
    }
    return run;
}

/// Express, Flask, Django, FastAPI, Echo, Fiber, Gin.
Runs quickSet()
{
    auto json = quickRun(QStringLiteral("json"), 1000,
                         {12'400, 4'400, 4'050, 7'200, 44'800, 52'100, 43'900});
    json->results[2].flags.push_back(
        {FlagId::errors, Grade::invalid, QStringLiteral("31 of 12,150 requests failed (0.26 %)."),
         QStringLiteral(
             "See what the server logs; fewer connections may be what it can serve.")});
    json->results[2].valid = false;
    json->results[0].flags.push_back(
        {FlagId::unfair, Grade::doubtful,
         QStringLiteral("The connections were served unevenly: between 3 and 41 requests each."),
         QStringLiteral("Look for the server's limit of connections or workers, or try fewer "
                        "--connections.")});
    Runs runs{
        json,
        quickRun(QStringLiteral("db"), 100, {7'900, 1'900, 1'500, 2'600, 21'000, 23'000, 20'900}),
        quickRun(QStringLiteral("start"), 1, {310, 420, 690, 980, 18, 19, 18.2}),
        quickRun(QStringLiteral("size"), 1, {61, 22.5, 41, 58, 12.5, 12.5, 14})};
    for (auto &run : runs) {
        auto changed = std::make_shared<results::BenchmarkResult>(*run);
        for (results::TargetResult &result : changed->results)
            result.flags.push_back(
                {FlagId::foreignLoad, Grade::noted,
                 QStringLiteral("Other programs used 7.1 % of the CPUs during the window."),
                 QStringLiteral("End other programs, or run again when they are done.")});
        run = changed;
    }
    return runs;
}

/// The first line that is wider than it may be.
QString tooWide(const QString &text)
{
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.size() > kTextColumns)
            return line;
    }
    return {};
}

QString problemOf(const QStringList &arguments)
{
    Arguments line = benchArguments();
    if (line.parse(arguments))
        return QStringLiteral("not even parsed");
    static_cast<void>(suiteFrom(line));
    return line.usageError() ? QStringLiteral("rejected") : QString();
}

} // namespace

/// What `bench` prints.
class BenchTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void madeUpQuickSetReadsAsKept();
    void noTextIsWiderThanItMayBe();
    void aSingleRunHasTheFiguresOfEachTarget();
    void allRatiosAreAboveOne();
    void quietSaysTheVerdictAlone();
    void outputsThatExcludeEachOtherAreRejected_data();
    void outputsThatExcludeEachOtherAreRejected();
};

/// Kept as a file so that a change of the text is seen in review.
void BenchTextTest::madeUpQuickSetReadsAsKept()
{
    QFile kept(QStringLiteral(WEIGHBRIDGE_SOURCE_DIR "/tests/data/bench_text/quick_set.txt"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QString expected = QString::fromUtf8(kept.readAll());
    const QString text = benchText(quickSet(), {}, {});
    if (text != expected) {
        const QString path = QStringLiteral(WEIGHBRIDGE_BINARY_DIR "/bench_text_quick_set.txt");
        QFile made(path);
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(text.toUtf8());
        QFAIL(qPrintable(QStringLiteral("differs: compare %1 with %2").arg(path, kept.fileName())));
    }
}

void BenchTextTest::noTextIsWiderThanItMayBe()
{
    std::mt19937 random(11);
    const auto some = [&random](unsigned most) { return int(random() % (most + 1)); };
    const auto words = [&](int most) {
        QString text;
        for (int left = some(unsigned(most)); left >= 0; --left)
            text += QChar(QStringLiteral("abcdefghiäöü ÷–%1234<>|&=,\"\t\n").at(some(28)));
        return text;
    };
    const QStringList workloads = results::workloadIds();
    for (int i = 0; i < 25; ++i) {
        Runs runs;
        for (int left = some(4); left >= 0; --left) {
            std::vector<MeasuredTarget> targets;
            for (int target = some(11); target >= 0; --target) {
                std::vector<double> values;
                for (int round = some(3); round > 0; --round)
                    values.push_back(std::pow(10, some(16) - 4) * (1 + some(99) / 100.0));
                targets.push_back({QStringLiteral("t%1").arg(target), words(40),
                                   QStringLiteral("l%1").arg(some(3)), values});
            }
            auto run = measuredRun(workloads[some(unsigned(workloads.size()) - 1)],
                                   1 + some(99'999), targets);
            for (results::TargetResult &result : run->results) {
                result.frameworkVersion = words(20);
                result.runtimeVersion = words(30);
                for (int flag = some(3); flag > 0; --flag)
                    result.flags.push_back(
                        {FlagId(some(int(FlagId::other))), Grade(some(2)), words(300), words(90)});
            }
            runs.push_back(run);
        }
        BenchText how;
        how.against = some(1) == 1 ? QStringLiteral("t0") : QString();
        how.ratios = BenchText::Ratios::ofAllPairs;
        const QString text = benchText(runs, how, {});
        QCOMPARE(tooWide(text), QString());
        QCOMPARE(tooWide(benchVerdict(runs, how, {})), QString());
    }
}

void BenchTextTest::aSingleRunHasTheFiguresOfEachTarget()
{
    const Runs one{quickSet()[1]};
    const QString text = benchText(one, {}, {});
    for (const char *figure : {"21,067", "1,915", "23,000"}) // medians, not only of the best
        QVERIFY2(text.contains(QLatin1String(figure)), qPrintable(text));
    QVERIFY(!benchText(quickSet(), {}, {}).contains(QStringLiteral("1,915")));
}

void BenchTextTest::allRatiosAreAboveOne()
{
    BenchText how;
    how.ratios = BenchText::Ratios::ofAllPairs;
    const QString text = benchText({quickSet()[1]}, how, {});
    const QRegularExpression ratio(QStringLiteral("^  \\S+ ÷ \\S+ +([0-9.,]+)"),
                                   QRegularExpression::MultilineOption);
    int count = 0;
    for (auto found = ratio.globalMatch(text); found.hasNext(); ++count)
        QVERIFY(found.next().captured(1).remove(u',').toDouble() >= 1);
    QCOMPARE(count, 7 * 6 / 2);
    QVERIFY(!benchText({quickSet()[1]}, {}, {}).contains(QStringLiteral(" ÷ ")));
}

void BenchTextTest::quietSaysTheVerdictAlone()
{
    const QString text = benchVerdict(quickSet(), {}, {});
    QVERIFY(benchText(quickSet(), {}, {}).startsWith(text));
    QVERIFY(text.count(QLatin1Char('\n')) <= 4);
}

void BenchTextTest::outputsThatExcludeEachOtherAreRejected_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("good");
    const auto add = [](const char *arguments, bool good) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ') << good;
    };
    add("--targets reference --csv", true);
    add("--targets reference --csv --quiet", true);
    add("--targets reference -q", true);
    add("--targets reference --json --csv", false);
    add("--targets reference --ratios", true);
    add("--targets reference --ratios --json", false);
    add("--targets reference --ratios --quiet", false);
    add("--targets reference,gin --against gin", true);
    add("--targets reference,gin --against flask", false);
    add("--quick --against gin", true);
    add("--quick --against nobody", false);
    add("--targets reference,gin --against gin --csv", false);
}

void BenchTextTest::outputsThatExcludeEachOtherAreRejected()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, good);
    QCOMPARE(problemOf(arguments).isEmpty(), good);
}

QTEST_GUILESS_MAIN(BenchTextTest)
#include "bench_text_test.moc"
