// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/command_line/console.h"
#include "ui/shell/window_application.h"

#include <cstdlib>

namespace weighbridge::app
{

namespace
{

const QLatin1String kNoDisplay("There is no display to open a window on. Start it in a graphical "
                               "session, or use a command: weighbridge --help");

bool displayIsNamed()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// A display that is named but does not answer makes Qt abort with a core dump; turn that into the
/// same sentence. Everything else is written as Qt would.
void onQtMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtFatalMsg && message.contains(QLatin1String("platform plugin"))) {
        complain(kNoDisplay);
        std::_Exit(static_cast<int>(ExitCode::failure));
    }
    const bool isPrelude = message.contains(QLatin1String("could not connect to display")) ||
                           message.contains(QLatin1String("Could not load the Qt platform plugin"));
    if (!isPrelude)
        note(qFormatLogMessage(type, context, message));
}

} // namespace

int openWindow(int argc, char **argv, const QString &file)
{
    if (!displayIsNamed()) {
        complain(kNoDisplay);
        return static_cast<int>(ExitCode::failure);
    }
    qInstallMessageHandler(onQtMessage);
    return shell::runWindow(argc, argv, file);
}

} // namespace weighbridge::app
