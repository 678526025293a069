// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace weighbridge::measure
{

/// Where two JSON texts differ first.
struct JsonDifference {
    QString at; ///< "items[3].name", "byte 17" where a text is not JSON; empty: the whole
    QString expected;
    QString found;
};

/// Compares values and types strictly: 1 is neither "1" nor 1.0, no key may be missing, added or
/// come twice; the order of keys, spaces and the spelling of strings are free. `expected` must be
/// JSON whose numbers are whole. Nothing: they are equal.
[[nodiscard]] std::optional<JsonDifference> firstJsonDifference(const QByteArray &expected,
                                                                const QByteArray &found);

} // namespace weighbridge::measure
