// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/toolchain.h"

#include "core/measure/process/words.h"
#include "core/measure/targets/language.h"
#include "core/measure/targets/target_cache.h"

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

const WantedProgram &postgresql()
{
    static const WantedProgram wanted{"postgresql",
                                      QStringLiteral("PostgreSQL"),
                                      "13",
                                      nullptr,
                                      {QStringLiteral("postgres")},
                                      {QStringLiteral("usr/lib/postgresql/*/bin")},
                                      {QStringLiteral("--version")},
                                      "sudo apt-get install postgresql libqt6sql6-psql"};
    return wanted;
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
QStringList candidates(const WantedProgram &wanted, const QString &root)
{
    const QString chosen =
        wanted.override == nullptr ? QString() : qEnvironmentVariable(wanted.override);
    if (!chosen.isEmpty())
        return {chosen};
    QStringList folders =
        qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &place : wanted.places)
        folders << expandPlace(place, root);
    QStringList found;
    for (const QString &program : wanted.programs) {
        for (const QString &folder : std::as_const(folders)) {
            const QString path = QDir(folder).filePath(program);
            if (QFileInfo(path).isExecutable() && !found.contains(path))
                found << path;
        }
    }
    return found;
}

/// What the program says of itself; without a version where it does not run.
Toolchain probe(const WantedProgram &wanted, const QString &path)
{
    constexpr int kLongestMs = 10'000;
    Toolchain found;
    found.id = QString::fromLatin1(wanted.id);
    found.name = wanted.name;
    found.minimum = QString::fromLatin1(wanted.minimum);
    QProcess process;
    process.setWorkingDirectory(QDir::rootPath()); // a go.mod here must not choose the version
    auto environment = QProcessEnvironment::systemEnvironment();
    const Language *language = findLanguage(found.id);
    if (language != nullptr && language->confinement != nullptr) {
        const auto confined = language->confinement(downloadFolder());
        for (auto it = confined.begin(); it != confined.end(); ++it)
            environment.insert(it.key(), it.value());
    }
    process.setProcessEnvironment(environment);
    process.start(path, wanted.probe);
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

/// The toolchain at `path`, with what speaks against it.
Toolchain judge(const WantedProgram &wanted, const QString &path)
{
    Toolchain found = probe(wanted, path);
    if (found.version.isEmpty())
        return found;
    const Language *language = findLanguage(found.id);
    if (language != nullptr && language->inspect != nullptr)
        language->inspect(found);
    if (QVersionNumber::fromString(found.version) < QVersionNumber::fromString(found.minimum))
        found.problem = Words::tr("is too old");
    found.ok = found.problem.isEmpty();
    if (!found.ok)
        found.remedy = QString::fromLatin1(wanted.remedy);
    return found;
}

Toolchain missing(const WantedProgram &wanted)
{
    Toolchain none;
    none.id = QString::fromLatin1(wanted.id);
    none.name = wanted.name;
    none.minimum = QString::fromLatin1(wanted.minimum);
    none.problem = Words::tr("was not found");
    none.remedy = QString::fromLatin1(wanted.remedy);
    return none;
}

/// The first one that is good enough, else the first one.
Toolchain findToolchain(const WantedProgram &wanted, const QString &root)
{
    Toolchain first = missing(wanted);
    for (const QString &path : candidates(wanted, root)) {
        const Toolchain found = judge(wanted, path);
        if (found.ok)
            return found;
        if (first.path.isEmpty() && !found.path.isEmpty())
            first = found;
    }
    return first;
}

/// The one that is used, then the others.
std::vector<Toolchain> findEvery(const WantedProgram &wanted, const QString &root)
{
    std::vector<Toolchain> all{findToolchain(wanted, root)};
    QStringList paths{QFileInfo(all.front().path).canonicalFilePath()};
    for (const QString &path : candidates(wanted, root)) {
        const Toolchain found = judge(wanted, path);
        const QString real = QFileInfo(found.path).canonicalFilePath();
        if (found.version.isEmpty() || paths.contains(real))
            continue;
        paths << real;
        all.push_back(found);
    }
    return all;
}

} // namespace

std::vector<Toolchain> findToolchains(const QString &root)
{
    std::vector<Toolchain> found;
    for (const Language &language : languages())
        found.push_back(findToolchain(language.toolchain, root));
    return found;
}

std::vector<Toolchain> findEveryToolchain(const QString &root)
{
    std::vector<Toolchain> found;
    for (const Language &language : languages()) {
        const std::vector<Toolchain> all = findEvery(language.toolchain, root);
        found.insert(found.end(), all.begin(), all.end());
    }
    found.push_back(findToolchain(postgresql(), root));
    return found;
}

} // namespace weighbridge::measure
