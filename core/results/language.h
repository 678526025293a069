// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weighbridge::results
{

/// What people call the language of a target: "Go", "Python", "Node.js", "C++". The id where this
/// version does not know it.
[[nodiscard]] QString languageName(const QString &id);

/// What ran it, from the version as TargetResult has it: "go1.26.8", which says so itself, "Python
/// 3.11.2". Empty where the version is not known.
[[nodiscard]] QString runtimeText(const QString &language, const QString &version);

} // namespace weighbridge::results
