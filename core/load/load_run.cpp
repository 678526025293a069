// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/load_run.h"

#include "core/load/request.h"
#include "core/load/run_summary.h"
#include "core/load/steady_state.h"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <optional>
#include <system_error>
#include <thread>

#include <sched.h>
#include <sys/resource.h>

namespace weighbridge::load
{

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace
{

constexpr auto kAcceptancePerConnection = 500us;
constexpr auto kLongestAcceptance = 2s;
constexpr auto kConnectPoll = 2ms;
/// Between the decision that the window begins and its beginning: every thread must know by then.
constexpr auto kNotice = 25ms;
/// After the end of a bin, until every thread has published it.
constexpr auto kPublishing = 15ms;
constexpr rlim_t kSpareDescriptors = 64;

std::optional<Failure> checkPlan(const Plan &plan)
{
    if (plan.connections < 1 || plan.threads < 1 || plan.duration <= 0ns || plan.timeout <= 0ns ||
        plan.warmUp < 0ns)
        return Failure{"The load needs at least one connection, one thread and a duration above 0",
                       "Check the number of connections, the threads and the times"};
    if (plan.requestsPerSecond && !(*plan.requestsPerSecond > 0 && *plan.requestsPerSecond <= 1e8))
        return Failure{"The rate must lie between 0 and 100 million requests per second",
                       "Choose another rate, or none for a closed loop"};
    for (const int cpu : plan.cpus) {
        if (cpu < 0 || cpu >= CPU_SETSIZE)
            return Failure{"There is no processor " + std::to_string(cpu),
                           "Choose processors that lscpu lists"};
    }
    return std::nullopt;
}

/// Raises this process's limit as far as it may, if need be.
std::optional<Failure> ensureDescriptors(int connections)
{
    rlimit limit{};
    const auto needed = static_cast<rlim_t>(connections) + kSpareDescriptors;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= needed)
        return std::nullopt;
    const auto before = limit.rlim_cur;
    limit.rlim_cur = std::min(needed, limit.rlim_max);
    if (limit.rlim_cur >= needed && setrlimit(RLIMIT_NOFILE, &limit) == 0)
        return std::nullopt;
    return Failure{std::to_string(connections) + " connections need " + std::to_string(needed) +
                       " file descriptors; the limit is " + std::to_string(before),
                   "Raise it (ulimit -n " + std::to_string(needed) + ") or use fewer connections"};
}

/// The course of a run, seen from the caller's thread.
class Controller
{
public:
    Controller(RunControl &control, const LoadThreads &threads, std::stop_token stop,
               const std::function<void(const Snapshot &)> &onSnapshot)
        : m_control(control), m_threads(threads), m_stop(std::move(stop)), m_onSnapshot(onSnapshot)
    {
    }

    [[nodiscard]] RunTimes conduct()
    {
        waitForConnections();
        waitForAcceptance();
        m_times.connected = Clock::now();
        m_times.warmUpBegin = nextBin(m_times.connected);
        if (m_control.pacing)
            m_control.pacing->begin(m_times.connected);
        if (anyWasConnected() && waitForWarmUp())
            measure();
        else
            endNow();
        m_times.interrupted = m_stop.stop_requested();
        return m_times;
    }
    /// After conduct(), or at once when it cannot be called.
    void end(Time at) { m_control.windowEnd.store(at, std::memory_order_release); }
    [[nodiscard]] bool anyWasConnected() const
    {
        return std::any_of(m_threads.begin(), m_threads.end(),
                           [](const auto &thread) { return thread->wasConnected(); });
    }

private:
    Time nextBin(Time after) const
    {
        return m_control.epoch + ((after - m_control.epoch) / kBin + 1) * kBin;
    }

    /// False when a stop was requested before `until`.
    bool sleepUntil(Time until)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait_until(lock, m_stop, until, [] { return false; });
        return !m_stop.stop_requested();
    }

    void waitForConnections()
    {
        const auto until = Clock::now() + m_control.plan.timeout;
        const auto attempted = [this] {
            return std::accumulate(
                m_threads.begin(), m_threads.end(), 0,
                [](int sum, const auto &thread) { return sum + thread->attemptedConnections(); });
        };
        while (attempted() < m_control.plan.connections && Clock::now() < until &&
               sleepUntil(Clock::now() + kConnectPoll)) {
        }
    }

    /// A handshake that is complete here still waits in the listener's queue over there. libuv
    /// takes one connection from it per turn of its loop, so under full load from those it has
    /// already, a thousand take many seconds and the rest starves: nobody asks until all had time
    /// to be taken.
    void waitForAcceptance()
    {
        if (m_control.plan.keepAlive && !m_control.pacing)
            sleepUntil(Clock::now() +
                       std::min<nanoseconds>(m_control.plan.connections * kAcceptancePerConnection,
                                             kLongestAcceptance));
        m_control.mayAsk.store(true, std::memory_order_release);
    }

