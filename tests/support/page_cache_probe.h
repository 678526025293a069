// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weighbridge::testing
{

/// Lets the kernel forget a file's pages, which a file system in memory does not.
void dropFromPageCache(const QString &path);

/// How many of a file's pages are not in the page cache; −1 where that cannot be told.
[[nodiscard]] int missingPages(const QString &path);

} // namespace weighbridge::testing
