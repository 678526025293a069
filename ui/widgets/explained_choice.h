// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLayout;
class QRadioButton;

namespace weighbridge::widgets
{

/// Adds a radio button to `layout`, below it what choosing it means, which a screen reader says
/// too.
QRadioButton *addExplainedChoice(QLayout &layout, const QString &text, const QString &help);

} // namespace weighbridge::widgets
