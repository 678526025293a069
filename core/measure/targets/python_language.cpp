// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/language.h"

#include "core/measure/targets/artefacts.h"
#include "core/results/language.h"

namespace weighbridge::measure
{

namespace
{

Language::Environment pythonEnvironment(const QString &downloads)
{
    return {{QStringLiteral("PIP_CACHE_DIR"), downloads + QStringLiteral("/pip")}};
}

/// Interpreter and standard library, without what is installed beside it, its own tests, and what
/// only embedding it in C needs.
double pythonRuntimeBytes(const Toolchain &toolchain)
{
    const QStringList places =
        linesOf(toolchain.path,
                {QStringLiteral("-I"), QStringLiteral("-c"),
                 QStringLiteral("import sys, sysconfig\n"
                                "print(sys.executable)\nprint(sysconfig.get_path('stdlib'))")});
    if (places.size() < 2)
        return 0;
    return programBytes(places[0], QStringLiteral("libpython")) +
           fileTotals(QFileInfo(places[1]).canonicalFilePath(),
                      {QStringLiteral("site-packages/"), QStringLiteral("dist-packages/"),
                       QStringLiteral("test/"), QStringLiteral("config-")})
               .bytes;
}

double pythonPackages(const Toolchain &, const QStringList &artefacts)
{
    return countFolders(artefacts, [](const QFileInfo &folder) {
        return folder.fileName().endsWith(QLatin1String(".dist-info"));
    });
}

} // namespace

Language pythonLanguage()
{
    Language language;
    language.toolchain = {
        "python",
        results::languageName(QStringLiteral("python")),
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
        "sudo apt-get install python3 python3-venv"};
    language.image = {QStringLiteral("python:3.13-slim"), 126.25, QStringLiteral("2026-09-01")};
    language.environment = pythonEnvironment;
    language.foreignVariables = {QStringLiteral("VIRTUAL_ENV"), QStringLiteral("PYTHONHOME"),
                                 QStringLiteral("PYTHONPATH")};
    language.dependencies = pythonPackages;
    language.runtimeBytes = pythonRuntimeBytes;
    return language;
}

} // namespace weighbridge::measure
