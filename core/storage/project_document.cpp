// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json/reader.h"
#include "core/base/json/text.h"
#include "core/storage/decision_document.h"
#include "core/storage/json_merge.h"
#include "core/storage/project.h"
#include "core/storage/words.h"

#include <QJsonArray>
#include <QJsonDocument>

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

/// Where the text says nothing of a project, another file was meant.
Error asNoProject(Error error)
{
    if (error.remedy.isEmpty())
        error.remedy = Words::tr("Choose a project file (*.weigh)");
    return error;
}

std::optional<Error> schemaProblem(const QJsonObject &document)
{
    const QJsonValue schema = document.value(schemaKey());
    const double number = schema.toDouble();
    if (!schema.isDouble() || number < 1 || number != std::floor(number))
        return Error{Words::tr("not a project: 'schema' is missing or no version number"),
                     Words::tr("Choose a project file (*.weigh)"),
                     {}};
    if (number > kProjectSchema)
        return Error{Words::tr("made by a newer Weighbridge (schema %1); this one reads up to %2")
                         .arg(number)
                         .arg(kProjectSchema),
                     Words::tr("Update the program"),
                     {}};
    return std::nullopt;
}

std::vector<std::shared_ptr<const results::BenchmarkResult>> runsFrom(const json::Reader &project)
{
    std::vector<std::shared_ptr<const results::BenchmarkResult>> runs;
    for (auto &run : json::uniqueListFrom(project, "runs", results::benchmarkResultFrom))
        runs.push_back(std::make_shared<const results::BenchmarkResult>(std::move(run)));
    return runs;
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
    const auto document = json::parseObject(bytes);
    if (!document)
        return asNoProject(document.error());
    if (const auto problem = schemaProblem(*document))
        return *problem;

    const json::Reader fields(*document);
    Project project;
    project.document = *document;
    project.title = fields.valueOr<QString>("title");
    project.client = fields.valueOr<QString>("client");
    project.decision = decisionFrom(fields.requiredObject("decision"));
    project.runs = runsFrom(fields);
    if (fields.sound())
        fields.reject({}, decision::firstDefect(project.decision));
    if (!fields.sound())
        return Error{
            fields.mistake(), Words::tr("Correct it in the file or use an earlier copy"), {}};
    return project;
}

} // namespace weighbridge::storage
