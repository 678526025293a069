// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/project_file.h"

#include <QFileInfo>
#include <QSaveFile>

namespace weighbridge::app
{

Result<storage::Project> projectOrSample(const QString &path)
{
    return path.isEmpty() ? storage::sampleProject() : storage::loadProject(path);
}

Result<storage::Project> projectOrNew(const QString &path)
{
    return QFileInfo::exists(path) ? storage::loadProject(path) : storage::sampleProject();
}

Outcome checkWritable(const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{QStringLiteral("Cannot write '%1': %2").arg(path, file.errorString()),
                     QStringLiteral("Choose another place or make the folder writable"),
                     {}};
    file.cancelWriting();
    return success();
}

} // namespace weighbridge::app
