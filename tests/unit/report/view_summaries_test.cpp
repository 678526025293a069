// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/evidence_share.h"
#include "core/report/measured_tables.h"
#include "core/report/view_summaries.h"

#include <QTest>

#include <algorithm>

using namespace weighbridge;
using namespace weighbridge::report;

/// What stands behind the verdict, and the tables of what was measured.
class ReportFindingsTest : public QObject
{
    Q_OBJECT

private:
    static std::shared_ptr<results::BenchmarkResult> run(const QString &workload, int connections,
                                                         double rate, int day)
    {
        auto made = std::make_shared<results::BenchmarkResult>();
        made->id = QStringLiteral("%1-%2").arg(workload).arg(day);
        made->startedAt = QDateTime(QDate(2026, 11, day), QTime(12, 0), Qt::UTC);
        made->plan.workload = workload;
        made->plan.connections = connections;
        results::TargetResult gin;
        gin.target = QStringLiteral("gin");
        gin.name = QStringLiteral("Gin");
        gin.valid = true;
        results::Round round;
        round.requestsPerSecond = rate;
        round.figures = {{QStringLiteral("size_mib"), 12.5}, {QStringLiteral("files"), 1}};
        gin.rounds.push_back(round);
        made->results.push_back(gin);
        return made;
    }

    static QStringList lines(const Content &content, const QString &title)
    {
        for (const ViewSummary &finding : viewSummaries(content)) {
            if (finding.title == title)
                return finding.lines;
        }
        return {};
    }

    static Content contentWith(std::vector<std::shared_ptr<const results::BenchmarkResult>> runs)
    {
        storage::Project project = storage::sampleProject();
        project.runs = std::move(runs);
        return contentOf(project, QDate(2026, 11, 24));
    }

private Q_SLOTS:
    void whatTheArticleSaysNothingOfCarriesNoneOfItsClaims()
    {
        storage::Project project = storage::sampleProject();
        decision::Decision &decision = project.decision;
        decision.comparison = decision::Comparison::own;
        for (std::size_t i = 0; i < 2; ++i) {
            decision::Alternative &each = decision.alternatives[i];
            each = decision::Alternative();
            each.id = each.name = i == 0 ? QStringLiteral("PostgreSQL") : QStringLiteral("MySQL");
        }
        for (decision::Need &need : decision.needs) {
            for (decision::Rating &rating : need.ratings) {
                const auto level = rating.level;
                rating = decision::Rating();
                rating.level = level;
            }
        }
        const Content content = contentOf(project, QDate(2026, 11, 24));
        for (const QByteArray &document : {toMarkdown(content), toJson(content)}) {
            for (const char *word : {"Python", "FastAPI", "Gin", "quick set", "your team knows"})
                QVERIFY2(!document.contains(word), word);
        }
    }

    void theSampleSaysHowRobustItIs()
    {
        const Content content = contentWith({});
        const QStringList robust = lines(content, QStringLiteral("How robust it is"));
        QCOMPARE(robust.size(), 3);
        QCOMPARE(robust[0], QStringLiteral("Could still be ahead of Go, by 5% or more: Python."));
        QVERIFY(robust[1].contains(QStringLiteral("Go comes before Python")));
    }

    void aSecondOpinionIsToldOnlyWhereItDecidesSomething()
    {
        Content content = contentWith({});
        const QString title = QStringLiteral("Second opinion (PROMETHEE)");
        QVERIFY(content.analysis.secondOpinion.agrees);
        QVERIFY(lines(content, title).isEmpty());
        content.analysis.secondOpinion.decides = true;
        QCOMPARE(lines(content, title).size(), 1);
    }

    void theScoreCanBeRedoneByHand()
    {
        const QStringList sum = lines(contentWith({}), QStringLiteral("How the score is reckoned"));
        QCOMPARE(sum.front(), QStringLiteral("High-traffic API: 7 × 5 = 35"));
        QCOMPARE(sum.back(), QStringLiteral("Together: 135 ÷ 35 = 3.86 for Go"));
    }

