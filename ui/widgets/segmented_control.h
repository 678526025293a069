// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace weighbridge::widgets
{

/// A few exclusive choices side by side. Tab enters at the chosen one, arrows choose; a screen
/// reader hears radio buttons.
class SegmentedControl : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(int currentIndex READ currentIndex WRITE setCurrentIndex NOTIFY currentChanged)

public:
    /// The first segment is chosen. `accessibleName` says what is being chosen.
    explicit SegmentedControl(const QStringList &labels, const QString &accessibleName,
                              QWidget *parent = nullptr);

    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] int count() const;
    /// Emits currentChanged() if it changes.
    /// −1: none is chosen.
    void setCurrentIndex(int index);
    /// For a tooltip, an object name or to disable one.
    [[nodiscard]] QAbstractButton *segment(int index) const;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group = nullptr;
};

} // namespace weighbridge::widgets
