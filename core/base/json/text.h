// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace weighbridge::json
{

/// The JSON object that `bytes` spell. Says, with line and column, whether the text is empty, cut
/// off, not JSON at all, or holds a number that is none (NaN, Infinity, 1e999). Without a remedy
/// where it may be a file of another kind: what to choose instead is for the caller to say.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray &bytes);

/// A JSON resource that ships with the program. Its absence or a syntax error is a defect of the
/// build, not of the world.
[[nodiscard]] QJsonObject readResource(const QString &path);

} // namespace weighbridge::json
