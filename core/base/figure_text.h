// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace weighbridge
{

/// English: plain text (terminal, Markdown, CSV) does not depend on the reader's locale.
[[nodiscard]] QLocale plainLocale();
/// Of what the window shows. The C locale of scripts has no digit groups, so English stands in for
/// it.
[[nodiscard]] QLocale readersLocale();

/// A whole number with thousands separators: "95,872".
[[nodiscard]] QString grouped(double value, const QLocale &locale = plainLocale());
/// About three significant figures: "1,234", "36.6", "9.93", "0.414".
[[nodiscard]] QString figure(double value, const QLocale &locale = plainLocale());
/// "-" where there is none.
[[nodiscard]] QString figureOrDash(const std::optional<double> &value);

} // namespace weighbridge
