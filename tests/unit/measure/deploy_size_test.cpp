// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/rounds/deploy_size.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace weighbridge::measure;
using namespace weighbridge::results;

/// Counting, on folders made for it. The toolchain of these targets does not exist: asking it gives
/// nothing, so that only the artefacts count.
class DeploySizeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_target = PreparedTarget();
        m_target.target.id = m_target.target.name = QStringLiteral("mine");
        m_target.buildFolder = m_folder->filePath(QStringLiteral("build"));
        m_target.sourceFolder = m_folder->filePath(QStringLiteral("source"));
        m_target.toolchain.path = QStringLiteral("/nonexistent/toolchain");
    }

    void artefactsAreCountedAndNothingElse()
    {
        write(QStringLiteral("build/server"), 3000);
        write(QStringLiteral("build/server.o"), 9000);
        write(QStringLiteral("source/main.go"), 500);
        m_target.target.toolchain = QStringLiteral("go");
        m_target.target.artefacts = {QStringLiteral("{build}/server")};
        const auto size = deploySize(m_target);
        QVERIFY(size.hasValue());
        QCOMPARE(size->artefactBytes, 3000.0);
        QCOMPARE(size->files, 1.0);
        QCOMPARE(size->runtimeBytes, 0.0);
        QCOMPARE(size->imageBytes, std::optional(3000.0)); // on an empty image
    }

    void linksAreNotFollowed()
    {
        write(QStringLiteral("source/app.py"), 100);
        QVERIFY(QFile::link(QStringLiteral("/usr/bin/env"),
                            m_folder->filePath(QStringLiteral("source/link"))));
        m_target.target.artefacts = {QStringLiteral("{source}")};
        QCOMPARE(deploySize(m_target)->artefactBytes, 100.0);
    }

    void theSourcesAreWhatIsDeployedWhereNothingElseIsNamed()
    {
        write(QStringLiteral("source/app.py"), 100);
        write(QStringLiteral("source/templates/page.html"), 50);
        QCOMPARE(deploySize(m_target)->artefactBytes, 150.0);
        QCOMPARE(deploySize(m_target)->imageBytes, std::nullopt);
        QCOMPARE(deploySize(m_target)->dependencies, std::nullopt);
    }

    void packagesOfPythonAreItsInstalledDistributions()
    {
        for (const char *name : {"flask-3.1.3.dist-info", "click-8.2.dist-info", "flask", "click"})
            write(QStringLiteral("build/lib/site-packages/%1/file").arg(QLatin1String(name)), 10);
        m_target.target.toolchain = QStringLiteral("python");
        m_target.target.artefacts = {QStringLiteral("{build}/lib")};
        const auto size = deploySize(m_target);
        QCOMPARE(size->dependencies, std::optional(2.0));
        QCOMPARE(size->imageBytes, std::optional(126.25e6 + 40));
    }

    void packagesOfNodeAreCountedWhereverTheyLie()
    {
        for (const char *name :
             {"express", "@types/node", "express/node_modules/debug", "express/lib"}) {
            const QString folder = QStringLiteral("source/node_modules/") + QLatin1String(name);
            write(folder + QStringLiteral("/package.json"), 2);
        }
        write(QStringLiteral("source/node_modules/.bin/tool"), 2);
        m_target.target.toolchain = QStringLiteral("node");
        m_target.target.artefacts = {QStringLiteral("{source}")};
        QCOMPARE(deploySize(m_target)->dependencies, std::optional(3.0));
    }

    void aMissingArtefactIsNamedWithTheRemedy()
    {
        m_target.target.artefacts = {QStringLiteral("{build}/server")};
        const auto size = deploySize(m_target);
        QVERIFY(!size);
        QVERIFY(size.error().what.contains(m_target.buildFolder));
        QVERIFY(size.error().remedy.contains(QStringLiteral("weighbridge prepare mine")));
    }

private:
    void write(const QString &path, int bytes)
    {
        const QString whole = m_folder->filePath(path);
        QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(bytes, 'x')), bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    PreparedTarget m_target;
};

QTEST_APPLESS_MAIN(DeploySizeTest)
#include "deploy_size_test.moc"
