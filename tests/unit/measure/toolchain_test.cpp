// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/toolchain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace weighbridge::measure;

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
