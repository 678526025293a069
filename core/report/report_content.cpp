// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_content.h"

#include "core/evidence/run_questions.h"
#include "core/knowledge/advice.h"
#include "core/knowledge/catalogue.h"
#include "core/report/decision_json.h"
#include "core/report/measured_tables.h"
#include "core/report/view_summaries.h"
#include "core/results/quantity.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace weighbridge::report
{

namespace
{

constexpr int kReportSchema = 1;

/// Of the article's workload where there is one, else of the workload measured last.
results::RunChoice shownRun(const storage::Project &project)
{
    const auto ask = [&](const QString &workload) {
        return results::chooseToShow(evidence::questionOf(project.decision, workload,
                                                          results::quantitiesOf(workload).value(0)),
                                     project.runs);
    };
    results::RunChoice choice = ask(article::builtInArticle().workload);
    const results::RunPointer newest = results::newestOf(project.runs);
    return choice.run || !newest ? choice : ask(newest->plan.workload);
}

/// Of an alternative, or of its language, the catalogue knows something.
bool isKnown(const decision::Alternative &alternative)
{
    const knowledge::Catalogue &catalogue = knowledge::builtInCatalogue();
    return catalogue.languages.alternativeIndex(alternative.id) ||
           catalogue.frameworks.alternativeIndex(alternative.id);
}

} // namespace

const std::vector<Section> &allSections()
{
    static const std::vector<Section> all{
        Section::recommendation, Section::table,     Section::why,       Section::chance,
        Section::views,          Section::benchmark, Section::published, Section::claims,
        Section::flips,          Section::method};
    return all;
}

Content contentOf(const storage::Project &project, const QDate &date,
                  const std::vector<Section> &sections)
{
    const article::Article &article = article::builtInArticle();
    Content content;
    content.title = project.title;
    content.client = project.client;
    content.date = date;
    content.runs = project.runs;
    content.shown = shownRun(project);
    content.run = content.shown.run;
    decision::AnalysisOptions options;
    options.complete = true;
    options.today = date;
    if (content.run)
        options.machine = content.run->machine.fingerprint;
    content.analysis = decision::analyse(project.decision, options);
    content.decision =
        knowledge::withAdvice(project.decision, content.analysis, knowledge::builtInCatalogue());
    const auto &alternatives = project.decision.alternatives;
    content.isOfTheArticle = std::any_of(alternatives.begin(), alternatives.end(), isKnown);
    content.sections = sections;
    if (content.isOfTheArticle) {
        content.published = article::checkPublishedFigures(article);
        content.claims = article::assessClaims(article, project.runs);
    } else {
        std::erase_if(content.sections, [](Section section) {
            return section == Section::published || section == Section::claims;
        });
    }
    content.programVersion = QStringLiteral(WEIGHBRIDGE_VERSION);
    return content;
}

QByteArray toJson(const Content &content)
{
    QJsonObject report = claimsJson(content.claims, content.published,
                                    content.isOfTheArticle ? article::builtInArticle().errata
                                                           : std::vector<article::Erratum>());
    report.insert(QStringLiteral("schema"), kReportSchema);
    report.insert(QStringLiteral("program_version"), content.programVersion);
    report.insert(QStringLiteral("title"), content.title);
    report.insert(QStringLiteral("client"), content.client);
    report.insert(QStringLiteral("date"), content.date.toString(Qt::ISODate));
    report.insert(QStringLiteral("decision"),
                  decisionJson(content.decision, content.analysis, content.runs));
    report.insert(QStringLiteral("run"), content.run ? QJsonValue(results::toJson(*content.run))
                                                     : QJsonValue(QJsonValue::Null));
    QJsonArray findings;
    for (const ViewSummary &finding : viewSummaries(content))
        findings.append(
            QJsonObject{{QStringLiteral("title"), finding.title},
                        {QStringLiteral("lines"), QJsonArray::fromStringList(finding.lines)}});
    report.insert(QStringLiteral("findings"), findings);
    QJsonArray tables;
    for (const MeasuredTable &table : measuredTables(content)) {
        QJsonArray rows;
        for (const QStringList &row : table.rows)
            rows.append(QJsonArray::fromStringList(row));
        tables.append(
            QJsonObject{{QStringLiteral("title"), table.title},
                        {QStringLiteral("caption"), table.caption},
                        {QStringLiteral("columns"), QJsonArray::fromStringList(table.columns)},
                        {QStringLiteral("rows"), rows}});
    }
    report.insert(QStringLiteral("tables"), tables);
    return QJsonDocument(report).toJson(QJsonDocument::Indented);
}

} // namespace weighbridge::report
