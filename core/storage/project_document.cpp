// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/decision_document.h"
#include "core/storage/json_fields.h"
#include "core/storage/json_merge.h"
#include "core/storage/json_text.h"
#include "core/storage/project.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <cmath>
#include <optional>

namespace weighbridge::storage
{

namespace
{

QString schemaKey()
{
    return QStringLiteral("schema");
}

std::optional<Error> schemaProblem(const QJsonObject &document)
{
    const QJsonValue schema = document.value(schemaKey());
    const double number = schema.toDouble();
    if (!schema.isDouble() || number < 1 || number != std::floor(number))
        return Error{QStringLiteral("not a project: 'schema' is missing or no version number"),
                     QStringLiteral("Choose a project file (*.weigh)"),
                     {}};
    if (number > kProjectSchema)
        return Error{
            QStringLiteral("made by a newer Weighbridge (schema %1); this one reads up to %2")
                .arg(number)
                .arg(kProjectSchema),
            QStringLiteral("Update the program"),
            {}};
    return std::nullopt;
}

void readRuns(const JsonFields &fields, Project &project)
{
    QSet<QString> seen;
    for (const JsonFields &run : fields.objects(QStringLiteral("runs"))) {
        const QString id = run.identifier(QStringLiteral("id"));
        if (seen.contains(id))
            run.reject(QStringLiteral("id"), QStringLiteral("'%1' is there twice").arg(id));
        seen.insert(id);
        if (!run.sound())
            return;
        auto result = results::benchmarkResultFromJson(run.whole());
        if (!result) {
            run.reject({}, result.error().what);
            return;
        }
        project.runs.push_back(
            std::make_shared<const results::BenchmarkResult>(std::move(result).value()));
    }
}

} // namespace

QByteArray toDocument(const Project &project)
{
    QJsonArray runs;
    for (const auto &run : project.runs)
        runs.append(results::toJson(*run));
    const QJsonObject known{
        {schemaKey(), kProjectSchema},
        {QStringLiteral("program_version"), QStringLiteral(WEIGHBRIDGE_VERSION)},
        {QStringLiteral("title"), project.title},
        {QStringLiteral("client"), project.client},
        {QStringLiteral("decision"), toJson(project.decision)},
        {QStringLiteral("runs"), runs}};
    return QJsonDocument(withFieldsKept(known, project.document)).toJson(QJsonDocument::Indented);
}

Result<Project> fromDocument(const QByteArray &bytes)
{
    const auto document = parseObject(bytes);
    if (!document)
        return document.error();
    if (const auto problem = schemaProblem(*document))
        return *problem;

    QString defect;
    const JsonFields fields(*document, {}, defect);
    Project project;
    project.document = *document;
    project.title = fields.text(QStringLiteral("title"));
    project.client = fields.text(QStringLiteral("client"));
    if (!fields.has(QStringLiteral("decision")))
        fields.reject(QStringLiteral("decision"), QStringLiteral("is missing"));
    project.decision = decisionFrom(fields.object(QStringLiteral("decision")));
    if (defect.isEmpty())
        readRuns(fields, project);
    if (defect.isEmpty())
        defect = decision::firstDefect(project.decision);
    if (!defect.isEmpty())
        return Error{defect, QStringLiteral("Correct it in the file or use an earlier copy"), {}};
    return project;
}

} // namespace weighbridge::storage
