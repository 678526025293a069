// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/value_text.h"
#include "core/report/benchmark_summary.h"
#include "core/report/markdown_text.h"
#include "core/report/report_content.h"
#include "core/report/summary_lines.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace weighbridge;
using namespace weighbridge::report;

namespace
{

const QDate kDate(2026, 11, 23);

std::shared_ptr<const results::BenchmarkResult> someRun()
{
    auto run = std::make_shared<results::BenchmarkResult>();
    run->id = QStringLiteral("20261123T221500Z-ab12");
    run->startedAt = QDateTime(kDate, QTime(22, 15), Qt::UTC);
    run->machine.cpuModel = QStringLiteral("Old Faithful 9000");
    run->machine.kernel = QStringLiteral("linux 6.18");
    run->plan.seed = 77;
    results::TargetResult gin;
    gin.target = QStringLiteral("gin");
    gin.name = QStringLiteral("Gin");
    gin.frameworkVersion = QStringLiteral("1.12.0");
    gin.runtimeVersion = QStringLiteral("go1.26.8");
    gin.state = results::TargetState::measured;
    gin.valid = true;
    gin.flags.push_back({results::FlagId::noisy, results::Grade::noted,
                         QStringLiteral("The rounds differ by 25 %."),
                         QStringLiteral("Run again.")});
    for (const double rate : {40'001, 41'035, 42'002}) {
        results::Round round;
        round.requestsPerSecond = rate;
        round.latency.p99 = 12.34;
        round.latency.samples = 40'000;
        round.littlesLaw = {987, 0.987};
        gin.rounds.push_back(round);
    }
    run->results.push_back(gin);
    run->ratios.push_back({QStringLiteral("gin"), QStringLiteral("fastapi"),
                           QStringLiteral("requests_per_second"), 6.1, 5.8, 6.4, true, 0.08});
    return run;
}

QString markdownOf(const storage::Project &project,
                   const std::vector<Section> &sections = allSections())
{
    return QString::fromUtf8(toMarkdown(contentOf(project, kDate, sections)));
}

storage::Project measuredProject()
{
    storage::Project project = storage::sampleProject();
    project.runs.push_back(someRun());
    return project;
}

} // namespace

class MarkdownReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasThePartsOfAnArchitectureDecisionRecord();
    void verdictAndChanceAreStated();
    void erratumIsAFootnoteAndTheWordsStay();
    void figuresMachineVersionsAndSeedAreCarried();
    void theSummaryStandsBeforeTheFigures();
    void rowsOfOpenLoopsNameTheirRate();
    void publishedTableSaysWhatItImplies();
    void sectionsCanBeLeftOut();
    void textOfUsersIsNoMarkup();
    void measuredRatingSaysItsFigure();
    void emptyDecisionMakesAReportWithoutFigures();
    void jsonCarriesTheRun();
};

void MarkdownReportTest::hasThePartsOfAnArchitectureDecisionRecord()
{
    const QString text = markdownOf(measuredProject());
    QVERIFY(text.startsWith(QLatin1String("---\nstatus: proposed\ndate: 2026-11-23\n---\n\n# ")));
    qsizetype last = 0;
    for (const char *heading :
         {"## Context and Problem Statement", "## Decision Drivers", "## Considered Options",
          "## Decision Outcome", "### Consequences", "### Confirmation",
          "## Pros and Cons of the Options", "## More Information"}) {
        const qsizetype at = text.indexOf(QLatin1String(heading));
        QVERIFY2(at > last, heading);
        last = at;
    }
}

void MarkdownReportTest::verdictAndChanceAreStated()
{
    const Content content = contentOf(storage::sampleProject(), kDate);
    const QString text = QString::fromUtf8(toMarkdown(content));
    QVERIFY(text.contains(content.analysis.verdict.headline));
    const QString chance = decision::chanceText(content.analysis.standings[0].chanceBest);
    QVERIFY2(text.contains(QStringLiteral("| Go | 1 | 3.86 | %1 |").arg(escaped(chance))),
             qPrintable(text));
}

void MarkdownReportTest::erratumIsAFootnoteAndTheWordsStay()
{
    const QString text = markdownOf(storage::sampleProject());
    QVERIFY(text.contains(QLatin1String("4 (Larger images)[^learning-curve-python]")));
    QVERIFY(text.contains(QLatin1String("\n[^learning-curve-python]: ")));
}

void MarkdownReportTest::figuresMachineVersionsAndSeedAreCarried()
{
    const QString text = markdownOf(measuredProject());
    for (const char *part :
         {"41,035", "40,001–42,002", "12.3", "987", "95,000", "Old Faithful 9000", "1.12.0",
          "go1.26.8", "seed 77", "20261123T221500Z-ab12", "The rounds differ by 25 %.",
          "Gin: 41,035 requests/s."})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
}

