// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/exact/pairwise_index.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace weighbridge::decision;

/// Oracle O14: exact winning indices, verified against 2–4·10⁵ draws.
class TestPairwiseIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uniformWeights()
    {
        const auto near = [](std::initializer_list<double> d, double expected) {
            return std::abs(winningIndex(d) - expected) < 5.1e-7;
        };
        QVERIFY(near({3, -1}, .75));
        QVERIFY(near({2, -1, -1}, 4.0 / 9));
        QVERIFY(near({.2, .5, -.4, -.1}, .623457));
        QVERIFY(near({.3, -.2, .11, .07, -.35}, .458242));
        QVERIFY(near({.1, .1, .1, -.1, -.1, -.1}, .5));
    }

    void orderedWeights()
    {
        QVERIFY(std::abs(winningIndexInOrder({-.3, .2, .5}) - .22378) < 5.1e-6);
        QVERIFY(std::abs(winningIndexInOrder({.4, -.7, .1, -.2}) - .49870) < 5.1e-6);
        QVERIFY(std::abs(winningIndexInOrder({.1, -.2, .3, -.1, .05}) - .940476) < 5.1e-7);
    }

    void degenerateDifferences()
    {
        QCOMPARE(winningIndex({0, 0}), 0.5);
        QCOMPARE(winningIndex({1, 2}), 1.0);
        QCOMPARE(winningIndex({-1, -2}), 0.0);
        QCOMPARE(winningIndex({1, 0}), 1.0);
    }

    void oppositesAddUpToOneEvenWithNearTies()
    {
        std::mt19937_64 random(11);
        std::uniform_real_distribution<double> number(-1, 1);
        for (int t = 0; t < 10'000; ++t) {
            std::vector<double> differences;
            for (int k = 0; k < 20; ++k) {
                const bool twin = k % 3 == 2;
                differences.push_back(twin ? differences.back() + 1e-13 : number(random));
            }
            std::vector<double> opposite;
            for (const double d : differences)
                opposite.push_back(-d);
            const double index = winningIndex(differences);
            QVERIFY(index >= 0 && index <= 1);
            QVERIFY(std::abs(index + winningIndex(opposite) - 1) < 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(TestPairwiseIndex)
#include "pairwise_index_test.moc"
