// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/section.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace weighbridge::views
{

Section::Section(const QString &title, QWidget *parent)
    : QWidget(parent),
      m_text(new widgets::Label({}, theme::TextRole::label, theme::Tone::secondary)),
      m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(0, 0, 0, theme::Spacing::small);
    m_body->setSpacing(theme::Spacing::tiny);
    m_text->setWordWrap(true);
    m_text->hide();
    m_body->addWidget(new widgets::Label(title, theme::TextRole::strong));
    m_body->addWidget(m_text);
}

void Section::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

QString Section::text() const
{
    return m_text->text();
}

} // namespace weighbridge::views
