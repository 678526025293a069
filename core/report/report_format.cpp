// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_format.h"

#include <algorithm>

namespace weighbridge::report
{

const std::vector<ReportFormat> &reportFormats()
{
    static const std::vector<ReportFormat> formats{
        {QStringLiteral("md"), QStringLiteral("Markdown"), toMarkdown},
        {QStringLiteral("json"), QStringLiteral("JSON"), toJson},
    };
    return formats;
}

const ReportFormat *findReportFormat(QStringView id)
{
    const auto found = std::find_if(reportFormats().begin(), reportFormats().end(),
                                    [id](const ReportFormat &each) { return each.id == id; });
    return found == reportFormats().end() ? nullptr : &*found;
}

} // namespace weighbridge::report
