// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/process/watchdog.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

namespace weighbridge::measure
{

namespace
{

struct Order {
    std::string directory;
    std::vector<int> cpus;
    rlim_t openFiles = 0;
    char **command = nullptr;
};

bool parseOrder(int argc, char **argv, Order &order)
{
    for (int i = 2; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--") {
            order.command = argv + i + 1;
            return i + 1 < argc;
        }
        if (i + 1 >= argc)
            return false;
        const char *value = argv[++i];
        if (word == "--directory") {
            order.directory = value;
        } else if (word == "--open-files") {
            order.openFiles = std::strtoul(value, nullptr, 10);
        } else if (word == "--cpus") {
            for (char *at = const_cast<char *>(value); *at != '\0';) {
                order.cpus.push_back(static_cast<int>(std::strtol(at, &at, 10)));
                while (*at != '\0' && (*at < '0' || *at > '9'))
                    ++at;
            }
        } else {
            return false;
        }
    }
    return false;
}

void report(WatchdogReport::Kind kind, pid_t pid, int status, std::int64_t time = 0)
{
    const WatchdogReport message{kind, pid, status, time};
    // Nobody may be listening any more; then there is nobody to tell.
    (void)!send(kWatchdogControl, &message, sizeof message, MSG_NOSIGNAL);
}

std::int64_t steadyNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

/// In the forked child. Returns only where it failed, with errno set.
void becomeCommand(const Order &order, pid_t watchdog, const sigset_t &originalMask)
{
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != watchdog) // it ended between fork() and prctl()
        _exit(1);
    if (!order.cpus.empty()) {
        cpu_set_t set;
        CPU_ZERO(&set);
        for (const int cpu : order.cpus)
            CPU_SET(static_cast<size_t>(cpu), &set);
        if (sched_setaffinity(0, sizeof set, &set) != 0)
            return;
    }
    if (order.openFiles != 0) {
        rlimit limit{};
        getrlimit(RLIMIT_NOFILE, &limit);
        limit.rlim_cur = order.openFiles < limit.rlim_max ? order.openFiles : limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    const rlimit noCoreFile{0, 0};
    setrlimit(RLIMIT_CORE, &noCoreFile);
    if (!order.directory.empty() && chdir(order.directory.c_str()) != 0)
        return;
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT})
        signal(number, SIG_DFL);
    sigprocmask(SIG_SETMASK, &originalMask, nullptr);
    execvp(order.command[0], order.command);
}

/// The process id of the command, or −errno.
pid_t startCommand(const Order &order, const sigset_t &originalMask)
{
    int failure[2];
    if (pipe2(failure, O_CLOEXEC) != 0)
        return -errno;
    const pid_t watchdog = getpid();
    const pid_t pid = fork();
    if (pid == 0) {
        becomeCommand(order, watchdog, originalMask);
        const int reason = errno;
        (void)!write(failure[1], &reason, sizeof reason);
        _exit(127);
    }
    const int forkError = errno;
    close(failure[1]);
    int reason = 0;
    const bool failed = read(failure[0], &reason, sizeof reason) == sizeof reason;
    close(failure[0]);
    if (pid < 0)
        return -forkError;
    if (failed) {
        waitpid(pid, nullptr, 0);
        return -reason;
    }
    return pid;
}

/// (pid, parent) of every process.
std::vector<std::pair<pid_t, pid_t>> processTable()
{
    std::vector<std::pair<pid_t, pid_t>> table;
    DIR *folder = opendir("/proc");
    if (folder == nullptr)
        return table;
    while (const dirent *entry = readdir(folder)) {
        const pid_t pid = static_cast<pid_t>(std::strtol(entry->d_name, nullptr, 10));
        if (pid <= 0)
            continue;
        const std::string path = "/proc/" + std::to_string(pid) + "/stat";
        const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0)
            continue;
        char text[512];
        const ssize_t size = read(file, text, sizeof text - 1);
        close(file);
        if (size <= 0)
            continue;
        text[size] = '\0';
        // The name, in parentheses, may hold anything: what follows its last one is fixed.
        const char *end = std::strrchr(text, ')');
        int parent = 0;
        if (end != nullptr && std::sscanf(end + 1, " %*c %d", &parent) == 1)
            table.emplace_back(pid, parent);
    }
    closedir(folder);
    return table;
}