void MarkdownReportTest::theSummaryStandsBeforeTheFigures()
{
    storage::Project project = measuredProject();
    auto other = std::make_shared<results::BenchmarkResult>(*someRun());
    other->plan.workload = QStringLiteral("db");
    project.runs.push_back(other);
    const BenchmarkSummary summary = summarize(project.runs);
    const QString text = markdownOf(project);
    const qsizetype heading = text.indexOf(QLatin1String("## Measured Here"));
    const qsizetype figures = text.indexOf(QLatin1String("### JSON"), heading);
    QVERIFY(heading > 0 && figures > heading);
    for (const QString &sentence : summary.verdict + summarySentences(summary)) {
        const qsizetype at = text.indexOf(escaped(sentence), heading);
        QVERIFY2(at > heading && at < figures, qPrintable(sentence));
    }
    QVERIFY(text.contains(
        QStringLiteral("* all – Noted: Gin, JSON, 1,000 connections (and 1 more): The rounds "
                       "differ by 25 %.")));
}

void MarkdownReportTest::rowsOfOpenLoopsNameTheirRate()
{
    storage::Project project = measuredProject();
    auto other = std::make_shared<results::BenchmarkResult>(*someRun());
    other->plan.requestsPerSecond = 500;
    project.runs.push_back(other);
    const QString text = markdownOf(project);
    const qsizetype table = text.indexOf(QLatin1String("### Throughput by workload"));
    QVERIFY(table > 0);
    QVERIFY(text.indexOf(QLatin1String("| JSON, 1,000 connections |"), table) > table);
    QVERIFY(text.indexOf(QLatin1String("| JSON, 1,000 connections, 500 requests/s due |"), table) >
            table);
}

void MarkdownReportTest::publishedTableSaysWhatItImplies()
{
    const QString text = markdownOf(storage::sampleProject());
    QVERIFY2(text.contains(QLatin1String("| gin | does not add up | 95,000 | 1.20 | 10.5 | 114 |")),
             qPrintable(text));
}

void MarkdownReportTest::sectionsCanBeLeftOut()
{
    const QString text = markdownOf(measuredProject(), {Section::recommendation});
    QVERIFY(text.contains(QLatin1String("## Decision Outcome")));
    QVERIFY(!text.contains(QLatin1String("## Measured Here")));
    QVERIFY(!text.contains(QLatin1String("## More Information")));
}

void MarkdownReportTest::textOfUsersIsNoMarkup()
{
    storage::Project project = storage::sampleProject();
    project.title = QStringLiteral("<script>\n# two | [a](http://b) *c*");
    project.decision.needs[0].name = QStringLiteral("a|b\n| x |");
    project.decision.alternatives[0].name = QStringLiteral("`Go` <img>");
    const QString text = markdownOf(project);
    QVERIFY(!text.contains(QLatin1String(" <script>")));
    QVERIFY(!text.contains(QLatin1String("\n# two")));
    QVERIFY(text.contains(QLatin1String("# \\<script\\> \\# two \\| \\[a\\](http://b) \\*c\\*\n")));
    QVERIFY(text.contains(QLatin1String("| a\\|b \\| x \\| | 7 |")));
    QVERIFY(text.contains(QLatin1String("\\`Go\\` \\<img\\>")));
}

void MarkdownReportTest::measuredRatingSaysItsFigure()
{
    storage::Project project = measuredProject();
    decision::Rating &rating = project.decision.needs[0].ratings[0];
    rating.provenance = decision::Provenance::measured;
    rating.raw = 41'035;
    rating.level = 5;
    rating.source.section = QStringLiteral("Gin");
    QVERIFY(markdownOf(project).contains(
        QLatin1String("5 (measured: 41,000 requests/s, more than needed, Gin)")));
}

void MarkdownReportTest::emptyDecisionMakesAReportWithoutFigures()
{
    const storage::Project empty;
    const QString text = markdownOf(empty);
    QVERIFY(text.contains(QLatin1String("# Stack decision")));
    QVERIFY(!text.contains(QLatin1String("nan")));
}

void MarkdownReportTest::jsonCarriesTheRun()
{
    const auto document = QJsonDocument::fromJson(toJson(contentOf(measuredProject(), kDate)));
    const QJsonObject report = document.object();
    QCOMPARE(report[QStringLiteral("schema")].toInt(), 1);
    QCOMPARE(report[QStringLiteral("run")][QStringLiteral("id")].toString(),
             QStringLiteral("20261123T221500Z-ab12"));
    QCOMPARE(report[QStringLiteral("decision")][QStringLiteral("verdict")][QStringLiteral("leader")]
                 .toString(),
             QStringLiteral("go"));
}

QTEST_GUILESS_MAIN(MarkdownReportTest)
#include "markdown_report_test.moc"
