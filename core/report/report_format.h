// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_content.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <vector>

namespace weighbridge::report
{

/// A document that a report can be written as without a screen. A further one is its writer and its
/// row in report_format.cpp; the command line and the window offer what stands there.
struct ReportFormat {
    QString id;    ///< of --format, and the suffix of the file: "md"
    QString title; ///< "Markdown"
    QByteArray (*write)(const Content &content);
};
[[nodiscard]] const std::vector<ReportFormat> &reportFormats();
/// Null where there is none.
[[nodiscard]] const ReportFormat *findReportFormat(QStringView id);

} // namespace weighbridge::report
