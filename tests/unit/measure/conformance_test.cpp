// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/contract_cases.h"
#include "core/measure/contract/contract_data.h"
#include "core/measure/contract/json_difference.h"
#include "core/measure/contract/page_projection.h"
#include "core/measure/contract/reply_check.h"
#include "core/measure/contract/workload_contract.h"
#include "core/measure/servers/seed_database.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace weighbridge::measure;
using namespace weighbridge::results;

namespace
{

QByteArray digest(const QByteArray &body)
{
    constexpr int kShown = 16;
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().left(kShown);
}

QString where(const QByteArray &expected, const QByteArray &found)
{
    const auto difference = firstJsonDifference(expected, found);
    return difference ? difference->at : QStringLiteral("equal");
}

HttpReply replyTo(const Exchange &exchange)
{
    HttpReply reply;
    reply.status = exchange.status;
    reply.headers = {{"content-type", exchange.mediaType + "; charset=utf-8"},
                     {"date", "Sun, 06 Nov 1994 08:49:37 GMT"}};
    for (const auto &header : exchange.replyHeaders)
        reply.headers.push_back(header);
    reply.body = exchange.canonicalBody;
    reply.framed = true;
    return reply;
}

QStringList idsOf(const Conformance &found)
{
    QStringList ids;
    for (const Difference &difference : found.differences)
        ids << difference.id;
    return ids;
}

} // namespace

class ConformanceChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonicalBodiesHaveThePublishedDigests_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QByteArray>("sha256");
        const auto row = [](const char *name, const QByteArray &body, int bytes,
                            const char *sha256) {
            QTest::newRow(name) << body << bytes << QByteArray(sha256);
        };
        const auto bodyOf = [](const char *id) {
            return findWorkloadContract(QString::fromLatin1(id))->canonicalBody;
        };
        row("json", bodyOf("json"), 27, "8811a6f55cb434d1");
        row("items", bodyOf("items"), 1669, "63a597d81b4deb45");
        row("one item", itemsBody(1, 0), 113, "aa4b649c52e5261f");
        row("all items", itemsBody(100, 0), 8249, "77e3d5288f91cbdd");
        row("orders", bodyOf("orders"), 56, "06a5ff2b231b1ac4");
        row("db", bodyOf("db"), 31, "4712a7c1c8ef4f33");
        row("queries", bodyOf("queries"), 637, "4597c77dd3cdf853");
        row("sleep", bodyOf("sleep"), 14, "34134dde7ee4bacb");
        row("upstream", bodyOf("upstream"), 30, "f56614b10207e489");
        row("cpu", bodyOf("cpu"), 20, "fd082c073f19c706");
        row("hash", bodyOf("hash"), 88, "41d6f9b72a9721d3");
        row("secure", bodyOf("secure"), 30, "e51c22841612218c");
        row("page", bodyOf("page"), 314, "7d5972d14904a9ce");
    }
    void canonicalBodiesHaveThePublishedDigests()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, bytes);
        QFETCH(QByteArray, sha256);
        QCOMPARE(body.size(), bytes);
        QCOMPARE(digest(body), sha256);
        QCOMPARE(orderBody().size(), 143);
    }

    void jsonIsComparedStrictly()
    {
        const QByteArray row = R"({"id":1,"tags":["a","b"]})";
        QCOMPARE(where(row, " { \"tags\" : [\"\\u0061\",\"b\"], \"id\" : 1 }\n"),
                 QStringLiteral("equal"));
        QCOMPARE(where(row, R"({"id":"1","tags":["a","b"]})"), QStringLiteral("id"));
        QCOMPARE(where(row, R"({"id":1.0,"tags":["a","b"]})"), QStringLiteral("byte 7"));
        QCOMPARE(where(row, R"({"id":1e0,"tags":["a","b"]})"), QStringLiteral("byte 7"));
        QCOMPARE(where(row, R"({"id":true,"tags":["a","b"]})"), QStringLiteral("id"));
        QCOMPARE(where(row, R"({"id":1,"tags":["a","c"]})"), QStringLiteral("tags[1]"));
        QCOMPARE(where(row, R"({"id":1,"tags":["a","b","c"]})"), QStringLiteral("tags[2]"));
        QCOMPARE(where(row, R"({"id":1,"tags":["a"]})"), QStringLiteral("tags[1]"));
        QCOMPARE(where(row, R"({"id":1})"), QStringLiteral("tags"));
        QCOMPARE(where(row, R"({"id":1,"tags":["a","b"],"x":0})"), QStringLiteral("x"));
        QCOMPARE(where(row, R"({"id":1,"id":1,"tags":["a","b"]})"), QString());
        QVERIFY(where(row, "{\"id\":1,").startsWith(QStringLiteral("byte ")));
        QVERIFY(firstJsonDifference(row, {}).has_value());
        QVERIFY(firstJsonDifference("[]", "{}").has_value());
        const QByteArray signs = "{\"a\":\"1.5 \\\" e: 2\"}";
        QVERIFY(!firstJsonDifference(signs, signs).has_value());
    }

    void aPageIsReadWhateverItsSpelling()
    {
        const PageProjection page = projectPage(
            "<!doctype html><TITLE>Articles</TITLE><table><tr><th>id</th><th>title</th></tr>"
            "<tr><td class=\"a\"> 3 </td><td>&lt;b&gt; &amp; &#39;&#x27;&quot; &unknown; 1 & "
            "2</td></tr></table>");
        QCOMPARE(page.title, QStringLiteral("Articles"));
        QCOMPARE(page.rows, QByteArray("[[3,\"<b> & ''\\\" &unknown; 1 & 2\"]]"));
        QVERIFY(!page.hasRawScript);
        QVERIFY(projectPage("<td>1</td><td><script>alert(1)</script></td>").hasRawScript);
        QCOMPARE(projectPage("no page <").rows, QByteArray("[]"));
    }

    void everyExpectedReplyConformsAndAnotherStatusDoesNot()
    {
        for (const WorkloadContract &workload : workloadContracts()) {
            std::vector<Exchange> exchanges;
            if (workload.furtherExchanges != nullptr)
                exchanges = workload.furtherExchanges();
            if (workload.bodyRule == BodyRule::json)
                exchanges.push_back(workload);
            for (const Exchange &exchange : exchanges) {
                HttpReply reply = replyTo(exchange);
                for (const Profile profile : {Profile::production, Profile::tuned})
                    QCOMPARE(checkReply(exchange, profile, reply).texts(), QStringList());
                reply.status = 500;
                QCOMPARE(idsOf(checkReply(exchange, Profile::production, reply)),
                         QStringList{QStringLiteral("status")});
            }
        }
    }

    void aMissingHeaderIsNamed()
    {
        const Exchange limited = rateLimited();
        HttpReply reply = replyTo(limited);
        QVERIFY(checkReply(limited, Profile::production, reply).pass());
        reply.headers.pop_back();
        const Conformance found = checkReply(limited, Profile::production, reply);
        QCOMPARE(idsOf(found), QStringList{QStringLiteral("header")});
        QCOMPARE(found.differences.front().at, QStringLiteral("retry-after"));
        QCOMPARE(found.differences.front().expected, QStringLiteral("1"));
    }

    void underLoadAnyNumbersOfTheRightRowsConform()
    {
        const WorkloadContract &updates = *findWorkloadContract(u"updates");
        QVERIFY(!updates.constantBody());
        HttpReply reply = replyTo(updates);
        QVERIFY(checkReply(updates, Profile::tuned, reply).pass());
        reply.body.replace("\"randomNumber\":", "\"randomNumber\":1");
        const QByteArray tooLarge = reply.body;
        std::vector<int> numbers(kWorldRows, kWorldRows);
        reply.body = updateExchange(5, 7, numbers).canonicalBody;
        QVERIFY(checkReply(updates, Profile::production, reply).pass());
        for (const QByteArray &wrong : {tooLarge, QByteArray("[]"), QByteArray("{}")}) {
            reply.body = wrong;
            QVERIFY2(!checkReply(updates, Profile::production, reply).pass(), wrong.constData());
        }
    }

    void theDatabaseHoldsTheSeed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("with space.db"));
        auto database = SeedDatabase::createFile(path);
        QVERIFY2(database.hasValue(),
                 qPrintable(database ? QString() : database.error().message()));
        auto numbers = database->numbers();
        QVERIFY(numbers.hasValue());
        QCOMPARE(numbers->size(), std::size_t{kWorldRows});
        for (int id = 1; id <= kWorldRows; ++id)
            QCOMPARE(numbers->at(static_cast<std::size_t>(id) - 1), initialRandomNumber(id));
        QVERIFY(database->setNumber(7, 1).hasValue());
        QCOMPARE(database->numbers()->at(6), 1);
        QVERIFY(database->resetNumbers().hasValue());
        QCOMPARE(*database->numbers(), *numbers);
        QVERIFY(!SeedDatabase::createFile(path)); // never over what is there
        QVERIFY(!SeedDatabase::createFile(folder.filePath(QStringLiteral("no/such/folder.db"))));
    }
};

QTEST_GUILESS_MAIN(ConformanceChecksTest)
#include "conformance_test.moc"
