// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/reply_check.h"
#include "core/measure/contract/workload_contract.h"
#include "core/measure/machine/cpu_placement.h"
#include "core/measure/machine/machine.h"

#include <QCryptographicHash>
#include <QTest>

using namespace weighbridge::measure;
using namespace weighbridge::results;

namespace
{

HttpReply goodReply()
{
    HttpReply reply;
    reply.status = 200;
    reply.headers = {{"content-type", "application/json; charset=utf-8"},
                     {"content-length", "27"},
                     {"date", "Sun, 06 Nov 1994 08:49:37 GMT"}};
    reply.body = R"({"message":"Hello, World!"})";
    reply.framed = true;
    return reply;
}

QString differences(Profile profile, const HttpReply &reply)
{
    return checkReply(*findWorkloadContract(u"json"), profile, reply)
        .texts()
        .join(QLatin1Char('|'));
}

void setHeader(HttpReply &reply, const QByteArray &name, const QByteArray &value)
{
    for (auto &[key, content] : reply.headers) {
        if (key == name)
            content = value;
    }
}

} // namespace

class WorkloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCanonicalBodyIsThatOfTheContract()
    {
        const WorkloadContract *json = findWorkloadContract(u"json");
        QVERIFY(json != nullptr);
        QCOMPARE(json->canonicalBody.size(), 27);
        QCOMPARE(QCryptographicHash::hash(json->canonicalBody, QCryptographicHash::Sha256)
                     .toHex()
                     .left(16),
                 QByteArray("8811a6f55cb434d1"));
        QVERIFY(findWorkloadContract(u"nothing") == nullptr);
    }

    void aGoodReplyPassesInEveryProfile()
    {
        for (const Profile profile : {Profile::documented, Profile::production, Profile::tuned})
            QCOMPARE(differences(profile, goodReply()), QString());
    }

    void anotherSpellingPassesOnlyWhereBytesDoNotMatter()
    {
        HttpReply reply = goodReply();
        reply.body = "{ \"message\": \"Hello, \\u0057orld!\" }\n";
        QCOMPARE(differences(Profile::production, reply), QString());
        QVERIFY(differences(Profile::tuned, reply).contains(QStringLiteral("the body is")));
    }

    void wrongRepliesAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("told");
        QTest::newRow("type") << QByteArray("content-type") << QByteArray("text/plain")
                              << "Content-Type is \"text/plain\"";
        QTest::newRow("charset") << QByteArray("content-type")
                                 << QByteArray("application/json; charset=latin1")
                                 << "charset=latin1";
        QTest::newRow("date") << QByteArray("date") << QByteArray("today") << "Date is \"today\"";
    }
    void wrongRepliesAreToldApart()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(QString, told);
        HttpReply reply = goodReply();
        setHeader(reply, header, value);
        QVERIFY2(differences(Profile::production, reply).contains(told),
                 qPrintable(differences(Profile::production, reply)));
    }

    void forbiddenHeadersFailAndCostlyOnesAreRemarked()
    {
        HttpReply reply = goodReply();
        reply.headers.emplace_back("x-powered-by", "Express");
        const Conformance remarked =
            checkReply(*findWorkloadContract(u"json"), Profile::production, reply);
        QVERIFY(remarked.pass());
        QCOMPARE(remarked.remarks.size(), 1);
        reply.headers.emplace_back("set-cookie", "a=b");
        QVERIFY(differences(Profile::production, reply).contains(QStringLiteral("set-cookie")));
    }

    void wrongBodiesFail()
    {
        for (const char *body : {"", "{}", "{\"message\":\"Hello, World!\",\"more\":1}",
                                 "{\"message\":1}", "Hello, World!"}) {
            HttpReply reply = goodReply();
            reply.body = body;
            QVERIFY2(!differences(Profile::production, reply).isEmpty(), body);
        }
        HttpReply unframed = goodReply();
        unframed.framed = false;
        QVERIFY(!differences(Profile::production, unframed).isEmpty());
        HttpReply error = goodReply();
        error.status = 500;
        QVERIFY(
            differences(Profile::production, error).contains(QStringLiteral("500 instead of 200")));
    }

    void aClosedPortIsNoReply()
    {
        const std::uint16_t port = weighbridge::http::freeLoopbackPort();
        QVERIFY(port != 0);
        const auto reply = httpGet(port, "/", std::chrono::seconds(5));
        QVERIFY(!reply);
        QVERIFY(!checkConformance(*findWorkloadContract(u"json"), Profile::production, port,
                                  std::chrono::seconds(5))
                     .pass());
    }

    void cpusAreDividedWithoutSplittingCores()
    {
        QCOMPARE(placeCpus({{0}, {1}}), (CpuPlacement{{0}, {1}}));
        QCOMPARE(placeCpus({{0, 4}, {1, 5}, {2, 6}, {3, 7}}),
                 (CpuPlacement{{0, 4, 1, 5}, {2, 6, 3, 7}}));
        QCOMPARE(placeCpus({{0, 1}}), (CpuPlacement{{0}, {1}}));
        const CpuPlacement alone = placeCpus({{3}});
        QCOMPARE(alone, (CpuPlacement{{3}, {3}}));
        QVERIFY(!alone.disjoint());
    }

    void theMachineIsDescribed()
    {
        const Machine machine = describeMachine();
        QVERIFY(machine.cores > 0);
        QVERIFY(machine.memoryMib > 0);
        QCOMPARE(machine.fingerprint.size(), 16);
        QCOMPARE(machine.fingerprint, describeMachine().fingerprint);
        QVERIFY(!machine.cpuModel.isEmpty() && !machine.kernel.isEmpty() &&
                !machine.system.isEmpty());
    }
};

QTEST_APPLESS_MAIN(WorkloadTest)
#include "workload_test.moc"
