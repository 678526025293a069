// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/contract_data.h"
#include "core/measure/runs/benchmark_run.h"
#include "core/measure/servers/seed_database.h"
#include "core/results/quantity.h"

#include "fake_targets.h"
#include "real_targets.h"
#include "single_run.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QVariant>

#include <unistd.h>

using namespace weighbridge;
using namespace weighbridge::measure;
using namespace weighbridge::results;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(weighbridge::measure::Target)

/// The workloads with a database on a real PostgreSQL, which with_postgres.sh starts.
class PostgresqlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_url = qEnvironmentVariable("WEIGHBRIDGE_TEST_DATABASE_URL");
        QString missing;
        if (m_url.isEmpty())
            missing = QStringLiteral("PostgreSQL is missing; install it with: sudo apt-get install "
                                     "postgresql");
        else if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL")))
            missing = QStringLiteral("Qt's PostgreSQL driver is missing; install it with: sudo "
                                     "apt-get install libqt6sql6-psql");
        if (missing.isEmpty())
            return;
        if (qEnvironmentVariableIsSet("WEIGHBRIDGE_REQUIRE_TOOLCHAINS"))
            QFAIL(qPrintable(missing));
        QSKIP(qPrintable(missing));
    }

    /// After each: nothing of ours is left in the database.
    void cleanup() { QCOMPARE(schemas(), QStringList{QStringLiteral("public")}); }

    void theDatabaseHoldsTheSeedAndNothingElseIsTouched()
    {
        QVERIFY(run(QStringLiteral("CREATE TABLE world AS SELECT 'mine' AS owner")));
        {
            auto database = SeedDatabase::createSchema(address());
            QVERIFY2(database.hasValue(),
                     qPrintable(database ? QString() : database.error().message()));
            const auto numbers = database->numbers();
            QVERIFY2(numbers.hasValue(), qPrintable(numbers ? QString() : numbers.error().what));
            QCOMPARE(numbers->size(), std::size_t{kWorldRows});
            for (int id = 1; id <= kWorldRows; ++id)
                QCOMPARE(numbers->at(static_cast<std::size_t>(id) - 1), initialRandomNumber(id));
            QVERIFY(database->setNumber(7, 1).hasValue());
            QCOMPARE(database->numbers()->at(6), 1);
            QVERIFY(database->resetNumbers().hasValue());
            QCOMPARE(*database->numbers(), *numbers);
            QVERIFY(database->setTitle(1, QStringLiteral("Tïtle")).hasValue());
            QCOMPARE(schemas().size(), 2);
        }
        QCOMPARE(value(QStringLiteral("SELECT owner FROM public.world")), QStringLiteral("mine"));
        QVERIFY(run(QStringLiteral("DROP TABLE world")));
    }

    void whatIsWrongIsToldWithARemedy()
    {
        DatabaseAddress nobody = address();
        nobody.user = QStringLiteral("nobody_there");
        const auto database = SeedDatabase::createSchema(nobody);
        QVERIFY(!database);
        QVERIFY2(database.error().what.contains(QStringLiteral("nobody_there")),
                 qPrintable(database.error().what));
        QVERIFY(!database.error().remedy.isEmpty());
    }

    void everyFrameworkConforms_data()
    {
        QTest::addColumn<Target>("target");
        for (const Target &target : testing::frameworks())
            QTest::newRow(qPrintable(target.id)) << target;
    }
    void everyFrameworkConforms()
    {
        QFETCH(Target, target);
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(target.toolchain);
        const QStringList workloads{QStringLiteral("db"), QStringLiteral("queries"),
                                    QStringLiteral("updates"), QStringLiteral("page")};
        const auto results =
            testing::checkConformance(target, workloads, Profile::production, m_url);
        QVERIFY2(results.hasValue(), qPrintable(results ? QString() : results.error().message()));
        QVERIFY2(testing::differenceIds(*results).isEmpty(),
                 qPrintable(testing::differenceTexts(*results)));
        QVERIFY(testing::descendants(getpid()).empty());
    }

    void writesAreMeasuredAndThePasswordIsNotKept()
    {
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("go"));
        BenchmarkPlan plan;
        plan.targets = {QStringLiteral("gin")};
        plan.workload = QStringLiteral("updates");
        plan.connections = 64;
        plan.rounds = 1;
        plan.duration = 1s;
        plan.warmUpCap = 500ms;
        plan.databaseUrl =
            QString(m_url).replace(QStringLiteral("bench@"), QStringLiteral("bench:a-secret@"));
        int connections = 0;
        Observer observer;
        observer.sample = [&](const QString &, int, const Sample &, const LatencySummary &) {
            connections = std::max(connections, serverConnections());
        };
        const auto result = testing::runBenchmark(plan, observer, {});
        QVERIFY2(result.hasValue(), qPrintable(result ? QString() : result.error().message()));
        const TargetResult &gin = result->results.front();
        QVERIFY2(gin.state == TargetState::measured, qPrintable(gin.failure));
        QVERIFY(summaryOf(gin, quantityOf(u"requests_per_second"))->median > 10);
        QCOMPARE(summaryOf(gin, quantityOf(u"errors"))->median, 0.0);
        QVERIFY2(connections > 1 && connections <= 32, qPrintable(QString::number(connections)));
        QCOMPARE(gin.environment.value(QStringLiteral("DB_POOL")), QStringLiteral("32"));
        const QString url = gin.environment.value(QStringLiteral("DATABASE_URL"));
        QVERIFY2(url.startsWith(QStringLiteral("postgresql://bench@127.0.0.1:")), qPrintable(url));
    }

private:
    [[nodiscard]] DatabaseAddress address() const { return databaseAddressFrom(m_url).value(); }

    /// What a statement of ours returns, a row each.
    QStringList rows(const QString &statement, bool *ok = nullptr) const
    {
        QStringList found;
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("own"));
            database.setHostName(address().host);
            database.setPort(address().port);
            database.setUserName(address().user);
            database.setDatabaseName(address().database);
            database.open();
            QSqlQuery query(database);
            const bool done = query.exec(statement);
            if (ok != nullptr)
                *ok = done;
            while (query.next())
                found << query.value(0).toString();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("own"));
        return found;
    }
    bool run(const QString &statement) const
    {
        bool ok = false;
        rows(statement, &ok);
        return ok;
    }
    QString value(const QString &statement) const { return rows(statement).value(0); }

    QStringList schemas() const
    {
        return rows(QStringLiteral("SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg_%' "
                                   "AND nspname <> 'information_schema' ORDER BY 1"));
    }
    int serverConnections() const
    {
        return value(QStringLiteral("SELECT count(*) - 1 FROM pg_stat_activity "
                                    "WHERE backend_type = 'client backend'"))
            .toInt();
    }

    QString m_url;
};

QTEST_GUILESS_MAIN(PostgresqlTest)
#include "postgresql_test.moc"
