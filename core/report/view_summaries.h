// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_content.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace weighbridge::report
{

/// Sentences under a heading. Page, PDF and Markdown show the same.
struct ViewSummary {
    QString title;
    QStringList lines;
    bool operator==(const ViewSummary &) const = default;
};

/// What stands behind the verdict: must-haves and exclusions, answers and rules with their sources,
/// second opinion, robustness, use both, capacity. Only what this decision has.
[[nodiscard]] std::vector<ViewSummary> viewSummaries(const Content &content);

} // namespace weighbridge::report
