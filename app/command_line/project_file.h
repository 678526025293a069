// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/project.h"

namespace weighbridge::app
{

/// The project in `path`, or the built-in sample where `path` is empty.
[[nodiscard]] Result<storage::Project> projectOrSample(const QString &path);

/// The project in `path`, or the built-in sample where there is no such file yet.
[[nodiscard]] Result<storage::Project> projectOrNew(const QString &path);

} // namespace weighbridge::app
