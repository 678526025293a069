// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/toolchain.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVersionNumber>

namespace weighbridge::measure
{

namespace
{

struct Known {
    const char *id;
    const char *name;
    const char *minimum;
    const char *override;
    QStringList programs;
    QStringList places; ///< besides PATH; a last component with * is matched
    QStringList probe;  ///< prints the version and, if it likes, the real path on a second line
    const char *remedy; ///< on Debian 12
};

const std::vector<Known> &knownToolchains()
{
    static const std::vector<Known> known{
        {"go",
         "Go",
         "1.21",
         "WEIGHBRIDGE_GO",
         {QStringLiteral("go")},
         {QStringLiteral("/usr/local/go/bin"), QStringLiteral("/usr/lib/go-*/bin")},
         {QStringLiteral("version")},
         "sudo apt-get install --target-release bookworm-backports golang-go"},
        {"python",
         "Python",
         "3.11",
         "WEIGHBRIDGE_PYTHON",
         {QStringLiteral("python3"), QStringLiteral("python3.14"), QStringLiteral("python3.13"),
          QStringLiteral("python3.12"), QStringLiteral("python3.11")},
         {QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin")},
         {QStringLiteral("-I"), QStringLiteral("-c"),
          QStringLiteral("import platform, sys, ensurepip, venv\n"
                         "print(platform.python_version())\nprint(sys.executable)")},
         "sudo apt-get install python3 python3-venv"},
        {"node",
         "Node.js",
         "18",
         "WEIGHBRIDGE_NODE",
         {QStringLiteral("node"), QStringLiteral("nodejs")},
         {QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin")},
         {QStringLiteral("--version")},
         "sudo apt-get install nodejs npm"},
    };
    return known;
}

QStringList expandPlace(const QString &place)
{
    const qsizetype star = place.indexOf(QLatin1Char('*'));
    if (star < 0)
        return {place};
    const qsizetype slash = place.lastIndexOf(QLatin1Char('/'), star);
    const qsizetype rest = place.indexOf(QLatin1Char('/'), star);
    const QDir folder(place.left(slash));
    QStringList found;
    const auto names =
        folder.entryList({place.mid(slash + 1, rest - slash - 1)},
                         QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &name : names)
        found << folder.filePath(name) + place.mid(rest);
    return found;
}

/// Every place in which the toolchain may be, best first.
QStringList candidates(const Known &known)
{
    const QString chosen = qEnvironmentVariable(known.override);
    if (!chosen.isEmpty())
        return {chosen};
    QStringList folders =
        qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &place : known.places)
        folders << expandPlace(place);
    QStringList found;
    for (const QString &program : known.programs) {
        for (const QString &folder : std::as_const(folders)) {
            const QString path = QDir(folder).filePath(program);
            if (QFileInfo(path).isExecutable() && !found.contains(path))
                found << path;
        }
    }
    return found;
}

struct Probe {
    QString version;
    QString path;
};

Probe probe(const Known &known, const QString &path)
{
    constexpr int kLongestMs = 10'000;
    QProcess process;
    process.start(path, known.probe);
    if (!process.waitForFinished(kLongestMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return {};
    const QStringList lines = QString::fromLocal8Bit(process.readAllStandardOutput())
                                  .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    static const QRegularExpression number(QStringLiteral("(\\d+\\.\\d+(\\.\\d+)?)"));
    const auto match = number.match(lines.value(0));
    const QString real = lines.value(1).trimmed();
    return {match.captured(1), real.isEmpty() ? QFileInfo(path).absoluteFilePath() : real};
}

Toolchain findToolchain(const Known &known)
{
    Toolchain toolchain;
    toolchain.id = QString::fromLatin1(known.id);
    toolchain.name = QString::fromLatin1(known.name);
    toolchain.minimum = QString::fromLatin1(known.minimum);
    const QVersionNumber minimum = QVersionNumber::fromString(toolchain.minimum);
    for (const QString &path : candidates(known)) {
        const Probe answer = probe(known, path);
        if (answer.version.isEmpty())
            continue;
        const bool ok = QVersionNumber::fromString(answer.version) >= minimum;
        if (ok || toolchain.path.isEmpty()) {
            toolchain.path = answer.path;
            toolchain.version = answer.version;
            toolchain.ok = ok;
        }
        if (ok)
            return toolchain;
    }
    toolchain.remedy = QString::fromLatin1(known.remedy);
    return toolchain;
}

} // namespace

std::vector<Toolchain> findToolchains()
{
    std::vector<Toolchain> found;
    for (const Known &known : knownToolchains())
        found.push_back(findToolchain(known));
    return found;
}

} // namespace weighbridge::measure
