// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/language.h"

#include "core/measure/process/words.h"
#include "core/measure/targets/artefacts.h"
#include "core/results/language.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>

namespace weighbridge::measure
{

namespace
{

Language::Environment nodeEnvironment(const QString &downloads)
{
    return {{QStringLiteral("npm_config_cache"), downloads + QStringLiteral("/npm")},
            {QStringLiteral("npm_config_update_notifier"), QStringLiteral("false")}};
}

/// The npm that belongs to this Node.js: beside it or else in PATH; empty where there is none.
QString npmFor(const QString &nodePath)
{
    const QString beside = QFileInfo(nodePath).absolutePath() + QStringLiteral("/npm");
    return QFileInfo(beside).isExecutable() ? beside
                                            : QStandardPaths::findExecutable(QStringLiteral("npm"));
}

/// "npm 10.8.2": from its own description, since starting it takes long.
QString npmVersion(const QString &npm)
{
    const QDir package(QFileInfo(QFileInfo(npm).canonicalFilePath()).absolutePath());
    QFile file(package.filePath(QStringLiteral("../package.json")));
    const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const QString version = QJsonDocument::fromJson(content)[QStringLiteral("version")].toString();
    return QStringLiteral("npm ") + version;
}

void nodeInspect(Toolchain &toolchain)
{
    const QString npm = npmFor(toolchain.path);
    toolchain.packageManager = npm.isEmpty() ? QString() : npmVersion(npm).trimmed();
    if (npm.isEmpty())
        toolchain.problem = Words::tr("has no npm");
}

QHash<QString, QString> nodeCompanions(const Toolchain &toolchain)
{
    return {{QStringLiteral("npm"), npmFor(toolchain.path)}};
}

double nodeRuntimeBytes(const Toolchain &toolchain)
{
    const QStringList place =
        linesOf(toolchain.path, {QStringLiteral("-p"), QStringLiteral("process.execPath")});
    return place.isEmpty() ? 0 : programBytes(place.first(), QStringLiteral("libnode"));
}

/// node_modules/NAME and node_modules/@SCOPE/NAME, wherever they lie.
double nodePackages(const Toolchain &, const QStringList &artefacts)
{
    return countFolders(artefacts, [](const QFileInfo &folder) {
        QFileInfo parent(folder.path());
        if (parent.fileName().startsWith(QLatin1Char('@')))
            parent = QFileInfo(parent.path());
        return parent.fileName() == QLatin1String("node_modules") &&
               QFileInfo::exists(folder.filePath() + QStringLiteral("/package.json"));
    });
}

} // namespace

Language nodeLanguage()
{
    Language language;
    language.toolchain = {"node",
                          results::languageName(QStringLiteral("node")),
                          "18",
                          "WEIGHBRIDGE_NODE",
                          {QStringLiteral("node"), QStringLiteral("nodejs")},
                          {QStringLiteral("usr/bin"), QStringLiteral("usr/local/bin")},
                          {QStringLiteral("--version")},
                          "sudo apt-get install nodejs npm"};
    language.image = {QStringLiteral("node:24-bookworm-slim"), 229.94,
                      QStringLiteral("2026-09-09")};
    language.environment = nodeEnvironment;
    language.foreignVariables = {QStringLiteral("NODE_OPTIONS")};
    language.inspect = nodeInspect;
    language.companions = nodeCompanions;
    language.dependencies = nodePackages;
    language.runtimeBytes = nodeRuntimeBytes;
    return language;
}

} // namespace weighbridge::measure
