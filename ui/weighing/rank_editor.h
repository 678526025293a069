// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/weighing/editor.h"

class QAbstractButton;
class QListView;

namespace weighbridge::weighing
{

class RankModel;

/// Needs dragged (or moved with Alt+Up and Alt+Down) into an order, which rank-order centroid
/// weights follow.
class RankEditor : public Editor
{
    Q_OBJECT

public:
    explicit RankEditor(const decision::Decision &decision, QWidget *parent = nullptr);

    [[nodiscard]] Result<decision::Decision> proposal() const override;

private:
    void makeButtons();
    void move(int step);
    void toggleTie();
    void toggleCounted();
    void refreshButtons();
    [[nodiscard]] int currentRow() const;

    RankModel *m_model = nullptr;
    QListView *m_list = nullptr;
    QAbstractButton *m_up = nullptr;
    QAbstractButton *m_down = nullptr;
    QAbstractButton *m_tie = nullptr;
    QAbstractButton *m_counted = nullptr;
};

} // namespace weighbridge::weighing
