// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json/reader.h"
#include "core/decision/model/decision.h"

#include <QJsonObject>

namespace weighbridge::storage
{

/// The decision as the project file holds it. Every field is written, null where it is not known,
/// so that a field of an earlier document never comes back to life.
[[nodiscard]] QJsonObject toJson(const decision::Decision &decision);
/// Defects go to `fields`; what is returned is then not to be used.
[[nodiscard]] decision::Decision decisionFrom(const json::Reader &fields);

} // namespace weighbridge::storage