    /// False when a stop was requested meanwhile.
    bool waitForWarmUp()
    {
        const auto cap = m_times.warmUpBegin + m_control.plan.warmUp;
        auto tick = nextBin(Clock::now());
        bool isOver = false;
        while (!isOver && tick + kPublishing < cap && sleepUntil(tick + kPublishing)) {
            tick += kBin;
            snapshot();
            isOver = m_control.plan.endWarmUpWhenSteady && isSteady();
        }
        if (m_stop.stop_requested())
            return false;
        const auto soon = Clock::now() + kNotice;
        m_times.windowStart = nextBin((isOver ? soon : std::max(cap, soon)) - 1ns);
        m_control.windowStart.store(m_times.windowStart, std::memory_order_release);
        return true;
    }

    void measure()
    {
        m_times.windowEnd = m_times.windowStart + m_control.plan.duration;
        end(m_times.windowEnd);
        auto tick = nextBin(Clock::now());
        while (tick + kPublishing < m_times.windowEnd && sleepUntil(tick + kPublishing)) {
            tick += kBin;
            snapshot();
        }
        if (!sleepUntil(m_times.windowEnd))
            endNow();
    }

    /// Ends the run wherever it is; the window, if it has begun, is as long as it became.
    void endNow()
    {
        m_times.windowEnd = Clock::now() + kNotice;
        if (m_times.windowStart == Time() || m_times.windowStart > m_times.windowEnd)
            m_times.windowStart = m_times.windowEnd;
        end(m_times.windowEnd);
    }

    bool isSteady() const
    {
        const auto skipped =
            static_cast<std::size_t>((m_times.warmUpBegin - m_control.epoch) / kBin);
        if (m_bins.size() <= skipped)
            return false;
        return classifySteadyState(std::span(m_bins).subspan(skipped)).kind !=
               SteadyState::noSteadyState;
    }

    void snapshot()
    {
        BinProgress progress = progressOf(m_threads);
        const auto first = m_bins.size();
        m_bins.assign(progress.bins.begin(), progress.bins.end());
        if (!m_onSnapshot || m_bins.size() <= first)
            return;
        Snapshot snapshot;
        snapshot.sinceStart = m_bins.size() * nanoseconds(kBin);
        snapshot.warmingUp = !progress.inWindow;
        snapshot.requests = progress.requests;
        const auto recent = std::accumulate(m_bins.begin() + static_cast<std::ptrdiff_t>(first),
                                            m_bins.end(), std::uint64_t{0});
        const auto elapsed = std::chrono::duration<double>((m_bins.size() - first) * kBin);
        snapshot.requestsPerSecond = static_cast<double>(recent) / elapsed.count();
        for (const auto &thread : m_threads)
            snapshot.openConnections += thread->openConnections();
        snapshot.errors = progress.errors;
        snapshot.latency = progress.latency;
        m_onSnapshot(snapshot);
    }

    RunControl &m_control;
    const LoadThreads &m_threads;
    std::stop_token m_stop;
    const std::function<void(const Snapshot &)> &m_onSnapshot;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    RunTimes m_times;
    std::vector<std::uint64_t> m_bins;
};

} // namespace

LoadOutcome run(const Plan &plan, std::stop_token stop,
                const std::function<void(const Snapshot &)> &onSnapshot)
{
    if (auto failure = checkPlan(plan))
        return *failure;
    RunControl control;
    control.plan = plan;
    const auto address = http::socketAddress(plan.host, plan.port);
    if (!address || plan.port == 0)
        return Failure{"\"" + plan.host + ":" + std::to_string(plan.port) +
                           "\" is not an address to send load to",
                       "Give a numeric address or localhost, and a port from 1 to 65535"};
    control.address = *address;
    auto request = requestBytes(plan);
    if (!request)
        return Failure{"The request has a line break or an empty part where none may be",
                       "Check the method, the target and the headers"};
    control.request = std::move(*request);
    if (auto failure = ensureDescriptors(plan.connections))
        return *failure;

    std::optional<Pacing> pacing;
    if (plan.requestsPerSecond)
        control.pacing = &pacing.emplace(*plan.requestsPerSecond);
    FirstBody firstBody;
    const ExpectedReply &expected = plan.expected;
    if (expected.sameBody && !expected.bodyBytes && !expected.bodyHash)
        control.firstBody = &firstBody;
    control.epoch = Clock::now();
    const int count = std::min(plan.threads, plan.connections);
    LoadThreads threads;
    for (int i = 0; i < count; ++i) {
        const int share = plan.connections / count + (i < plan.connections % count ? 1 : 0);
        threads.push_back(std::make_unique<LoadThread>(control, i, share));
    }

    Controller controller(control, threads, stop, onSnapshot);
    std::vector<std::jthread> running;
    try {
        for (const auto &thread : threads)
            running.emplace_back([&thread] { thread->run(); });
    } catch (const std::system_error &error) {
        controller.end(control.epoch);
        return Failure{std::string("No thread for the load: ") + error.what(),
                       "Use fewer threads or raise the limit of processes (ulimit -u)"};
    }
    const RunTimes times = controller.conduct();
    running.clear(); // waits for all of them

    if (!controller.anyWasConnected() && !times.interrupted) {
        std::string reason = threads.front()->firstError();
        reason = reason.empty() ? "no answer in time" : reason;
        return Failure{"Nothing accepts connections at " + plan.host + ":" +
                           std::to_string(plan.port) + " (" + reason + ")",
                       "Start the server, or check the address and the port"};
    }
    return summarise(control, threads, times);
}

} // namespace weighbridge::load
