// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/benchmark_session.h"
#include "ui/session/project_session.h"

#include <QMainWindow>

#include <vector>

class QMenu;
class QStackedWidget;

namespace weighbridge::widgets
{
class Page;
}
namespace weighbridge::benchmark
{
class BenchmarkPage;
}
namespace weighbridge::decide
{
class DecidePage;
}
namespace weighbridge::report_page
{
class ReportPage;
}

namespace weighbridge::shell
{

class NoticeBar;
class Preferences;
class ProjectFiles;
class Rail;
class TopBar;

/// The window: rail, top bar and the four pages.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum PageNumber { decidePage, benchmarkPage, comparePage, reportPage };

    MainWindow(session::ProjectSession &project, session::BenchmarkSession &benchmark,
               ProjectFiles &files, Preferences &preferences);

    void showPage(int number);
    void showNotice(const QString &text);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void addPages();
    void addShortcuts();
    void showProjectMenu();
    void fillRecent(QMenu &menu);
    void showSettingsMenu();
    void askForNew();
    void askForProject();
    void askForCopy();
    void toggleAppearance();
    void refreshAppearance();
    void refreshBenchmarkStatus();
    void keepRun(const std::shared_ptr<const results::BenchmarkResult> &result);
    void report(const Outcome &outcome);

    session::ProjectSession &m_project;
    session::BenchmarkSession &m_benchmark;
    ProjectFiles &m_files;
    Preferences &m_preferences;
    Rail *m_rail = nullptr;
    TopBar *m_topBar = nullptr;
    NoticeBar *m_notice = nullptr;
    QStackedWidget *m_stack = nullptr;
    std::vector<widgets::Page *> m_pages;
    decide::DecidePage *m_decidePage = nullptr;
    benchmark::BenchmarkPage *m_benchmarkPage = nullptr;
    report_page::ReportPage *m_reportPage = nullptr;
};

} // namespace weighbridge::shell
