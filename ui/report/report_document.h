// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_content.h"
#include "ui/charts/chart_look.h"

#include <QRectF>
#include <QSizeF>

#include <functional>
#include <vector>

namespace weighbridge::report_page
{

/// A piece of the report that is never split over two pages. Lengths in CSS pixels, 1/96 inch.
struct Block {
    double height = 0;
    std::function<void(QPainter &, const QRectF &, const charts::ChartLook &)> paint;
    bool keepWithNext = false; ///< a heading never ends a page
};

enum class Paper { a4, letter };

/// The report laid out in pages. The same painting draws the preview and the PDF, so they cannot
/// disagree. Always light, whatever the theme.
class ReportDocument
{
public:
    ReportDocument(const report::Content &content, Paper paper);

    [[nodiscard]] int pageCount() const { return int(m_pages.size()); }
    [[nodiscard]] QSizeF pageSize() const { return m_pageSize; } ///< CSS pixels
    /// Paints page `number` (from 0); the painter's unit is one CSS pixel.
    void paintPage(QPainter &painter, int number) const;

private:
    struct Placed {
        std::size_t block = 0;
        double top = 0;
    };

    void paginate();

    QSizeF m_pageSize;
    charts::ChartLook m_look;
    QString m_footer;
    std::vector<Block> m_blocks;
    std::vector<std::vector<Placed>> m_pages;
};

} // namespace weighbridge::report_page
