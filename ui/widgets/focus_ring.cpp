// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focus_ring.h"

#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QKeyEvent>
#include <QPainter>

namespace weighbridge::widgets
{

namespace
{

constexpr double kWidth = 2.0;

bool isKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason;
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt ||
           key == Qt::Key_Meta || key == Qt::Key_AltGr;
}

/// Views show the focus in their current cell, popups have none.
bool hasOwnFocus(const QWidget *widget)
{
    return qobject_cast<const QAbstractItemView *>(widget) ||
           widget->window()->windowType() == Qt::Popup;
}

class Frame final : public QFocusFrame
{
public:
    Frame() { setAttribute(Qt::WA_TransparentForMouseEvents); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme::tokens().accent, kWidth));
        painter.setBrush(Qt::NoBrush);
        const double radius = theme::Radius::control + kWidth;
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    }
};

} // namespace

FocusRing::FocusRing(QObject *application)
{
    application->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

QWidget *FocusRing::widget() const
{
    return m_frame ? m_frame->widget() : nullptr;
}

const QWidget *FocusRing::frame() const
{
    return m_frame;
}

void FocusRing::follow(QWidget *widget)
{
    if (hasOwnFocus(widget)) {
        hideRing();
        return;
    }
    if (!m_frame)
        m_frame = new Frame;
    m_frame->setWidget(widget);
}

void FocusRing::hideRing()
{
    if (m_frame)
        m_frame->setWidget(nullptr);
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    auto *target = qobject_cast<QWidget *>(watched);
    if (!target || target == m_frame)
        return false;
    switch (event->type()) {
    case QEvent::FocusIn: {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        // Coming back to the window, or from a popup, keeps what was true before.
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            m_keyboard = isKeyboard(reason);
        if (m_keyboard)
            follow(target);
        else
            hideRing();
        break;
    }
    case QEvent::FocusOut:
        if (target == widget())
            hideRing();
        break;
    case QEvent::KeyPress:
        if (target == QApplication::focusWidget() && !m_keyboard &&
            !isModifier(static_cast<QKeyEvent *>(event)->key()) && !target->inherits("QLineEdit")) {
            m_keyboard = true;
            follow(target);
        }
        break;
    case QEvent::MouseButtonPress:
        m_keyboard = false;
        hideRing();
        break;
    default:
        break;
    }
    return false;
}

} // namespace weighbridge::widgets
