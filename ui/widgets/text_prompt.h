// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QDialog;
class QWidget;

namespace weighbridge::widgets
{

/// Asks for one line of text in a window-modal dialog and calls `accepted` with what was entered,
/// trimmed; never with an empty text. Returns at once: the dialog is open, and deletes itself when
/// it closes.
QDialog *askForText(QWidget *parent, const QString &title, const QString &label,
                    const QString &text, std::function<void(const QString &)> accepted);

} // namespace weighbridge::widgets
