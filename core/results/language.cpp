// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/language.h"

#include <QHash>

namespace weighbridge::results
{

QString languageName(const QString &id)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("go"), QStringLiteral("Go")},
        {QStringLiteral("python"), QStringLiteral("Python")},
        {QStringLiteral("node"), QStringLiteral("Node.js")},
        {QStringLiteral("cpp"), QStringLiteral("C++")},
    };
    return names.value(id, id);
}

QString runtimeText(const QString &language, const QString &version)
{
    const bool isNumberAlone = !version.isEmpty() && version.front().isDigit();
    return isNumberAlone ? QStringLiteral("%1 %2").arg(languageName(language), version) : version;
}

} // namespace weighbridge::results
