// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/toolchain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace weighbridge::measure;

namespace
{

/// A machine on which only these programs are: PATH and HOME are its own while it lives.
class Machine
{
public:
    Machine() : m_path(qgetenv("PATH")), m_home(qgetenv("HOME"))
    {
        qputenv("PATH", (m_root.path() + QStringLiteral("/usr/bin")).toUtf8());
        qputenv("HOME", m_root.path().toUtf8());
    }
    ~Machine()
    {
        qputenv("PATH", m_path);
        qputenv("HOME", m_home);
    }
    Machine(const Machine &) = delete;
    Machine &operator=(const Machine &) = delete;

    [[nodiscard]] QString root() const { return m_root.path() + QLatin1Char('/'); }
    /// A program that prints `answer`, whatever it is asked.
    void add(const char *place, const QByteArray &answer) const
    {
        const QString path = root() + QString::fromLatin1(place);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile script(path);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nprintf '%s\\n' '" + answer + "'\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

private:
    QTemporaryDir m_root;
    QByteArray m_path;
    QByteArray m_home;
};

} // namespace

class ToolchainTest : public QObject
{
    Q_OBJECT

private:
    /// What is found for Go when it is a program that prints this.
    Toolchain goThatPrints(const QByteArray &answer, int exitCode = 0)
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("go"));
        QFile script(path);
        if (!script.open(QIODevice::WriteOnly))
            return {};
        script.write("#!/bin/sh\nprintf '%s\\n' '" + answer + "'\nexit " +
                     QByteArray::number(exitCode) + "\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("WEIGHBRIDGE_GO", path.toUtf8());
        const auto found = findToolchains();
        qunsetenv("WEIGHBRIDGE_GO");
        return *std::find_if(found.begin(), found.end(),
                             [](const Toolchain &each) { return each.id == QLatin1String("go"); });
    }

private Q_SLOTS:
    void theVersionIsRead()
    {
        const Toolchain go = goThatPrints("go version go1.26.8 linux/amd64");
        QVERIFY(go.ok);
        QCOMPARE(go.version, QStringLiteral("1.26.8"));
        QVERIFY(go.path.endsWith(QStringLiteral("/go")));
        QVERIFY(go.remedy.isEmpty());
    }

    void anOldVersionIsNotOkAndSaysHowToGetANewOne()
    {
        const Toolchain go = goThatPrints("go version go1.19.8 linux/amd64");
        QVERIFY(!go.ok);
        QCOMPARE(go.version, QStringLiteral("1.19.8"));
        QVERIFY(go.remedy.contains(QStringLiteral("apt-get install")));
    }

    void aBrokenProgramIsNotFound()
    {
        const Toolchain go = goThatPrints("go version go1.26.8", 1);
        QVERIFY(!go.ok);
        QVERIFY(go.path.isEmpty() && go.version.isEmpty());
        QVERIFY(!go.remedy.isEmpty());
        QVERIFY(!goThatPrints("nonsense").ok);
    }

    void aMachineWithoutAnyIsToldHowToGetThem()
    {
        const Machine machine;
        const auto found = findEveryToolchain(machine.root());
        QCOMPARE(found.size(), std::size_t{4});
        for (const Toolchain &each : found) {
            QVERIFY(!each.ok && each.path.isEmpty() && each.version.isEmpty());
            QCOMPARE(each.problem, QStringLiteral("was not found"));
            QVERIFY2(each.remedy.startsWith(QStringLiteral("sudo apt-get install")),
                     qPrintable(each.id));
        }
        QVERIFY(found.front().remedy.contains(QStringLiteral("bookworm-backports")));
    }

    void aMachineWithOldOnesIsToldWhichAreTooOld()
    {
        const Machine machine;
        machine.add("usr/bin/go", "go version go1.19.8 linux/amd64");
        machine.add("usr/bin/python3", "3.9.2\n\npip 20.3.4");
        machine.add("usr/bin/node", "v12.22.12");
        machine.add("usr/bin/npm", "7.5.2");
        machine.add("usr/lib/postgresql/11/bin/postgres", "postgres (PostgreSQL) 11.22");
        const auto found = findEveryToolchain(machine.root());
        QCOMPARE(found.size(), std::size_t{4});
        for (const Toolchain &each : found) {
            QVERIFY(!each.ok && !each.remedy.isEmpty() && !each.path.isEmpty());
            QCOMPARE(each.problem, QStringLiteral("is too old"));
        }
    }

    void everyPythonIsListedTheUsedOneFirst()
    {
        const Machine machine;
        machine.add("usr/bin/python3", "3.10.13\n\npip 23.0.1");
        machine.add("usr/bin/python3.12", "3.12.1\n\npip 23.2.1");
        machine.add(".pyenv/versions/3.9.18/bin/python3", "3.9.18\n\npip 23.0.1");
        machine.add(".pyenv/versions/3.13.0/bin/python3", "3.13.0\n\npip 24.2");
        QStringList listed;
        for (const Toolchain &each : findEveryToolchain(machine.root())) {
            if (each.id == QLatin1String("python"))
                listed << each.version + (each.ok ? QString() : QLatin1Char(' ') + each.problem);
        }
        // Newest first within a place; the one that is good enough and found first is used.
        QCOMPARE(listed,
                 (QStringList{QStringLiteral("3.13.0"), QStringLiteral("3.10.13 is too old"),
                              QStringLiteral("3.9.18 is too old"), QStringLiteral("3.12.1")}));
    }

    void aPythonWithoutVenvOrANodeWithoutNpmIsNotOk()
    {
        const Machine machine;
        machine.add("usr/bin/python3", "3.11.2\n\n\nhas no venv");
        machine.add("usr/bin/node", "v20.20.2");
        for (const Toolchain &each : findToolchains(machine.root())) {
            QVERIFY(!each.ok);
            if (each.id == QLatin1String("python")) {
                QCOMPARE(each.problem, QStringLiteral("has no venv"));
                QVERIFY(each.remedy.contains(QStringLiteral("python3-venv")));
            } else if (each.id == QLatin1String("node")) {
                QCOMPARE(each.problem, QStringLiteral("has no npm"));
                QVERIFY(each.remedy.contains(QStringLiteral("npm")));
            }
        }
        machine.add("usr/bin/npm", "10.8.2");
        QVERIFY(findToolchains(machine.root()).back().ok);
    }

    void theRealPythonNamesItsPackageManager()
    {
        const auto found = findToolchains();
        QCOMPARE(found[1].id, QStringLiteral("python"));
        QVERIFY2(!found[1].ok || found[1].packageManager.startsWith(QStringLiteral("pip ")),
                 qPrintable(found[1].packageManager));
    }

    void allThreeAreAlwaysListed()
    {
        const auto found = findToolchains();
        QCOMPARE(found.size(), std::size_t{3});
        for (const Toolchain &each : found)
            QCOMPARE(each.ok, each.remedy.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ToolchainTest)
#include "toolchain_test.moc"
