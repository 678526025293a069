// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/advice.h"
#include "core/knowledge/comparison.h"

#include <QTest>

using namespace weighbridge;
using namespace weighbridge::decision;
using namespace weighbridge::knowledge;

/// Rules that look at the outcome say so beside it, and change nothing.
class TestAdvice : public QObject
{
    Q_OBJECT

private:
    const Catalogue &m_catalogue = builtInCatalogue();

    QStringList origins(const Decision &decision) const
    {
        QStringList found;
        for (const Effect &effect : adviceOn(decision, analyse(decision), m_catalogue)) {
            Q_ASSERT(!effect.sentence.isEmpty() && !effect.source.isEmpty());
            found << effect.origin;
        }
        return found;
    }

    static void measure(Decision &decision, std::size_t need)
    {
        decision.needs[need].ratings[0].provenance = decision::Provenance::measured;
    }

private Q_SLOTS:
    void opinionIsCalledOpinionUntilAHeavyNeedIsMeasured()
    {
        Decision decision = m_catalogue.table;
        QVERIFY(origins(decision).contains(QStringLiteral("B12")));
        measure(decision, 1); // weight 4 of 35: light
        QVERIFY(origins(decision).contains(QStringLiteral("B12")));
        measure(decision, 0);
        QVERIFY(!origins(decision).contains(QStringLiteral("B12")));
    }

    void onlyWhatIsTooCloseToCallHasNoClearWinner()
    {
        Decision decision = m_catalogue.table; // "Go leads, narrowly"
        QVERIFY(!origins(decision).contains(QStringLiteral("B13")));
        decision = withWeight(decision, 1, 5); // AI / ML integration
        QCOMPARE(analyse(decision).verdict.headline, QStringLiteral("Too close to call"));
        QVERIFY(origins(decision).contains(QStringLiteral("B13")));
    }

    void adviceIsGivenWhereItCanBeFollowed()
    {
        Decision decision = m_catalogue.table;
        decision.comparison = Comparison::own;
        for (Alternative &each : decision.alternatives)
            each.targets.clear();
        const auto sentences = [&] {
            QString text;
            for (const Effect &each : adviceOn(decision, analyse(decision), m_catalogue))
                text += each.sentence;
            return text;
        };
        QVERIFY(!sentences().contains(QStringLiteral("quick set")));
        decision = withWeight(decision, 1, 5);
        QVERIFY(!sentences().contains(QStringLiteral("your team knows")));
    }

    void aPeakBeyondOneMachineSaysHowManyItTakesAndAtWhatCost()
    {
        Decision decision = withAnswer(m_catalogue.table, m_catalogue,
                                       {QStringLiteral("peak_rps"), QStringLiteral("1000000")})
                                .value();
        const auto beyond = [&] {
            for (const Effect &each : adviceOn(decision, analyse(decision), m_catalogue)) {
                if (each.origin == QStringLiteral("B1"))
                    return each.sentence;
            }
            return QString();
        };
        // 1,000,000 × 1.5 ÷ 95,000 and ÷ 10,000, each within a factor of 2.
        QVERIFY2(beyond().contains(QStringLiteral("Go takes 16 machines (8–32)")),
                 qPrintable(beyond()));
        QVERIFY(beyond().contains(QStringLiteral("Python takes 150 machines (75–300)")));
        decision.capacity.pricePerInstanceMonth = 40;
        QVERIFY2(beyond().contains(QStringLiteral("640 EUR a month")), qPrintable(beyond()));
        decision.capacity.peakRequestsPerSecond = 5'000;
        QCOMPARE(beyond(), QString());
    }

    void newProjectsPinWhereEchoOrFastApiIsCompared()
    {
        QVERIFY(!origins(m_catalogue.table).contains(QStringLiteral("B10")));
        const Decision frameworks =
            withComparison(m_catalogue.table, m_catalogue, Comparison::frameworks);
        QVERIFY(origins(frameworks).contains(QStringLiteral("B10")));
    }

    void aRuleThatIsOffSaysNothing()
    {
        Decision decision = withRule(m_catalogue.table, m_catalogue, u"B12", false);
        decision = withRule(decision, m_catalogue, u"B13", false);
        QCOMPARE(origins(withWeight(decision, 1, 5)), QStringList());
    }

    void withoutAnOutcomeThereIsNothingToSay()
    {
        Decision decision = m_catalogue.table;
        for (Need &need : decision.needs)
            need.weight = 0;
        QCOMPARE(origins(decision), QStringList());
        QCOMPARE(origins(Decision{}), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestAdvice)
#include "advice_test.moc"
