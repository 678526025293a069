// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json/reader.h"
#include "core/base/json/text.h"
#include "core/knowledge/table_edit.h"
#include "core/storage/decision_document.h"
#include "core/storage/json_merge.h"
#include "core/storage/level_switch.h"
#include "core/storage/packing.h"
#include "core/storage/project.h"
#include "core/storage/words.h"

#include <QByteArrayList>
#include <QHash>
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

QString runsKey()
{
    return QStringLiteral("runs");
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

/// Unpacked one after the other: all at once they would take several times the memory.
std::vector<std::shared_ptr<const results::BenchmarkResult>> runsFrom(const json::Reader &project,
                                                                      const QJsonArray &list)
{
    std::vector<std::shared_ptr<const results::BenchmarkResult>> runs;
    if (project.objects("runs").empty()) // nor where it is no list of objects
        return runs;
    QSet<QString> ids;
    for (qsizetype i = 0; i < list.size() && project.sound(); ++i) {
        const json::Reader fields(unpackedRun(list.at(i).toObject()),
                                  QStringLiteral("runs[%1]").arg(i));
        auto run = results::benchmarkResultFrom(fields);
        if (ids.contains(run.id))
            fields.reject("id", QStringLiteral("'%1' is there twice").arg(run.id));
        ids.insert(run.id);
        if (!fields.sound())
            project.reject({}, fields.mistake());
        runs.push_back(std::make_shared<const results::BenchmarkResult>(std::move(run)));
    }
    return runs;
}

/// Alternatives that are told apart by nothing but an id, which nobody sees, get a number.
void tellApart(std::vector<decision::Alternative> &alternatives, QStringList &remarks)
{
    QHash<QString, QString> firstOf; // id by name
    for (decision::Alternative &each : alternatives) {
        if (firstOf.contains(each.name)) {
            const QString shared = each.name;
            each.name = knowledge::distinctName(alternatives, shared);
            remarks << Words::tr("Two alternatives are called '%1' ('%2' and '%3'); the second is "
                                 "shown as '%4'")
                           .arg(shared, firstOf.value(shared), each.id, each.name);
        }
        firstOf.insert(each.name, each.id);
    }
}

void tellApart(Project &project)
{
    tellApart(project.decision.alternatives, project.remarks);
    for (decision::ShelvedComparison &shelved : project.decision.shelf)
        tellApart(shelved.alternatives, project.remarks);
}

/// The runs, a line each, with the fields of the `earlier` ones that this version does not know.
QByteArray runLines(const std::vector<std::shared_ptr<const results::BenchmarkResult>> &runs,
                    const QJsonArray &earlier)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < earlier.size(); ++i)
        places.insert(earlier.at(i)[QLatin1String("id")].toString(), i);
    QByteArrayList lines;
    for (const auto &run : runs) {
        QJsonObject object = results::toJson(*run);
        if (const auto place = places.constFind(run->id); place != places.constEnd())
            object = withFieldsKept(object, unpackedRun(earlier.at(*place).toObject()));
        lines << "        " + QJsonDocument(packedRun(object)).toJson(QJsonDocument::Compact);
    }
    return lines.isEmpty() ? "[\n    ]" : "[\n" + lines.join(",\n") + "\n    ]";
}

/// "    "key": VALUE" as an indented document has it.
QByteArray field(const QString &key, const QJsonValue &value)
{
    const QByteArray document =
        QJsonDocument(QJsonObject{{key, value}}).toJson(QJsonDocument::Indented);
    // Without the brace and line break before and after it.
    return document.mid(2, document.size() - 5);
}

/// As QJsonDocument indents, but for the runs, which are `runs`.
QByteArray written(const QJsonObject &document, const QByteArray &runs)
{
    QByteArrayList fields;
    for (auto it = document.begin(); it != document.end(); ++it)
        fields << (it.key() == runsKey() ? "    \"runs\": " + runs : field(it.key(), *it));
    return "{\n" + fields.join(",\n") + "\n}\n";
}

/// `earlier` with its decision at the level of `now`, where what it says is then looked for.
QJsonObject atLevelOf(const QJsonObject &now, QJsonObject earlier)
{
    const QString decision = QStringLiteral("decision");
    const QString level = now[decision][QStringLiteral("level")].toString();
    if (earlier.value(decision).isObject())
        earlier[decision] = switchedToLevel(earlier.value(decision).toObject(), level);
    return earlier;
}

} // namespace

QByteArray toDocument(const Project &project)
{
    const QJsonObject known{
        {schemaKey(), kProjectSchema},
        {QStringLiteral("program_version"), QStringLiteral(WEIGHBRIDGE_VERSION)},
        {QStringLiteral("title"), project.title},
        {QStringLiteral("client"), project.client},
        {QStringLiteral("decision"), toJson(project.decision)},
        {runsKey(), QJsonArray()}};
    QJsonObject earlier = atLevelOf(known, project.document);
    const QJsonArray earlierRuns = earlier.take(runsKey()).toArray();
    return written(withFieldsKept(known, earlier), runLines(project.runs, earlierRuns));
}

Result<Project> fromDocument(const QByteArray &bytes)
{
    const auto document = json::parseObject(bytes);
    if (!document)
        return asNoProject(document.error());
    if (const auto problem = schemaProblem(*document))
        return *problem;

    Project project;
    project.document = *document;
    const json::Reader fields(*document);
    project.title = fields.valueOr<QString>("title");
    project.client = fields.valueOr<QString>("client");
    project.decision = decisionFrom(fields.requiredObject("decision"));
    project.runs = runsFrom(fields, document->value(runsKey()).toArray());
    if (fields.sound())
        fields.reject({}, decision::firstDefect(project.decision));
    if (!fields.sound())
        return Error{
            fields.mistake(), Words::tr("Correct it in the file or use an earlier copy"), {}};
    tellApart(project);
    return project;
}

} // namespace weighbridge::storage
