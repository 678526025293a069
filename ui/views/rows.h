// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace weighbridge::views
{

/// A grid of rows that can be made anew.
class Rows : public QWidget
{
    Q_OBJECT

public:
    explicit Rows(QWidget *parent = nullptr);

    /// An empty grid. What stood in the old one lives until the event at hand is over: one of its
    /// controls may be what asked.
    QGridLayout *restart();
    /// What holds the grid; nullptr before the first restart().
    [[nodiscard]] QWidget *content() const { return m_content; }

private:
    QWidget *m_content = nullptr;
};

} // namespace weighbridge::views
