// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resource_dir.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace weighbridge;

class ResourceDirTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        qunsetenv("WEIGHBRIDGE_RESOURCES");
        qunsetenv("WEIGHBRIDGE_PROGRAM");
    }

    void aProgramInABuildFolderFindsTheSourceTree()
    {
        QCOMPARE(resourceFolder(), QStringLiteral(WEIGHBRIDGE_SOURCE_DIR "/resources"));
        QVERIFY(QFileInfo(resourcePath(QStringLiteral("targets"))).isDir());
    }

    void theEnvironmentComesFirst()
    {
        const QTemporaryDir folder;
        qputenv("WEIGHBRIDGE_RESOURCES", folder.path().toUtf8() + '/');
        QCOMPARE(resourceFolder(), folder.path());
        QCOMPARE(resourcePath(QStringLiteral("a/b")), folder.path() + QStringLiteral("/a/b"));
    }

    void theProgramIsThisOneUnlessNamed()
    {
        QVERIFY(QFileInfo(programPath()).isExecutable());
        QVERIFY(programPath().contains(QStringLiteral("test_base_resource_dir")));
        qputenv("WEIGHBRIDGE_PROGRAM", "/usr/bin/env");
        QCOMPARE(programPath(), QStringLiteral("/usr/bin/env"));
        qunsetenv("WEIGHBRIDGE_PROGRAM");
    }
};

QTEST_APPLESS_MAIN(ResourceDirTest)
#include "resource_dir_test.moc"
