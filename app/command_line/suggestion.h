// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace weighbridge::app
{

/// The one of `known` that `typed` was probably meant to be: it begins with it, or the edit
/// distance (Levenshtein 1966) is at most a third of its length. Empty where nothing is close.
[[nodiscard]] QString closest(const QString &typed, const QStringList &known);

/// "Did you mean 'fastapi'?" or, where nothing is close, "Known are: gin, fastapi".
[[nodiscard]] QString suggestion(const QString &typed, const QStringList &known);

} // namespace weighbridge::app
