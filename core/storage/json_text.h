// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace weighbridge::storage
{

/// The JSON object that `bytes` spell. Says, with line and column, whether the text is empty, cut
/// off, not JSON at all, or holds a number that is none (NaN, Infinity, 1e999).
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray &bytes);

} // namespace weighbridge::storage
