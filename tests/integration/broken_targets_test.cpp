// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/servers/conformance.h"

#include "fake_targets.h"
#include "real_targets.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>

#include <unistd.h>

using namespace weighbridge;
using namespace weighbridge::measure;
using namespace weighbridge::results;

/// A copy of a real framework outside the installation is a target like any other; where it breaks
/// the contract, it is caught for that and named.
class BrokenTargetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("python"));
        for (const Target &target : testing::frameworks()) {
            if (target.id != QLatin1String("flask"))
                continue;
            m_flask = target;
            const auto prepared = prepareTarget(target, findToolchains(), {}, {});
            QVERIFY2(prepared.hasValue(),
                     qPrintable(prepared ? QString() : prepared.error().message()));
            m_prepared = *prepared;
        }
        QVERIFY(m_prepared.has_value());
        qputenv("WEIGHBRIDGE_CACHE", m_cache.path().toUtf8()); // what is built of the copies
    }

    void aFaithfulCopyConforms()
    {
        const testing::TargetCopy copy(m_flask, QStringLiteral("faithful"));
        QVERIFY(copy.borrow(*m_prepared));
        const auto target = copy.target();
        QVERIFY2(target.hasValue(), qPrintable(target ? QString() : target.error().message()));
        const auto results = testing::checkConformance(*target, checkedWorkloads(*target));
        QVERIFY2(results.hasValue(), qPrintable(results ? QString() : results.error().message()));
        QVERIFY2(testing::differenceIds(*results).isEmpty(),
                 qPrintable(testing::differenceTexts(*results)));
        QVERIFY(testing::descendants(getpid()).empty());
    }

    void everyBreachIsCaughtByName_data()
    {
        QTest::addColumn<QString>("workload");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("difference");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const char *workload, const char *file,
                            const char *before, const char *after, const char *difference,
                            const char *told) {
            QTest::newRow(name) << QString::fromLatin1(workload) << QString::fromLatin1(file)
                                << QByteArray(before) << QByteArray(after)
                                << QString::fromLatin1(difference) << QString::fromLatin1(told);
        };
        row("wrong byte", "json", "app.py", "Hello, World!", "Hello, World?", "body",
            "message: \"Hello, World?\" instead of \"Hello, World!\"");
        row("wrong status", "orders", "app.py", "order.lines), 201", "order.lines), 200", "status",
            "the status is 200 instead of 201");
        row("missing header", "secure", "secure.py",
            "    response.headers[\"X-Request-Id\"] = g.request_id\n", "", "header",
            "the header x-request-id is nothing instead of");
        row("cached rows", "db", "sqlite_store.py", "    def world(self, id: int)",
            "    @__import__(\"functools\").cache\n    def world(self, id: int)", "cache",
            "rows may not be cached");
        row("events held back", "events", "app.py", "Response(generate(), mimetype",
            "Response(\"\".join(generate()), mimetype", "stream", "held back until the end");
        row("wrong table after updates", "updates", "sqlite_store.py",
            "connection.execute(UPDATE, (rows[id][1], id))",
            "connection.execute(UPDATE, (rows[id][1] % 10000 + 1, id))", "table",
            "after the updates the row");
    }
    void everyBreachIsCaughtByName()
    {
        QFETCH(QString, workload);
        QFETCH(QString, file);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, difference);
        QFETCH(QString, told);
        const testing::TargetCopy copy(m_flask, QStringLiteral("broken"));
        QVERIFY(copy.borrow(*m_prepared));
        QVERIFY(copy.change(file, before, after));
        const auto target = copy.target();
        QVERIFY2(target.hasValue(), qPrintable(target ? QString() : target.error().message()));
        const auto results = testing::checkConformance(*target, {workload});
        QVERIFY2(results.hasValue(), qPrintable(results ? QString() : results.error().message()));
        const QString texts = testing::differenceTexts(*results);
        QVERIFY2(testing::differenceIds(*results).contains(difference), qPrintable(texts));
        QVERIFY2(texts.contains(told), qPrintable(texts));
    }

private:
    const QTemporaryDir m_cache;
    Target m_flask;
    std::optional<PreparedTarget> m_prepared;
};

QTEST_GUILESS_MAIN(BrokenTargetsTest)
#include "broken_targets_test.moc"
