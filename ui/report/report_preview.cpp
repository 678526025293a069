// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/report/report_preview.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace weighbridge::report_page
{

namespace
{
constexpr double kMargin = theme::Spacing::huge;
constexpr double kGreatestScale = 1;
constexpr double kLeastScale = 0.3;
constexpr double kShadow = 3;
} // namespace

ReportPreview::ReportPreview(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Preview of the report"));
}

void ReportPreview::setDocument(ReportDocument document)
{
    m_document = std::move(document);
    fitHeight();
    update();
}

void ReportPreview::setZoom(double zoom)
{
    m_zoom = zoom;
    fitHeight();
    update();
}

double ReportPreview::scale() const
{
    const double fitting = (width() - 2 * kMargin) / m_document->pageSize().width();
    return std::clamp(fitting, kLeastScale, kGreatestScale) * m_zoom;
}

void ReportPreview::fitHeight()
{
    if (!m_document)
        return;
    const double page = m_document->pageSize().height() * scale() + kMargin;
    const int height = int(std::ceil(kMargin + page * m_document->pageCount()));
    if (height != minimumHeight())
        setMinimumHeight(height);
}

void ReportPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void ReportPreview::paintEvent(QPaintEvent *event)
{
    if (!m_document)
        return;
    const theme::Tokens &paper = theme::lightTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSizeF size = m_document->pageSize() * scale();
    for (int page = 0; page < m_document->pageCount(); ++page) {
        const QRectF sheet((width() - size.width()) / 2, kMargin + page * (size.height() + kMargin),
                           size.width(), size.height());
        if (!sheet.intersects(event->rect()))
            continue;
        painter.fillRect(sheet.adjusted(-1, 0, 1, kShadow), theme::tokens().shadow);
        painter.fillRect(sheet, paper.surface);
        painter.save();
        painter.setClipRect(sheet);
        painter.translate(sheet.topLeft());
        painter.scale(scale(), scale());
        m_document->paintPage(painter, page);
        painter.restore();
    }
}

} // namespace weighbridge::report_page
