// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>

namespace weighbridge::widgets
{

/// The one focus ring of the program: 2 px accent, 2 px away from the control, only while the
/// keyboard leads. Construct one per application; it filters the application's events.
class FocusRing : public QFocusFrame
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *application);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(QWidget *widget);
    void hideRing();

    bool m_keyboard = false;
};

} // namespace weighbridge::widgets
