// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/project_file.h"

#include "app/command_line/console.h"

#include <QFileInfo>

namespace weighbridge::app
{

namespace
{

Result<storage::Project> loaded(const QString &path)
{
    auto project = storage::loadProject(path);
    if (project) {
        for (const QString &remark : project->remarks)
            note(QStringLiteral("%1: %2.").arg(path, remark));
    }
    return project;
}

} // namespace

Result<storage::Project> projectOrSample(const QString &path)
{
    return path.isEmpty() ? storage::sampleProject() : loaded(path);
}

Result<storage::Project> projectOrNew(const QString &path)
{
    return QFileInfo::exists(path) ? loaded(path) : storage::sampleProject();
}

} // namespace weighbridge::app
