// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace weighbridge
{

/// What a kind is called in files and on the command line. The table of an enum is what
/// `namesOf(Kind)`, declared beside it, returns: one entry for each kind.
template <typename Kind> struct Name {
    Kind kind;
    QLatin1String name;
};

template <typename Kind, std::size_t Size> using NameTable = std::array<Name<Kind>, Size>;

template <typename Kind> [[nodiscard]] QString nameOf(Kind kind)
{
    for (const Name<Kind> &entry : namesOf(kind)) {
        if (entry.kind == kind)
            return entry.name;
    }
    Q_UNREACHABLE();
}

/// Nothing where no kind is called so.
template <typename Kind> [[nodiscard]] std::optional<Kind> kindOf(QStringView name)
{
    for (const Name<Kind> &entry : namesOf(Kind{})) {
        if (entry.name == name)
            return entry.kind;
    }
    return std::nullopt;
}

/// All names, for sentences: "documented, production or tuned".
template <typename Kind> [[nodiscard]] QString choiceOf()
{
    QStringList names;
    for (const Name<Kind> &entry : namesOf(Kind{}))
        names << entry.name;
    const QString last = names.takeLast();
    return names.isEmpty() ? last
                           : QStringLiteral("%1 or %2").arg(names.join(QLatin1String(", ")), last);
}

} // namespace weighbridge
