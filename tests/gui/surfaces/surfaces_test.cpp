// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_targets.h"
#include "painted_text.h"
#include "single_run.h"

#include "app/command_line/bench_output.h"
#include "core/article/claims.h"
#include "core/evidence/capacity.h"
#include "core/evidence/measured_evidence.h"
#include "core/evidence/run_questions.h"
#include "core/knowledge/catalogue.h"
#include "core/report/report_content.h"
#include "core/report/summary_lines.h"
#include "core/results/columns.h"
#include "core/storage/project.h"
#include "ui/compare/published_chart.h"
#include "ui/models/result_table_model.h"
#include "ui/report/report_document.h"

#include <QHash>
#include <QJsonObject>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace weighbridge;
using namespace weighbridge::results;

namespace
{

/// What a surface says: for "Gin, p99 ms" the text that stands there.
using Cells = QHash<QString, QString>;

QString keyOf(const QString &target, const QString &heading)
{
    return target + QStringLiteral(", ") + heading;
}

/// The cells of a table as lists of texts, the names of its rows in the first column.
void addTable(Cells &cells, const QStringList &head, const QStringList &row)
{
    for (qsizetype i = 1; i < std::min(head.size(), row.size()); ++i)
        cells.insert(keyOf(row.front(), head[i]), row[i]);
}

/// Where a document has a quantity: of its value, or of the object with its interval.
struct KeyOf {
    const char *quantity;
    const char *object;
    const char *key;
};
constexpr KeyOf kKeys[] = {
    {"requests_per_second", "requests_per_second", "median"},
    {"latency_mean", "latency_ms", "mean"},
    {"latency_p50", "latency_ms", "p50"},
    {"latency_p90", "latency_ms", "p90"},
    {"latency_p99", "latency_ms", "p99"},
    {"latency_max", "latency_ms", "max"},
    {"memory_idle", "memory_mib", "idle"},
    {"memory_load", "memory_mib", "load"},
    {"memory_peak", "memory_mib", "peak"},
    {"cpu_us_per_request", "cpu_us_per_request", nullptr},
    {"start_ms", "start_ms", nullptr},
    {"errors", "errors", nullptr},
    {"connections_in_use", "littles_law", "implied_connections"},
};

} // namespace

/// One benchmark, shown by everything that shows one: the same figures with the same digits, units
/// and intervals.
class SurfacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theDocumentHasThem();
    void theCommandLineHasThem();
    void theWindowHasThem();
    void markdownHasThem();
    void thePageAndThePdfHaveThem();
    void theySayTheSameOfTheRun();
    void theyAreComparedRatedClaimedAndCountedWith();

private:
    void check(const Cells &cells, Detail detail) const;
    [[nodiscard]] report::Content content() const;
    [[nodiscard]] std::vector<QStringList> paintedLines() const;
    [[nodiscard]] Interval figureOf(const char *quantity) const;

    std::shared_ptr<BenchmarkResult> m_run;
};

void SurfacesTest::initTestCase()
{
    WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("python"));
    testing::FakeTargets targets;
    targets.addServer(QStringLiteral("ok"));
    BenchmarkPlan plan;
    plan.targets = {QStringLiteral("reference"), QStringLiteral("ok")};
    plan.connections = 10;
    plan.rounds = 3;
    plan.duration = plan.warmUpCap = std::chrono::milliseconds(300);
    const auto run = testing::runBenchmark(plan);
    QVERIFY2(run.hasValue(), qPrintable(run ? QString() : run.error().message()));
    m_run = std::make_shared<BenchmarkResult>(*run);
    // As one that the article and the catalogue know, whatever else the machine did meanwhile: what
    // a flag does to a figure is no part of this.
    m_run->plan.connections = 1000; // those that the published figures stand beside
    for (TargetResult &each : m_run->results) {
        each.flags.clear();
        each.valid = true;
        each.written = writtenFigures(each, m_run->plan);
    }
    TargetResult &other = m_run->results.back();
    QVERIFY2(other.rounds.size() == 3, qPrintable(other.failure));
    other.target = QStringLiteral("gin");
    other.name = QStringLiteral("Gin");
    for (Ratio &ratio : m_run->ratios)
        ratio.b = other.target;
    QVERIFY(figureOf("requests_per_second").median > 0);
    QVERIFY(figureOf("requests_per_second").hasRange());
    QVERIFY(figureOf("memory_peak").median > 0);
}

Interval SurfacesTest::figureOf(const char *quantity) const
{
    return summaryOf(m_run->results.back(), quantityOf(QString::fromLatin1(quantity)))
        .value_or(Interval());
}

void SurfacesTest::check(const Cells &cells, Detail detail) const
{
    const auto columns = columnsOf(*m_run, detail);
    QVERIFY(columns.size() > 5);
    for (const TargetResult &result : m_run->results) {
        for (const Column &column : columns) {
            const QString key = keyOf(result.name, headingOf(column));
            QVERIFY2(cells.contains(key), qPrintable(key));
            QVERIFY2(cells.value(key) == cellText(result, column),
                     qPrintable(QStringLiteral("%1: %2 instead of %3")
                                    .arg(key, cells.value(key), cellText(result, column))));
        }
    }
}

