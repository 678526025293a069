// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/benchmark_session.h"
#include "ui/session/project_session.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"
#include "ui/shell/project_files.h"
#include "ui/widgets/input_rules.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <memory>

namespace weighbridge::testing
{

/// The program's window on a project in a temporary folder, as main() would put it together; the
/// settings and data folders of the user are not touched.
class ShownWindow
{
public:
    explicit ShownWindow(const QSize &size = {1440, 900});
    ~ShownWindow();

    /// Waits until the survey of toolchains and targets is in.
    bool waitForTargets();
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Of those that are not about to be deleted.
    template <typename Widget> [[nodiscard]] Widget *find(const QString &name) const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return m_window->findChild<Widget *>(name);
    }

    [[nodiscard]] widgets::FocusRing &focusRing() { return m_inputRules.focusRing(); }
    [[nodiscard]] session::ProjectSession &project() { return *m_project; }
    [[nodiscard]] session::BenchmarkSession &benchmark() { return *m_benchmark; }
    [[nodiscard]] shell::MainWindow &window() { return *m_window; }

private:
    QTemporaryDir m_folder;
    widgets::InputRules m_inputRules{*qApp};
    std::unique_ptr<session::ProjectSession> m_project;
    std::unique_ptr<session::BenchmarkSession> m_benchmark;
    std::unique_ptr<shell::ProjectFiles> m_files;
    std::unique_ptr<shell::Preferences> m_preferences;
    std::unique_ptr<shell::MainWindow> m_window;
};

} // namespace weighbridge::testing