void killDescendants()
{
    const auto table = processTable();
    std::vector<pid_t> tree{getpid()};
    for (std::size_t i = 0; i < tree.size(); ++i) {
        for (const auto &[pid, parent] : table) {
            if (parent == tree[i]) {
                kill(pid, SIGKILL);
                tree.push_back(pid);
            }
        }
    }
}

/// Until there is no child any more. Children of children that die become ours, hence the loop.
void endEverything(pid_t group)
{
    constexpr int kRounds = 2500;
    constexpr timespec kPause{0, 2'000'000};
    for (int i = 0; i < kRounds; ++i) {
        kill(-group, SIGKILL);
        killDescendants();
        pid_t reaped = 0;
        while ((reaped = waitpid(-1, nullptr, WNOHANG)) > 0) {
        }
        if (reaped < 0 && errno == ECHILD)
            return;
        nanosleep(&kPause, nullptr);
    }
}

/// Reaps what has ended. True when the command itself has; `status` is then its own.
bool reap(pid_t command, int &status)
{
    bool ended = false;
    int each = 0;
    for (pid_t pid = 0; (pid = waitpid(-1, &each, WNOHANG)) > 0;) {
        if (pid == command) {
            status = each;
            ended = true;
        }
    }
    return ended;
}

/// False when the tree has to end now.
bool obey(pid_t group)
{
    char order = 0;
    const ssize_t size = recv(kWatchdogControl, &order, 1, MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return true;
    if (size == 1 && order == kTerminate) {
        kill(-group, SIGTERM);
        return true;
    }
    return false;
}

int watch(pid_t command, int signals)
{
    pollfd events[2] = {{kWatchdogControl, POLLIN, 0}, {signals, POLLIN, 0}};
    while (true) {
        if (poll(events, 2, -1) < 0 && errno != EINTR)
            break;
        if (events[1].revents != 0) {
            signalfd_siginfo info{};
            (void)!read(signals, &info, sizeof info);
            int status = 0;
            if (reap(command, status)) {
                endEverything(command);
                report(WatchdogReport::Kind::exited, command, status);
                return 0;
            }
        }
        if (events[0].revents != 0 && !obey(command))
            break;
    }
    endEverything(command);
    report(WatchdogReport::Kind::exited, command, SIGKILL);
    return 0;
}

} // namespace

int watchdogMain(int argc, char **argv)
{
    Order order;
    if (!parseOrder(argc, argv, order) || fcntl(kWatchdogControl, F_SETFD, FD_CLOEXEC) != 0) {
        std::fputs("weighbridge: the watchdog is started by the program itself\n", stderr);
        return 2;
    }
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    prctl(PR_SET_NAME, "wb-watchdog");
    // A Ctrl-C meant for the program must not take the watchdog away first.
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT})
        signal(number, SIG_IGN);
    sigset_t originalMask;
    sigset_t childSignal;
    sigemptyset(&childSignal);
    sigaddset(&childSignal, SIGCHLD);
    sigprocmask(SIG_BLOCK, &childSignal, &originalMask);
    const int signals = signalfd(-1, &childSignal, SFD_CLOEXEC | SFD_NONBLOCK);

    const std::int64_t started = steadyNow();
    const pid_t command = startCommand(order, originalMask);
    if (command < 0) {
        report(WatchdogReport::Kind::notStarted, 0, -command);
        return 127;
    }
    report(WatchdogReport::Kind::started, command, 0, started);
    return watch(command, signals);
}

} // namespace weighbridge::measure
