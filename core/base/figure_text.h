// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weighbridge
{

// Figures in plain text (terminal, Markdown): always in English, so that scripts and reports do not
// depend on the locale. What the window shows goes through QLocale.

/// A whole number with thousands separators: "95,872".
[[nodiscard]] QString grouped(double value);
/// About three significant figures: "1,234", "36.6", "9.93", "0.414".
[[nodiscard]] QString figure(double value);

} // namespace weighbridge
