// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/report/pdf_export.h"

#include "core/base/file_text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace weighbridge::report_page
{

namespace
{
constexpr int kResolution = 1200;
constexpr double kCssPixelsPerInch = 96;

struct PdfExport {
    Q_DECLARE_TR_FUNCTIONS(PdfExport)
};
} // namespace

Outcome exportPdf(const report::Content &content, Paper paper, const QString &path)
{
    const auto failed = [&](const QString &reason) {
        return Error{PdfExport::tr("Cannot write '%1': %2").arg(path, reason),
                     PdfExport::tr("Save it elsewhere"),
                     {}};
    };
    // Painted in memory, so that it is written as every other file is.
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const ReportDocument document(content, paper);
    QPdfWriter writer(&buffer);
    writer.setResolution(kResolution);
    writer.setPageSize(QPageSize(paper == Paper::a4 ? QPageSize::A4 : QPageSize::Letter));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(content.title);
    writer.setCreator(QStringLiteral("Weighbridge %1").arg(content.programVersion));
    QPainter painter;
    if (!painter.begin(&writer))
        return failed(PdfExport::tr("the PDF could not be started"));
    painter.scale(kResolution / kCssPixelsPerInch, kResolution / kCssPixelsPerInch);
    for (int page = 0; page < document.pageCount(); ++page) {
        if (page > 0)
            writer.newPage();
        document.paintPage(painter, page);
    }
    painter.end();
    return writeFile(path, buffer.data());
}

} // namespace weighbridge::report_page