report::Content SurfacesTest::content() const
{
    storage::Project project = storage::sampleProject();
    project.runs = {m_run};
    return report::contentOf(project, QDate(2026, 11, 28), {report::Section::benchmark});
}

void SurfacesTest::theDocumentHasThem()
{
    const QJsonObject document = toJson(*m_run);
    for (std::size_t i = 0; i < m_run->results.size(); ++i) {
        const QJsonObject written = document[QStringLiteral("results")][qsizetype(i)].toObject();
        for (const KeyOf &place : kKeys) {
            const Quantity &quantity = quantityOf(QString::fromLatin1(place.quantity));
            QJsonValue value = written[QLatin1String(place.object)];
            if (place.key)
                value = value[QLatin1String(place.key)];
            const auto summary = summaryOf(m_run->results[i], quantity);
            QVERIFY2(summary.has_value() != value.isNull(), place.quantity);
            if (summary)
                QCOMPARE(value.toDouble(), summary->median);
        }
        const QJsonValue throughput = written[QStringLiteral("requests_per_second")];
        const auto summary = summaryOf(m_run->results[i], quantityOf(u"requests_per_second"));
        QCOMPARE(throughput[QStringLiteral("low")].toDouble(), summary->low);
        QCOMPARE(throughput[QStringLiteral("high")].toDouble(), summary->high);
    }
    const auto back = benchmarkResultFromJson(document);
    QVERIFY2(back.hasValue(), qPrintable(back ? QString() : back.error().message()));
    for (std::size_t i = 0; i < m_run->results.size(); ++i) {
        for (const Quantity &quantity : quantities())
            QCOMPARE(summaryOf(back->results[i], quantity), summaryOf(m_run->results[i], quantity));
    }
}

void SurfacesTest::theCommandLineHasThem()
{
    Cells cells;
    QStringList head;
    for (const QString &line : app::benchText({m_run}, {}, {}).split(QLatin1Char('\n'))) {
        static const QRegularExpression gap(QStringLiteral(" {2,}"));
        const QStringList row = line.split(gap);
        if (row.front() == QLatin1String("Target"))
            head = row;
        else if (row.size() == head.size())
            addTable(cells, head, row);
    }
    check(cells, Detail::usual);
}

