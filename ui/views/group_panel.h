// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/group.h"
#include "ui/views/panel.h"

class QAbstractButton;

namespace weighbridge::charts
{
class Picture;
}
namespace weighbridge::widgets
{
class EmptyState;
class Label;
} // namespace weighbridge::widgets

namespace weighbridge::views
{

class WeigherRows;

/// The people who decide: each one's weights and winner, where they agree and where not, and only
/// then the weights they have in common.
class GroupPanel : public Panel
{
    Q_OBJECT

public:
    explicit GroupPanel(session::ProjectSession &session);

protected:
    void refresh() override;

private:
    [[nodiscard]] QWidget *makeGroup();
    [[nodiscard]] WeigherRows *makePeople();
    void refreshPeople();
    void refreshCommon();
    void askForPerson();
    void editWeights(std::size_t person);
    void useCommonWeights();

    decision::GroupView m_view;
    widgets::EmptyState *m_empty = nullptr;
    QWidget *m_group = nullptr;
    widgets::Label *m_sentence = nullptr;
    WeigherRows *m_people = nullptr;
    widgets::Label *m_apart = nullptr;
    charts::Picture *m_disagreements = nullptr;
    widgets::Label *m_common = nullptr;
    QAbstractButton *m_useCommon = nullptr;
};

} // namespace weighbridge::views
