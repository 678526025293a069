// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/picture.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace weighbridge::charts
{

namespace
{
constexpr int kLeastWidth = 200;
}

Picture::Picture(const QString &accessibleName, Paint paint, HeightOf height, QWidget *parent)
    : QWidget(parent), m_paint(std::move(paint)), m_height(std::move(height))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Picture::refresh(const QString &accessibleDescription)
{
    setAccessibleDescription(accessibleDescription);
    updateGeometry();
    update();
}

QSize Picture::sizeHint() const
{
    return {kLeastWidth, int(std::ceil(m_height(ChartLook::screen())))};
}

QSize Picture::minimumSizeHint() const
{
    return sizeHint();
}

void Picture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_paint(painter, QRectF(rect()), ChartLook::screen());
}

void Picture::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
}

} // namespace weighbridge::charts
