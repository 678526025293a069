// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/project.h"

#include "core/knowledge/catalogue.h"
#include "core/knowledge/interview.h"
#include "core/knowledge/table_edit.h"
#include "core/storage/words.h"

#include <QFile>
#include <QSaveFile>

namespace weighbridge::storage
{

namespace
{

/// A long history of runs is a few MiB; far more than that is not a project.
constexpr qint64 kLargestProjectBytes = qint64{64} * 1024 * 1024;

Error cannot(const QString &verb, const QString &path, const QString &why, const QString &remedy)
{
    return {QStringLiteral("Cannot %1 '%2': %3").arg(verb, path, why), remedy, {}};
}

QString readRemedy(QFile::FileError error)
{
    return error == QFile::PermissionsError ? Words::tr("Ask its owner for permission to read it")
                                            : Words::tr("Check the name of the file");
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
    const QString verb = QStringLiteral("read");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannot(verb, path, file.errorString(), readRemedy(file.error()));
    // One byte more than allowed tells a file that is too long, also one without a size (a pipe).
    const QByteArray bytes = file.read(kLargestProjectBytes + 1);
    if (file.error() != QFile::NoError)
        return cannot(verb, path, file.errorString(), Words::tr("Choose a project file (*.weigh)"));
    if (bytes.size() > kLargestProjectBytes)
        return cannot(verb, path, Words::tr("it is larger than 64 MiB"),
                      Words::tr("Choose a project file (*.weigh)"));
    auto project = fromDocument(bytes);
    if (!project) {
        const Error &error = project.error();
        return cannot(verb, path, error.what, error.remedy);
    }
    project->decision =
        withSentencesAnew(std::move(project->decision), knowledge::builtInCatalogue());
    return project;
}

Outcome saveProject(const QString &path, const Project &project)
{
    const QString verb = QStringLiteral("write");
    const QString remedy =
        Words::tr("Save it elsewhere or make the folder writable; nothing was changed");
    const QByteArray bytes = toDocument(project);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannot(verb, path, file.errorString(), remedy);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return cannot(verb, path, file.errorString(), remedy);
    return success();
}

} // namespace weighbridge::storage
