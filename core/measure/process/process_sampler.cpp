// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/process/process_sampler.h"

#include <QDir>
#include <QFile>
#include <QList>

#include <array>
#include <set>

#include <fcntl.h>
#include <unistd.h>

namespace weighbridge::measure
{

namespace
{

class KernelProcReader : public ProcReader
{
public:
    std::vector<pid_t> processes() const override
    {
        std::vector<pid_t> pids;
        for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
            bool isNumber = false;
            const int pid = name.toInt(&isNumber);
            if (isNumber)
                pids.push_back(pid);
        }
        return pids;
    }
    QByteArray read(pid_t pid, const char *file) const override
    {
        return readFile("/proc/" + QByteArray::number(pid) + '/' + file);
    }
    QByteArray systemStat() const override { return readFile("/proc/stat"); }

private:
    /// Not QFile: the size of these files is not known before they are read.
    static QByteArray readFile(const QByteArray &path)
    {
        const int file = open(path.constData(), O_RDONLY | O_CLOEXEC);
        if (file < 0)
            return {};
        QByteArray content;
        std::array<char, 4096> buffer{};
        ssize_t size = 0;
        while ((size = ::read(file, buffer.data(), buffer.size())) > 0)
            content.append(buffer.data(), size);
        close(file);
        return content;
    }
};

std::chrono::nanoseconds fromTicks(qint64 ticks)
{
    static const qint64 perSecond = sysconf(_SC_CLK_TCK);
    return std::chrono::nanoseconds(ticks * (1'000'000'000 / perSecond));
}

/// Fields of /proc/PID/stat from the state on (field 3 of proc(5)); the name before may hold
/// spaces.
QList<QByteArray> statFields(const QByteArray &stat)
{
    const qsizetype nameEnd = stat.lastIndexOf(')');
    return nameEnd < 0 ? QList<QByteArray>() : stat.mid(nameEnd + 2).split(' ');
}

constexpr int kParent = 1;    // field 4
constexpr int kUserTime = 11; // field 14; then system, and both of the dead children
constexpr int kChildUserTime = 13;
constexpr int kFieldsNeeded = 15;

struct ProcessStat {
    pid_t pid = 0;
    pid_t parent = 0;
    qint64 ownTicks = 0;
    qint64 deadChildrenTicks = 0;
};

std::vector<ProcessStat> readAll(const ProcReader &reader, const std::vector<pid_t> &pids)
{
    std::vector<ProcessStat> all;
    for (const pid_t pid : pids) {
        const QList<QByteArray> fields = statFields(reader.read(pid, "stat"));
        if (fields.size() < kFieldsNeeded)
            continue;
        all.push_back(
            {pid, fields[kParent].toInt(),
             fields[kUserTime].toLongLong() + fields[kUserTime + 1].toLongLong(),
             fields[kChildUserTime].toLongLong() + fields[kChildUserTime + 1].toLongLong()});
    }
    return all;
}

/// The tree below `root` among `all`.
TreeSample treeOf(pid_t root, const std::vector<ProcessStat> &all)
{
    TreeSample tree;
    qint64 ticks = 0;
    for (const ProcessStat &each : all) {
        if (each.pid == root)
            ticks += each.deadChildrenTicks;
    }
    std::vector<pid_t> open{root};
    for (std::size_t i = 0; i < open.size(); ++i) {
        for (const ProcessStat &each : all) {
            if (each.parent != open[i])
                continue;
            open.push_back(each.pid);
            tree.pids.push_back(each.pid);
            ticks += each.ownTicks + each.deadChildrenTicks;
        }
    }
    tree.cpuTime = fromTicks(ticks);
    return tree;
}

/// A line of /proc/PID/smaps_rollup, "Pss:      1234 kB", in bytes; empty where there is none.
std::optional<std::int64_t> rollupBytes(const QByteArray &rollup, const char *name)
{
    constexpr std::int64_t kBytesPerKib = 1024;
    const QByteArray head = '\n' + QByteArray(name) + ':';
    const qsizetype at = rollup.indexOf(head);
    if (at < 0)
        return std::nullopt;
    const qsizetype begin = at + head.size();
    const QByteArray value = rollup.mid(begin, rollup.indexOf('\n', begin) - begin).trimmed();
    return value.left(value.indexOf(' ')).toLongLong() * kBytesPerKib;
}

} // namespace

std::unique_ptr<ProcReader> makeProcReader()
{
    return std::make_unique<KernelProcReader>();
}

ProcessSampler::ProcessSampler(const ProcReader &reader, pid_t root)
    : m_reader(reader), m_root(root)
{
}

TreeSample ProcessSampler::sample() const
{
    return treeOf(m_root, readAll(m_reader, m_reader.processes()));
}

TreeSample ProcessSampler::sampleAgain(const TreeSample &earlier) const
{
    std::vector<pid_t> pids = earlier.pids;
    pids.push_back(m_root);
    return treeOf(m_root, readAll(m_reader, pids));
}

ResidentMemory ProcessSampler::memory(const std::vector<pid_t> &pids) const
{
    ResidentMemory sum;
    bool fileBackedKnown = true;
    for (const pid_t pid : pids) {
        const QByteArray rollup = m_reader.read(pid, "smaps_rollup");
        const auto all = rollupBytes(rollup, "Pss");
        if (!all)
            continue;
        const auto fileBacked = rollupBytes(rollup, "Pss_File");
        fileBackedKnown = fileBackedKnown && fileBacked;
        sum.total += *all;
        sum.fileBacked = sum.fileBacked.value_or(0) + fileBacked.value_or(0);
    }
    if (!fileBackedKnown)
        sum.fileBacked.reset();
    return sum;
}

std::chrono::nanoseconds cpuTimeOfTrees(const ProcReader &reader, const std::vector<pid_t> &roots)
{
    if (roots.empty())
        return {};
    const std::vector<ProcessStat> all = readAll(reader, reader.processes());
    std::set<pid_t> members(roots.begin(), roots.end());
    for (const pid_t root : roots) {
        const TreeSample tree = treeOf(root, all);
        members.insert(tree.pids.begin(), tree.pids.end());
    }
    qint64 ticks = 0;
    for (const ProcessStat &each : all) {
        if (members.contains(each.pid))
            ticks += each.ownTicks + each.deadChildrenTicks;
    }
    return fromTicks(ticks);
}

SystemCpu systemCpu(const ProcReader &reader)
{
    // "cpu  user nice system idle iowait irq softirq steal …"
    const QByteArray stat = reader.systemStat();
    const QList<QByteArray> fields = stat.left(stat.indexOf('\n')).simplified().split(' ');
    constexpr int kFields = 9;
    constexpr int kSteal = 8;
    if (fields.size() < kFields || fields[0] != "cpu")
        return {};
    SystemCpu cpu;
    for (int i = 1; i < kFields; ++i)
        cpu.total += fromTicks(fields[i].toLongLong());
    for (int i = 1; i <= 3; ++i)
        cpu.busy += fromTicks(fields[i].toLongLong());
    cpu.stolen = fromTicks(fields[kSteal].toLongLong());
    return cpu;
}

} // namespace weighbridge::measure
