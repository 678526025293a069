// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_content.h"

namespace weighbridge::report
{

// The parts of the Markdown report that speak of the decision; each ends with an empty line.

[[nodiscard]] QString contextText(const Content &content);
[[nodiscard]] QString driversText(const Content &content);
[[nodiscard]] QString optionsText(const Content &content);
[[nodiscard]] QString outcomeText(const Content &content);
[[nodiscard]] QString consequencesText(const Content &content);
[[nodiscard]] QString confirmationText(const Content &content);
[[nodiscard]] QString decisionTableText(const Content &content);
[[nodiscard]] QString whyText(const Content &content);
[[nodiscard]] QString flipsText(const Content &content);
[[nodiscard]] QString prosAndConsText(const Content &content);

} // namespace weighbridge::report
