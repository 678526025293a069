// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/target.h"

#include "core/base/json/json_reader.h"
#include "core/base/resource_dir.h"
#include "core/results/workload.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QVersionNumber>

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

constexpr int kManifestSchema = 1;
constexpr qint64 kGreatestManifestBytes = 1 << 20;

Error manifestError(const QString &file, const QString &problem)
{
    return {QStringLiteral("%1: %2").arg(file, problem),
            QStringLiteral("Correct the manifest of the target"),
            {}};
}

Command readCommand(json::JsonReader &reader)
{
    Command command;
    command.title = reader.textOr(QStringLiteral("title"));
    command.arguments = reader.texts(QStringLiteral("argv"));
    command.environment = reader.textMap(QStringLiteral("env"));
    if (command.arguments.isEmpty())
        reader.fail(QStringLiteral("argv"), QStringLiteral("must name a program"));
    return command;
}

std::vector<Command> readSteps(json::JsonReader &reader)
{
    std::vector<Command> steps;
    for (json::JsonReader &step : reader.objects(QStringLiteral("prepare")))
        steps.push_back(readCommand(step));
    return steps;
}

QHash<QString, Command> readProfiles(json::JsonReader &reader)
{
    QHash<QString, Command> found;
    json::JsonReader profiles = reader.object(QStringLiteral("profiles"));
    for (const QString &name : profiles.keys()) {
        if (!results::profileFromName(name)) {
            profiles.fail(name, QStringLiteral("is no profile; the profiles are documented, "
                                               "production and tuned"));
            return {};
        }
        json::JsonReader profile = profiles.object(name);
        found.insert(name, readCommand(profile));
    }
    if (found.isEmpty())
        reader.fail(QStringLiteral("profiles"), QStringLiteral("must hold at least one profile"));
    return found;
}

TargetVariant readVariant(json::JsonReader &reader)
{
    TargetVariant variant;
    variant.toolchainMinimum = reader.textOr(QStringLiteral("toolchain_minimum"));
    variant.toolchainBelow = reader.textOr(QStringLiteral("toolchain_below"));
    variant.frameworkVersion = reader.textOr(QStringLiteral("framework_version"));
    if (reader.has(QStringLiteral("lock_files")))
        variant.lockFiles = reader.texts(QStringLiteral("lock_files"));
    if (reader.has(QStringLiteral("prepare")))
        variant.prepare = readSteps(reader);
    if (reader.has(QStringLiteral("artefacts")))
        variant.artefacts = reader.texts(QStringLiteral("artefacts"));
    if (reader.has(QStringLiteral("profiles")))
        variant.profiles = readProfiles(reader);
    return variant;
}

void readHead(json::JsonReader &reader, Target &target)
{
    if (reader.integer(QStringLiteral("schema")) > kManifestSchema)
        reader.fail(QStringLiteral("schema"),
                    QStringLiteral("is newer than this program knows (%1)").arg(kManifestSchema));
    target.id = reader.text(QStringLiteral("id"));
    static const QRegularExpression plain(QStringLiteral("^[a-z0-9][a-z0-9-]{0,63}$"));
    if (!plain.match(target.id).hasMatch())
        reader.fail(QStringLiteral("id"),
                    QStringLiteral("must consist of small letters, digits and hyphens"));
    target.name = reader.text(QStringLiteral("name"));
    target.language = reader.text(QStringLiteral("language"));
    target.frameworkVersion = reader.textOr(QStringLiteral("framework_version"));
    target.toolchain = reader.textOr(QStringLiteral("toolchain"));
    target.toolchainMinimum = reader.textOr(QStringLiteral("toolchain_minimum"));
    target.lockFiles = reader.texts(QStringLiteral("lock_files"));
    target.artefacts = reader.texts(QStringLiteral("artefacts"));
    target.workloads = reader.texts(QStringLiteral("workloads"));
}

void checkFiles(json::JsonReader &reader, const Target &target)
{
    const QDir folder(target.folder);
    QStringList files = target.lockFiles;
    for (const TargetVariant &variant : target.variants)
        files << variant.lockFiles.value_or(QStringList());
    for (const QString &file : std::as_const(files)) {
        if (!folder.exists(file))
            reader.fail(QStringLiteral("lock_files"),
                        QStringLiteral("names %1, which is not in the folder").arg(file));
    }
}

/// Folders in which targets lie: the installation's own and those of the user.
QStringList targetRoots()
{
    QStringList roots{resourcePath(QStringLiteral("targets"))};
    roots << qEnvironmentVariable("WEIGHBRIDGE_TARGETS_PATH")
                 .split(QDir::listSeparator(), Qt::SkipEmptyParts);
    return roots;
}

} // namespace

