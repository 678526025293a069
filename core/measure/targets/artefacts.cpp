// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/artefacts.h"

#include <QDirIterator>
#include <QProcess>

#include <algorithm>

namespace weighbridge::measure
{

FileTotals fileTotals(const QString &path, const QStringList &without)
{
    const QFileInfo itself(path);
    if (itself.isFile())
        return {static_cast<double>(itself.size()), 1};
    FileTotals totals;
    QDirIterator it(path, QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString relative = it.next().mid(path.size() + 1);
        if (std::any_of(without.begin(), without.end(),
                        [&](const QString &name) { return relative.startsWith(name); }))
            continue;
        totals.bytes += static_cast<double>(it.fileInfo().size());
        ++totals.files;
    }
    return totals;
}

QStringList linesOf(const QString &program, const QStringList &arguments)
{
    constexpr int kLongestMs = 10'000;
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(kLongestMs) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return {};
    return QString::fromLocal8Bit(process.readAllStandardOutput())
        .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

double programBytes(const QString &program, const QString &libraryName)
{
    const QString path = QFileInfo(program).canonicalFilePath();
    double bytes = fileTotals(path).bytes;
    for (const QString &line : linesOf(QStringLiteral("ldd"), {path})) {
        const QString library =
            line.section(QStringLiteral("=> "), 1).section(QLatin1Char(' '), 0, 0);
        if (QFileInfo(library).fileName().startsWith(libraryName))
            bytes += fileTotals(QFileInfo(library).canonicalFilePath()).bytes;
    }
    return bytes;
}

double countFolders(const QStringList &artefacts,
                    const std::function<bool(const QFileInfo &)> &isPackage)
{
    double count = 0;
    for (const QString &artefact : artefacts) {
        QDirIterator it(artefact,
                        QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            count += isPackage(QFileInfo(it.next())) ? 1 : 0;
    }
    return count;
}

} // namespace weighbridge::measure
