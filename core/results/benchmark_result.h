// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json/reader.h"
#include "core/results/benchmark_plan.h"
#include "core/results/flag.h"
#include "core/results/steady_state.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace weighbridge::results
{

/// The machine and its state before the run; what makes two results comparable or not.
struct Machine {
    QString fingerprint; ///< equal for runs of the same hardware and kernel; hex
    QString cpuModel;
    int cores = 0;    ///< usable by this process
    QString governor; ///< empty where the kernel does not tell
    QString kernel;
    QString system; ///< "Debian GNU/Linux 12 (bookworm)"
    double memoryMib = 0;
    double loadAverage = 0; ///< one minute, before the start
    std::int64_t openFileLimit = 0;
    std::int64_t listenBacklog = 0; ///< somaxconn
    bool operator==(const Machine &) const = default;
};

/// A median with its range: a 95 % bootstrap interval, or the least and the greatest of the rounds
/// where there are too few for one.
struct Interval {
    double median = 0;
    double low = 0;
    double high = 0;
    /// False where there is nothing to say about noise, as after one round.
    [[nodiscard]] bool hasRange() const { return low < high; }
    bool operator==(const Interval &) const = default;
};

/// Milliseconds, raw (never back-filled), requests that were unfinished at the end with their age.
/// A percentile is there only where it has samples enough (validity.h). All empty where nothing was
/// answered, or an open loop was overloaded.
struct LatencySummary {
    double mean = 0;
    std::optional<double> p50;
    std::optional<double> p75;
    std::optional<double> p90;
    std::optional<double> p99;
    std::optional<double> p999;
    std::optional<double> p9999;
    double max = 0;
    std::uint64_t samples = 0;
    bool operator==(const LatencySummary &) const = default;
};

struct MemorySummary { ///< MiB, sum of PSS over the process tree
    double idle = 0;
    double load = 0; ///< median during the window
    double peak = 0;
    /// Of these, pages of programs and libraries, which the kernel can drop and read again; the
    /// rest, the program's own, is called anonymous. Empty where not known: runs of earlier
    /// versions, kernels before 5.4.
    std::optional<double> idleFileBacked{};
    std::optional<double> peakFileBacked{};
    bool operator==(const MemorySummary &) const = default;
};

/// Connections that had a request under way, on average, against what was set.
struct LittlesLawCheck {
    double impliedConnections = 0;
    double ratio = 0; ///< implied ÷ set; in a closed loop 1 where none was idle
    bool operator==(const LittlesLawCheck &) const = default;
};

/// One point of the live charts, kept with the result. Time counts from the start of the load.
struct Sample {
    double seconds = 0;
    double requestsPerSecond = 0;
    double residentMib = 0; ///< PSS of the tree; 0 until first read
    double cpuCores = 0;    ///< CPU of the tree, in cores
    bool warmingUp = false;
    bool operator==(const Sample &) const = default;
};

/// A figure that only some workloads yield, by the id of its Quantity (quantity.h): cold start,
/// deploy size, memory per connection, jitter of a stream.
struct Figure {
    QString quantity;
    double value = 0;
    bool operator==(const Figure &) const = default;
};
struct FigureSummary {
    QString quantity;
    Interval value; ///< over the rounds
    bool operator==(const FigureSummary &) const = default;
};

/// The figures of a target as documents carry them: written by writtenFigures() when the run ends,
/// and read back as they were written, by whatever version, so that a document keeps what it says.
/// For documents alone; whatever shows or decides asks summaryOf().
struct WrittenFigures {
    Interval requestsPerSecond;
    MemorySummary memory;
    double cpuMicrosecondsPerRequest = 0;
    double startMilliseconds = 0;
    std::uint64_t errors = 0;
    LittlesLawCheck littlesLaw;
    std::vector<FigureSummary> figures;
    bool operator==(const WrittenFigures &) const = default;
};

/// One launch of one target: start, conformance, warm-up, window, stop.
struct Round {
    int number = 0; ///< 1-based
    double requestsPerSecond = 0;
    std::uint64_t requests = 0;
    std::uint64_t errors = 0;
    LatencySummary latency;
    MemorySummary memory;
    double cpuMicrosecondsPerRequest = 0; ///< of the server's process tree
    double generatorCpuMicrosecondsPerRequest = 0;
    double startMilliseconds = 0; ///< exec to first 200
    double warmUpSeconds = 0;
    std::optional<SteadyState> steadiness; ///< none: not a load, or too short to say
    LittlesLawCheck littlesLaw;
    double leastRequestsPerConnection = 0;
    double mostRequestsPerConnection = 0;
    double jainFairness = 0;
    std::vector<Sample> samples; ///< ≤ 10 Hz
    std::vector<Figure> figures; ///< of workloads that are more than a load
    std::vector<Flag> flags;
    bool operator==(const Round &) const = default;
};

enum class TargetState { measured, partial, failed, notRun };
constexpr NameTable<TargetState, 4> namesOf(TargetState)
{
    return {{{TargetState::measured, QLatin1String("measured")},
             {TargetState::partial, QLatin1String("partial")},
             {TargetState::failed, QLatin1String("failed")},
             {TargetState::notRun, QLatin1String("not_run")}}};
}

/// All rounds of one target and their summary.
struct TargetResult {
    QString target;
    QString name;                        ///< "Gin"
    QString language;                    ///< "go"
    QString frameworkVersion;            ///< "1.12.0"
    QString runtimeVersion;              ///< "go1.26.8"
    QStringList command;                 ///< argv, as started
    QHash<QString, QString> environment; ///< all of it, as started; passwords left out
    /// Of the checked reply, "name: value": frameworks differ by what they add to each reply. The
    /// check asks to close the connection, so some say that they do.
    QStringList replyHeaders;
    QString sourceDigest; ///< sha256 of the target's files, hex
    TargetState state = TargetState::notRun;
    QString failure; ///< one sentence where state is failed or partial
    std::vector<Round> rounds;
    LatencySummary latency; ///< of all rounds' samples merged (histograms)
    double spread = 0;      ///< coefficient of variation of the leading quantity over the rounds
    WrittenFigures written;
    std::vector<Flag> flags;
    bool valid = false; ///< measured, and no flag is Grade::invalid
    bool operator==(const TargetResult &) const = default;

    /// Whether a decision may rest on it without the user's insisting: valid and beyond doubt.
    [[nodiscard]] bool usable() const { return valid && isBeyondDoubt(flags); }
};

/// a ÷ b with a 95 % bootstrap interval of the paired log ratios over the rounds (pairedRatio()).
struct Ratio {
    QString a;
    QString b;
    QString quantity; ///< "requests_per_second", "latency_p99", "memory_peak"
    double ratio = 0;
    double low = 0;
    double high = 0;
    bool different = false; ///< the interval excludes 1 and what is within the floor of it
    /// What this plan would have seen, e.g. 0.08 for 8 %; none where nothing can be said about
    /// noise.
    std::optional<double> detectableDifference;
    /// By how much two copies of one program differ in this quantity (Quantity::floor), e.g. 0.02
    /// for 2 %; 0 in runs of earlier versions, too.
    double floor = 0;
    /// False where there is nothing to say about noise, as after one round.
    [[nodiscard]] bool hasRange() const { return low < high; }
    bool operator==(const Ratio &) const = default;
};

/// Immutable once made; shared as const.
struct BenchmarkResult {
    QString id; ///< unique; "20261123T221500Z-ab12"
    QString label;
    QDateTime startedAt; ///< UTC
    double seconds = 0;
    QString programVersion;
    bool cancelled = false;
    double ownCpuCores = 0; ///< what this program used besides the generator
    Machine machine;
    std::vector<int> serverCpus;    ///< that servers were kept on; empty in earlier versions' runs
    std::vector<int> generatorCpus; ///< that the load generator was kept on; likewise
    BenchmarkPlan plan;
    std::vector<TargetResult> results;
    std::vector<Ratio> ratios;
    bool operator==(const BenchmarkResult &) const = default;

    [[nodiscard]] const TargetResult *find(QStringView target) const;
};

/// Of the document form.
inline constexpr int kResultSchema = 1;

/// As everywhere in documents and --json. Percentiles that are not known are null, all of an empty
/// summary.
[[nodiscard]] QJsonObject toJson(const Flag &flag);
[[nodiscard]] QJsonObject toJson(const LatencySummary &latency);
/// The document form (keys of the `bench` command), complete: benchmarkResultFrom() is its inverse.
/// What is not known is null.
[[nodiscard]] QJsonObject toJson(const BenchmarkResult &result);
/// A value that is missing, of the wrong type, not finite, or negative where that makes no sense,
/// is a mistake of `reader`; what is returned is then not to be used.
[[nodiscard]] BenchmarkResult benchmarkResultFrom(const json::Reader &reader);
/// The same of a whole document.
[[nodiscard]] Result<BenchmarkResult> benchmarkResultFromJson(const QJsonObject &object);

} // namespace weighbridge::results
