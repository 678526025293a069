// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/process/process_group.h"

#include "core/base/resource_dir.h"
#include "core/measure/process/watchdog.h"
#include "core/measure/process/words.h"

#include <QFile>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <thread>

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace weighbridge::measure
{

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// Reads the output of the group as fast as it comes and keeps a bounded part of it.
class ProcessGroup::OutputReader
{
public:
    explicit OutputReader(int pipe)
        : m_pipe(pipe), m_wake(eventfd(0, EFD_CLOEXEC)), m_thread([this] { read(); })
    {
    }
    ~OutputReader()
    {
        const std::uint64_t one = 1;
        (void)!::write(m_wake, &one, sizeof one);
        m_thread.join();
        ::close(m_pipe);
        ::close(m_wake);
    }
    OutputReader(const OutputReader &) = delete;
    OutputReader &operator=(const OutputReader &) = delete;

    QStringList takeLines()
    {
        const std::lock_guard lock(m_mutex);
        const qsizetype end = m_fresh.lastIndexOf('\n') + 1;
        const QString text = QString::fromUtf8(m_fresh.left(end));
        m_fresh.remove(0, end);
        return text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    QString last() const
    {
        const std::lock_guard lock(m_mutex);
        return QString::fromUtf8(m_kept);
    }

private:
    static constexpr qsizetype kKeptBytes = 64 * 1024;

    void read()
    {
        char buffer[16 * 1024];
        pollfd events[2] = {{m_pipe, POLLIN, 0}, {m_wake, POLLIN, 0}};
        while (true) {
            if (poll(events, 2, -1) < 0 && errno != EINTR)
                return;
            if (events[0].revents != 0) {
                const ssize_t size = ::read(m_pipe, buffer, sizeof buffer);
                if (size <= 0)
                    return;
                const std::lock_guard lock(m_mutex);
                append(m_kept, buffer, size);
                append(m_fresh, buffer, size);
            } else if (events[1].revents != 0) {
                return;
            }
        }
    }
    static void append(QByteArray &bytes, const char *data, qsizetype size)
    {
        bytes.append(data, size);
        if (bytes.size() > kKeptBytes)
            bytes.remove(0, bytes.size() - kKeptBytes);
    }

    int m_pipe;
    int m_wake;
    mutable std::mutex m_mutex;
    QByteArray m_kept;
    QByteArray m_fresh;
    std::thread m_thread; ///< last: it uses everything above
};

namespace
{

constexpr milliseconds kStartTimeout{10'000};

/// Away from the numbers that the child gives to its own descriptors.
int moveHigh(int file)
{
    const int high = fcntl(file, F_DUPFD_CLOEXEC, 10);
    ::close(file);
    return high;
}

std::vector<char *> pointersTo(std::vector<QByteArray> &words)
{
    std::vector<char *> pointers;
    pointers.reserve(words.size() + 1);
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<QByteArray> watchdogArguments(const LaunchOrder &order, const QString &program)
{
    QStringList words{program, QStringLiteral("watchdog")};
    if (!order.folder.isEmpty())
        words << QStringLiteral("--directory") << order.folder;
    if (!order.cpus.empty()) {
        QStringList cpus;
        for (const int cpu : order.cpus)
            cpus << QString::number(cpu);
        words << QStringLiteral("--cpus") << cpus.join(QLatin1Char(','));
    }
    if (order.openFiles > 0)
        words << QStringLiteral("--open-files") << QString::number(order.openFiles);
    words << QStringLiteral("--") << order.arguments;
    std::vector<QByteArray> bytes;
    for (const QString &word : words)
        bytes.push_back(QFile::encodeName(word));
    return bytes;
}

/// posix_spawn: safe in a program with many threads. Returns errno.
int spawnWatchdog(const LaunchOrder &order, int control, int output, pid_t *pid)
{
    const QString program = programPath();
    std::vector<QByteArray> words = watchdogArguments(order, program);
    std::vector<QByteArray> variables;
    for (auto it = order.environment.begin(); it != order.environment.end(); ++it)
        variables.push_back(QFile::encodeName(it.key() + QLatin1Char('=') + it.value()));

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    posix_spawn_file_actions_adddup2(&actions, control, kWatchdogControl);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETSIGDEF);
    const int failure = posix_spawn(pid, words.front().constData(), &actions, &attributes,
                                    pointersTo(words).data(), pointersTo(variables).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

Error startError(const QString &command, int reason)
{
    const QString why = QString::fromLocal8Bit(strerror(reason));
    return {Words::tr("Could not start %1: %2").arg(command, why),
            reason == ENOENT ? Words::tr("Check that the file exists and prepare the target again")
                             : QString(),
            {}};
}

} // namespace

QString ExitState::text() const
{
    if (signal == 0)
        return Words::tr("exit code %1").arg(code);
    return QStringLiteral("signal %1 (%2)").arg(signal).arg(QString::fromLatin1(strsignal(signal)));
}

Result<std::unique_ptr<ProcessGroup>> ProcessGroup::start(const LaunchOrder &order)
{
    Q_ASSERT(!order.arguments.isEmpty());
    int control[2] = {-1, -1};
    int output[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, control) != 0)
        return startError(order.arguments.first(), errno);
    if (pipe2(output, O_CLOEXEC) != 0) {
        const int reason = errno;
        ::close(control[0]);
        ::close(control[1]);
        return startError(order.arguments.first(), reason);
    }
    const int childControl = moveHigh(control[1]);
    const int childOutput = moveHigh(output[1]);

    std::unique_ptr<ProcessGroup> group(new ProcessGroup);
    group->m_control = control[0];
    const int failure = spawnWatchdog(order, childControl, childOutput, &group->m_watchdog);
    ::close(childControl);
    ::close(childOutput);
    if (failure != 0) {
        ::close(output[0]);
        group->m_watchdog = 0;
        return startError(programPath(), failure);
    }
    group->m_output = std::make_unique<OutputReader>(output[0]);
    if (const Outcome started = group->awaitStart(order.arguments.first()); !started)
        return started.error();
    return group;
}

Outcome ProcessGroup::awaitStart(const QString &command)
{
    pollfd event{m_control, POLLIN, 0};
    WatchdogReport report;
    if (poll(&event, 1, static_cast<int>(kStartTimeout.count())) != 1 ||
        recv(m_control, &report, sizeof report, 0) != sizeof report)
        return Error{Words::tr("The watchdog of %1 did not start").arg(command),
                     Words::tr("Check that %1 is the complete program").arg(programPath()),
                     lastOutput()};
    if (report.kind == WatchdogReport::Kind::notStarted)
        return startError(command, report.status);
    m_pid = report.pid;
    m_startedAt = steady_clock::time_point(std::chrono::nanoseconds(report.steadyNanoseconds));
    return success();
}

ProcessGroup::~ProcessGroup()
{
    kill();
    if (m_control >= 0)
        ::close(m_control);
}

void ProcessGroup::receive(milliseconds longest)
{
    if (m_exit || m_watchdog == 0)
        return;
    pollfd event{m_control, POLLIN, 0};
    if (poll(&event, 1, static_cast<int>(longest.count())) != 1)
        return;
    WatchdogReport report;
    if (recv(m_control, &report, sizeof report, 0) == sizeof report) {
        if (WIFSIGNALED(report.status))
            m_exit = ExitState{0, WTERMSIG(report.status)};
        else
            m_exit = ExitState{WEXITSTATUS(report.status), 0};
    } else {
        // The watchdog itself was ended; the death signal has ended the command.
        if (m_pid > 0)
            ::kill(-m_pid, SIGKILL);
        m_exit = ExitState{0, SIGKILL};
    }
    reapWatchdog();
}

void ProcessGroup::reapWatchdog()
{
    while (waitpid(m_watchdog, nullptr, 0) < 0 && errno == EINTR) {
    }
    m_watchdog = 0;
}

bool ProcessGroup::running()
{
    receive(milliseconds(0));
    return m_watchdog != 0;
}

bool ProcessGroup::waitForExit(milliseconds longest, const std::stop_token &stop)
{
    constexpr milliseconds kSlice{20};
    const auto deadline = steady_clock::now() + longest;
    while (running()) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now());
        if (left <= milliseconds(0) || stop.stop_requested())
            return false;
        receive(stop.stop_possible() ? std::min(left, kSlice) : left);
    }
    return true;
}

void ProcessGroup::stop(milliseconds grace)
{
    if (!running())
        return;
    (void)!send(m_control, &kTerminate, 1, MSG_NOSIGNAL);
    if (!waitForExit(grace))
        kill();
}

void ProcessGroup::kill()
{
    if (m_watchdog == 0)
        return;
    constexpr milliseconds kLongest{6'000};
    (void)!send(m_control, &kKill, 1, MSG_NOSIGNAL);
    if (waitForExit(kLongest))
        return;
    // A watchdog that does not answer, for instance because somebody stopped it.
    ::kill(m_watchdog, SIGKILL);
    if (m_pid > 0)
        ::kill(-m_pid, SIGKILL);
    m_exit = ExitState{0, SIGKILL};
    reapWatchdog();
}

QStringList ProcessGroup::takeLines()
{
    return m_output ? m_output->takeLines() : QStringList();
}

QString ProcessGroup::lastOutput() const
{
    return m_output ? m_output->last() : QString();
}

} // namespace weighbridge::measure
