// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/body_hash.h"

#include <QTest>

#include <random>
#include <set>
#include <string>

using namespace weighbridge::load;

class BodyHashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesChangeNothing()
    {
        std::mt19937 engine(20260101);
        for (std::size_t size = 0; size < 100; ++size) {
            std::string body;
            for (std::size_t i = 0; i < size; ++i)
                body += static_cast<char>(engine());
            for (int round = 0; round < 20; ++round) {
                BodyHash hash;
                for (std::size_t at = 0; at < size;) {
                    const std::size_t piece = std::min(size - at, std::size_t{engine() % 20});
                    hash.take(body.data() + at, piece);
                    at += piece;
                }
                QCOMPARE(hash.value(), bodyHash(body));
            }
        }
    }

    void oneBitAnywhereChangesIt()
    {
        const std::string body = R"({"message":"Hello, World!"})";
        std::set<std::uint64_t> seen{bodyHash(body)};
        for (std::size_t bit = 0; bit < body.size() * 8; ++bit) {
            std::string changed = body;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
            QVERIFY(seen.insert(bodyHash(changed)).second);
        }
    }

    void lengthAndOrderChangeIt()
    {
        std::set<std::uint64_t> seen;
        for (std::size_t size = 0; size < 40; ++size)
            QVERIFY(seen.insert(bodyHash(std::string(size, '\0'))).second);
        QVERIFY(bodyHash("12345678abcdefgh") != bodyHash("abcdefgh12345678"));
    }

    void aSampleKeepsTheBeginning()
    {
        BodySample sample;
        sample.take("left", 4);
        sample.clear();
        const std::string body(BodySample::kMostBytesKept + 10, 'x');
        sample.take("abc", 3);
        sample.take(body.data(), body.size());
        QCOMPARE(sample.body().size(), BodySample::kMostBytesKept);
        QVERIFY(sample.body().starts_with("abcx"));
        QCOMPARE(sample.hash(), bodyHash("abc" + body));
        sample.clear();
        QCOMPARE(sample.hash(), bodyHash({}));
    }
};

QTEST_APPLESS_MAIN(BodyHashTest)
#include "body_hash_test.moc"
