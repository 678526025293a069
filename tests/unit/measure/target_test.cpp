// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/target.h"
#include "core/measure/targets/target_cache.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace weighbridge::measure;
using namespace weighbridge::results;

namespace
{

QJsonObject goodManifest()
{
    const QJsonObject command{
        {QStringLiteral("argv"), QJsonArray{QStringLiteral("{build}/server")}},
        {QStringLiteral("env"), QJsonObject{}}};
    return {{QStringLiteral("schema"), 1},
            {QStringLiteral("id"), QStringLiteral("mine")},
            {QStringLiteral("name"), QStringLiteral("Mine")},
            {QStringLiteral("language"), QStringLiteral("go")},
            {QStringLiteral("profiles"), QJsonObject{{QStringLiteral("production"), command}}},
            {QStringLiteral("workloads"), QJsonArray{QStringLiteral("json")}}};
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TargetTest : public QObject
{
    Q_OBJECT

private:
    QString problemWith(const QByteArray &manifest)
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("target.json")), manifest);
        const auto target = readTarget(folder.path());
        return target ? QString() : target.error().what;
    }
    QString problemWith(const QString &key, const QJsonValue &value)
    {
        QJsonObject manifest = goodManifest();
        manifest.insert(key, value);
        return problemWith(QJsonDocument(manifest).toJson());
    }

