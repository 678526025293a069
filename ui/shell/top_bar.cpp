// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/top_bar.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page.h"

#include <QHBoxLayout>
#include <QPainter>

namespace weighbridge::shell
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;
} // namespace

TopBar::TopBar(const session::ProjectSession &session, QWidget *parent)
    : QWidget(parent), m_session(session)
{
    setFixedHeight(theme::Height::topBar);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::pageMargin, 0, Spacing::pageMargin, 0);
    layout->setSpacing(Spacing::medium);
    m_title = new widgets::Label({}, TextRole::page);
    m_project = widgets::makeButton({}, theme::Kind::ghost, theme::Glyph::chevronDown);
    m_project->setLayoutDirection(Qt::RightToLeft); // the chevron stands behind the name
    m_project->setObjectName(QStringLiteral("project"));
    m_saveState = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_saveState->setObjectName(QStringLiteral("save.state"));
    layout->addWidget(m_title);
    layout->addWidget(m_project);
    layout->addWidget(m_saveState);
    layout->addStretch();
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(Spacing::small);
    layout->addLayout(m_buttons);
    connect(&session, &session::ProjectSession::projectReplaced, this, &TopBar::refreshProject);
    connect(&session, &session::ProjectSession::titleChanged, this, &TopBar::refreshProject);
    connect(&session, &session::ProjectSession::saveStateChanged, this, &TopBar::refreshSaveState);
    refreshProject();
}

void TopBar::showPage(const widgets::Page &page)
{
    m_title->setText(page.title());
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        delete item;
    }
    for (QWidget *widget : page.topBarWidgets()) {
        m_buttons->addWidget(widget);
        widget->show();
    }
}

void TopBar::refreshProject()
{
    const QString title = m_session.project().title;
    m_project->setText(fontMetrics().elidedText(title, Qt::ElideRight, width() / 3 + 200));
    m_project->setToolTip(m_session.path());
    m_project->setAccessibleName(tr("Project %1").arg(title));
    refreshSaveState();
}

void TopBar::refreshSaveState()
{
    if (m_session.path().isEmpty()) {
        m_saveState->setText(tr("Not saved"));
        m_saveState->setTone(Tone::warn);
        return;
    }
    switch (m_session.saveState()) {
    case session::ProjectSession::SaveState::saved:
        m_saveState->setText(tr("Saved"));
        break;
    case session::ProjectSession::SaveState::saving:
        m_saveState->setText(tr("Saving…"));
        break;
    case session::ProjectSession::SaveState::failed:
        m_saveState->setText(tr("Could not save"));
        break;
    }
    const bool failed = m_session.saveState() == session::ProjectSession::SaveState::failed;
    m_saveState->setTone(failed ? Tone::err : Tone::secondary);
    m_saveState->setToolTip(m_session.saveProblem());
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::tokens().surface);
    painter.setPen(theme::tokens().line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace weighbridge::shell
