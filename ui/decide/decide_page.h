// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/project_session.h"
#include "ui/widgets/page.h"

#include <vector>

class QAbstractButton;
class QBoxLayout;
class QHBoxLayout;

namespace weighbridge::charts
{
class Picture;
}
namespace weighbridge::widgets
{
class Card;
class ChipButton;
class Label;
class SegmentedControl;
} // namespace weighbridge::widgets

namespace weighbridge::decide
{

class NeedTable;

/// The decision: table, verdict, chance, reasons and what would change the answer.
class DecidePage : public widgets::Page
{
    Q_OBJECT

public:
    explicit DecidePage(models::ProjectSession &session, QWidget *parent = nullptr);

protected:
    void arrange(bool narrow) override;

private:
    [[nodiscard]] QWidget *makePresets();
    [[nodiscard]] QWidget *makeChanceCard();
    [[nodiscard]] QWidget *makeWhyCard();
    [[nodiscard]] QWidget *makeSwingsCard();
    void makeTopBar();
    void refresh();
    void refreshPresets();

    models::ProjectSession &m_session;
    NeedTable *m_table = nullptr;
    QHBoxLayout *m_columns = nullptr;
    QWidget *m_right = nullptr;
    std::vector<widgets::ChipButton *> m_presets;
    widgets::Label *m_customWeights = nullptr;
    widgets::SegmentedControl *m_doubt = nullptr;
    widgets::Label *m_doubtLabel = nullptr;
    widgets::Card *m_whyCard = nullptr;
    charts::Picture *m_chance = nullptr;
    charts::Picture *m_why = nullptr;
    charts::Picture *m_swings = nullptr;
};

} // namespace weighbridge::decide
