// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The generator and the reference server alone, without Qt, for comparisons with other generators:
//     bench_load reference-server [--port N]
//     bench_load load http://HOST:PORT/PATH -c CONNECTIONS -d SECONDS [-t THREADS] [-R RATE] --json

#include "core/http/socket_address.h"
#include "core/load/littles_law.h"
#include "core/load/load_run.h"
#include "core/reference/server.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <sys/signalfd.h>

using namespace weighbridge;

namespace
{

std::string option(int argc, char **argv, std::string_view name, const char *fallback)
{
    for (int i = 2; i + 1 < argc; ++i) {
        if (name == argv[i])
            return argv[i + 1];
    }
    return fallback;
}

int serve(int argc, char **argv)
{
    reference::Options options;
    options.port = static_cast<std::uint16_t>(std::stoi(option(argc, argv, "--port", "0")));
    options.workers = std::stoi(option(argc, argv, "--workers", "1"));
    reference::Server server(options);
    if (!server.error().empty()) {
        std::fprintf(stderr, "%s\n", server.error().c_str());
        return EXIT_FAILURE;
    }
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    const int stopFd = signalfd(-1, &signals, SFD_CLOEXEC);
    std::printf("http://127.0.0.1:%u\n", server.port());
    std::fflush(stdout);
    server.run({}, stopFd);
    return EXIT_SUCCESS;
}

double milliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

void print(const load::LoadResult &result)
{
    const auto latency = result.latencyWithUnfinished();
    const auto law = load::littlesLaw(result);
    std::chrono::nanoseconds busiest{};
    for (const load::ThreadTime &each : result.threadTimes)
        busiest = std::max(busiest, each.cpu);
    std::printf(
        "{\"requests\": %llu, \"requests_per_second\": %.1f, "
        "\"latency_ms\": {\"mean\": %.4f, \"p50\": %.4f, \"p90\": %.4f, \"p99\": %.4f, "
        "\"max\": %.4f}, \"errors\": %llu, \"reconnects\": %llu, "
        "\"jain\": %.4f, \"least\": %llu, \"most\": %llu, \"latest_first_answer_ms\": %.3f, "
        "\"idle_share\": %.5f, \"generator_cpu_us_per_request\": %.3f, "
        "\"busiest_thread_share\": %.3f, \"connecting_ms\": %.1f, \"warm_up_ms\": %.1f",
        static_cast<unsigned long long>(result.requests), result.requestsPerSecond,
        milliseconds(latency.mean()), milliseconds(latency.percentile(0.5)),
        milliseconds(latency.percentile(0.9)), milliseconds(latency.percentile(0.99)),
        milliseconds(latency.max()), static_cast<unsigned long long>(result.errors.total()),
        static_cast<unsigned long long>(result.errors.reconnects), result.fairness.jain,
        static_cast<unsigned long long>(result.fairness.least),
        static_cast<unsigned long long>(result.fairness.most),
        milliseconds(result.fairness.latestFirstAnswer), law.idleShare,
        result.cpuMicrosecondsPerRequest, milliseconds(busiest) / milliseconds(result.window),
        milliseconds(result.connecting), milliseconds(result.warmUp));
    if (result.openLoop) {
        const load::LatencyHistogram &lag = result.openLoop->sendLag;
        std::printf(", \"offered\": %llu, \"ended\": %llu, "
                    "\"send_lag_us\": {\"p50\": %.1f, \"p99\": %.1f}",
                    static_cast<unsigned long long>(result.openLoop->offered),
                    static_cast<unsigned long long>(result.openLoop->ended),
                    milliseconds(lag.percentile(0.5)) * 1e3,
                    milliseconds(lag.percentile(0.99)) * 1e3);
    }
    std::printf("}\n");
}

int runLoad(int argc, char **argv)
{
    const std::string url = argv[2];
    const auto hostBegin = url.find("://") + 3;
    const auto pathBegin = url.find('/', hostBegin);
    const auto portBegin = url.rfind(':', pathBegin) + 1;
    load::Plan plan;
    plan.host = url.substr(hostBegin, portBegin - 1 - hostBegin);
    plan.port = static_cast<std::uint16_t>(std::stoi(url.substr(portBegin)));
    plan.request.target = pathBegin == std::string::npos ? "/" : url.substr(pathBegin);
    plan.connections = std::stoi(option(argc, argv, "-c", "10"));
    plan.threads = std::stoi(option(argc, argv, "-t", "1"));
    plan.duration = std::chrono::milliseconds(
        static_cast<int>(1000 * std::stod(option(argc, argv, "-d", "2"))));
    plan.warmUp = std::chrono::milliseconds(
        static_cast<int>(1000 * std::stod(option(argc, argv, "-w", "0"))));
    if (const auto rate = option(argc, argv, "-R", ""); !rate.empty())
        plan.requestsPerSecond = std::stod(rate);
    if (!http::isLoopback(plan.host)) {
        std::fprintf(stderr, "%s is not this machine\n", plan.host.c_str());
        return EXIT_FAILURE;
    }
    const auto outcome = load::run(plan);
    if (const auto *failure = std::get_if<load::Failure>(&outcome)) {
        std::fprintf(stderr, "%s. %s\n", failure->what.c_str(), failure->remedy.c_str());
        return EXIT_FAILURE;
    }
    print(std::get<load::LoadResult>(outcome));
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view command = argc > 1 ? argv[1] : "";
    if (command == "reference-server")
        return serve(argc, argv);
    if (command == "load" && argc > 2)
        return runLoad(argc, argv);
    std::fprintf(stderr,
                 "usage: bench_load reference-server [--port N] [--workers N]\n"
                 "       bench_load load URL -c N -d SECONDS [-t N] [-R RATE] [-w SECONDS]\n");
    return 2;
}
