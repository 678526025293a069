// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/target.h"

#include "core/base/json/reader.h"
#include "core/base/json/text.h"
#include "core/base/resource_dir.h"
#include "core/measure/process/words.h"
#include "core/results/workload.h"

#include <QDir>
#include <QFile>
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
            Words::tr("Correct the manifest of the target"),
            {}};
}

Command readCommand(const json::Reader &reader)
{
    Command command;
    command.title = reader.valueOr<QString>("title");
    command.arguments = reader.valueOr<QStringList>("argv");
    command.environment = reader.valueOr<QHash<QString, QString>>("env");
    if (command.arguments.isEmpty())
        reader.reject("argv", Words::tr("must name a program"));
    return command;
}

std::vector<Command> readSteps(const json::Reader &reader)
{
    return json::listFrom(reader, "prepare", readCommand);
}

QHash<QString, Command> readProfiles(const json::Reader &reader)
{
    QHash<QString, Command> found;
    const json::Reader profiles = reader.requiredObject("profiles");
    for (const QString &name : profiles.keys()) {
        if (!kindOf<results::Profile>(name)) {
            profiles.reject(
                name, Words::tr("is no profile: it must be %1").arg(choiceOf<results::Profile>()));
            return {};
        }
        found.insert(name, readCommand(profiles.object(name)));
    }
    if (found.isEmpty())
        reader.reject("profiles", Words::tr("must hold at least one profile"));
    return found;
}

TargetVariant readVariant(const json::Reader &reader)
{
    TargetVariant variant;
    variant.toolchainMinimum = reader.valueOr<QString>("toolchain_minimum");
    variant.toolchainBelow = reader.valueOr<QString>("toolchain_below");
    variant.frameworkVersion = reader.valueOr<QString>("framework_version");
    variant.lockFiles = reader.optional<QStringList>("lock_files");
    if (reader.has("prepare"))
        variant.prepare = readSteps(reader);
    variant.artefacts = reader.optional<QStringList>("artefacts");
    if (reader.has("profiles"))
        variant.profiles = readProfiles(reader);
    return variant;
}

void readHead(const json::Reader &reader, Target &target)
{
    if (reader.required<int>("schema") > kManifestSchema)
        reader.reject("schema",
                      Words::tr("is newer than this program knows (%1)").arg(kManifestSchema));
    target.id = reader.required<QString>("id");
    static const QRegularExpression plain(QStringLiteral("^[a-z0-9][a-z0-9-]{0,63}$"));
    if (!plain.match(target.id).hasMatch())
        reader.reject(
            "id",
            Words::tr(
                "must be 1 to 64 small letters, digits and hyphens, the first of them no hyphen"));
    target.name = reader.required<QString>("name");
    target.language = reader.required<QString>("language");
    target.frameworkVersion = reader.valueOr<QString>("framework_version");
    target.toolchain = reader.valueOr<QString>("toolchain");
    target.toolchainMinimum = reader.valueOr<QString>("toolchain_minimum");
    target.lockFiles = reader.valueOr<QStringList>("lock_files");
    target.artefacts = reader.valueOr<QStringList>("artefacts");
    target.workloads = reader.valueOr<QStringList>("workloads");
}

void checkFiles(const json::Reader &reader, const Target &target)
{
    const QDir folder(target.folder);
    QStringList files = target.lockFiles;
    for (const TargetVariant &variant : target.variants)
        files << variant.lockFiles.value_or(QStringList());
    for (const QString &file : std::as_const(files)) {
        if (!folder.exists(file))
            reader.reject("lock_files",
                          Words::tr("names %1, which is not in the folder").arg(file));
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
        return manifestError(path, Words::tr("cannot be read: ") + file.errorString());
    if (file.size() > kGreatestManifestBytes)
        return manifestError(path, Words::tr("is larger than a manifest can be"));
    const auto document = json::parseObject(file.readAll());
    if (!document)
        return manifestError(path, document.error().what);

    Target target;
    target.folder = QDir(folder).absolutePath();
    const json::Reader reader(*document);
    readHead(reader, target);
    target.prepare = readSteps(reader);
    target.profiles = readProfiles(reader);
    target.variants = json::listFrom(reader, "variants", readVariant);
    for (const json::Reader &each : reader.objects("not_served"))
        target.notServed.insert(each.required<QString>("workload"),
                                each.required<QString>("reason"));
    target.workloads = results::servedWorkloads(target.workloads, target.notServed.keys());
    checkFiles(reader, target);
    if (!reader.sound())
        return manifestError(path, reader.mistake());
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
                            Words::tr("it is this program itself and is not deployed"));
    target.workloads = results::servedWorkloads({QStringLiteral("json"), QStringLiteral("sleep")},
                                                target.notServed.keys());
    for (const QString &id : results::workloadIds()) {
        if (!target.workloads.contains(id) && !target.notServed.contains(id))
            target.notServed.insert(
                id, Words::tr("it shows the ceiling of the machine, not of a framework"));
    }
    target.builtIn = true;
    Command command;
    command.arguments = {programPath(),
                         QStringLiteral("reference-server"),
                         QStringLiteral("--port"),
                         QStringLiteral("{port}"),
                         QStringLiteral("--workers"),
                         QStringLiteral("{workers}")};
    for (const auto &profile : namesOf(results::Profile()))
        target.profiles.insert(profile.name, command);
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
                *problems << (target ? Words::tr("%1: there is already a target \"%2\"")
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
