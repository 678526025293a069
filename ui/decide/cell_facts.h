// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"
#include "ui/theme/tokens.h"

#include <vector>

namespace weighbridge::decide
{

/// One line of what is known about a cell.
struct CellFact {
    QString name;
    QString text;
    theme::Tone tone = theme::Tone::primary;
};

/// Provenance, source, words, raw value, spread, run, must-have, reason and history of a cell, as
/// far as there are any. `today` and `machine` (fingerprint) say how old and whose a measurement
/// is.
[[nodiscard]] std::vector<CellFact> cellFacts(const session::ProjectSession &session,
                                              std::size_t need, std::size_t alternative,
                                              const QDate &today, const QString &machine);

} // namespace weighbridge::decide
