// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/rows.h"

#include "ui/theme/tokens.h"

#include <QGridLayout>

namespace weighbridge::views
{

Rows::Rows(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
}

QGridLayout *Rows::restart()
{
    if (m_content) {
        layout()->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget;
    auto *grid = new QGridLayout(m_content);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(theme::Spacing::medium);
    grid->setVerticalSpacing(theme::Spacing::tiny);
    layout()->addWidget(m_content);
    return grid;
}

} // namespace weighbridge::views
