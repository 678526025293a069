// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/project.h"

#include "core/base/file_text.h"
#include "core/knowledge/catalogue.h"
#include "core/knowledge/interview.h"
#include "core/knowledge/table_edit.h"
#include "core/storage/words.h"

namespace weighbridge::storage
{

namespace
{

Error cannot(const QString &verb, const QString &path, const Error &why)
{
    return {QStringLiteral("Cannot %1 '%2': %3").arg(verb, path, why.what), why.remedy, {}};
}

} // namespace

Project sampleProject()
{
    Project project;
    project.title = QStringLiteral("Ride-matching backend");
    project.decision = knowledge::builtInCatalogue().table;
    return project;
}

Project newProject(const QString &title, decision::Comparison comparison)
{
    Project project;
    project.title = title.isEmpty() ? Words::tr("Untitled project") : title;
    project.decision = knowledge::emptyDecision(knowledge::builtInCatalogue(), comparison);
    return project;
}

Result<Project> loadProject(const QString &path)
{
    const auto bytes =
        readFile(path, kLargestReadBytes, Words::tr("Choose a project file (*.weigh)"));
    if (!bytes)
        return bytes.error();
    auto project = fromDocument(*bytes);
    if (!project)
        return cannot(QStringLiteral("read"), path, project.error());
    project->decision =
        withSentencesAnew(std::move(project->decision), knowledge::builtInCatalogue());
    return project;
}

Outcome saveProject(const QString &path, const Project &project)
{
    const QByteArray bytes = toDocument(project);
    if (const auto fits = checkSize(bytes.size()); !fits)
        return cannot(QStringLiteral("write"), path, fits.error());
    return writeFile(path, bytes);
}

Outcome checkSize(qint64 bytes)
{
    if (bytes <= kLargestSavedBytes)
        return success();
    constexpr qint64 kMiB = 1024 * 1024;
    return Error{Words::tr("it would have %1 MiB, which is more than the %2 that a project may "
                           "have; nothing was changed")
                     .arg((bytes + kMiB - 1) / kMiB)
                     .arg(kLargestSavedBytes / kMiB),
                 Words::tr("Remove runs that nothing rests on: 'weighbridge decide FILE "
                           "--keep-runs 10 --out FILE', or in the list of runs of the window"),
                 {}};
}

} // namespace weighbridge::storage
