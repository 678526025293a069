// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/round_kind.h"

#include "core/http/event_loop.h"
#include "core/http/socket.h"
#include "core/measure/contract/event_stream.h"
#include "core/measure/machine/memory_summary.h"
#include "core/measure/process/words.h"
#include "core/measure/rounds/server_round.h"
#include "core/results/validity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <sys/socket.h>

namespace weighbridge::measure
{

namespace
{

using std::chrono::duration;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// For connecting, and for what is late; a server that has clients wait for each other takes
/// longer.
constexpr milliseconds kGrace{1'000};

/// As many as the round is long, at least those of the contract.
int eventsPerStream(const results::BenchmarkPlan &plan)
{
    return std::max(kStreamEvents, static_cast<int>(plan.duration / kStreamInterval));
}

milliseconds streamLength(const results::BenchmarkPlan &plan)
{
    return kStreamInterval * eventsPerStream(plan);
}

/// So many clients at once, each reading its stream.
class Clients
{
public:
    Clients(std::uint16_t port, int count, int events)
        : m_address(http::loopbackAddress(port)),
          m_events(events),
          m_clients(static_cast<std::size_t>(count))
    {
        m_request = "GET /events?n=" + QByteArray::number(events) +
                    "&ms=" + QByteArray::number(static_cast<qint64>(kStreamInterval.count())) +
                    " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                    "\r\nAccept: text/event-stream\r\n\r\n";
    }
    /// Reads what comes within `longest`; false when nothing more is expected.
    bool readOn(std::chrono::nanoseconds longest)
    {
        openSome();
        const bool opening = m_opened < m_clients.size();
        const std::size_t count = m_loop.wait(
            opening ? std::min<std::chrono::nanoseconds>(longest, kOpenPause) : longest);
        for (std::size_t i = 0; i < count; ++i) {
            const auto event = m_loop.event(i);
            read(m_clients[event.token], event.writable);
        }
        return opening || m_open > 0;
    }

    [[nodiscard]] int complete() const
    {
        return static_cast<int>(
            std::count_if(m_clients.begin(), m_clients.end(),
                          [this](const Client &client) { return isComplete(client); }));
    }
    [[nodiscard]] int wrong() const
    {
        return static_cast<int>(std::count_if(m_clients.begin(), m_clients.end(),
                                              [](const Client &each) { return each.isWrong; }));
    }
    /// |gap − interval| of all events that followed another, in milliseconds, sorted.
    [[nodiscard]] std::vector<double> jitter() const
    {
        std::vector<double> values;
        for (const Client &client : m_clients) {
            const auto &arrivals = client.stream.arrivals();
            for (std::size_t i = 1; i < arrivals.size(); ++i)
                values.push_back(std::abs(
                    duration<double, std::milli>(arrivals[i] - arrivals[i - 1] - kStreamInterval)
                        .count()));
        }
        std::sort(values.begin(), values.end());
        return values;
    }

private:
    struct Client {
        http::Socket socket;
        bool asked = false;
        bool isWrong = false;
        EventStream stream;
    };

    [[nodiscard]] bool isComplete(const Client &client) const
    {
        return static_cast<int>(client.stream.arrivals().size()) >= m_events;
    }

    /// A few at a time: a listener's queue (128 on many systems) must not overflow.
    void openSome()
    {
        const auto now = steady_clock::now();
        if (now < m_nextOpening)
            return;
        m_nextOpening = now + kOpenPause;
        const std::size_t end = std::min(m_opened + kOpenAtOnce, m_clients.size());
        while (m_opened < end)
            open(m_opened++);
    }

    void open(std::size_t index)
    {
        Client &client = m_clients[index];
        client.socket = http::Socket::connecting(m_address);
        if (!client.socket.isOpen())
            return;
        ++m_open;
        if (!m_loop.add(client.socket.file(), index))
            close(client);
    }

    void read(Client &client, bool writable)
    {
        if (!client.socket.isOpen())
            return;
        if (writable && !client.asked) {
            client.asked =
                send(client.socket.file(), m_request.constData(),
                     static_cast<std::size_t>(m_request.size()), MSG_NOSIGNAL) == m_request.size();
            if (!client.asked) {
                close(client);
                return;
            }
        }
        std::array<char, 4096> buffer{};
        while (client.socket.isOpen()) {
            const ssize_t size = recv(client.socket.file(), buffer.data(), buffer.size(), 0);
            if (size < 0 && errno == EINTR)
                continue;
            if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
                return;
            if (size <= 0) {
                close(client);
                return;
            }
            const bool fine = client.stream.feed(buffer.data(), static_cast<std::size_t>(size),
                                                 steady_clock::now());
            client.isWrong = !fine;
            if (!fine || isComplete(client))
                close(client);
        }
    }

    void close(Client &client)
    {
        client.socket.close();
        --m_open;
    }

    static constexpr std::size_t kOpenAtOnce = 64;
    static constexpr milliseconds kOpenPause{10};

    http::SocketAddress m_address;
    int m_events;
    int m_open = 0;
    std::size_t m_opened = 0; ///< index of the first client without an attempt
    steady_clock::time_point m_nextOpening;
    QByteArray m_request;
    http::EventLoop m_loop;
    std::vector<Client> m_clients;
};

/// Lets the clients read until all have everything or the time is up, and reads the server's memory
/// half-way. False where the run was cancelled.
bool readStreams(ServerRound &run, const ProcessSampler &sampler, Clients &clients)
{
    constexpr milliseconds kStep{100};
    const milliseconds longest = streamLength(run.setting().plan) + kGrace;
    const auto begin = steady_clock::now();
    bool memoryRead = false;
    for (bool expectsMore = true; expectsMore;) {
        const auto elapsed = steady_clock::now() - begin;
        if (elapsed >= longest)
            break;
        if (run.stopToken().stop_requested())
            return false;
        run.tell(Phase::measuring, duration<double>(elapsed).count(),
                 duration<double>(longest).count());
        if (!memoryRead && elapsed > longest / 2) {
            notePeak(run.round().memory, sampler.memory(sampler.sample().pids));
            memoryRead = true;
        }
        const auto end = std::min(begin + longest, steady_clock::now() + kStep);
        while (expectsMore && steady_clock::now() < end)
            expectsMore = clients.readOn(end - steady_clock::now());
    }
    run.passOnOutput();
    return true;
}

/// The value that 99 of 100 do not exceed; `sorted` is not empty.
double percentile99(const std::vector<double> &sorted)
{
    return sorted[static_cast<std::size_t>(0.99 * static_cast<double>(sorted.size() - 1))];
}

} // namespace

void runStreamRound(ServerRound &run)
{
    const RoundSetting &setting = run.setting();
    const results::BenchmarkPlan &plan = setting.plan;
    if (!run.start(plan.connections) || !run.checkBefore())
        return;
    const ProcessSampler sampler(*setting.reader, run.server().process().watchdogPid());
    const TreeSample tree = sampler.sample();
    run.round().memory = idleMemory(sampler.memory(tree.pids));
    const MachineState before = machineState(*setting.reader, tree.cpuTime);

    Clients clients(run.server().port(), plan.connections, eventsPerStream(plan));
    if (!readStreams(run, sampler, clients) || !run.stillRunning(Words::tr("while it sent events")))
        return;

    results::RoundFacts facts = run.facts();
    compareStates(before, machineState(*setting.reader, sampler.sample().cpuTime), facts.machine);
    run.round().memory.load = run.round().memory.peak;
    run.addFigure("streams_complete", 100.0 * clients.complete() / plan.connections);
    if (const auto jitter = clients.jitter(); !jitter.empty())
        run.addFigure("jitter_p99_ms", percentile99(jitter));
    std::vector<results::Flag> flags =
        results::judgeStreams({plan.connections, clients.complete(), clients.wrong()});
    for (results::Flag &flag : results::judgeMachine(facts.machine))
        flags.push_back(std::move(flag));
    run.conclude(std::move(flags));
}

milliseconds streamRoundTime(const results::BenchmarkPlan &plan)
{
    constexpr milliseconds kStartCheckAndStop{2'800};
    return kStartCheckAndStop + streamLength(plan) + kGrace / 2;
}

} // namespace weighbridge::measure
