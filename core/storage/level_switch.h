// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace weighbridge::storage
{

/// What knowledge::withComparison() does to a decision, done to its document: the table of the
/// level it shows goes to the shelf, and that of `level` comes down from it, each with the fields
/// that this version does not know. Unchanged where it shows that level already.
[[nodiscard]] QJsonObject switchedToLevel(QJsonObject decision, const QString &level);

} // namespace weighbridge::storage
