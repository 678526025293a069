// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/conformance.h"

#include "fake_targets.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <unistd.h>

using namespace weighbridge;
using namespace weighbridge::measure;
using namespace std::chrono_literals;

namespace
{

QStringList ids(const std::vector<WorkloadConformance> &results)
{
    QStringList found;
    for (const WorkloadConformance &result : results) {
        for (const Difference &difference : result.differences)
            found << difference.id;
    }
    return found;
}

QString texts(const std::vector<WorkloadConformance> &results)
{
    QStringList found;
    for (const WorkloadConformance &result : results) {
        for (const Difference &difference : result.differences)
            found << result.workload + QStringLiteral(": ") + difference.request +
                         QStringLiteral(": ") + difference.text;
    }
    return found.join(QLatin1Char('\n'));
}

} // namespace

/// Real servers against the contract: one that breaks a rule is caught, and for that rule.
class ConformanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_toolchains = findToolchains(); }

    void everyBrokenRuleIsNamed_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("workload");
        QTest::addColumn<QString>("difference");
        const auto row = [](const char *rule, const char *workload, const char *difference) {
            QTest::newRow(rule) << QString::fromLatin1(rule) << QString::fromLatin1(workload)
                                << QString::fromLatin1(difference);
        };
        row("wrong_byte", "json", "body");
        row("extra_key", "json", "body");
        row("wrong_date", "json", "date");
        row("no_length", "json", "length");
        row("cookie", "json", "header");
        row("number_as_text", "db", "body");
        row("number_as_fraction", "db", "body");
        row("wrong_status", "db", "status");
        row("cached_rows", "db", "cache");
        row("forgotten_update", "updates", "table");
        row("impatient", "sleep", "time");
        row("lost_request_id", "secure", "header");
        row("no_token_check", "secure", "status");
        row("no_log", "secure", "log");
        row("no_limit", "secure", "limit");
        row("raw_script", "page", "body");
        row("unsorted_page", "page", "body");
    }
    void everyBrokenRuleIsNamed()
    {
        QFETCH(QString, rule);
        QFETCH(QString, workload);
        QFETCH(QString, difference);
        WEIGHBRIDGE_NEEDS_TOOLCHAIN("python");
        const auto results = checkServer(rule, {workload});
        QVERIFY2(results.hasValue(), qPrintable(results ? QString() : results.error().message()));
        QVERIFY2(ids(*results).contains(difference),
                 qPrintable(QStringLiteral("found: ") + texts(*results)));
    }

    void aServerThatKeepsTheContractPasses()
    {
        WEIGHBRIDGE_NEEDS_TOOLCHAIN("python");
        const QStringList served{QStringLiteral("json"),    QStringLiteral("db"),
                                 QStringLiteral("updates"), QStringLiteral("sleep"),
                                 QStringLiteral("secure"),  QStringLiteral("page")};
        const auto results = checkServer(QStringLiteral("none"), served);
        QVERIFY2(results.hasValue(), qPrintable(results ? QString() : results.error().message()));
        QVERIFY2(ids(*results).isEmpty(), qPrintable(texts(*results)));
        QCOMPARE(results->size(), static_cast<std::size_t>(served.size()));
        QVERIFY(testing::descendants(getpid()).empty());
    }

    void realFrameworksConform_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("toolchain");
        QTest::newRow("gin") << QStringLiteral("gin") << QStringLiteral("go");
        QTest::newRow("fastapi") << QStringLiteral("fastapi") << QStringLiteral("python");
    }
    void realFrameworksConform()
    {
        QFETCH(QString, target);
        QFETCH(QString, toolchain);
        const QString problem = testing::toolchainProblem(toolchain);
        if (!problem.isEmpty() && qEnvironmentVariableIsSet("WEIGHBRIDGE_REQUIRE_TOOLCHAINS"))
            QFAIL(qPrintable(problem));
        if (!problem.isEmpty())
            QSKIP(qPrintable(problem));
        const auto targets = availableTargets();
        const auto found = std::find_if(targets.begin(), targets.end(),
                                        [&](const Target &each) { return each.id == target; });
        QVERIFY(found != targets.end());
        const auto results = check(*found, workloadIds());
        QVERIFY2(results.hasValue(), qPrintable(results ? QString() : results.error().message()));
        QCOMPARE(results->size(), workloads().size());
        QVERIFY2(ids(*results).isEmpty(), qPrintable(texts(*results)));
        QVERIFY(testing::descendants(getpid()).empty());
    }

private:
    Result<std::vector<WorkloadConformance>> check(const Target &target,
                                                   const QStringList &workloads)
    {
        const auto prepared = prepareTarget(target, m_toolchains, {}, {});
        if (!prepared)
            return prepared.error();
        ConformanceOrder order;
        order.target = *prepared;
        order.workloads = workloads;
        order.placement = placeCpus();
        order.startTimeout = 60s;
        return checkTarget(order, {}, {});
    }

    Result<std::vector<WorkloadConformance>> checkServer(const QString &brokenRule,
                                                         const QStringList &workloads)
    {
        const QTemporaryDir folder;
        QFile::copy(QStringLiteral(WEIGHBRIDGE_SOURCE_DIR "/tests/support/contract_server.py"),
                    folder.filePath(QStringLiteral("contract_server.py")));
        const QJsonObject command{
            {QStringLiteral("argv"), QJsonArray{QStringLiteral("{python}"),
                                                QStringLiteral("contract_server.py"), brokenRule}}};
        const QJsonObject manifest{
            {QStringLiteral("schema"), 1},
            {QStringLiteral("id"), QStringLiteral("contract")},
            {QStringLiteral("name"), QStringLiteral("Contract")},
            {QStringLiteral("language"), QStringLiteral("python")},
            {QStringLiteral("toolchain"), QStringLiteral("python")},
            {QStringLiteral("profiles"), QJsonObject{{QStringLiteral("production"), command}}},
            {QStringLiteral("workloads"), QJsonArray::fromStringList(workloads)}};
        QFile file(folder.filePath(QStringLiteral("target.json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(manifest).toJson()) < 0)
            return Error{file.errorString(), {}, {}};
        file.close();
        const auto target = readTarget(folder.path());
        return target ? check(*target, workloads) : target.error();
    }

    std::vector<Toolchain> m_toolchains;
};

QTEST_GUILESS_MAIN(ConformanceTest)
#include "conformance_test.moc"
