// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/article/claims.h"
#include "core/base/json/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace weighbridge;
using namespace weighbridge::article;

/// The article as data, and what follows from its own numbers.
class TestArticle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allClaimsAndErrataAreThere()
    {
        const Article &article = builtInArticle();
        QSet<QString> numbers;
        for (const Claim &claim : article.claims) {
            QString number = claim.id.mid(QStringLiteral("claim-").size());
            while (!number.isEmpty() && number.back().isLetter())
                number.chop(1);
            numbers.insert(number);
        }
        QCOMPARE(numbers.size(), 61);
        QCOMPARE(article.errata.size(), std::size_t{13});
        QCOMPARE(article.figures.size(), std::size_t{5});
        QCOMPARE(article.users, 1000.0);
    }

    void publishedFiguresStandOnlyBesideTheirOwnLoad()
    {
        const Article &article = builtInArticle();
        results::BenchmarkPlan plan;
        plan.workload = QStringLiteral("json");
        plan.connections = 1000;
        QVERIFY(article.find(u"gin", plan));
        QVERIFY(!article.find(u"flask", plan));
        results::BenchmarkPlan few = plan;
        few.connections = 100;
        results::BenchmarkPlan openLoop = plan;
        openLoop.requestsPerSecond = 5000;
        results::BenchmarkPlan database = plan;
        database.workload = QStringLiteral("db");
        for (const results::BenchmarkPlan &other : {few, openLoop, database}) {
            QVERIFY(!article.standsBeside(other));
            QVERIFY(!article.find(u"gin", other));
        }
    }

    void everyRowOfTheTableFailsLittlesLaw_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<double>("latency");
        QTest::addColumn<double>("users");
        QTest::newRow("Gin") << "gin" << 10.526 << 114.0;
        QTest::newRow("Fiber") << "fiber" << 9.804 << 102.0;
        QTest::newRow("FastAPI") << "fastapi" << 83.333 << 102.0;
        QTest::newRow("Django") << "django" << 222.222 << 99.0;
        QTest::newRow("Express") << "express" << 28.571 << 112.0;
    }

    void everyRowOfTheTableFailsLittlesLaw()
    {
        QFETCH(QString, target);
        QFETCH(double, latency);
        QFETCH(double, users);
        for (const PublishedCheck &check : checkPublishedFigures(builtInArticle())) {
            if (check.figure.target != target)
                continue;
            QVERIFY(std::abs(check.law.impliedLatencyMs() - latency) < 1e-3);
            QVERIFY(std::abs(check.law.impliedUsers() - users) < 1e-6);
            QVERIFY(!check.law.holds());
            return;
        }
        QFAIL("no such row");
    }

    /// klen/py-frameworks-bench, 2022: FastAPI 9,060 requests/s and 7.03 ms at 64 connections.
    void consistentFiguresPass()
    {
        QVERIFY((LittlesLaw{64, 9060, 7.03}.holds()));
        QVERIFY((LittlesLaw{64, 1002, 63.7}.holds()));
        QVERIFY(!(LittlesLaw{64, 9060, 7.9}.holds()));
    }

    void everyClaimSaysWhatOthersFoundAndWhen()
    {
        static const QRegularExpression year(QStringLiteral("\\b20[0-9]{2}\\b"));
        for (const Claim &claim : builtInArticle().claims)
            QVERIFY2(claim.elsewhere.contains(year), qPrintable(claim.id));
    }

    void aClaimThatNamesAWorkloadMakesAComparison()
    {
        for (const Claim &claim : builtInArticle().claims)
            QVERIFY2(claim.workload.isEmpty() == claim.checks.empty(), qPrintable(claim.id));
    }

    void aMistakeInACheckIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("mistake");
        const auto row = [](const char *name, const char *check, const char *mistake) {
            QTest::newRow(name) << QString::fromUtf8(check) << QString::fromUtf8(mistake);
        };
        row("kind", R"({"kind":"sum","a":"gin"})", "kind is 'sum', not");
        row("no target", R"({"kind":"value"})", "a is missing");
        row("quantity", R"({"kind":"value","a":"gin","quantity":"speed"})",
            "'speed', that is not known");
        row("ratio of one", R"({"kind":"ratio","a":"gin"})", "is a ratio and needs 'b'");
        row("row", R"({"kind":"figures","a":"flask"})", "a is 'flask', no row of the table");
        row("bounds", R"({"kind":"value","a":"gin","at_least":5,"at_most":4})",
            "at_least is greater than 'at_most'");
        row("limit", R"({"kind":"value","a":"gin","at_most":"4"})",
            "at_most is text, not a number");
        row("published twice", R"({"kind":"value","a":"gin","at_most":4,"published":[4]})",
            "published is one figure");
        row("published order", R"({"kind":"value","a":"gin","published":[5,4]})",
            "published is one figure");
        row("published text", R"({"kind":"value","a":"gin","published":["4"]})",
            "published[0] is text, not a number");
        row("not an object", "7", "is a number, not an object");
    }

    void aMistakeInACheckIsRefusedWithItsPlace()
    {
        QFETCH(QString, check);
        QFETCH(QString, mistake);
        QJsonObject root =
            weighbridge::json::readResource(QStringLiteral(":/catalogue/article.json"));
        QJsonArray claims = root.value(QLatin1String("claims")).toArray();
        QJsonObject first = claims.at(0).toObject();
        first.insert(QStringLiteral("checks"),
                     QJsonDocument::fromJson('[' + check.toUtf8() + ']').array());
        claims.replace(0, first);
        root.insert(QStringLiteral("claims"), claims);
        const auto result = readArticle(root);
        QVERIFY(!result);
        QVERIFY2(result.error().what.contains(QStringLiteral("claims[0].checks[0]")),
                 qPrintable(result.error().what));
        QVERIFY2(result.error().what.contains(mistake), qPrintable(result.error().what));
    }

    void aMistakeIsRefusedWithItsPlace()
    {
        const QJsonObject sound =
            weighbridge::json::readResource(QStringLiteral(":/catalogue/article.json"));
        QVERIFY(readArticle(sound).hasValue());

        const auto mistake = [&](const char *list, const QString &key, const QJsonValue &value) {
            QJsonObject root = sound;
            QJsonArray array = root.value(QLatin1String(list)).toArray();
            QJsonObject second = array.at(1).toObject();
            second.insert(key, value);
            array.replace(1, second);
            root.insert(QLatin1String(list), array);
            const auto result = readArticle(root);
            return result.hasValue() ? QString() : result.error().what;
        };
        QVERIFY(mistake("claims", QStringLiteral("id"), "claim-1")
                    .contains(QStringLiteral("claims[1].id 'claim-1' is there twice")));
        QVERIFY(mistake("claims", QStringLiteral("text"), 5)
                    .contains(QStringLiteral("claims[1].text is a number, not text")));
        QVERIFY(mistake("claims", QStringLiteral("elsewhere_verdict"), "maybe")
                    .contains(QStringLiteral("claims[1].elsewhere_verdict 'maybe' is not known")));
        QVERIFY(mistake("claims", QStringLiteral("adds_up"), false)
                    .contains(QStringLiteral("claims[1].implied is missing")));
        QVERIFY(mistake("errata", QStringLiteral("reason"), "")
                    .contains(QStringLiteral("errata[1].reason is empty")));
        QVERIFY(!readArticle({}).hasValue());
    }
};

QTEST_GUILESS_MAIN(TestArticle)
#include "article_test.moc"
