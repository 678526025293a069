// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_window.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSettings>
#include <QTimer>

namespace weighbridge::testing
{

namespace
{
constexpr int kSurveyTimeoutMs = 60'000;
}

ShownWindow::ShownWindow(const QSize &size)
{
    qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       m_folder.filePath(QStringLiteral("config")));
    m_project = std::make_unique<session::ProjectSession>();
    m_benchmark = std::make_unique<session::BenchmarkSession>();
    m_files = std::make_unique<shell::ProjectFiles>(*m_project);
    m_preferences = std::make_unique<shell::Preferences>();
    m_files->startNew(storage::sampleProject());
    m_window =
        std::make_unique<shell::MainWindow>(*m_project, *m_benchmark, *m_files, *m_preferences);
    m_window->resize(size);
    m_window->show();
    QCoreApplication::processEvents();
}

ShownWindow::~ShownWindow() = default;

bool ShownWindow::waitForTargets()
{
    if (!m_benchmark->targets().empty())
        return true;
    QEventLoop loop;
    QObject::connect(m_benchmark.get(), &session::BenchmarkSession::targetsChanged, &loop,
                     &QEventLoop::quit);
    QTimer::singleShot(kSurveyTimeoutMs, &loop, &QEventLoop::quit);
    m_benchmark->refreshTargets();
    loop.exec();
    return !m_benchmark->targets().empty();
}

} // namespace weighbridge::testing
