// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/project.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace weighbridge::session
{

/// Writes a project to its file a moment after its last change, off the GUI thread, one write at a
/// time. Refuses to overwrite a file that somebody else changed in between.
class Autosave : public QObject
{
    Q_OBJECT

public:
    explicit Autosave(QObject *parent = nullptr);
    ~Autosave() override;

    enum class Content { onDisk, unwritten };
    /// Where to write from now on; `content` tells whether the file already holds the project.
    void follow(const QString &path, const storage::Project &project, Content content);
    void projectChanged(const storage::Project &project);
    /// Writes what is pending and waits for it.
    void flush();

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] bool pending() const;
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void stateChanged();

private:
    void write();
    void written();
    void takeOutcome();
    [[nodiscard]] bool changedByOthers() const;

    QString m_path;
    storage::Project m_project;
    QByteArray m_digestOnDisk;
    QString m_problem;
    QTimer m_timer;
    QFutureWatcher<Outcome> m_write;
    bool m_dirty = false;
};

} // namespace weighbridge::session
