// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/group.h"
#include "ui/views/panel.h"

#include <functional>

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
    /// Changes a person in one undo step, which `edit` names; nothing happens where they are gone.
    void change(const QString &id, const std::function<QString(decision::Person &)> &edit);
    void askForPerson();
    void editWeights(const QString &id);
    /// Closes what is shown about a person when they are gone.
    void closeWithout(const QString &id, QWidget *shown);
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
