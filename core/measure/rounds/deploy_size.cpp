// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/deploy_size.h"

#include "core/measure/process/words.h"
#include "core/measure/rounds/round_kind.h"
#include "core/measure/rounds/server_round.h"
#include "core/measure/targets/artefacts.h"
#include "core/measure/targets/language.h"
#include "core/measure/targets/target_cache.h"

#include <QFileInfo>

#include <utility>

namespace weighbridge::measure
{

namespace
{

constexpr double kBytesPerMib = 1024.0 * 1024.0;
constexpr double kBytesPerMegabyte = 1e6;

results::Figure figure(const char *quantity, double value)
{
    return {QString::fromLatin1(quantity), value};
}

} // namespace

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
                Words::tr("%1 is not there any more: %2").arg(target.target.name, artefact),
                Words::tr("weighbridge prepare %1 makes it again").arg(target.target.id),
                {}};
        const FileTotals totals = fileTotals(artefact);
        size.artefactBytes += totals.bytes;
        size.files += totals.files;
    }
    if (const Language *language = findLanguage(target.target.toolchain)) {
        size.dependencies = language->dependencies(target.toolchain, artefacts);
        if (language->runtimeBytes != nullptr)
            size.runtimeBytes = language->runtimeBytes(target.toolchain);
        size.imageBytes = language->image.megabytes * kBytesPerMegabyte + size.artefactBytes;
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
