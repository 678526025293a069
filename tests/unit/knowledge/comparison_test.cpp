// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/value_function.h"
#include "core/knowledge/comparison.h"

#include <QTest>

using namespace weighbridge;
using namespace weighbridge::decision;
using namespace weighbridge::knowledge;

/// Languages, frameworks and own alternatives share needs, weights and answers; what was rated at
/// one level waits there until it is shown again.
class TestLevels : public QObject
{
    Q_OBJECT

private:
    const Catalogue &m_catalogue = builtInCatalogue();

    Decision at(Decision decision, Comparison comparison) const
    {
        return withComparison(std::move(decision), m_catalogue, comparison);
    }

    static Rating &cell(Decision &decision, QStringView need, QStringView alternative)
    {
        return decision.findNeed(need)->ratings[*decision.alternativeIndex(alternative)];
    }

private Q_SLOTS:
    void frameworksBringAllSevenAndKeepTheWeights()
    {
        const Decision frameworks = at(m_catalogue.table, Comparison::frameworks);
        QCOMPARE(frameworks.alternatives.size(), std::size_t{7});
        QCOMPARE(frameworks.comparison, Comparison::frameworks);
        QCOMPARE(firstDefect(frameworks), QString());
        for (std::size_t k = 0; k < frameworks.needs.size(); ++k)
            QCOMPARE(frameworks.needs[k].weight, m_catalogue.table.needs[k].weight);
    }

    void backAndForthChangesNothing()
    {
        Decision decision = m_catalogue.table;
        cell(decision, u"ai-ml", u"go").level = 1.5;
        Decision back = decision;
        for (const Comparison comparison : {Comparison::frameworks, Comparison::own,
                                            Comparison::frameworks, Comparison::languages})
            back = at(back, comparison);
        back.shelf.clear();
        QCOMPARE(back, decision);
    }

    void theSameLevelIsNoChange()
    {
        QCOMPARE(at(m_catalogue.table, Comparison::languages), m_catalogue.table);
    }

    void editsAndMeasurementsOfALevelSurviveTheOthers()
    {
        Decision frameworks = at(m_catalogue.table, Comparison::frameworks);
        cell(frameworks, u"fast-mvp", u"django").level = 3.5;
        Rating &gin = cell(frameworks, u"high-traffic", u"gin");
        gin.raw = 30'000;
        gin = onAnchors(gin, frameworks.findNeed(u"high-traffic")->anchors);
        gin.provenance = decision::Provenance::measured;
        const Decision back = at(at(frameworks, Comparison::languages), Comparison::frameworks);
        QCOMPARE(back.needs, frameworks.needs);
    }

    void aFrameworkInheritsWhatItsLanguageIsRatedNow()
    {
        Decision languages = m_catalogue.table;
        cell(languages, u"ai-ml", u"go").level = 3.5;
        Decision frameworks = at(languages, Comparison::frameworks);
        QCOMPARE(*cell(frameworks, u"ai-ml", u"gin").level, 3.5);
        QVERIFY(cell(frameworks, u"ai-ml", u"gin").inherited);

        languages = at(frameworks, Comparison::languages);
        cell(languages, u"ai-ml", u"go").level = 4;
        frameworks = at(languages, Comparison::frameworks);
        QCOMPARE(*cell(frameworks, u"ai-ml", u"gin").level, 4.0);
    }

    void anEditedInheritedRatingIsItsOwn()
    {
        Decision frameworks = at(m_catalogue.table, Comparison::frameworks);
        cell(frameworks, u"ai-ml", u"gin").level = 1;
        Decision languages = at(frameworks, Comparison::languages);
        cell(languages, u"ai-ml", u"go").level = 4;
        frameworks = at(languages, Comparison::frameworks);
        QCOMPARE(*cell(frameworks, u"ai-ml", u"gin").level, 1.0);
        QVERIFY(!cell(frameworks, u"ai-ml", u"gin").inherited);
        QCOMPARE(*cell(frameworks, u"ai-ml", u"echo").level, 4.0);
    }

    void aMeasurementOfTheLanguageIsNotInherited()
    {
        Decision languages = withNeed(m_catalogue.table, m_catalogue, u"memory", 5);
        Rating &go = cell(languages, u"memory", u"go");
        go.level = 4.9;
        go.provenance = decision::Provenance::measured;
        Decision frameworks = at(languages, Comparison::frameworks);
        QCOMPARE(cell(frameworks, u"memory", u"gin").provenance, decision::Provenance::judged);
        QCOMPARE(*cell(frameworks, u"memory", u"gin").raw,
                 *m_catalogue.languages.findNeed(u"memory")->ratings[0].raw);
    }

    void aNeedAddedMeanwhileIsRatedAtEveryLevel()
    {
        Decision decision =
            at(at(m_catalogue.table, Comparison::frameworks), Comparison::languages);
        decision = withNeed(decision, m_catalogue, u"windows", 4);
        Decision frameworks = at(decision, Comparison::frameworks);
        QCOMPARE(*cell(frameworks, u"windows", u"gin").level, 4.0);
        QCOMPARE(firstDefect(frameworks), QString());
    }

    void ownStartsEmptyAndKeepsWhatIsAdded()
    {
        Decision own = at(m_catalogue.table, Comparison::own);
        QVERIFY(own.alternatives.empty());
        own.alternatives.push_back(
            {QStringLiteral("rust"), QStringLiteral("Rust"), {}, {}, {}, {}});
        for (Need &need : own.needs)
            need.ratings.resize(1);
        own.needs[0].ratings[0].level = 4.5;
        const Decision back = at(at(own, Comparison::frameworks), Comparison::own);
        QCOMPARE(back.alternatives, own.alternatives);
        QCOMPARE(back.needs, own.needs);
    }

    void aNeedOfOnesOwnIsUnknownElsewhere()
    {
        Decision decision = m_catalogue.table;
        Need need;
        need.id = QStringLiteral("taste");
        need.name = QStringLiteral("Taste");
        need.ratings.resize(2);
        need.ratings[0].level = 5;
        decision.needs.push_back(need);
        Decision frameworks = at(decision, Comparison::frameworks);
        QCOMPARE(*cell(frameworks, u"taste", u"gin").level, 5.0); // its language's
        QVERIFY(!cell(frameworks, u"taste", u"express").level);
        QCOMPARE(at(frameworks, Comparison::languages).needs, decision.needs);
    }

    void answersApplyAtEveryLevelAndLeaveNoTraceOnTheOther()
    {
        const auto answered = [&](const Decision &decision) {
            return withAnswer(decision, m_catalogue,
                              {QStringLiteral("express"), QStringLiteral("yes")})
                .value();
        };
        const Decision first = at(answered(m_catalogue.table), Comparison::frameworks);
        const Decision second = answered(at(m_catalogue.table, Comparison::frameworks));
        QCOMPARE(first, second);
        const Decision back =
            withoutAnswer(at(first, Comparison::languages), m_catalogue, u"express");
        QCOMPARE(at(back, Comparison::frameworks).needs,
                 at(m_catalogue.table, Comparison::frameworks).needs);
    }
};

QTEST_GUILESS_MAIN(TestLevels)
#include "comparison_test.moc"
