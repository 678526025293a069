// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/toolchain.h"

#include "core/measure/targets/preparation.h"

#include <QCollator>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVersionNumber>

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

struct Known {
    const char *id;
    const char *name;
    const char *minimum;
    const char *override; ///< environment variable; null where there is none
    QStringList programs;
    QStringList places; ///< besides PATH; below the root or, with ~, below HOME; may hold one *
    /// Prints the version and, if it likes, its real path, its package manager and what it lacks,
    /// a line each.
    QStringList probe;
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
         {QStringLiteral("usr/local/go/bin"), QStringLiteral("usr/lib/go-*/bin")},
         {QStringLiteral("version")},
         "sudo apt-get install --target-release bookworm-backports golang-go"},
        {"python",
         "Python",
         "3.11",
         "WEIGHBRIDGE_PYTHON",
         {QStringLiteral("python3"), QStringLiteral("python3.14"), QStringLiteral("python3.13"),
          QStringLiteral("python3.12"), QStringLiteral("python3.11"), QStringLiteral("python3.10")},
         {QStringLiteral("usr/bin"), QStringLiteral("usr/local/bin"),
          QStringLiteral("~/.pyenv/versions/*/bin")},
         {QStringLiteral("-I"), QStringLiteral("-c"),
          QStringLiteral("import platform, sys\n"
                         "print(platform.python_version())\nprint(sys.executable)\n"
                         "try:\n    import ensurepip, venv\n    print('pip', ensurepip.version())\n"
                         "except ImportError:\n    print()\n    print('has no venv')\n")},
         "sudo apt-get install python3 python3-venv"},
        {"node",
         "Node.js",
         "18",
         "WEIGHBRIDGE_NODE",
         {QStringLiteral("node"), QStringLiteral("nodejs")},
         {QStringLiteral("usr/bin"), QStringLiteral("usr/local/bin")},
         {QStringLiteral("--version")},
         "sudo apt-get install nodejs npm"},
    };
    return known;
}
const Known &knownPostgresql()
{
    static const Known known{"postgresql",
                             "PostgreSQL",
                             "13",
                             nullptr,
                             {QStringLiteral("postgres")},
                             {QStringLiteral("usr/lib/postgresql/*/bin")},
                             {QStringLiteral("--version")},
                             "sudo apt-get install postgresql libqt6sql6-psql"};
    return known;
}

/// The folders that `place` means, the newest version first.
QStringList expandPlace(QString place, const QString &root)
{
    if (place.startsWith(QLatin1Char('~')))
        place.replace(0, 1, qEnvironmentVariable("HOME"));
    else
        place.prepend(root);
    const qsizetype star = place.indexOf(QLatin1Char('*'));
    if (star < 0)
        return {place};
    const qsizetype slash = place.lastIndexOf(QLatin1Char('/'), star);
    const qsizetype rest = place.indexOf(QLatin1Char('/'), star);
    const QDir folder(place.left(slash));
    QStringList names = folder.entryList({place.mid(slash + 1, rest - slash - 1)},
                                         QDir::Dirs | QDir::NoDotAndDotDot);
    QCollator byNumbers(QLocale::c());
    byNumbers.setNumericMode(true);
    std::sort(names.begin(), names.end(),
              [&](const QString &a, const QString &b) { return byNumbers.compare(a, b) > 0; });
    for (QString &name : names)
        name = folder.filePath(name) + place.mid(rest);
    return names;
}

/// Every place in which the toolchain may be, best first.
QStringList candidates(const Known &known, const QString &root)
{
    const QString chosen =
        known.override == nullptr ? QString() : qEnvironmentVariable(known.override);
    if (!chosen.isEmpty())
        return {chosen};
    QStringList folders =
        qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &place : known.places)
        folders << expandPlace(place, root);
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

