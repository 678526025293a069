// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"

#include "ui/theme/typography.h"

#include <QPainter>

namespace weighbridge::widgets
{

namespace
{

constexpr double kDot = 3.5;
constexpr double kDotRim = 1.5;

} // namespace

QPushButton *makeButton(const QString &text, theme::Kind kind, std::optional<theme::Glyph> glyph,
                        QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    theme::setKind(button, kind);
    if (glyph)
        button->setIcon(theme::icon(*glyph));
    return button;
}

ChipButton::ChipButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setCheckable(true);
    setAutoDefault(false);
    theme::setKind(this, theme::Kind::chip);
}

IconButton::IconButton(theme::Glyph glyph, const QString &name, QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    theme::setKind(this, theme::Kind::ghost);
    setGlyph(glyph, name);
}

void IconButton::setGlyph(theme::Glyph glyph, const QString &name)
{
    setIcon(theme::icon(glyph));
    setToolTip(name);
    setAccessibleName(name);
}

RailButton::RailButton(theme::Glyph glyph, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_glyph(glyph)
{
    setText(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RailButton::setStatus(RailStatus status, const QString &words)
{
    m_status = status;
    setAccessibleDescription(words);
    setToolTip(words);
    update();
}

QSize RailButton::sizeHint() const
{
    const QFontMetrics metrics(theme::font(theme::TextRole::caption));
    return {qMax(theme::Height::railButtonWidth,
                 metrics.horizontalAdvance(text()) + theme::Spacing::small),
            qMax(theme::Height::railButton,
                 theme::Height::railIcon + metrics.height() + theme::Spacing::large)};
}

void RailButton::paintEvent(QPaintEvent *)
{
    const theme::Tokens &tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse() || isDown()) {
        painter.setPen(tokens.scheme == theme::Scheme::highContrast && isChecked()
                           ? QPen(tokens.control, 1.0)
                           : QPen(Qt::NoPen));
        painter.setBrush(isChecked() || isDown() ? tokens.pressed : tokens.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5),
                                theme::Radius::control + 2, theme::Radius::control + 2);
    }
    const QColor colour = isChecked() ? tokens.text : tokens.text3;
    QFont font = theme::font(theme::TextRole::caption);
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
    const int textHeight = QFontMetrics(font).height();
    const double top =
        (height() - theme::Height::railIcon - theme::Spacing::tiny - textHeight) / 2.0;
    const QRectF glyph((width() - theme::Height::railIcon) / 2.0, top, theme::Height::railIcon,
                       theme::Height::railIcon);
    theme::drawGlyph(painter, m_glyph, glyph, colour);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(QRectF(0, glyph.bottom() + theme::Spacing::tiny, width(), textHeight),
                     Qt::AlignCenter, text());
    if (m_status != RailStatus::none) {
        painter.setPen(QPen(tokens.surface, kDotRim));
        painter.setBrush(m_status == RailStatus::running ? tokens.accent : tokens.err);
        painter.drawEllipse(glyph.topRight() + QPointF(0, 1), kDot + kDotRim / 2,
                            kDot + kDotRim / 2);
    }
}

} // namespace weighbridge::widgets
