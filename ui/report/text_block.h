// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report_document.h"

#include <QFont>

namespace weighbridge::report_page
{

/// A paragraph, wrapped to `width`.
[[nodiscard]] Block textBlock(const QString &text, const QFont &font, const QColor &colour,
                              double width);

} // namespace weighbridge::report_page
