// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented_control.h"

#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace weighbridge::widgets
{

namespace
{

constexpr int kInset = 2;

/// One choice. autoExclusive makes a screen reader call it a radio button and lets the arrow keys
/// move among its siblings.
class Segment final : public QAbstractButton
{
public:
    explicit Segment(const QString &text)
    {
        setText(text);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(labelFont());
        return {metrics.horizontalAdvance(text()) + 2 * theme::Spacing::medium,
                qMax(theme::Height::smallControl, metrics.height() + theme::Spacing::small)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const theme::Tokens &tokens = theme::tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked()) {
            const bool light = tokens.scheme == theme::Scheme::light;
            painter.setPen(QPen(light ? tokens.line : tokens.control, 1.0));
            painter.setBrush(light ? tokens.surface : tokens.pressed);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5),
                                    theme::Radius::control - 1, theme::Radius::control - 1);
        }
        painter.setFont(labelFont());
        painter.setPen(!isEnabled()                  ? tokens.control
                       : isChecked() || underMouse() ? tokens.text
                                                     : tokens.text3);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    [[nodiscard]] static QFont labelFont()
    {
        QFont font = theme::font(theme::TextRole::label);
        font.setWeight(QFont::Medium);
        return font;
    }
};

} // namespace

SegmentedControl::SegmentedControl(const QStringList &labels, const QString &accessibleName,
                                   QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kInset, kInset, kInset, kInset);
    row->setSpacing(0);
    for (int index = 0; index < labels.size(); ++index) {
        auto *button = new Segment(labels.at(index));
        button->setAccessibleDescription(accessibleName);
        m_group->addButton(button, index);
        row->addWidget(button);
    }
    if (auto *first = m_group->button(0))
        first->setChecked(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked)
            Q_EMIT currentChanged(index);
    });
}

int SegmentedControl::currentIndex() const
{
    return m_group->checkedId();
}

int SegmentedControl::count() const
{
    return static_cast<int>(m_group->buttons().size());
}

void SegmentedControl::setCurrentIndex(int index)
{
    if (auto *button = m_group->button(index)) {
        button->setChecked(true);
        return;
    }
    m_group->setExclusive(false);
    if (auto *button = m_group->checkedButton())
        button->setChecked(false);
    m_group->setExclusive(true);
}

QAbstractButton *SegmentedControl::segment(int index) const
{
    return m_group->button(index);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const theme::Tokens &tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.scheme == theme::Scheme::light ? QPen(Qt::NoPen) : QPen(tokens.line, 1));
    painter.setBrush(tokens.sunken);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5),
                            theme::Radius::control + 1, theme::Radius::control + 1);
}

} // namespace weighbridge::widgets
