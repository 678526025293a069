// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/notice_bar.h"

#include "ui/theme/icons.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace weighbridge::shell
{

NoticeBar::NoticeBar(QWidget *parent) : QWidget(parent)
{
    using theme::Spacing;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::pageMargin, Spacing::tiny, Spacing::large, Spacing::tiny);
    m_text = new widgets::Label({}, theme::TextRole::body, theme::Tone::err);
    m_text->setObjectName(QStringLiteral("notice"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    layout->addWidget(m_text, 1);
    auto *dismiss = new widgets::IconButton(theme::Glyph::cancel, tr("Dismiss"));
    connect(dismiss, &QAbstractButton::clicked, this, &QWidget::hide);
    layout->addWidget(dismiss);
    hide();
}

void NoticeBar::showText(const QString &text)
{
    m_text->setText(text);
    show();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), theme::tokens().errSoft);
}

} // namespace weighbridge::shell
