// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/focus_ring.h"
#include "ui/widgets/wheel_rule.h"

#include <QApplication>

namespace weighbridge::widgets
{

/// What holds for keyboard and wheel in every window of the program. Construct one after the
/// application and before its first window. GUI thread.
class InputRules
{
public:
    explicit InputRules(QApplication &application)
        : m_focusRing(&application), m_wheelRule(&application)
    {
    }

    [[nodiscard]] FocusRing &focusRing() { return m_focusRing; }

private:
    FocusRing m_focusRing;
    WheelRule m_wheelRule;
};

} // namespace weighbridge::widgets
