// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/servers/conformance.h"

#include "fake_targets.h"
#include "real_targets.h"

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
using namespace weighbridge::results;

Q_DECLARE_METATYPE(weighbridge::measure::Target)
Q_DECLARE_METATYPE(weighbridge::results::Profile)

/// Real servers against the contract: one that breaks a rule is caught, and for that rule.
class ConformanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("python"));
        const auto results = checkServer(rule, {workload});
        QVERIFY2(results.hasValue(), qPrintable(results ? QString() : results.error().message()));
        QVERIFY2(testing::differenceIds(*results).contains(difference),
                 qPrintable(QStringLiteral("found: ") + testing::differenceTexts(*results)));
    }

    void aServerThatKeepsTheContractPasses()
    {
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(QStringLiteral("python"));
        const QStringList served{QStringLiteral("json"),    QStringLiteral("db"),
                                 QStringLiteral("updates"), QStringLiteral("sleep"),
                                 QStringLiteral("secure"),  QStringLiteral("page")};
        const auto results = checkServer(QStringLiteral("none"), served);
        QVERIFY2(results.hasValue(), qPrintable(results ? QString() : results.error().message()));
        QVERIFY2(testing::differenceIds(*results).isEmpty(),
                 qPrintable(testing::differenceTexts(*results)));
        QCOMPARE(results->size(), static_cast<std::size_t>(served.size()));
        QVERIFY(testing::descendants(getpid()).empty());
    }

    void everyFrameworkConformsInEveryProfile_data()
    {
        QTest::addColumn<Target>("target");
        QTest::addColumn<Profile>("profile");
        for (const Target &target : testing::frameworks()) {
            for (auto it = target.profiles.begin(); it != target.profiles.end(); ++it)
                QTest::addRow("%s, %s", qPrintable(target.id), qPrintable(it.key()))
                    << target << kindOf<Profile>(it.key()).value();
        }
    }
    void everyFrameworkConformsInEveryProfile()
    {
        QFETCH(Target, target);
        QFETCH(Profile, profile);
        constexpr qsizetype kWorkloads = 13; // W1 to W10, two of them in two forms, and W15
        const QStringList workloads = checkedWorkloads(target);
        QCOMPARE(workloads.size(), kWorkloads);
        WEIGHBRIDGE_NEEDS_TOOLCHAIN(target.toolchain);
        const auto results = testing::checkConformance(target, workloads, profile);
        QVERIFY2(results.hasValue(), qPrintable(results ? QString() : results.error().message()));
        QCOMPARE(results->size(), static_cast<std::size_t>(kWorkloads));
        QVERIFY2(testing::differenceIds(*results).isEmpty(),
                 qPrintable(testing::differenceTexts(*results)));
        QVERIFY(testing::descendants(getpid()).empty());
    }

private:
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
        return target ? testing::checkConformance(*target, workloads) : target.error();
    }
};

QTEST_GUILESS_MAIN(ConformanceTest)
#include "conformance_test.moc"