private Q_SLOTS:
    void readsAManifest()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("target.json")),
                  QJsonDocument(goodManifest()).toJson());
        const auto target = readTarget(folder.path());
        QVERIFY2(target.hasValue(), qPrintable(target ? QString() : target.error().what));
        QCOMPARE(target->id, QStringLiteral("mine"));
        QCOMPARE(target->profiles.value(QStringLiteral("production")).arguments,
                 QStringList{QStringLiteral("{build}/server")});
        QVERIFY(!target->builtIn);
    }

    void everyShippedTargetCanBeRead()
    {
        qputenv("WEIGHBRIDGE_RESOURCES", WEIGHBRIDGE_SOURCE_DIR "/resources");
        QStringList problems;
        const auto targets = availableTargets(&problems);
        QCOMPARE(problems, QStringList());
        QCOMPARE(targets.front().id, QStringLiteral("reference"));
        for (const char *id : {"gin", "fastapi"}) {
            QVERIFY(std::any_of(targets.begin(), targets.end(),
                                [&](const Target &each) { return each.id == QLatin1String(id); }));
        }
        for (const Target &target : targets) {
            QVERIFY(target.workloads.contains(QStringLiteral("json")));
            QVERIFY2(target.profiles.contains(QStringLiteral("production")), qPrintable(target.id));
        }
    }

    void missingFileIsNamed()
    {
        const auto target = readTarget(QStringLiteral("/nonexistent/folder"));
        QVERIFY(!target);
        QVERIFY(target.error().what.contains(QStringLiteral("/nonexistent/folder/target.json")));
    }

    void brokenManifestsAreNamedByFileAndKey()
    {
        QVERIFY(problemWith("{\"schema\": 1").contains(QStringLiteral("cut off")));
        QVERIFY(problemWith("[]").contains(QStringLiteral("a list, not an object")));
        QVERIFY(
            problemWith(QStringLiteral("schema"), 99).contains(QStringLiteral("schema is newer")));
        QVERIFY(problemWith(QStringLiteral("name"), 5)
                    .contains(QStringLiteral("name is a number, not text")));
        QVERIFY(problemWith(QStringLiteral("id"), QStringLiteral("../up"))
                    .contains(QStringLiteral("id must")));
        QVERIFY(problemWith(QStringLiteral("profiles"), QJsonObject{})
                    .contains(QStringLiteral("profiles must")));
        QVERIFY(problemWith(QStringLiteral("profiles"),
                            QJsonObject{{QStringLiteral("fast"), QJsonObject{}}})
                    .contains(QStringLiteral("profiles.fast is no profile")));
        QVERIFY(problemWith(QStringLiteral("lock_files"), QJsonArray{QStringLiteral("go.sum")})
                    .contains(QStringLiteral("names go.sum, which is not in the folder")));
        QVERIFY(problemWith(QStringLiteral("prepare"), QJsonArray{QJsonObject{}})
                    .contains(QStringLiteral("prepare[0].argv must")));
        QVERIFY(problemWith(QStringLiteral("workloads"), QJsonArray{1})
                    .contains(QStringLiteral("workloads[0] is a number, not text")));
    }

    void targetsOutsideTheInstallationAreFoundAndDuplicatesReported()
    {
        const QTemporaryDir root;
        QJsonObject duplicate = goodManifest();
        for (const char *name : {"one", "two"}) {
            QVERIFY(QDir(root.path()).mkpath(QLatin1String(name)));
            writeFile(root.filePath(QLatin1String(name) + QStringLiteral("/target.json")),
                      QJsonDocument(duplicate).toJson());
        }
        qputenv("WEIGHBRIDGE_TARGETS_PATH", root.path().toUtf8());
        QStringList problems;
        const auto targets = availableTargets(&problems);
        qunsetenv("WEIGHBRIDGE_TARGETS_PATH");
        QCOMPARE(std::count_if(targets.begin(), targets.end(),
                               [](const Target &each) { return each.id == QLatin1String("mine"); }),
                 1);
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems.first().contains(QStringLiteral("there is already a target \"mine\"")));
    }

    void theFirstVariantThatAppliesReplacesWhatItNames()
    {
        QJsonObject manifest = goodManifest();
        manifest.insert(QStringLiteral("framework_version"), QStringLiteral("5.2"));
        manifest.insert(
            QStringLiteral("variants"),
            QJsonArray{QJsonObject{{QStringLiteral("toolchain_minimum"), QStringLiteral("3.12")},
                                   {QStringLiteral("toolchain_below"), QStringLiteral("3.14")},
                                   {QStringLiteral("framework_version"), QStringLiteral("6.1")}}});
        const QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("target.json")), QJsonDocument(manifest).toJson());
        const auto target = readTarget(folder.path());
        QVERIFY(target.hasValue());
        QCOMPARE(withVariant(*target, QStringLiteral("3.11.2")).frameworkVersion,
                 QStringLiteral("5.2"));
        QCOMPARE(withVariant(*target, QStringLiteral("3.12")).frameworkVersion,
                 QStringLiteral("6.1"));
        QCOMPARE(withVariant(*target, QStringLiteral("3.13.1")).profiles, target->profiles);
        QCOMPARE(withVariant(*target, QStringLiteral("3.14.0")).frameworkVersion,
                 QStringLiteral("5.2"));
    }

    void missingToolchainSaysHowToGetIt()
    {
        Target target;
        target.name = QStringLiteral("Gin");
        target.toolchain = QStringLiteral("go");
        target.toolchainMinimum = QStringLiteral("1.21");
        Toolchain go;
        go.id = QStringLiteral("go");
        go.name = QStringLiteral("Go");
        go.remedy = QStringLiteral("sudo apt-get install golang-go");
        const auto missing = toolchainFor(target, {go});
        QVERIFY(!missing);
        QCOMPARE(missing.error().message(),
                 QStringLiteral("Gin needs Go, which was not found. Install it with: "
                                "sudo apt-get install golang-go"));
        go.path = QStringLiteral("/usr/bin/go");
        go.version = QStringLiteral("1.19.8");
        go.ok = true;
        const auto old = toolchainFor(target, {go});
        QVERIFY(!old);
        QVERIFY(old.error().what.contains(
            QStringLiteral("1.21 or newer; /usr/bin/go (1.19.8) is too old")));
        go.version = QStringLiteral("1.26.8");
        QVERIFY(toolchainFor(target, {go}).hasValue());
    }

    void placeholdersAreFilledAndUnknownOnesStay()
    {
        Toolchain go;
        go.id = QStringLiteral("go");
        go.path = QStringLiteral("/usr/bin/go");
        const Placeholders known = placeholders(go, QStringLiteral("/b"), QStringLiteral("/s"));
        QCOMPARE(known.fill(QStringLiteral("{go} {build}/x {source} {other}")),
                 QStringLiteral("/usr/bin/go /b/x /s {other}"));
    }

    void anotherLockFileMeansAnotherCacheFolder()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("go.sum")), "a");
        Target target;
        target.id = QStringLiteral("mine");
        target.folder = folder.path();
        const auto before = cacheEntry(target, {});
        writeFile(folder.filePath(QStringLiteral("go.sum")), "b");
        const auto after = cacheEntry(target, {});
        QVERIFY(before && after);
        QVERIFY(before->folder != after->folder);
        QVERIFY(before->digest != after->digest);
    }
};

QTEST_GUILESS_MAIN(TargetTest)
#include "target_test.moc"
