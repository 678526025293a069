// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/project_files.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace weighbridge::shell
{

namespace
{
const QString kRecent = QStringLiteral("files/recent");
constexpr int kRecentCount = 8;
const QString kSuffix = QStringLiteral(".weigh");

QSettings settings()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("weighbridge"),
                     QStringLiteral("weighbridge"));
}

/// `name`.weigh in `folder`, numbered where that exists.
QString freePath(const QString &folder, const QString &name)
{
    QString safe = name;
    safe.replace(QLatin1Char('/'), QLatin1Char('-'));
    QString path = QDir(folder).filePath(safe + kSuffix);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = QDir(folder).filePath(QStringLiteral("%1 %2%3").arg(safe).arg(number).arg(kSuffix));
    return path;
}
} // namespace

QString projectsFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                           QStringLiteral("/weighbridge");
    QDir().mkpath(folder);
    return folder;
}

Outcome ProjectFiles::openAtStart(const QString &file)
{
    if (!file.isEmpty())
        return open(file);
    for (const QString &path : recent()) {
        if (QFileInfo::exists(path))
            return open(path);
    }
    startNew(storage::sampleProject());
    return success();
}

Outcome ProjectFiles::open(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const Outcome outcome = m_session.open(absolute);
    if (outcome)
        remember(absolute);
    return outcome;
}

void ProjectFiles::startNew(const storage::Project &project)
{
    const QString path = freePath(projectsFolder(), project.title);
    m_session.begin(project, path);
    remember(path);
}

Outcome ProjectFiles::duplicate()
{
    const QString folder =
        m_session.path().isEmpty() ? projectsFolder() : QFileInfo(m_session.path()).absolutePath();
    return continueAs(freePath(folder, m_session.project().title));
}

Outcome ProjectFiles::continueAs(const QString &path)
{
    m_session.flush();
    const Outcome outcome = m_session.continueAs(path);
    if (outcome)
        remember(path);
    return outcome;
}

QStringList ProjectFiles::recent() const
{
    return settings().value(kRecent).toStringList();
}

void ProjectFiles::clearRecent()
{
    settings().remove(kRecent);
}

void ProjectFiles::remember(const QString &path)
{
    QStringList paths = recent();
    paths.removeAll(path);
    paths.prepend(path);
    settings().setValue(kRecent, paths.mid(0, kRecentCount));
}

} // namespace weighbridge::shell
