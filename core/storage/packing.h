// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace weighbridge::storage
{

/// A run as the project file holds it. Its long lists of like objects, the samples of a round and
/// the ratios, become one object of lists, {"time_s": [0.1, 0.2], "cpu_cores": [0.9, 1]}, which
/// names each field once: half of a run were those names. Nothing is lost; a list whose objects do
/// not all have the same fields stays as it is.
[[nodiscard]] QJsonObject packedRun(QJsonObject run);

/// The inverse of packedRun(). A run that is not packed, as earlier versions wrote it, stays as it
/// is, and so does what is no run at all.
[[nodiscard]] QJsonObject unpackedRun(QJsonObject run);

} // namespace weighbridge::storage
