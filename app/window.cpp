// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/command_line/console.h"
#ifdef WEIGHBRIDGE_HAS_WINDOW
#include "ui/shell/application.h"
#endif

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

int openWindow([[maybe_unused]] int argc, [[maybe_unused]] char **argv,
               [[maybe_unused]] const QString &file)
{
    if (!displayIsNamed()) {
        complain(kNoDisplay);
        return static_cast<int>(ExitCode::failure);
    }
    qInstallMessageHandler(onQtMessage);
#ifdef WEIGHBRIDGE_HAS_WINDOW
    return ui::runWindow(argc, argv, file);
#else
    complain(QStringLiteral("This build has no window. Use a command: weighbridge --help"));
    return static_cast<int>(ExitCode::failure);
#endif
}

} // namespace weighbridge::app
