// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hands.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QSpontaneKeyEvent>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>

namespace weighbridge::testing
{

void turnWheel(QWidget &under, WheelWay way)
{
    const QPoint middle = under.rect().center();
    const QPoint notch(0, way == WheelWay::up ? QWheelEvent::DefaultDeltasPerStep
                                              : -QWheelEvent::DefaultDeltasPerStep);
    QWheelEvent event(middle, under.mapToGlobal(QPointF(middle)), {}, notch, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    // Qt passes only events of the window system on to the parents.
    QSpontaneKeyEvent::setSpontaneous(&event);
    qApp->notify(&under, &event);
}

void openMenu(QAbstractButton &button)
{
    const auto *owner = qobject_cast<QPushButton *>(&button);
    if (owner && owner->menu())
        owner->menu()->popup(button.mapToGlobal(QPoint()));
    else
        QTest::mouseClick(&button, Qt::LeftButton);
}

bool chooseInMenu(const QString &text)
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        return false;
    for (QAction *action : menu->actions()) {
        if (action->text() != text)
            continue;
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
        return true;
    }
    return false;
}

} // namespace weighbridge::testing
