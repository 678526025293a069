// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/page.h"

#include "ui/theme/tokens.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace weighbridge::widgets
{

Page::Page(const QString &title, QWidget *parent)
    : QWidget(parent),
      m_title(title),
      m_side(new QVBoxLayout),
      m_scroll(new QScrollArea(this)),
      m_content(new QWidget)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(m_side);
    layout->addWidget(m_scroll, 1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_content);
    // setWidget() switches these on; the canvas behind has to show through.
    m_content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
}

int Page::pageMargin() const
{
    return m_narrow ? theme::Spacing::pageMarginNarrow : theme::Spacing::pageMargin;
}

void Page::setSide(QWidget *side)
{
    m_side->addWidget(side);
}

void Page::showSide(bool show)
{
    m_side->itemAt(0)->widget()->setVisible(show);
    placeSide();
}

void Page::placeSide()
{
    const bool shown = m_side->count() > 0 && !m_side->itemAt(0)->widget()->isHidden();
    m_side->setContentsMargins(shown ? QMargins(pageMargin(), pageMargin(), 0, pageMargin())
                                     : QMargins());
}

void Page::addTopBarWidget(QWidget *widget)
{
    m_topBarWidgets.append(widget);
}

void Page::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = window()->width() < theme::Spacing::narrowWidth;
    if (m_arranged && narrow == m_narrow)
        return;
    m_narrow = narrow;
    m_arranged = true;
    placeSide();
    arrange(narrow);
}

} // namespace weighbridge::widgets
