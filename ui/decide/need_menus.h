// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"

class QPoint;
class QWidget;

namespace weighbridge::decide
{

/// What can be done to a need: must-have, rename, move, remove. Returns at once; `at` is global.
void showNeedMenu(session::ProjectSession &session, std::size_t need, QWidget *parent,
                  const QPoint &at);
/// What can be done to an alternative.
void showAlternativeMenu(session::ProjectSession &session, std::size_t alternative, QWidget *parent,
                         const QPoint &at);

} // namespace weighbridge::decide
