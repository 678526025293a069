// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "real_targets.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace weighbridge::testing
{

using namespace measure;
using namespace results;

namespace
{

const QString kManifest = QStringLiteral("target.json");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

void copyFolder(const QString &from, const QString &to)
{
    QDirIterator it(from, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString name = QDir(from).relativeFilePath(it.next());
        QDir().mkpath(QFileInfo(QDir(to).filePath(name)).absolutePath());
        write(QDir(to).filePath(name), contentOf(it.filePath()));
    }
}

} // namespace

TargetCopy::TargetCopy(const Target &original, const QString &id) : m_id(id)
{
    copyFolder(original.folder, folder());
    QJsonObject manifest =
        QJsonDocument::fromJson(contentOf(folder() + QLatin1Char('/') + kManifest)).object();
    manifest.insert(QStringLiteral("id"), id);
    write(folder() + QLatin1Char('/') + kManifest, QJsonDocument(manifest).toJson());
    qputenv("WEIGHBRIDGE_TARGETS_PATH", m_root.path().toUtf8());
}

TargetCopy::~TargetCopy()
{
    qunsetenv("WEIGHBRIDGE_TARGETS_PATH");
}

QString TargetCopy::folder() const
{
    return m_root.filePath(m_id);
}

bool TargetCopy::change(const QString &file, const QByteArray &before,
                        const QByteArray &after) const
{
    const QString path = folder() + QLatin1Char('/') + file;
    QByteArray content = contentOf(path);
    return content.count(before) == 1 && write(path, content.replace(before, after));
}

bool TargetCopy::borrow(const PreparedTarget &original) const
{
    const QString path = folder() + QLatin1Char('/') + kManifest;
    QJsonObject manifest = QJsonDocument::fromJson(contentOf(path)).object();
    const QJsonObject link{
        {QStringLiteral("title"), QStringLiteral("Link")},
        {QStringLiteral("argv"), QJsonArray{QStringLiteral("ln"), QStringLiteral("-sT"),
                                            original.buildFolder + QStringLiteral("/venv"),
                                            QStringLiteral("{build}/venv")}}};
    manifest.insert(QStringLiteral("prepare"), QJsonArray{link});
    manifest.remove(QStringLiteral("variants"));
    return write(path, QJsonDocument(manifest).toJson());
}

Result<Target> TargetCopy::target() const
{
    QStringList problems;
    for (const Target &each : availableTargets(&problems)) {
        if (each.id == m_id)
            return each;
    }
    return Error{problems.join(QLatin1Char('\n')), {}, {}};
}

std::vector<Target> frameworks()
{
    std::vector<Target> targets = availableTargets();
    targets.erase(std::remove_if(targets.begin(), targets.end(),
                                 [](const Target &each) { return each.builtIn; }),
                  targets.end());
    return targets;
}

Result<std::vector<WorkloadConformance>> checkConformance(const Target &target,
                                                          const QStringList &workloads,
                                                          Profile profile,
                                                          const QString &databaseUrl)
{
    constexpr std::chrono::seconds kLongestStart{60}; // on a busy machine
    static const std::vector<Toolchain> toolchains = findToolchains();
    const auto prepared = prepareTarget(target, toolchains, {}, {});
    if (!prepared)
        return prepared.error();
    ConformanceOrder order;
    order.target = *prepared;
    order.profile = profile;
    order.workloads = workloads;
    order.placement = placeCpus();
    order.databaseUrl = databaseUrl;
    order.startTimeout = kLongestStart;
    return checkTarget(order, {}, {});
}

QStringList differenceIds(const std::vector<WorkloadConformance> &results)
{
    QStringList found;
    for (const WorkloadConformance &result : results) {
        for (const Difference &difference : result.differences)
            found << difference.id;
    }
    return found;
}

QString differenceTexts(const std::vector<WorkloadConformance> &results)
{
    QStringList found;
    for (const WorkloadConformance &result : results) {
        for (const Difference &difference : result.differences)
            found << result.workload + QStringLiteral(": ") + difference.request +
                         QStringLiteral(": ") + difference.text;
    }
    return found.join(QLatin1Char('\n'));
}

} // namespace weighbridge::testing
