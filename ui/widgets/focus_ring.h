// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;

namespace weighbridge::widgets
{

/// The one focus ring of the program: 2 px accent, 2 px away from the control, only while the
/// keyboard leads. Construct one per application; it filters the application's events.
///
/// Not the frame itself: Qt makes the frame a child of whatever stands beside the control, and it
/// goes with that dialog or page. It is made anew when it is next needed.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *application);
    ~FocusRing() override;

    /// The control that the ring is around; nullptr where there is none.
    [[nodiscard]] QWidget *widget() const;
    /// What is drawn around it; nullptr before it is first needed and after its window went.
    [[nodiscard]] const QWidget *frame() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *widget);
    void hideRing();

    QPointer<QFocusFrame> m_frame;
    bool m_keyboard = false;
};

} // namespace weighbridge::widgets
