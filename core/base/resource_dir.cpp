// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resource_dir.h"

#include <QDir>
#include <QFileInfo>

namespace weighbridge
{

namespace
{

/// Not QCoreApplication::applicationFilePath(), which needs an application object.
QString executablePath()
{
    return QFileInfo(QStringLiteral("/proc/self/exe")).symLinkTarget();
}

} // namespace

QString resourceFolder()
{
    const QString chosen = qEnvironmentVariable("WEIGHBRIDGE_RESOURCES");
    if (!chosen.isEmpty())
        return QDir(chosen).absolutePath();
    const QDir binaries = QFileInfo(executablePath()).absoluteDir();
    const QString installed =
        QDir::cleanPath(binaries.filePath(QStringLiteral("../share/weighbridge")));
    if (QFileInfo(installed + QStringLiteral("/targets")).isDir())
        return installed;
    const QString sources = QStringLiteral(WEIGHBRIDGE_SOURCE_RESOURCES);
    return QFileInfo(sources).isDir() ? sources : installed;
}

QString resourcePath(const QString &relative)
{
    return resourceFolder() + QLatin1Char('/') + relative;
}

QString programPath()
{
    const QString chosen = qEnvironmentVariable("WEIGHBRIDGE_PROGRAM");
    return chosen.isEmpty() ? executablePath() : QFileInfo(chosen).absoluteFilePath();
}

} // namespace weighbridge