void SurfacesTest::theWindowHasThem()
{
    session::BenchmarkSession session;
    models::ResultTableModel model(session, article::builtInArticle());
    QSignalSpy changed(&session, &session::BenchmarkSession::targetsChanged);
    session.refreshTargets();
    QVERIFY(changed.wait(60'000));
    session.show(m_run);
    Cells cells;
    QStringList head;
    for (int column = 0; column < model.columnCount(); ++column)
        head << (model.columnKind(column) == models::ResultTableModel::measuredColumn
                     ? headingOf(columnsOf(*m_run).front())
                     : model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (int number = 0; number < model.rowCount(); ++number) {
        const QModelIndex first = model.index(number, 0);
        const auto *result =
            m_run->find(first.data(models::ResultTableModel::seriesRole).toString());
        if (!result)
            continue;
        QStringList row{result->name};
        for (int column = 1; column < model.columnCount(); ++column)
            row << first.siblingAtColumn(column).data().toString();
        addTable(cells, head, row);
    }
    check(cells, Detail::usual);
}

void SurfacesTest::markdownHasThem()
{
    Cells cells;
    QStringList head;
    const QString text = QString::fromUtf8(report::toMarkdown(content()));
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        QStringList row;
        for (const QString &cell : line.split(QLatin1Char('|')).mid(1))
            row << cell.trimmed();
        if (row.isEmpty())
            continue;
        if (row.front() == QLatin1String("Target"))
            head = row;
        else
            addTable(cells, head, row);
    }
    check(cells, Detail::full);
}

std::vector<QStringList> SurfacesTest::paintedLines() const
{
    const report_page::ReportDocument document(content(), report_page::Paper::a4);
    std::vector<QStringList> lines;
    for (int number = 0; number < document.pageCount(); ++number) {
        testing::PaintedText sheet(document.pageSize());
        QPainter painter(&sheet);
        document.paintPage(painter, number);
        painter.end();
        for (QStringList &line : sheet.lines())
            lines.push_back(std::move(line));
    }
    return lines;
}

void SurfacesTest::thePageAndThePdfHaveThem()
{
    const std::vector<QStringList> lines = paintedLines();
    const auto columns = columnsOf(*m_run);
    QStringList words;
    for (const QStringList &line : lines)
        words += line.join(QLatin1Char(' ')).split(QLatin1Char(' '));
    for (const Column &column : columns) {
        for (const QString &word : headingOf(column).split(QLatin1Char(' ')))
            QVERIFY2(words.contains(word), qPrintable(word));
    }
    for (const TargetResult &result : m_run->results) {
        QStringList expected{result.name};
        for (const Column &column : columns) {
            const QString text = cellText(result, column);
            const bool isFigure = column.part == Column::Part::value && text != noFigure();
            const auto grade = gravest(result.flags);
            expected << (!isFigure                  ? text
                         : grade == Grade::invalid  ? text + QStringLiteral(" !")
                         : grade == Grade::doubtful ? text + QStringLiteral(" ?")
                                                    : text);
        }
        const bool found = std::find(lines.begin(), lines.end(), expected) != lines.end();
        QVERIFY2(found, qPrintable(expected.join(QStringLiteral(" | "))));
    }
}

/// Verdict, table and sentences; that of the window is compared where its page is.
void SurfacesTest::theySayTheSameOfTheRun()
{
    static const QRegularExpression gap(QStringLiteral(" {2,}"));
    const QStringList terminal = app::benchText({m_run}, {}, {}).split(QLatin1Char('\n'));
    const QStringList markdown =
        QString::fromUtf8(report::toMarkdown(content())).split(QLatin1Char('\n'));
    const auto rowsOf = [](const QStringList &lines, auto separator) {
        std::vector<QStringList> rows;
        for (const QString &line : lines) {
            QStringList row;
            for (const QString &cell : line.split(separator, Qt::SkipEmptyParts))
                row << cell.trimmed();
            row.removeAll(QString());
            rows.push_back(row);
        }
        return rows;
    };
    QStringList painted;
    const std::vector<QStringList> page = paintedLines();
    for (const QStringList &line : page)
        painted += line;
    const std::vector<std::vector<QStringList>> tables{rowsOf(terminal, gap),
                                                       rowsOf(markdown, QLatin1Char('|')), page};
    const QStringList texts{terminal.join(QLatin1Char(' ')).simplified(),
                            markdown.join(QLatin1Char(' ')).simplified(),
                            painted.join(QLatin1Char(' ')).simplified()};

    const report::BenchmarkSummary summary = report::summarize({m_run});
    const std::vector<report::SummaryLine> lines = report::summaryLines(summary);
    QVERIFY(lines.size() > 5);
    for (const report::SummaryLine &line : lines) {
        QStringList row = QStringList{line.label} + line.cells;
        row.removeAll(QString());
        for (const auto &rows : tables)
            QVERIFY2(std::find(rows.begin(), rows.end(), row) != rows.end(),
                     qPrintable(row.join(QStringLiteral(" | "))));
    }
    for (const QString &sentence : summary.verdict + report::summarySentences(summary)) {
        for (const QString &text : texts)
            QVERIFY2(text.contains(sentence), qPrintable(sentence + QLatin1Char('\n') + text));
    }
}

void SurfacesTest::theyAreComparedRatedClaimedAndCountedWith()
{
    const decision::Decision table = knowledge::builtInCatalogue().table;
    const results::RunChoice chosen =
        results::chooseToShow(evidence::questionOf(table, m_run->plan.workload, {}), {m_run});
    for (const QString &id : compare::publishedQuantities()) {
        for (const auto &figure : compare::comparedFigures(article::builtInArticle(), chosen, id)) {
            if (figure.target == QLatin1String("gin"))
                QCOMPARE(figure.measured, std::optional(figureOf(id.toLatin1()).median));
        }
    }
    const auto proposals = evidence::propose(table, {m_run});
    QVERIFY(!proposals.ratings.empty());
    for (const auto &proposal : proposals.ratings)
        QCOMPARE(*proposal.rating.raw,
                 figureOf(table.needs[proposal.need].quantity.toLatin1()).median);

    decision::Decision sized = table;
    sized.capacity.peakRequestsPerSecond = 1000;
    sized.capacity.runs = {m_run->id};
    const auto capacities = evidence::capacities(sized, {m_run});
    const auto sizedByGin =
        std::find_if(capacities.begin(), capacities.end(),
                     [](const auto &each) { return each.target == QLatin1String("gin"); });
    QVERIFY(sizedByGin != capacities.end());
    QCOMPARE(sizedByGin->capacity->memoryMib.median,
             sizedByGin->capacity->instances.median * figureOf("memory_peak").median);

    const auto claims = article::assessClaims(article::builtInArticle(), {m_run});
    const auto row = std::find_if(claims.begin(), claims.end(), [](const auto &claim) {
        return claim.measured.startsWith(QLatin1String("Gin: "));
    });
    QVERIFY(row != claims.end());
    for (const char *id : {"requests_per_second", "latency_mean", "memory_peak"}) {
        const QString text =
            valueWithUnit(quantityOf(QString::fromLatin1(id)), figureOf(id).median);
        QVERIFY2(row->measured.contains(text), qPrintable(row->measured + u'\n' + text));
    }
}

QTEST_MAIN(SurfacesTest)
#include "surfaces_test.moc"
