// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <functional>
#include <vector>

namespace weighbridge::session
{
class ProjectSession;
} // namespace weighbridge::session
namespace weighbridge::widgets
{
class SegmentedControl;
}

namespace weighbridge::views
{

class Panel;

/// The closer look at the decision: one of several panels, chosen at the top and made when it is
/// first chosen.
class ViewsCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit ViewsCard(session::ProjectSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Someone wants to measure: a workload, and targets that matter (all where empty).
    void measureRequested(const QString &workload, const QStringList &targets);

private:
    struct Entry {
        QString title;
        QString name; ///< of the panel's object
        std::function<Panel *()> make;
        Panel *panel = nullptr;
    };

    void choose(int index);

    std::vector<Entry> m_entries;
    widgets::SegmentedControl *m_choice = nullptr;
};

} // namespace weighbridge::views
