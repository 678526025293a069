// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"

class QPoint;
class QWidget;

namespace weighbridge::decide
{

/// What can be done to a need: must-have, rename, move, remove. Returns at once; `at` is global.
/// The menu and its dialogs belong to the window of `from`, follow the need when rows move, and
/// close when it is gone.
void showNeedMenu(session::ProjectSession &session, std::size_t need, QWidget *from,
                  const QPoint &at);
/// What can be done to an alternative; in the same way.
void showAlternativeMenu(session::ProjectSession &session, std::size_t alternative, QWidget *from,
                         const QPoint &at);

} // namespace weighbridge::decide
