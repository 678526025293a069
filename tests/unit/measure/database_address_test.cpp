// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/servers/database_address.h"

#include <QTest>
#include <QUrl>

using namespace weighbridge::measure;

class DatabaseAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPartIsRead()
    {
        const auto address =
            databaseAddressFrom(QStringLiteral("postgresql://me:a%40b@127.0.0.1:6543/bench"));
        QVERIFY2(address.hasValue(), qPrintable(address ? QString() : address.error().what));
        QCOMPARE(*address, (DatabaseAddress{QStringLiteral("127.0.0.1"), 6543, QStringLiteral("me"),
                                            QStringLiteral("a@b"), QStringLiteral("bench")}));
        QCOMPARE(address->text(), QStringLiteral("postgresql://me@127.0.0.1:6543/bench"));
    }

    void theUsualPortIsAssumed()
    {
        const auto address = databaseAddressFrom(QStringLiteral("postgres://me@localhost/bench"));
        QVERIFY(address.hasValue());
        QCOMPARE(address->port, DatabaseAddress::kUsualPort);
        QCOMPARE(address->password, QString());
    }

    /// Drivers differ in what they assume, so servers are told everything.
    void serversAreToldEverything()
    {
        const auto address =
            databaseAddressFrom(QStringLiteral("postgresql://me:a%2Fb%40c@[::1]/bench"));
        QVERIFY2(address.hasValue(), qPrintable(address ? QString() : address.error().what));
        QCOMPARE(address->url(QStringLiteral("s1")),
                 QStringLiteral("postgresql://me:a%2Fb%40c@[::1]:5432/bench"
                                "?sslmode=disable&options=-csearch_path%3Ds1"));
    }

    void whatIsWrongIsSaidWithoutThePassword_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *url, const char *told) {
            QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(told);
        };
        row("", "none of PostgreSQL");
        row("mysql://me:secret@127.0.0.1/db", "none of PostgreSQL");
        row("/var/lib/db.sqlite", "none of PostgreSQL");
        row("postgresql://me:secret@192.0.2.7/db", "\"192.0.2.7\", which is not this machine");
        row("postgresql://me:secret@127.0.0.1.example.org/db", "which is not this machine");
        row("postgresql:///db", "which is not this machine");
        row("postgresql://127.0.0.1/db", "names no user");
        row("postgresql://me:secret@127.0.0.1", "names no database");
        row("postgresql://me:secret@127.0.0.1/db/more", "names no database");
        row("postgresql://me:secret@127.0.0.1/db?host=192.0.2.7", "has parameters");
    }
    void whatIsWrongIsSaidWithoutThePassword()
    {
        QFETCH(QString, url);
        QFETCH(QString, told);
        const auto address = databaseAddressFrom(url);
        QVERIFY(!address);
        const QString message = address.error().message();
        QVERIFY2(message.contains(told), qPrintable(message));
        QVERIFY(!message.contains(QStringLiteral("secret")));
    }
};

QTEST_APPLESS_MAIN(DatabaseAddressTest)
#include "database_address_test.moc"