Target::Target() = default;
Target::Target(const Target &) = default;
Target::Target(Target &&) noexcept = default;
Target &Target::operator=(const Target &) = default;
Target &Target::operator=(Target &&) noexcept = default;
Target::~Target() = default;
bool Target::operator==(const Target &) const = default;

Result<Target> readTarget(const QString &folder)
{
    const QString path = QDir(folder).absoluteFilePath(QStringLiteral("target.json"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return manifestError(path, QStringLiteral("cannot be read: ") + file.errorString());
    if (file.size() > kGreatestManifestBytes)
        return manifestError(path, QStringLiteral("is larger than a manifest can be"));
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return manifestError(path, QStringLiteral("is not JSON: %1 at byte %2")
                                       .arg(parseError.errorString())
                                       .arg(parseError.offset));
    if (!document.isObject())
        return manifestError(path, QStringLiteral("must be an object"));

    Target target;
    target.folder = QDir(folder).absolutePath();
    json::JsonReader reader(document.object(), {});
    readHead(reader, target);
    target.prepare = readSteps(reader);
    target.profiles = readProfiles(reader);
    for (json::JsonReader &variant : reader.objects(QStringLiteral("variants")))
        target.variants.push_back(readVariant(variant));
    for (json::JsonReader &each : reader.objects(QStringLiteral("not_served")))
        target.notServed.insert(each.text(QStringLiteral("workload")),
                                each.text(QStringLiteral("reason")));
    target.workloads = results::servedWorkloads(target.workloads, target.notServed.keys());
    checkFiles(reader, target);
    if (reader.failed())
        return manifestError(path, reader.problem());
    return target;
}

Target withVariant(Target target, const QString &toolchainVersion)
{
    const QVersionNumber version = QVersionNumber::fromString(toolchainVersion);
    const auto applies = [&version](const TargetVariant &variant) {
        return version >= QVersionNumber::fromString(variant.toolchainMinimum) &&
               (variant.toolchainBelow.isEmpty() ||
                version < QVersionNumber::fromString(variant.toolchainBelow));
    };
    const auto found = std::find_if(target.variants.begin(), target.variants.end(), applies);
    if (found == target.variants.end())
        return target;
    const TargetVariant variant = *found;
    if (!variant.frameworkVersion.isEmpty())
        target.frameworkVersion = variant.frameworkVersion;
    target.lockFiles = variant.lockFiles.value_or(target.lockFiles);
    target.prepare = variant.prepare.value_or(target.prepare);
    target.artefacts = variant.artefacts.value_or(target.artefacts);
    target.profiles = variant.profiles.value_or(target.profiles);
    return target;
}

Target builtInReference()
{
    Target target;
    target.id = QStringLiteral("reference");
    target.name = QStringLiteral("Reference");
    target.language = QStringLiteral("cpp");
    target.notServed.insert(QStringLiteral("size"),
                            QStringLiteral("it is this program itself and is not deployed"));
    target.workloads = results::servedWorkloads({QStringLiteral("json"), QStringLiteral("sleep")},
                                                target.notServed.keys());
    for (const QString &id : results::workloadIds()) {
        if (!target.workloads.contains(id) && !target.notServed.contains(id))
            target.notServed.insert(
                id, QStringLiteral("it shows the ceiling of the machine, not of a framework"));
    }
    target.builtIn = true;
    Command command;
    command.arguments = {programPath(),
                         QStringLiteral("reference-server"),
                         QStringLiteral("--port"),
                         QStringLiteral("{port}"),
                         QStringLiteral("--workers"),
                         QStringLiteral("{workers}")};
    for (const results::Profile profile :
         {results::Profile::documented, results::Profile::production, results::Profile::tuned})
        target.profiles.insert(results::profileName(profile), command);
    return target;
}

std::vector<Target> availableTargets(QStringList *problems)
{
    std::vector<Target> targets;
    for (const QString &root : targetRoots()) {
        const auto folders =
            QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo &folder : folders) {
            if (!QFileInfo::exists(folder.filePath() + QStringLiteral("/target.json")))
                continue;
            const Result<Target> target = readTarget(folder.filePath());
            const bool known = target && std::any_of(targets.begin(), targets.end(),
                                                     [&](auto &t) { return t.id == target->id; });
            if (target && !known)
                targets.push_back(*target);
            else if (problems != nullptr)
                *problems << (target ? QStringLiteral("%1: there is already a target \"%2\"")
                                           .arg(folder.filePath(), target->id)
                                     : target.error().message());
        }
    }
    std::stable_sort(targets.begin(), targets.end(), [](const Target &a, const Target &b) {
        return a.language != b.language ? a.language < b.language : a.name < b.name;
    });
    targets.insert(targets.begin(), builtInReference());
    return targets;
}

} // namespace weighbridge::measure
