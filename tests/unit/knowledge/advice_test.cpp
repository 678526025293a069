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

    void aLeadBelowFivePerCentIsNoClearWinner()
    {
        Decision decision = m_catalogue.table; // 3.86 to 3.71
        QVERIFY(origins(decision).contains(QStringLiteral("B13")));
        decision.needs[0].ratings[1].level = 1;
        QVERIFY(!origins(decision).contains(QStringLiteral("B13")));
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
        QCOMPARE(origins(decision), QStringList());
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
