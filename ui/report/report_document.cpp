// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/report/report_document.h"

#include "ui/report/report_blocks.h"

#include <QCoreApplication>
#include <QPainter>

namespace weighbridge::report_page
{

namespace
{
constexpr QSizeF kA4(794, 1123);
constexpr QSizeF kLetter(816, 1056);
constexpr double kMargin = 64;
constexpr double kFooter = 36;

struct ReportPages {
    Q_DECLARE_TR_FUNCTIONS(ReportPages)
};
} // namespace

ReportDocument::ReportDocument(const report::Content &content, Paper paper)
    : m_pageSize(paper == Paper::a4 ? kA4 : kLetter),
      m_look(charts::ChartLook::paper(1)),
      m_footer(ReportPages::tr("%1 · made with Weighbridge %2")
                   .arg(content.title, content.programVersion)),
      m_blocks(blocksOf(content, m_pageSize.width() - 2 * kMargin, m_look))
{
    paginate();
}

void ReportDocument::paginate()
{
    const double bottom = m_pageSize.height() - kMargin - kFooter;
    double top = kMargin;
    m_pages.emplace_back();
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        double needed = m_blocks[i].height;
        for (std::size_t next = i; m_blocks[next].keepWithNext && next + 1 < m_blocks.size();
             ++next)
            needed += m_blocks[next + 1].height;
        if (top + needed > bottom && !m_pages.back().empty()) {
            m_pages.emplace_back();
            top = kMargin;
        }
        m_pages.back().push_back({i, top});
        top += m_blocks[i].height;
    }
}

void ReportDocument::paintPage(QPainter &painter, int number) const
{
    const double width = m_pageSize.width() - 2 * kMargin;
    for (const Placed &placed : m_pages[std::size_t(number)]) {
        const Block &block = m_blocks[placed.block];
        block.paint(painter, QRectF(kMargin, placed.top, width, block.height), m_look);
    }
    const QRectF footer(kMargin, m_pageSize.height() - kMargin, width, 20);
    charts::drawText(painter, footer, Qt::AlignLeft | Qt::AlignVCenter, m_footer, m_look.caption,
                     m_look.tokens.text3);
    charts::drawText(painter, footer, Qt::AlignRight | Qt::AlignVCenter,
                     ReportPages::tr("%1 of %2").arg(number + 1).arg(pageCount()), m_look.caption,
                     m_look.tokens.text3);
}

} // namespace weighbridge::report_page
