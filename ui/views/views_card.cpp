// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/views_card.h"

#include "ui/views/capacity_panel.h"
#include "ui/views/change_panel.h"
#include "ui/views/group_panel.h"
#include "ui/views/map_panel.h"
#include "ui/views/robustness_panel.h"
#include "ui/views/split_panel.h"
#include "ui/widgets/segmented_control.h"

#include <QVBoxLayout>

namespace weighbridge::views
{

ViewsCard::ViewsCard(session::ProjectSession &session, QWidget *parent) : Card(parent)
{
    const auto add = [this](const QString &title, const char *name, auto make) {
        m_entries.push_back({title, QString::fromLatin1(name), std::move(make)});
    };
    add(tr("What would change"), "insight.change", [&session] { return new ChangePanel(session); });

    add(tr("Use both"), "insight.split", [&session] { return new SplitPanel(session); });
    add(tr("Capacity"), "insight.capacity", [&session] { return new CapacityPanel(session); });
    add(tr("Group"), "insight.group", [&session] { return new GroupPanel(session); });
    add(tr("Weight map"), "insight.map", [&session] { return new MapPanel(session); });
    add(tr("Robustness"), "insight.robustness",
        [&session] { return new RobustnessPanel(session); });

    QStringList titles;
    for (const Entry &entry : m_entries)
        titles.append(entry.title);
    m_choice = new widgets::SegmentedControl(titles, tr("A closer look"));
    m_choice->setObjectName(QStringLiteral("insight"));
    body()->addWidget(m_choice, 0, Qt::AlignLeft);
    connect(m_choice, &widgets::SegmentedControl::currentChanged, this, &ViewsCard::choose);
    choose(0);
}

void ViewsCard::choose(int index)
{
    for (Entry &entry : m_entries) {
        if (entry.panel)
            entry.panel->hide();
    }
    Entry &chosen = m_entries[std::size_t(index)];
    if (!chosen.panel) {
        chosen.panel = chosen.make();
        chosen.panel->setObjectName(chosen.name);
        chosen.panel->setAccessibleName(chosen.title);
        connect(chosen.panel, &Panel::measureRequested, this, &ViewsCard::measureRequested);
        body()->addWidget(chosen.panel);
    }
    chosen.panel->show();
}

} // namespace weighbridge::views