/// What the program says of itself; without a version where it does not run.
Toolchain probe(const Known &known, const QString &path)
{
    constexpr int kLongestMs = 10'000;
    Toolchain found;
    found.id = QString::fromLatin1(known.id);
    found.name = QString::fromLatin1(known.name);
    found.minimum = QString::fromLatin1(known.minimum);
    QProcess process;
    process.setWorkingDirectory(QDir::rootPath()); // a go.mod here must not choose the version
    auto environment = QProcessEnvironment::systemEnvironment();
    const auto confined = confinement(found.id);
    for (auto it = confined.begin(); it != confined.end(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    process.start(path, known.probe);
    if (!process.waitForFinished(kLongestMs)) {
        process.kill();
        process.waitForFinished();
        return found;
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return found;
    const QStringList lines =
        QString::fromLocal8Bit(process.readAllStandardOutput()).split(QLatin1Char('\n'));
    static const QRegularExpression number(QStringLiteral("(\\d+\\.\\d+(\\.\\d+)?)"));
    found.version = number.match(lines.value(0)).captured(1);
    if (found.version.isEmpty())
        return found;
    found.path = lines.value(1).isEmpty() ? QFileInfo(path).absoluteFilePath() : lines.value(1);
    found.packageManager = lines.value(2);
    found.problem = lines.value(3);
    return found;
}

/// "npm 10.8.2": from its own description, since starting it takes long.
QString npmVersion(const QString &npm)
{
    const QDir package(QFileInfo(QFileInfo(npm).canonicalFilePath()).absolutePath());
    QFile file(package.filePath(QStringLiteral("../package.json")));
    const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const QString version = QJsonDocument::fromJson(content)[QStringLiteral("version")].toString();
    return QStringLiteral("npm ") + version;
}

/// The toolchain at `path`, with what speaks against it.
Toolchain judge(const Known &known, const QString &path)
{
    Toolchain found = probe(known, path);
    if (found.version.isEmpty())
        return found;
    if (found.id == QLatin1String("node")) {
        const QString npm = npmFor(found.path);
        found.packageManager = npm.isEmpty() ? QString() : npmVersion(npm).trimmed();
        if (npm.isEmpty())
            found.problem = QStringLiteral("has no npm");
    }
    if (QVersionNumber::fromString(found.version) < QVersionNumber::fromString(found.minimum))
        found.problem = QStringLiteral("is too old");
    found.ok = found.problem.isEmpty();
    if (!found.ok)
        found.remedy = QString::fromLatin1(known.remedy);
    return found;
}

Toolchain missing(const Known &known)
{
    Toolchain none;
    none.id = QString::fromLatin1(known.id);
    none.name = QString::fromLatin1(known.name);
    none.minimum = QString::fromLatin1(known.minimum);
    none.problem = QStringLiteral("was not found");
    none.remedy = QString::fromLatin1(known.remedy);
    return none;
}

/// The first one that is good enough, else the first one.
Toolchain findToolchain(const Known &known, const QString &root)
{
    Toolchain first = missing(known);
    for (const QString &path : candidates(known, root)) {
        const Toolchain found = judge(known, path);
        if (found.ok)
            return found;
        if (first.path.isEmpty() && !found.path.isEmpty())
            first = found;
    }
    return first;
}

/// The one that is used, then the others.
std::vector<Toolchain> findEvery(const Known &known, const QString &root)
{
    std::vector<Toolchain> all{findToolchain(known, root)};
    QStringList paths{QFileInfo(all.front().path).canonicalFilePath()};
    for (const QString &path : candidates(known, root)) {
        const Toolchain found = judge(known, path);
        const QString real = QFileInfo(found.path).canonicalFilePath();
        if (found.version.isEmpty() || paths.contains(real))
            continue;
        paths << real;
        all.push_back(found);
    }
    return all;
}

} // namespace

QHash<QString, QString> confinement(QStringView toolchainId)
{
    if (toolchainId != QLatin1String("go"))
        return {};
    const QString settings = qEnvironmentVariable(
        "XDG_CONFIG_HOME", qEnvironmentVariable("HOME") + QStringLiteral("/.config"));
    return {{QStringLiteral("GOENV"),
             qEnvironmentVariable("GOENV", settings + QStringLiteral("/go/env"))},
            {QStringLiteral("XDG_CONFIG_HOME"),
             cacheFolder() + QStringLiteral("/downloads/go-settings")}};
}

QString npmFor(const QString &nodePath)
{
    const QString beside = QFileInfo(nodePath).absolutePath() + QStringLiteral("/npm");
    return QFileInfo(beside).isExecutable() ? beside
                                            : QStandardPaths::findExecutable(QStringLiteral("npm"));
}

std::vector<Toolchain> findToolchains(const QString &root)
{
    std::vector<Toolchain> found;
    for (const Known &known : knownToolchains())
        found.push_back(findToolchain(known, root));
    return found;
}

std::vector<Toolchain> findEveryToolchain(const QString &root)
{
    std::vector<Toolchain> found;
    for (const Known &known : knownToolchains()) {
        const std::vector<Toolchain> all = findEvery(known, root);
        found.insert(found.end(), all.begin(), all.end());
    }
    found.push_back(findToolchain(knownPostgresql(), root));
    return found;
}

} // namespace weighbridge::measure
