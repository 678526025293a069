// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/autosave.h"

#include "core/base/file_text.h"

#include <QCryptographicHash>
#include <QtConcurrentRun>

namespace weighbridge::session
{

namespace
{
constexpr int kWriteDelayMs = 700; // after the last change: a drag is one write

QByteArray digestOf(const QString &path)
{
    const auto bytes = readFile(path, storage::kLargestReadBytes, {});
    return bytes ? QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256) : QByteArray();
}
} // namespace

Autosave::Autosave(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kWriteDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::write);
    connect(&m_write, &QFutureWatcherBase::finished, this, &Autosave::written);
}

Autosave::~Autosave()
{
    flush();
}

void Autosave::follow(const QString &path, const storage::Project &project, Content content)
{
    flush();
    m_path = path;
    m_project = project;
    m_problem.clear();
    m_digestOnDisk = path.isEmpty() ? QByteArray() : digestOf(path);
    m_dirty = false;
    if (content == Content::unwritten)
        projectChanged(project);
    Q_EMIT stateChanged();
}

void Autosave::projectChanged(const storage::Project &project)
{
    m_project = project;
    if (m_path.isEmpty())
        return;
    m_dirty = true;
    m_timer.start();
    Q_EMIT stateChanged();
}

bool Autosave::pending() const
{
    return m_dirty || m_write.isRunning();
}

bool Autosave::changedByOthers() const
{
    const QByteArray now = digestOf(m_path);
    return !now.isEmpty() && now != m_digestOnDisk;
}

void Autosave::write()
{
    if (!m_dirty || m_write.isRunning())
        return;
    m_dirty = false;
    if (changedByOthers()) {
        m_problem = tr("%1 was changed by another program. Nothing was overwritten: save your work "
                       "under another name")
                        .arg(m_path);
        Q_EMIT stateChanged();
        return;
    }
    m_write.setFuture(QtConcurrent::run(
        [path = m_path, project = m_project] { return storage::saveProject(path, project); }));
    Q_EMIT stateChanged();
}

void Autosave::takeOutcome()
{
    QFuture<Outcome> write = m_write.future();
    if (!write.isValid() || write.resultCount() == 0)
        return;
    const Outcome outcome = write.result();
    m_problem = outcome ? QString() : outcome.error().message();
    if (outcome)
        m_digestOnDisk = digestOf(m_path);
}

void Autosave::written()
{
    takeOutcome();
    if (m_dirty)
        m_timer.start();
    Q_EMIT stateChanged();
}

void Autosave::flush()
{
    m_timer.stop();
    m_write.waitForFinished();
    takeOutcome();
    write();
    m_write.waitForFinished();
    takeOutcome();
    m_write.setFuture({});
}

} // namespace weighbridge::session
