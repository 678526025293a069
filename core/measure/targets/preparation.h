// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/measure/targets/target.h"
#include "core/measure/targets/toolchain.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace weighbridge::measure
{

enum class Readiness { ready, notPrepared, noToolchain };
constexpr NameTable<Readiness, 3> namesOf(Readiness)
{
    return {{{Readiness::ready, QLatin1String("ready")},
             {Readiness::notPrepared, QLatin1String("not_prepared")},
             {Readiness::noToolchain, QLatin1String("no_toolchain")}}};
}

/// What stands in the way of running a target.
struct TargetStatus {
    Target target;
    Readiness readiness = Readiness::notPrepared;
    QString reason;     ///< one sentence with the remedy, empty where ready
    double sizeMib = 0; ///< of what was built, where ready
};

/// Where built targets are kept: $XDG_CACHE_HOME/weighbridge (WEIGHBRIDGE_CACHE overrides).
[[nodiscard]] QString cacheFolder();

/// The state of every available target. Not for the GUI thread.
[[nodiscard]] std::vector<TargetStatus> targetStatuses(const std::vector<Toolchain> &toolchains);

struct PreparationStep {
    QString target;
    int number = 0;
    int count = 0;
    QString title;
};
struct PreparationObserver {
    std::function<void(const PreparationStep &)> step;
    std::function<void(const QString &target, const QString &line)> log;
};

/// A target that can be started.
struct PreparedTarget {
    Target target;
    QString buildFolder;
    QString sourceFolder; ///< the copy in the cache; working folder of the server
    Toolchain toolchain;
    QString sourceDigest;
    double seconds = 0; ///< 0 where it was prepared already
    double sizeMib = 0;
};

/// Builds `target` into the cache unless the same sources and lock files are there already. Writes
/// nothing outside the cache; two at the same time wait for each other (lock file). A failed build
/// returns the compiler's own words in Error::details.
[[nodiscard]] Result<PreparedTarget> prepareTarget(const Target &target,
                                                   const std::vector<Toolchain> &toolchains,
                                                   const PreparationObserver &observer,
                                                   std::stop_token stop);

/// Several targets, as many at once as there are processors: most of the time goes to downloads and
/// to one compiler each. Blocks until all are done; the callbacks come from several threads, one at
/// a time.
void prepareTargets(const std::vector<Target> &targets, const std::vector<Toolchain> &toolchains,
                    const PreparationObserver &observer,
                    const std::function<void(const Target &, const Result<PreparedTarget> &)> &done,
                    std::stop_token stop);

/// Frees the space of all prepared targets (or of those named). Returns the bytes freed.
[[nodiscard]] Result<qint64> cleanCache(const QStringList &targets = {});

} // namespace weighbridge::measure
