// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/language.h"

#include "core/measure/targets/artefacts.h"
#include "core/results/language.h"

#include <QSet>

namespace weighbridge::measure
{

namespace
{

Language::Environment goEnvironment(const QString &downloads)
{
    return {{QStringLiteral("GOCACHE"), downloads + QStringLiteral("/go-build")},
            {QStringLiteral("GOMODCACHE"), downloads + QStringLiteral("/go-mod")},
            {QStringLiteral("GOPATH"), downloads + QStringLiteral("/go")},
            // Without it the module cache is read-only and cannot be removed.
            {QStringLiteral("GOFLAGS"), QStringLiteral("-modcacherw")}};
}

/// Go counts its own use below the folder for settings, which here is one in the cache; what
/// `go env -w` has set stays in force.
Language::Environment goConfinement(const QString &downloads)
{
    const QString settings = qEnvironmentVariable(
        "XDG_CONFIG_HOME", qEnvironmentVariable("HOME") + QStringLiteral("/.config"));
    return {{QStringLiteral("GOENV"),
             qEnvironmentVariable("GOENV", settings + QStringLiteral("/go/env"))},
            {QStringLiteral("XDG_CONFIG_HOME"), downloads + QStringLiteral("/go-settings")}};
}

/// Modules compiled into the programs among the artefacts, as the programs themselves tell.
double goModules(const Toolchain &toolchain, const QStringList &artefacts)
{
    QSet<QString> names;
    for (const QString &artefact : artefacts) {
        for (const QString &line :
             linesOf(toolchain.path, {QStringLiteral("version"), QStringLiteral("-m"), artefact})) {
            if (line.startsWith(QLatin1String("\tdep\t")))
                names.insert(line.section(QLatin1Char('\t'), 2, 2));
        }
    }
    return static_cast<double>(names.size());
}

} // namespace

Language goLanguage()
{
    Language language;
    language.toolchain = {"go",
                          results::languageName(QStringLiteral("go")),
                          "1.21",
                          "WEIGHBRIDGE_GO",
                          {QStringLiteral("go")},
                          {QStringLiteral("usr/local/go/bin"), QStringLiteral("usr/lib/go-*/bin")},
                          {QStringLiteral("version")},
                          "sudo apt-get install --target-release bookworm-backports golang-go"};
    language.image = {QStringLiteral("scratch"), 0, QStringLiteral("any")};
    language.environment = goEnvironment;
    language.foreignVariables = {QStringLiteral("GOFLAGS"), QStringLiteral("GOBIN")};
    language.confinement = goConfinement;
    // The version that compiles is the one that go.mod names, not the one that was found.
    language.versionInFolder = {QStringLiteral("env"), QStringLiteral("GOVERSION")};
    language.versionPrefix = QStringLiteral("go");
    language.dependencies = goModules;
    return language;
}

} // namespace weighbridge::measure
