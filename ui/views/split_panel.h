// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/split.h"
#include "ui/views/panel.h"

#include <functional>

class QSlider;

namespace weighbridge::widgets
{
class EmptyState;
class Label;
} // namespace weighbridge::widgets

namespace weighbridge::views
{

class WeigherRows;

/// "Use both": the parts of the project, what each would take, and what a second language may cost.
class SplitPanel : public Panel
{
    Q_OBJECT

public:
    explicit SplitPanel(session::ProjectSession &session);

protected:
    void refresh() override;

private:
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] WeigherRows *makeParts();
    [[nodiscard]] QLayout *makeCost();
    void refreshParts();
    void refreshAnswer();
    /// Changes a part in one undo step, which `edit` names; nothing happens where it is gone.
    void change(const QString &id, const std::function<QString(decision::Part &)> &edit);
    void addUsualParts();
    void askForPart();
    void editWeights(const QString &id);
    /// Closes what is shown about a part when it is gone.
    void closeWithout(const QString &id, QWidget *shown);

    std::optional<decision::SplitView> m_view;
    widgets::EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    widgets::Label *m_sentence = nullptr;
    widgets::Label *m_values = nullptr;
    WeigherRows *m_parts = nullptr;
    QSlider *m_cost = nullptr;
    widgets::Label *m_costText = nullptr;
    widgets::Label *m_conditions = nullptr;
};

} // namespace weighbridge::views
