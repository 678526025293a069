// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_targets.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace weighbridge::testing
{

namespace
{

QByteArray statOf(pid_t pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Field 3 (state) and 4 (parent) of proc(5).
QList<QByteArray> stateAndParent(pid_t pid)
{
    const QByteArray stat = statOf(pid);
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ').mid(0, 2);
}

} // namespace

FakeTargets::FakeTargets()
{
    qputenv("WEIGHBRIDGE_TARGETS_PATH", m_folder.path().toUtf8());
}

FakeTargets::~FakeTargets()
{
    qunsetenv("WEIGHBRIDGE_TARGETS_PATH");
}

void FakeTargets::add(const QString &id, const QStringList &arguments, const QStringList &prepare,
                      const QString &toolchain)
{
    const QJsonObject command{{QStringLiteral("argv"), QJsonArray::fromStringList(arguments)}};
    QJsonArray steps;
    if (!prepare.isEmpty())
        steps.append(QJsonObject{{QStringLiteral("title"), QStringLiteral("Prepare")},
                                 {QStringLiteral("argv"), QJsonArray::fromStringList(prepare)}});
    const QJsonObject manifest{
        {QStringLiteral("schema"), 1},
        {QStringLiteral("id"), id},
        {QStringLiteral("name"), id},
        {QStringLiteral("language"), QStringLiteral("python")},
        {QStringLiteral("toolchain"), toolchain},
        {QStringLiteral("prepare"), steps},
        {QStringLiteral("profiles"), QJsonObject{{QStringLiteral("production"), command}}},
        {QStringLiteral("workloads"),
         QJsonArray{QStringLiteral("json"), QStringLiteral("events")}}};
    QDir(m_folder.path()).mkpath(id);
    QFile file(m_folder.filePath(id + QStringLiteral("/target.json")));
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(manifest).toJson());
    QFile::copy(QStringLiteral(WEIGHBRIDGE_SOURCE_DIR "/tests/support/fake_server.py"),
                m_folder.filePath(id + QStringLiteral("/fake_server.py")));
}

void FakeTargets::addServer(const QString &mode)
{
    add(QString(mode).replace(QLatin1Char('_'), QLatin1Char('-')),
        {QStringLiteral("{python}"), QStringLiteral("fake_server.py"), mode});
}

QString toolchainProblem(const QString &id)
{
    static const std::vector<measure::Toolchain> all = measure::findToolchains();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.id == id; });
    if (found != all.end() && found->ok)
        return {};
    return QStringLiteral("The toolchain %1 is missing: %2")
        .arg(id, found == all.end() ? QString() : found->remedy);
}

std::vector<pid_t> descendants(pid_t root)
{
    std::vector<std::pair<pid_t, pid_t>> parents;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        const pid_t pid = name.toInt();
        const QList<QByteArray> fields = pid > 0 ? stateAndParent(pid) : QList<QByteArray>();
        if (fields.size() == 2)
            parents.emplace_back(pid, fields[1].toInt());
    }
    std::vector<pid_t> tree{root};
    for (std::size_t i = 0; i < tree.size(); ++i) {
        for (const auto &[pid, parent] : parents) {
            if (parent == tree[i])
                tree.push_back(pid);
        }
    }
    tree.erase(tree.begin());
    return tree;
}

bool isAlive(pid_t pid)
{
    const QByteArray stat = statOf(pid);
    return !stat.isEmpty() && stateAndParent(pid).value(0) != "Z";
}

} // namespace weighbridge::testing
