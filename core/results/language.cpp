// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/language.h"

namespace weighbridge::results
{

QString languageName(const QString &id)
{
    if (id == QLatin1String("go"))
        return QStringLiteral("Go");
    if (id == QLatin1String("python"))
        return QStringLiteral("Python");
    if (id == QLatin1String("node"))
        return QStringLiteral("Node.js");
    if (id == QLatin1String("cpp"))
        return QStringLiteral("C++");
    return id;
}

QString runtimeText(const QString &language, const QString &version)
{
    const bool isNumberAlone = !version.isEmpty() && version.front().isDigit();
    return isNumberAlone ? QStringLiteral("%1 %2").arg(languageName(language), version) : version;
}

} // namespace weighbridge::results
