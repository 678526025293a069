// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/table_edit.h"

#include "core/knowledge/comparison.h"

#include <QTest>

using namespace weighbridge;
using namespace weighbridge::decision;
using namespace weighbridge::knowledge;

/// Rows, columns and cells changed by hand: sound afterwards, and nothing comes in unasked.
class TableEditTest : public QObject
{
    Q_OBJECT

private:
    const Catalogue &m_catalogue = builtInCatalogue();

    Decision with(Decision decision, std::initializer_list<const char *> alternatives) const
    {
        for (const char *name : alternatives)
            decision = withAlternative(decision, m_catalogue, QString::fromUtf8(name)).value();
        return decision;
    }

private Q_SLOTS:
    void anEmptyDecisionHoldsNoWeightOfTheSample()
    {
        for (const Comparison comparison :
             {Comparison::languages, Comparison::frameworks, Comparison::own}) {
            const Decision empty = emptyDecision(m_catalogue, comparison);
            QCOMPARE(firstDefect(empty), QString());
            QCOMPARE(empty.comparison, comparison);
            QVERIFY(empty.needs.empty());
            QCOMPARE(empty.alternatives.empty(), comparison == Comparison::own);
            const auto answered = withAnswer(empty, m_catalogue,
                                             {QStringLiteral("peak_rps"), QStringLiteral("12000")});
            QVERIFY(answered.hasValue());
            for (const Need &need : answered->needs)
                QVERIFY2(need.addedByAnswers, qPrintable(need.id));
        }
    }

    void idsAreMadeFromNamesAndUnique()
    {
        const Decision decision =
            with(emptyDecision(m_catalogue, Comparison::own), {"C#", "C++", "Größe 2", "…"});
        QStringList ids;
        for (const Alternative &each : decision.alternatives)
            ids << each.id;
        QCOMPARE(ids, QStringList({QStringLiteral("c"), QStringLiteral("c-2"),
                                   QStringLiteral("größe-2"), QStringLiteral("alternative")}));
        QCOMPARE(firstDefect(decision), QString());
    }

    void anOwnNeedNeverTakesTheIdOfAKnownOne()
    {
        const auto decision = withAddedNeed(emptyDecision(m_catalogue, Comparison::languages),
                                            m_catalogue, QStringLiteral("High traffic"));
        QVERIFY(decision.hasValue());
        QCOMPARE(decision->needs[0].id, QStringLiteral("high-traffic-2"));
        QVERIFY(!decision->needs[0].ratings[0].level);
    }

    void addingAndRemovingAnAlternativeChangesNothingElse()
    {
        const auto answered = withAnswer(m_catalogue.table, m_catalogue,
                                         {QStringLiteral("ml"), QStringLiteral("in-process")});
        QVERIFY(answered.hasValue());
        const Decision wider = with(*answered, {"Rust", "Gin"});
        QCOMPARE(firstDefect(wider), QString());
        const Decision back =
            withoutAlternative(withoutAlternative(wider, m_catalogue, QStringLiteral("rust")),
                               m_catalogue, QStringLiteral("gin"));
        QCOMPARE(back, *answered);
    }

    void aCellTakenBackIsTheSourcesAgain()
    {
        const QString need = QStringLiteral("ai-ml");
        const QString go = QStringLiteral("go");
        const Decision rated = withLevel(m_catalogue.table, m_catalogue, need, go, 4.5);
        QCOMPARE(rated.editedRatings(), m_catalogue.table.editedRatings() + 1);
        QCOMPARE(withSourceRating(rated, m_catalogue, need, go), m_catalogue.table);
        QCOMPARE(withLevel(rated, m_catalogue, need, go,
                           m_catalogue.table.findNeed(need)->ratings[0].level),
                 m_catalogue.table);
    }

    void aNeedThatAnAnswerAsksForDoesNotComeBack()
    {
        const auto answered =
            withAnswer(emptyDecision(m_catalogue, Comparison::languages), m_catalogue,
                       {QStringLiteral("ml"), QStringLiteral("in-process")});
        const Decision without = withoutNeed(*answered, m_catalogue, QStringLiteral("ai-ml"));
        const Decision again = withInterview(without, m_catalogue);
        QCOMPARE(again.findNeed(u"ai-ml")->weight, 0.0);
    }
};

QTEST_GUILESS_MAIN(TableEditTest)
#include "table_edit_test.moc"
