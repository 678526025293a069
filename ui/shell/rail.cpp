// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/rail.h"

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/buttons.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace weighbridge::shell
{

namespace
{
using theme::Glyph;
using theme::Spacing;
constexpr int kMark = 32;
constexpr int kBenchmarkPage = 1;
} // namespace

Rail::Rail(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    setFixedWidth(theme::Height::railWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::tiny, Spacing::large, Spacing::tiny, Spacing::medium);
    layout->setSpacing(Spacing::tiny);
    auto *mark = new QLabel;
    mark->setPixmap(theme::applicationIcon().pixmap(QSize(kMark, kMark), devicePixelRatioF()));
    mark->setAccessibleName(QStringLiteral("Weighbridge"));
    layout->addWidget(mark, 0, Qt::AlignHCenter);
    layout->addSpacing(Spacing::small);

    struct Entry {
        Glyph glyph;
        QString text;
        QString name;
    };
    const Entry entries[] = {
        {Glyph::decide, tr("Decide"), QStringLiteral("nav.decide")},
        {Glyph::benchmark, tr("Benchmark"), QStringLiteral("nav.benchmark")},
        {Glyph::compare, tr("Compare"), QStringLiteral("nav.compare")},
        {Glyph::report, tr("Report"), QStringLiteral("nav.report")},
    };
    for (const Entry &entry : entries) {
        auto *button = new widgets::RailButton(entry.glyph, entry.text);
        button->setObjectName(entry.name);
        button->setCheckable(true);
        button->setToolTip(tr("%1 (Ctrl+%2)").arg(entry.text).arg(m_buttons.size() + 1));
        m_group->addButton(button, int(m_buttons.size()));
        layout->addWidget(button, 0, Qt::AlignHCenter);
        m_buttons.push_back(button);
    }
    layout->addStretch();
    m_appearance = new widgets::IconButton(Glyph::moon, tr("Dark appearance"));
    m_appearance->setObjectName(QStringLiteral("appearance"));
    m_settings = new widgets::IconButton(Glyph::settings, tr("Settings"));
    m_settings->setObjectName(QStringLiteral("settings"));
    layout->addWidget(m_appearance, 0, Qt::AlignHCenter);
    layout->addWidget(m_settings, 0, Qt::AlignHCenter);
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::chosen);
}

void Rail::setCurrent(int page)
{
    m_buttons[std::size_t(page)]->setChecked(true);
}

void Rail::setBenchmarkStatus(widgets::RailStatus status, const QString &words)
{
    m_buttons[kBenchmarkPage]->setStatus(status, words);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::tokens().surface);
    painter.setPen(theme::tokens().line);
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const int next = m_group->checkedId() + step;
    if (step == 0 || next < 0 || next >= int(m_buttons.size())) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_buttons[std::size_t(next)]->setFocus(Qt::TabFocusReason);
    m_buttons[std::size_t(next)]->click();
}

} // namespace weighbridge::shell
