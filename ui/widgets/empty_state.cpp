// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace weighbridge::widgets
{

namespace
{

constexpr int kGlyphSize = 32;

/// The glyph in a quiet colour; painted, so that it follows the theme.
class GlyphView final : public QWidget
{
public:
    explicit GlyphView(theme::Glyph glyph) : m_glyph(glyph)
    {
        setFixedSize(kGlyphSize, kGlyphSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        theme::drawGlyph(painter, m_glyph, rect(), theme::tokens().text3);
    }

private:
    theme::Glyph m_glyph;
};

} // namespace

EmptyState::EmptyState(theme::Glyph glyph, const QString &title, const QString &text,
                       QWidget *parent)
    : QWidget(parent)
{
    m_title = new Label(title, theme::TextRole::section);
    m_title->setAlignment(Qt::AlignCenter);
    m_text = new Label(text, theme::TextRole::body, theme::Tone::secondary);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_actions = new QWidget;
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, theme::Spacing::small, 0, 0);
    row->setSpacing(theme::Spacing::small);
    m_actions->hide();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(theme::Spacing::small);
    column->addStretch();
    column->addWidget(new GlyphView(glyph), 0, Qt::AlignHCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    // Across the whole width: an aligned item would not get the height its wrapped text needs.
    column->addWidget(m_text);
    column->addWidget(m_actions, 0, Qt::AlignHCenter);
    column->addStretch();
}

void EmptyState::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
}

QPushButton *EmptyState::addAction(const QString &text)
{
    const bool first = m_actions->layout()->count() == 0;
    auto *button = makeButton(text, first ? theme::Kind::primary : theme::Kind::standard);
    m_actions->layout()->addWidget(button);
    m_actions->show();
    return button;
}

} // namespace weighbridge::widgets
