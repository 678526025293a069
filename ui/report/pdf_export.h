// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/report/report_document.h"

#include <QString>

namespace weighbridge::report_page
{

/// Writes the report as PDF: vector lines, selectable text. The old file stays where that fails.
/// Needs a QGuiApplication (fonts); a window is not needed.
[[nodiscard]] Outcome exportPdf(const report::Content &content, Paper paper, const QString &path);

} // namespace weighbridge::report_page
