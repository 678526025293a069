// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/session/project_session.h"

#include <QStringList>

namespace weighbridge::shell
{

/// Which file the project lives in: the last one, a new one, the recent ones. Every project has a
/// file from its first change on, so there is nothing to save by hand.
class ProjectFiles
{
public:
    explicit ProjectFiles(session::ProjectSession &session) : m_session(session) {}

    /// `file`, or the project of last time, or the sample. On failure the sample is shown without a
    /// file and the error says why.
    Outcome openAtStart(const QString &file);
    Outcome open(const QString &path);
    /// `project` in a new file in the user's data folder, which its title names.
    void startNew(const storage::Project &project);
    /// The current project under a new name beside the old one; goes on in the copy.
    Outcome duplicate();
    Outcome continueAs(const QString &path);
    [[nodiscard]] QStringList recent() const;
    void clearRecent();

private:
    void remember(const QString &path);

    session::ProjectSession &m_session;
};

/// $XDG_DATA_HOME/weighbridge, created where missing.
[[nodiscard]] QString projectsFolder();

} // namespace weighbridge::shell
