// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace weighbridge::storage
{

/// `current` with the fields of `earlier` that it does not have, at every level. Objects in lists
/// belong together where they have the same "id" (or "question", "need", "alternative", "target",
/// "level"), otherwise where the lists are equally long and they stand at the same place. What only
/// `earlier` lists is gone.
[[nodiscard]] QJsonObject withFieldsKept(QJsonObject current, const QJsonObject &earlier);

} // namespace weighbridge::storage
