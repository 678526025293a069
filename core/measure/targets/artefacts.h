// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QString>
#include <QStringList>

#include <functional>

namespace weighbridge::measure
{

struct FileTotals {
    double bytes = 0;
    double files = 0;
};

/// Files below `path`, or the file itself; links are not followed. What lies in a folder directly
/// below whose name begins as one of `without` does is left out.
[[nodiscard]] FileTotals fileTotals(const QString &path, const QStringList &without = {});

/// The lines that a program prints; empty where it fails or takes longer than 10 s.
[[nodiscard]] QStringList linesOf(const QString &program, const QStringList &arguments);

/// Bytes of an interpreter and of those of its shared libraries that carry its name: libpython3.11,
/// libnode. What every system has is not counted.
[[nodiscard]] double programBytes(const QString &program, const QString &libraryName);

/// How many folders below all artefacts `isPackage` says yes to.
[[nodiscard]] double countFolders(const QStringList &artefacts,
                                  const std::function<bool(const QFileInfo &)> &isPackage);

} // namespace weighbridge::measure
