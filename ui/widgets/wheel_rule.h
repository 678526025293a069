// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace weighbridge::widgets
{

/// The wheel scrolls and never edits: sliders, combo boxes, spin boxes and tabs leave it to the
/// page around them, whether they have the focus or not, and it moves no focus. One per
/// application; it filters the application's events.
class WheelRule : public QObject
{
    Q_OBJECT

public:
    explicit WheelRule(QObject *application);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace weighbridge::widgets
