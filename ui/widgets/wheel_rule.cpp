// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wheel_rule.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QTabBar>

namespace weighbridge::widgets
{

namespace
{

/// Whether the wheel would change what the widget says.
bool holdsValue(const QWidget *widget)
{
    if (qobject_cast<const QAbstractSlider *>(widget))
        return !qobject_cast<const QScrollBar *>(widget);
    return qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QTabBar *>(widget);
}

} // namespace

WheelRule::WheelRule(QObject *application)
{
    application->installEventFilter(this);
}

bool WheelRule::eventFilter(QObject *watched, QEvent *event)
{
    if (!watched->isWidgetType())
        return false;
    auto *widget = static_cast<QWidget *>(watched);
    switch (event->type()) {
    case QEvent::Polish:
        // Qt gives the focus before anybody can refuse the event.
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        return false;
    case QEvent::Wheel:
        if (!holdsValue(widget))
            return false;
        event->ignore(); // Qt asks the parents then
        return true;
    default:
        return false;
    }
}

} // namespace weighbridge::widgets
