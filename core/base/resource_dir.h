// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weighbridge
{

/// The folder that holds catalogue/, targets/, schemas/ …, absolute, without a final slash. Looked
/// for in this order: the environment variable WEIGHBRIDGE_RESOURCES, ../share/weighbridge beside
/// the program (where it is installed), the source tree (where it runs from a build folder).
[[nodiscard]] QString resourceFolder();

/// A file or folder below it: resourcePath("catalogue/article.json").
[[nodiscard]] QString resourcePath(const QString &relative);

/// The program that is running, absolute. It starts itself again in the roles `watchdog` and
/// `reference-server`; the environment variable WEIGHBRIDGE_PROGRAM names another program that
/// knows them (tests).
[[nodiscard]] QString programPath();

} // namespace weighbridge
