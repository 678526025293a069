// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace weighbridge::widgets
{

using theme::Spacing;

Card::Card(QWidget *parent) : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(Spacing::cardPaddingWide, Spacing::cardPadding,
                              Spacing::cardPaddingWide, Spacing::cardPadding);
    outer->setSpacing(Spacing::medium);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(Spacing::small);
    outer->addLayout(m_body, 1);
    // Takes the height that a body of fixed height leaves over, so that the header stays on top.
    outer->addStretch(0);
}

Card::Card(const QString &title, const QString &hint, QWidget *parent) : Card(parent)
{
    setTitle(title);
    if (!hint.isEmpty())
        setHint(hint);
}

void Card::ensureHeader()
{
    if (m_header)
        return;
    m_header = new QHBoxLayout;
    m_header->setSpacing(Spacing::small);
    m_title = new Label({}, theme::TextRole::strong);
    m_hint = new ElidedLabel({}, theme::TextRole::label, theme::Tone::hint);
    // Spare height belongs to the body.
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_header->addWidget(m_title);
    m_header->addWidget(m_hint, 1);
    static_cast<QVBoxLayout *>(layout())->insertLayout(0, m_header);
}

void Card::setTitle(const QString &title)
{
    ensureHeader();
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::setHint(const QString &hint)
{
    ensureHeader();
    m_hint->setText(hint);
}

void Card::addHeaderWidget(QWidget *widget)
{
    ensureHeader();
    m_header->addWidget(widget);
}

void Card::paintEvent(QPaintEvent *)
{
    const theme::Tokens &tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line, 1.0));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::Radius::card,
                            theme::Radius::card);
}

Divider::Divider(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Divider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::tokens().line);
}

} // namespace weighbridge::widgets