    void exclusionsAndRulesCarryTheirReasons()
    {
        storage::Project project = storage::sampleProject();
        project.decision.alternatives[1].exclusion = QStringLiteral("The memory limit is 64 MiB.");
        decision::Effect effect;
        effect.kind = decision::Effect::Kind::exclusion;
        effect.origin = QStringLiteral("B5");
        effect.alternative = QStringLiteral("python");
        effect.sentence = QStringLiteral("Python needs more memory than there is.");
        effect.source = QStringLiteral("Public benchmarks, April 2026");
        project.decision.effects = {effect, effect};
        project.decision.rulesOff = {QStringLiteral("B12")}; // which advises on the sample
        const Content content = contentOf(project, QDate(2026, 11, 24));
        const QStringList out = lines(content, QStringLiteral("Must-haves and exclusions"));
        QVERIFY2(!out.filter(QStringLiteral("Python is out: ")).isEmpty(),
                 qPrintable(out.join('|')));
        // Said once, however often it was applied.
        QCOMPARE(lines(content, QStringLiteral("Answers and rules that were applied")),
                 QStringList{QStringLiteral("B5: Python needs more memory than there is. (Public "
                                            "benchmarks, April 2026)")});
    }

    void capacityIsThereOnceAPeakIsSet()
    {
        QVERIFY(lines(contentWith({}), QStringLiteral("Capacity and cost")).isEmpty());
        storage::Project project = storage::sampleProject();
        project.decision.capacity.peakRequestsPerSecond = 12'000;
        QCOMPARE(lines(contentOf(project, QDate(2026, 11, 24)), QStringLiteral("Capacity and cost"))
                     .size(),
                 2);
    }

    void evidenceSharesAreOnesThatAddUp()
    {
        decision::Analysis analysis;
        analysis.evidenceShare[std::size_t(decision::Provenance::measured)] = 0.62;
        analysis.evidenceShare[std::size_t(decision::Provenance::article)] = 0.38;
        QCOMPARE(decision::evidenceText(analysis.evidenceShare),
                 QStringLiteral("62% measured, 38% the article"));
        QCOMPARE(decision::evidenceText({}), QString());
    }

    void theArticlesWorkloadIsShownInFull()
    {
        const Content content = contentWith({run(QStringLiteral("json"), 1000, 40'000, 20),
                                             run(QStringLiteral("json"), 100, 42'000, 22),
                                             run(QStringLiteral("size"), 1, 0, 23)});
        QCOMPARE(content.run->id, QStringLiteral("json-20"));
        QCOMPARE(contentWith({run(QStringLiteral("size"), 1, 0, 23)}).run->id,
                 QStringLiteral("size-23"));
    }

    void eachWorkloadHasItsNewestRunInATable()
    {
        const auto tables = measuredTables(contentWith(
            {run(QStringLiteral("json"), 1000, 30'000, 20),
             run(QStringLiteral("json"), 1000, 40'000, 21),
             run(QStringLiteral("db"), 100, 38'000, 22), run(QStringLiteral("size"), 1, 0, 23)}));
        QCOMPARE(tables.size(), std::size_t{2});
        const MeasuredTable &throughput = tables[0];
        QCOMPARE(throughput.columns,
                 (QStringList{QStringLiteral("Workload"), QStringLiteral("Gin")}));
        QCOMPARE(throughput.rows.size(), std::size_t{2});
        QCOMPARE(throughput.rows[0], (QStringList{QStringLiteral("JSON, 1,000 connections"),
                                                  QStringLiteral("40,000")}));
        const MeasuredTable &size = tables[1];
        QVERIFY(size.columns.contains(QStringLiteral("Size MiB")));
        QCOMPARE(size.rows[0][1], QStringLiteral("12.5"));
        QVERIFY(!size.rows[0].contains(QStringLiteral("–"))); // what nobody measured has no column
    }

    void whatIsNotValidIsMarked()
    {
        auto invalid = run(QStringLiteral("size"), 1, 0, 23);
        invalid->results[0].valid = false;
        QCOMPARE(measuredTables(contentWith({invalid}))[0].rows[0][1], QStringLiteral("12.5 !"));
    }

    void markdownHasFindingsTablesAndClaims()
    {
        const QString text =
            QString::fromUtf8(toMarkdown(contentWith({run(QStringLiteral("json"), 1000, 40'000, 21),
                                                      run(QStringLiteral("size"), 1, 0, 23)})));
        for (const char *part : {"## A Closer Look", "### How robust it is",
                                 "## The Article's Claims", "| does not add up |", "| 12.5 |"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
    }
};

QTEST_GUILESS_MAIN(ReportFindingsTest)
#include "view_summaries_test.moc"
