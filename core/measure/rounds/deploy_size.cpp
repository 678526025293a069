// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/deploy_size.h"

#include "core/measure/rounds/round_kind.h"
#include "core/measure/rounds/server_round.h"
#include "core/measure/targets/target_cache.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QProcess>
#include <QSet>

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

constexpr double kBytesPerMib = 1024.0 * 1024.0;
constexpr double kBytesPerMegabyte = 1e6;

struct Totals {
    double bytes = 0;
    double files = 0;
};

/// Files below `path`, or the file itself; links are not followed. What lies in a folder directly
/// below whose name begins as one of `without` does is left out.
Totals totalsOf(const QString &path, const QStringList &without = {})
{
    const QFileInfo itself(path);
    if (itself.isFile())
        return {static_cast<double>(itself.size()), 1};
    Totals totals;
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

/// The lines that a program prints; empty where it fails.
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

/// Bytes of an interpreter and of those of its shared libraries that carry its name: libpython3.11,
/// libnode. What every system has is not counted.
double programBytes(const QString &program, const QString &libraryName)
{
    const QString path = QFileInfo(program).canonicalFilePath();
    double bytes = totalsOf(path).bytes;
    for (const QString &line : linesOf(QStringLiteral("ldd"), {path})) {
        const QString library =
            line.section(QStringLiteral("=> "), 1).section(QLatin1Char(' '), 0, 0);
        if (QFileInfo(library).fileName().startsWith(libraryName))
            bytes += totalsOf(QFileInfo(library).canonicalFilePath()).bytes;
    }
    return bytes;
}

/// Interpreter and standard library, without what is installed beside it, its own tests, and what
/// only embedding it in C needs.
double pythonBytes(const Toolchain &toolchain)
{
    const QStringList places =
        linesOf(toolchain.path,
                {QStringLiteral("-I"), QStringLiteral("-c"),
                 QStringLiteral("import sys, sysconfig\n"
                                "print(sys.executable)\nprint(sysconfig.get_path('stdlib'))")});
    if (places.size() < 2)
        return 0;
    return programBytes(places[0], QStringLiteral("libpython")) +
           totalsOf(QFileInfo(places[1]).canonicalFilePath(),
                    {QStringLiteral("site-packages/"), QStringLiteral("dist-packages/"),
                     QStringLiteral("test/"), QStringLiteral("config-")})
               .bytes;
}

double nodeBytes(const Toolchain &toolchain)
{
    const QStringList place =
        linesOf(toolchain.path, {QStringLiteral("-p"), QStringLiteral("process.execPath")});
    return place.isEmpty() ? 0 : programBytes(place.first(), QStringLiteral("libnode"));
}

/// Modules compiled into the programs among the artefacts, as the programs themselves tell.
double goModules(const Toolchain &toolchain, const QStringList &artefacts)
{
    QSet<QString> modules;
    for (const QString &artefact : artefacts) {
        for (const QString &line :
             linesOf(toolchain.path, {QStringLiteral("version"), QStringLiteral("-m"), artefact})) {
            if (line.startsWith(QLatin1String("\tdep\t")))
                modules.insert(line.section(QLatin1Char('\t'), 2, 2));
        }
    }
    return static_cast<double>(modules.size());
}

/// Folders that satisfy `isPackage`, below all artefacts.
template <typename Predicate> double countFolders(const QStringList &artefacts, Predicate isPackage)
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

double pythonPackages(const QStringList &artefacts)
{
    return countFolders(artefacts, [](const QFileInfo &folder) {
        return folder.fileName().endsWith(QLatin1String(".dist-info"));
    });
}

/// node_modules/NAME and node_modules/@SCOPE/NAME, wherever they lie.
double nodePackages(const QStringList &artefacts)
{
    return countFolders(artefacts, [](const QFileInfo &folder) {
        QFileInfo parent(folder.path());
        if (parent.fileName().startsWith(QLatin1Char('@')))
            parent = QFileInfo(parent.path());
        return parent.fileName() == QLatin1String("node_modules") &&
               QFileInfo::exists(folder.filePath() + QStringLiteral("/package.json"));
    });
}

results::Figure figure(const char *quantity, double value)
{
    return {QString::fromLatin1(quantity), value};
}

} // namespace

const std::vector<BaseImage> &baseImages()
{
    static const std::vector<BaseImage> images{
        {QStringLiteral("go"), QStringLiteral("scratch"), 0, QStringLiteral("any")},
        {QStringLiteral("python"), QStringLiteral("python:3.13-slim"), 126.25,
         QStringLiteral("2026-09-01")},
        {QStringLiteral("node"), QStringLiteral("node:24-bookworm-slim"), 229.94,
         QStringLiteral("2026-09-09")},
    };
    return images;
}

Result<DeploySize> deploySize(const PreparedTarget &target)
{
    const Placeholders known =
        placeholders(target.toolchain, target.buildFolder, target.sourceFolder);
    QStringList artefacts = known.fill(target.target.artefacts);
    if (artefacts.isEmpty())
        artefacts << target.sourceFolder;
    DeploySize size;
    for (const QString &artefact : std::as_const(artefacts)) {
        if (!QFileInfo::exists(artefact))
            return Error{
                QStringLiteral("%1 is not there any more: %2").arg(target.target.name, artefact),
                QStringLiteral("weighbridge prepare %1 makes it again").arg(target.target.id),
                {}};
        const Totals totals = totalsOf(artefact);
        size.artefactBytes += totals.bytes;
        size.files += totals.files;
    }
    const QString &toolchain = target.target.toolchain;
    if (toolchain == QLatin1String("go")) {
        size.dependencies = goModules(target.toolchain, artefacts);
    } else if (toolchain == QLatin1String("python")) {
        size.dependencies = pythonPackages(artefacts);
        size.runtimeBytes = pythonBytes(target.toolchain);
    } else if (toolchain == QLatin1String("node")) {
        size.dependencies = nodePackages(artefacts);
        size.runtimeBytes = nodeBytes(target.toolchain);
    }
    for (const BaseImage &image : baseImages()) {
        if (image.toolchain == toolchain)
            size.imageBytes = image.megabytes * kBytesPerMegabyte + size.artefactBytes;
    }
    return size;
}

void runSizeRound(ServerRound &run)
{
    run.tell(Phase::measuring, 0, 0);
    const auto size = deploySize(run.target());
    if (!size) {
        run.fail(size.error());
        return;
    }
    std::vector<results::Figure> &figures = run.round().figures;
    figures = {
        figure("size_mib", size->artefactBytes / kBytesPerMib),
        figure("size_with_runtime_mib", (size->artefactBytes + size->runtimeBytes) / kBytesPerMib),
        figure("files", size->files)};
    if (size->imageBytes)
        figures.push_back(figure("image_estimate_mib", *size->imageBytes / kBytesPerMib));
    if (size->dependencies)
        figures.push_back(figure("dependencies", *size->dependencies));
    run.conclude({});
}

std::chrono::milliseconds sizeRoundTime(const results::BenchmarkPlan &)
{
    constexpr std::chrono::milliseconds kCounting{400};
    return kCounting;
}

} // namespace weighbridge::measure
