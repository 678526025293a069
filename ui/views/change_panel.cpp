// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/change_panel.h"

#include "ui/charts/picture.h"
#include "ui/charts/swing_chart.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace weighbridge::views
{

ChangePanel::ChangePanel(session::ProjectSession &session) : Panel(session)
{
    m_compared = new widgets::Label({}, theme::TextRole::label, theme::Tone::secondary);
    m_compared->setWordWrap(true);
    m_swings = new charts::Picture(
        tr("What would change the answer"),
        [&session](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            charts::paintSwings(painter, rect, session.decision(), session.analysis(), look);
        },
        [&session](const charts::ChartLook &look) {
            return charts::swingsHeight(session.analysis().swings.size(), look);
        });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::Spacing::small);
    layout->addWidget(m_compared);
    layout->addWidget(m_swings);
}

void ChangePanel::refresh()
{
    const decision::Decision &decision = session().decision();
    const decision::Analysis &analysis = session().analysis();
    m_swings->setVisible(!analysis.swings.empty());
    if (analysis.swings.empty())
        m_compared->setText(
            tr("Nothing to compare yet: it takes two alternatives and a need with a weight."));
    else
        m_compared->setText(tr("Score difference of %1 and %2 as one weight goes 0 → 10")
                                .arg(decision.alternatives[analysis.first].name,
                                     decision.alternatives[analysis.second].name));
    m_swings->refresh(charts::swingsText(decision, analysis));
}

} // namespace weighbridge::views
