// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/window_application.h"

#include "ui/session/benchmark_session.h"
#include "ui/session/project_session.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"
#include "ui/shell/project_files.h"
#include "ui/shell/termination.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/input_rules.h"

#include <QApplication>

namespace weighbridge::shell
{

int runWindow(int &argc, char **argv, const QString &file)
{
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Weighbridge"));
    QApplication::setDesktopFileName(QStringLiteral("io.github.weighbridge.Weighbridge"));
    Preferences preferences;
    theme::Theme theme(application, preferences.appearance());
    theme.setTextScale(preferences.textScale());
    theme.setReduceMotion(preferences.reduceMotion());
    QApplication::setWindowIcon(theme::applicationIcon());
    const widgets::InputRules inputRules(application);

    session::ProjectSession project;
    session::BenchmarkSession benchmark;
    ProjectFiles files(project);
    const Outcome opened = files.openAtStart(file);
    MainWindow window(project, benchmark, files, preferences);
    if (!opened)
        window.showNotice(opened.error().message());
    Termination termination;
    QObject::connect(&termination, &Termination::requested, &window, &QWidget::close);
    window.show();
    benchmark.refreshTargets();
    return QApplication::exec();
}

} // namespace weighbridge::shell
