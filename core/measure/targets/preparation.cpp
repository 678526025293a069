// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/preparation.h"

#include "core/base/resource_dir.h"
#include "core/measure/process/process_group.h"
#include "core/measure/process/words.h"
#include "core/measure/targets/language.h"
#include "core/measure/targets/target_cache.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace weighbridge::measure
{

namespace
{

using std::chrono::milliseconds;

constexpr double kBytesPerMib = 1024.0 * 1024.0;

Error cancelled(const Target &target)
{
    return {Words::tr("The preparation of %1 was cancelled").arg(target.name), {}, {}};
}

void passOn(const QString &target, const QStringList &lines, const PreparationObserver &observer)
{
    if (!observer.log)
        return;
    for (const QString &line : lines)
        observer.log(target, line);
}

/// Runs one step to its end, its output passed on line by line.
Outcome runStep(const Target &target, const Command &step, const LaunchOrder &order,
                const PreparationObserver &observer, const std::stop_token &stop)
{
    constexpr milliseconds kSlice{100};
    constexpr milliseconds kGrace{500};
    auto started = ProcessGroup::start(order);
    if (!started)
        return started.error();
    ProcessGroup &process = **started;
    while (!process.waitForExit(kSlice, stop)) {
        passOn(target.id, process.takeLines(), observer);
        if (stop.stop_requested()) {
            process.stop(kGrace);
            return cancelled(target);
        }
    }
    passOn(target.id, process.takeLines(), observer);
    const ExitState end = process.exitState().value_or(ExitState{});
    if (end == ExitState{})
        return success();
    return orDiskFull(
        order.folder,
        {Words::tr("%1: the step \"%2\" failed (%3)").arg(target.name, step.title, end.text()),
         Words::tr("Read its output; where a download failed, check the network "
                   "and prepare again"),
         process.lastOutput()});
}

/// The version that the target's own files choose, where the language lets them; else the one that
/// was found.
QString runtimeVersion(const Toolchain &toolchain, const CacheEntry &entry)
{
    const Language *language = findLanguage(toolchain.id);
    if (language == nullptr || language->versionInFolder.isEmpty())
        return toolchain.version;
    LaunchOrder order;
    order.arguments = QStringList{toolchain.path} + language->versionInFolder;
    order.environment = preparationEnvironment(toolchain);
    order.folder = entry.sourceFolder;
    auto process = ProcessGroup::start(order);
    constexpr milliseconds kLongest{10'000};
    if (!process || !(*process)->waitForExit(kLongest))
        return toolchain.version;
    const QString answer = (*process)->lastOutput().trimmed();
    return answer.startsWith(language->versionPrefix) && !answer.contains(QLatin1Char('\n'))
               ? answer.mid(language->versionPrefix.size())
               : toolchain.version;
}

Outcome freshFolder(const CacheEntry &entry)
{
    QDir(entry.folder).removeRecursively();
    if (QDir().mkpath(entry.buildFolder) && QDir().mkpath(entry.sourceFolder))
        return success();
    return orDiskFull(QFileInfo(entry.folder).absolutePath(),
                      {Words::tr("The cache folder %1 cannot be written").arg(cacheFolder()),
                       Words::tr("Check its permissions, or set WEIGHBRIDGE_CACHE"),
                       {}});
}

Outcome runSteps(const Target &target, const Toolchain &toolchain, const CacheEntry &entry,
                 const PreparationObserver &observer, const std::stop_token &stop)
{
    const Placeholders known = placeholders(toolchain, entry.buildFolder, entry.sourceFolder);
    const int count = static_cast<int>(target.prepare.size());
    for (int i = 0; i < count; ++i) {
        const Command &step = target.prepare[static_cast<std::size_t>(i)];
        if (stop.stop_requested())
            return cancelled(target);
        if (observer.step)
            observer.step({target.id, i + 1, count, step.title});
        LaunchOrder order;
        order.arguments = known.fill(step.arguments);
        order.environment = preparationEnvironment(toolchain);
        for (auto it = step.environment.begin(); it != step.environment.end(); ++it)
            order.environment.insert(it.key(), known.fill(it.value()));
        order.folder = entry.sourceFolder;
        if (Outcome done = runStep(target, step, order, observer, stop); !done)
            return done;
    }
    return success();
}

Result<PreparedTarget> build(const Target &target, const Toolchain &toolchain,
                             const CacheEntry &entry, const PreparationObserver &observer,
                             const std::stop_token &stop)
{
    QElapsedTimer timer;
    timer.start();
    if (Outcome done = freshFolder(entry); !done)
        return done.error();
    if (Outcome done = copySources(target, entry); !done)
        return done.error();
    if (Outcome done = runSteps(target, toolchain, entry, observer, stop); !done)
        return done.error();
    PreparedTarget prepared{
        target, entry.buildFolder, entry.sourceFolder, toolchain, entry.digest, 0, 0};
    prepared.toolchain.version = runtimeVersion(toolchain, entry);
    const Placeholders known = placeholders(toolchain, entry.buildFolder, entry.sourceFolder);
    prepared.sizeMib = static_cast<double>(sizeOf(known.fill(target.artefacts))) / kBytesPerMib;
    if (Outcome done = writeReady(prepared, entry); !done)
        return done.error();
    prepared.seconds = static_cast<double>(timer.elapsed()) / 1000;
    return prepared;
}

/// Waits for another process that prepares the same target.
Outcome acquire(QLockFile &lock, const Target &target, const PreparationObserver &observer,
                const std::stop_token &stop)
{
    constexpr int kSliceMs = 100;
    bool told = false;
    while (!lock.tryLock(kSliceMs)) {
        if (lock.error() != QLockFile::LockFailedError)
            return orDiskFull(
                QFileInfo(lock.fileName()).absolutePath(),
                {Words::tr("The cache folder %1 cannot be written").arg(cacheFolder()),
                 Words::tr("Check its permissions, or set WEIGHBRIDGE_CACHE"),
                 {}});
        if (stop.stop_requested())
            return cancelled(target);
        if (!told)
            passOn(target.id,
                   {Words::tr("Waiting for another program that prepares %1").arg(target.name)},
                   observer);
        told = true;
    }
    return success();
}

PreparedTarget builtIn(const Target &target)
{
    PreparedTarget prepared;
    prepared.target = target;
    prepared.sourceFolder = QDir::rootPath();
    prepared.sizeMib = static_cast<double>(sizeOf({programPath()})) / kBytesPerMib;
    return prepared;
}

TargetStatus statusOf(const Target &general, const std::vector<Toolchain> &toolchains)
{
    if (general.builtIn)
        return {general, Readiness::ready, {}, builtIn(general).sizeMib};
    const Result<Toolchain> toolchain = toolchainFor(general, toolchains);
    if (!toolchain)
        return {general, Readiness::noToolchain, toolchain.error().message(), 0};
    const Target target = withVariant(general, toolchain->version);
    const Result<CacheEntry> entry = cacheEntry(target, *toolchain);
    if (!entry)
        return {target, Readiness::notPrepared, entry.error().message(), 0};
    if (const auto ready = readReady(target, *toolchain, *entry))
        return {target, Readiness::ready, {}, ready->sizeMib};
    return {
        target, Readiness::notPrepared,
        Words::tr("%1 is not built yet; run: weighbridge prepare %2").arg(target.name, target.id),
        0};
}

} // namespace

std::vector<TargetStatus> targetStatuses(const std::vector<Toolchain> &toolchains)
{
    std::vector<TargetStatus> statuses;
    for (const Target &target : availableTargets())
        statuses.push_back(statusOf(target, toolchains));
    return statuses;
}

Result<PreparedTarget> prepareTarget(const Target &general,
                                     const std::vector<Toolchain> &toolchains,
                                     const PreparationObserver &observer, std::stop_token stop)
{
    if (general.builtIn)
        return builtIn(general);
    const Result<Toolchain> toolchain = toolchainFor(general, toolchains);
    if (!toolchain)
        return toolchain.error();
    const Target target = withVariant(general, toolchain->version);
    const Result<CacheEntry> entry = cacheEntry(target, *toolchain);
    if (!entry)
        return entry.error();
    if (const auto ready = readReady(target, *toolchain, *entry))
        return *ready;

    QDir().mkpath(QFileInfo(entry->lockFile).absolutePath());
    QLockFile lock(entry->lockFile);
    lock.setStaleLockTime(std::chrono::milliseconds(0)); // stale only where its process is gone
    if (Outcome locked = acquire(lock, target, observer, stop); !locked)
        return locked.error();
    if (const auto ready = readReady(target, *toolchain, *entry)) // built while we waited
        return *ready;
    return build(target, *toolchain, *entry, observer, stop);
}

void prepareTargets(const std::vector<Target> &targets, const std::vector<Toolchain> &toolchains,
                    const PreparationObserver &observer,
                    const std::function<void(const Target &, const Result<PreparedTarget> &)> &done,
                    std::stop_token stop)
{
    std::mutex telling;
    PreparationObserver orderly;
    orderly.step = [&](const PreparationStep &step) {
        const std::lock_guard lock(telling);
        if (observer.step)
            observer.step(step);
    };
    orderly.log = [&](const QString &target, const QString &line) {
        const std::lock_guard lock(telling);
        if (observer.log)
            observer.log(target, line);
    };
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < targets.size(); i = next++) {
            const auto prepared = prepareTarget(targets[i], toolchains, orderly, stop);
            const std::lock_guard lock(telling);
            done(targets[i], prepared);
        }
    };
    std::vector<std::jthread> others;
    const auto atOnce = std::min<std::size_t>(targets.size(), std::thread::hardware_concurrency());
    for (std::size_t i = 1; i < atOnce; ++i)
        others.emplace_back(work);
    work();
}

Result<qint64> cleanCache(const QStringList &targets)
{
    const QString root = cacheFolder() + QStringLiteral("/targets");
    QStringList folders;
    if (targets.isEmpty()) {
        folders << root << cacheFolder() + QStringLiteral("/downloads");
    } else {
        for (const QString &target : targets) {
            if (!target.isEmpty() && !target.contains(QLatin1Char('/')) &&
                !target.startsWith(QLatin1Char('.')))
                folders << root + QLatin1Char('/') + target;
        }
    }
    const qint64 bytes = sizeOf(folders);
    for (const QString &folder : std::as_const(folders)) {
        if (QFileInfo::exists(folder) && !QDir(folder).removeRecursively())
            return Error{Words::tr("%1 could not be removed").arg(folder),
                         Words::tr("Check the permissions of the folder"),
                         {}};
    }
    return bytes;
}

} // namespace weighbridge::measure
