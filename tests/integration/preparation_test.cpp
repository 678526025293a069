// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/preparation.h"

#include "fake_targets.h"
#include "real_targets.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <thread>

#include <unistd.h>

using namespace weighbridge;
using namespace weighbridge::measure;
using namespace weighbridge::results;

namespace
{

QStringList filesBelow(const QString &folder)
{
    QStringList found;
    QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        found << it.next();
    return found;
}

/// The variable has this value while the object lives.
class Variable
{
public:
    Variable(const char *name, const QByteArray &value) : m_name(name), m_before(qgetenv(name))
    {
        qputenv(name, value);
    }
    ~Variable() { m_before.isNull() ? qunsetenv(m_name) : qputenv(m_name, m_before); }
    Variable(const Variable &) = delete;
    Variable &operator=(const Variable &) = delete;

private:
    const char *m_name;
    QByteArray m_before;
};

} // namespace

/// Building into the cache: nothing else is touched, and whatever interrupts it can be repeated.
class PreparationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cache = std::make_unique<QTemporaryDir>();
        qputenv("WEIGHBRIDGE_CACHE", m_cache->path().toUtf8());
    }

    /// The whole of a real framework: cancelled while its packages are installed, done again,
    /// ready without a network, and no file outside the cache.
    void aFrameworkIsInstalledOnceForAll()
    {
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("python"));
        const auto targets = testing::frameworks();
        const auto flask = std::find_if(targets.begin(), targets.end(), [](const Target &each) {
            return each.id == QLatin1String("flask");
        });
        QVERIFY(flask != targets.end());
        const auto toolchains = findToolchains();
        const QTemporaryDir home;
        const Variable homeless("HOME", home.path().toUtf8());

        // pip asks for the version of rustc, and rustup then writes its own settings.
        const Variable noRust("RUSTUP_HOME", m_cache->path().toUtf8());

        std::stop_source stop;
        PreparationObserver observer;
        observer.log = [&stop](const QString &, const QString &line) {
            if (line.startsWith(QLatin1String("Collecting")))
                stop.request_stop();
        };
        const auto cancelled = prepareTarget(*flask, toolchains, observer, stop.get_token());
        QVERIFY(!cancelled);
        QVERIFY2(cancelled.error().what.contains(QStringLiteral("cancelled")),
                 qPrintable(cancelled.error().message() + cancelled.error().details));
        QVERIFY(testing::descendants(getpid()).empty());

        const auto prepared = prepareTarget(*flask, toolchains, {}, {});
        QVERIFY2(prepared.hasValue(),
                 qPrintable(prepared ? QString()
                                     : prepared.error().message() + prepared.error().details));
        QVERIFY(prepared->seconds > 0 && prepared->sizeMib > 1);
        QCOMPARE(filesBelow(home.path()).join(QLatin1Char(' ')), QString());

        const Variable noNetwork("HTTPS_PROXY", "http://127.0.0.1:9");
        const auto again = prepareTarget(*flask, toolchains, {}, {});
        QVERIFY2(again.hasValue(), qPrintable(again ? QString() : again.error().message()));
        QCOMPARE(again->seconds, 0.0);
        const auto results = testing::checkConformance(*flask, {QStringLiteral("json")});
        QVERIFY2(results.hasValue(), qPrintable(results ? QString() : results.error().message()));
        QVERIFY2(testing::differenceIds(*results).isEmpty(),
                 qPrintable(testing::differenceTexts(*results)));
        QCOMPARE(filesBelow(home.path()).join(QLatin1Char(' ')), QString());

        const auto freed = cleanCache({QStringLiteral("flask")});
        QVERIFY(freed.hasValue());
        QVERIFY(*freed > 1024 * 1024);
        QVERIFY(!QFile::exists(m_cache->filePath(QStringLiteral("targets/flask"))));
    }

    /// Go counts its own use in the folder for settings unless it is told otherwise.
    void goLeavesTheHomeFolderAlone()
    {
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("go"));
        const QTemporaryDir home;
        const Variable homeless("HOME", home.path().toUtf8());
        testing::FakeTargets folder;
        folder.add(QStringLiteral("gopher"), {QStringLiteral("server")},
                   {QStringLiteral("{go}"), QStringLiteral("env")}, QStringLiteral("go"));
        const Target target = readTarget(folder.path() + QStringLiteral("/gopher")).value();
        const auto prepared = prepareTarget(target, findToolchains(), {}, {});
        QVERIFY2(prepared.hasValue(),
                 qPrintable(prepared ? QString() : prepared.error().message()));
        QCOMPARE(filesBelow(home.path()).join(QLatin1Char(' ')), QString());
    }

    void twoAtTheSameTimeBuildOnce()
    {
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("python"));
        testing::FakeTargets folder;
        const QString tally = folder.path() + QStringLiteral("/tally");
        folder.add(QStringLiteral("once"), {QStringLiteral("server")},
                   {QStringLiteral("{python}"), QStringLiteral("-c"),
                    QStringLiteral("open('%1', 'a').write('x')").arg(tally)});
        const Target target = readTarget(folder.path() + QStringLiteral("/once")).value();
        const auto toolchains = findToolchains();
        int ready = 0;
        {
            std::vector<std::jthread> several;
            std::mutex counting;
            for (int i = 0; i < 4; ++i) {
                several.emplace_back([&] {
                    const auto prepared = prepareTarget(target, toolchains, {}, {});
                    const std::lock_guard lock(counting);
                    ready += prepared.hasValue() ? 1 : 0;
                });
            }
        }
        QCOMPARE(ready, 4);
        QFile file(tally);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("x"));
    }

    void manyAreReportedEachForItself()
    {
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("python"));
        testing::FakeTargets folder;
        const QStringList fine{QStringLiteral("{python}"), QStringLiteral("-c"),
                               QStringLiteral("print('fine')")};
        const QStringList broken{QStringLiteral("{python}"), QStringLiteral("-c"),
                                 QStringLiteral("import sys; sys.exit('no such header')")};
        folder.add(QStringLiteral("a"), {QStringLiteral("server")}, fine);
        folder.add(QStringLiteral("b"), {QStringLiteral("server")}, broken);
        folder.add(QStringLiteral("c"), {QStringLiteral("server")}, fine);
        std::vector<Target> targets;
        for (const char *id : {"a", "b", "c"})
            targets.push_back(
                readTarget(folder.path() + QLatin1Char('/') + QLatin1String(id)).value());
        QHash<QString, QString> failures;
        prepareTargets(targets, findToolchains(), {},
                       [&failures](const Target &target, const Result<PreparedTarget> &prepared) {
                           failures.insert(target.id,
                                           prepared ? QString() : prepared.error().details);
                       },
                       {});
        QCOMPARE(failures.size(), qsizetype{3});
        QVERIFY(failures.value(QStringLiteral("a")).isEmpty());
        QVERIFY(failures.value(QStringLiteral("b")).contains(QStringLiteral("no such header")));
        QVERIFY(failures.value(QStringLiteral("c")).isEmpty());
    }

    /// The compiler's own words about a mistake in the source.
    void aMistakeInTheSourceIsToldInTheCompilersWords()
    {
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("go"));
        testing::FakeTargets folder;
        folder.add(QStringLiteral("mistaken"), {QStringLiteral("server")},
                   {QStringLiteral("{go}"), QStringLiteral("vet"), QStringLiteral("main.go")},
                   QStringLiteral("go"));
        QFile source(folder.path() + QStringLiteral("/mistaken/main.go"));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write("package main\n\nfunc main() { undefinedThing() }\n");
        source.close();
        const Target target = readTarget(folder.path() + QStringLiteral("/mistaken")).value();
        const auto prepared = prepareTarget(target, findToolchains(), {}, {});
        QVERIFY(!prepared);
        QVERIFY2(prepared.error().details.contains(
                     QStringLiteral("main.go:3:15: undefined: undefinedThing")),
                 qPrintable(prepared.error().details));
    }

private:
    std::unique_ptr<QTemporaryDir> m_cache;
};

QTEST_GUILESS_MAIN(PreparationTest)
#include "preparation_test.moc"
