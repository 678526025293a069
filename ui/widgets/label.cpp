// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/theme/series.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyle>
#include <QToolTip>

namespace weighbridge::widgets
{

Label::Label(const QString &text, theme::TextRole role, theme::Tone tone, QWidget *parent)
    : QLabel(text, parent), m_role(role), m_tone(tone)
{
    refresh();
    // Not from FontChange: a widget with its own font is not told that the application's changed.
    if (auto *theme = theme::Theme::instance())
        connect(theme, &theme::Theme::changed, this, &Label::refresh);
}

void Label::setTone(theme::Tone tone)
{
    m_tone = tone;
    refresh();
}

void Label::setDigits(Digits digits)
{
    m_digits = digits;
    refresh();
}

void Label::setSeries(const QString &frameworkOrLanguageId)
{
    m_series = frameworkOrLanguageId;
    refresh();
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    // A palette or font set on a parent must not take the place of ours.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
}

void Label::refresh()
{
    if (m_refreshing)
        return;
    const QScopedValueRollback guard(m_refreshing, true);
    const theme::Tokens &tokens = theme::tokens();
    const QColor colour =
        m_series.isEmpty()
            ? theme::toneColour(m_tone, tokens)
            : theme::readable(theme::seriesLook(m_series, tokens).colour, tokens.surface);
    const QFont font =
        m_digits == Digits::tabular ? theme::numberFont(m_role) : theme::font(m_role);
    if (this->font() != font)
        setFont(font);
    if (palette().color(QPalette::Active, QPalette::WindowText) != colour) {
        QPalette own;
        own.setColor(QPalette::WindowText, colour);
        own.setColor(QPalette::Disabled, QPalette::WindowText,
                     theme::mixed(tokens.text3, tokens.surface, 0.7));
        setPalette(own);
    }
}

ElidedLabel::ElidedLabel(const QString &text, theme::TextRole role, theme::Tone tone,
                         QWidget *parent)
    : Label(text, role, tone, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QStringLiteral("…")),
            Label::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(),
                          static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())),
                          palette(), isEnabled(), shown, QPalette::WindowText);
}

bool ElidedLabel::event(QEvent *event)
{
    const bool elided = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
    if (event->type() == QEvent::ToolTip && elided && toolTip().isEmpty()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return Label::event(event);
}

} // namespace weighbridge::widgets
