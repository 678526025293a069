// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/levels.h"

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

    Decision at(Decision decision, Level level) const
    {
        return atLevel(std::move(decision), m_catalogue, level);
    }

    static Rating &cell(Decision &decision, QStringView need, QStringView alternative)
    {
        return decision.findNeed(need)->ratings[*decision.alternativeIndex(alternative)];
    }

private Q_SLOTS:
    void frameworksBringAllSevenAndKeepTheWeights()
    {
        const Decision frameworks = at(m_catalogue.table, Level::frameworks);
        QCOMPARE(frameworks.alternatives.size(), std::size_t{7});
        QCOMPARE(frameworks.level, Level::frameworks);
        QCOMPARE(firstDefect(frameworks), QString());
        for (std::size_t k = 0; k < frameworks.needs.size(); ++k)
            QCOMPARE(frameworks.needs[k].weight, m_catalogue.table.needs[k].weight);
    }

    void backAndForthChangesNothing()
    {
        Decision decision = m_catalogue.table;
        cell(decision, u"ai-ml", u"go").level = 1.5;
        Decision back = decision;
        for (const Level level :
             {Level::frameworks, Level::own, Level::frameworks, Level::languages})
            back = at(back, level);
        back.shelf.clear();
        QCOMPARE(back, decision);
    }

    void theSameLevelIsNoChange()
    {
        QCOMPARE(at(m_catalogue.table, Level::languages), m_catalogue.table);
    }

    void editsAndMeasurementsOfALevelSurviveTheOthers()
    {
        Decision frameworks = at(m_catalogue.table, Level::frameworks);
        cell(frameworks, u"fast-mvp", u"django").level = 3.5;
        Rating &gin = cell(frameworks, u"high-traffic", u"gin");
        gin.level = 4.62;
        gin.raw = 30'000;
        gin.provenance = evidence::Provenance::measured;
        const Decision back = at(at(frameworks, Level::languages), Level::frameworks);
        QCOMPARE(back.needs, frameworks.needs);
    }

    void aFrameworkInheritsWhatItsLanguageIsRatedNow()
    {
        Decision languages = m_catalogue.table;
        cell(languages, u"ai-ml", u"go").level = 3.5;
        Decision frameworks = at(languages, Level::frameworks);
        QCOMPARE(*cell(frameworks, u"ai-ml", u"gin").level, 3.5);
        QVERIFY(cell(frameworks, u"ai-ml", u"gin").inherited);

        languages = at(frameworks, Level::languages);
        cell(languages, u"ai-ml", u"go").level = 4;
        frameworks = at(languages, Level::frameworks);
        QCOMPARE(*cell(frameworks, u"ai-ml", u"gin").level, 4.0);
    }

    void anEditedInheritedRatingIsItsOwn()
    {
        Decision frameworks = at(m_catalogue.table, Level::frameworks);
        cell(frameworks, u"ai-ml", u"gin").level = 1;
        Decision languages = at(frameworks, Level::languages);
        cell(languages, u"ai-ml", u"go").level = 4;
        frameworks = at(languages, Level::frameworks);
        QCOMPARE(*cell(frameworks, u"ai-ml", u"gin").level, 1.0);
        QVERIFY(!cell(frameworks, u"ai-ml", u"gin").inherited);
        QCOMPARE(*cell(frameworks, u"ai-ml", u"echo").level, 4.0);
    }

    void aMeasurementOfTheLanguageIsNotInherited()
    {
        Decision languages = withNeed(m_catalogue.table, m_catalogue, u"memory", 5);
        Rating &go = cell(languages, u"memory", u"go");
        go.level = 4.9;
        go.provenance = evidence::Provenance::measured;
        Decision frameworks = at(languages, Level::frameworks);
        QCOMPARE(cell(frameworks, u"memory", u"gin").provenance, evidence::Provenance::judged);
        QCOMPARE(*cell(frameworks, u"memory", u"gin").level, 4.5);
    }

    void aNeedAddedMeanwhileIsRatedAtEveryLevel()
    {
        Decision decision = at(at(m_catalogue.table, Level::frameworks), Level::languages);
        decision = withNeed(decision, m_catalogue, u"windows", 4);
        Decision frameworks = at(decision, Level::frameworks);
        QCOMPARE(*cell(frameworks, u"windows", u"gin").level, 4.0);
        QCOMPARE(firstDefect(frameworks), QString());
    }

    void ownStartsEmptyAndKeepsWhatIsAdded()
    {
        Decision own = at(m_catalogue.table, Level::own);
        QVERIFY(own.alternatives.empty());
        own.alternatives.push_back(
            {QStringLiteral("rust"), QStringLiteral("Rust"), {}, {}, {}, {}});
        for (Need &need : own.needs)
            need.ratings.resize(1);
        own.needs[0].ratings[0].level = 4.5;
        const Decision back = at(at(own, Level::frameworks), Level::own);
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
        Decision frameworks = at(decision, Level::frameworks);
        QCOMPARE(*cell(frameworks, u"taste", u"gin").level, 5.0); // its language's
        QVERIFY(!cell(frameworks, u"taste", u"express").level);
        QCOMPARE(at(frameworks, Level::languages).needs, decision.needs);
    }

    void answersApplyAtEveryLevelAndLeaveNoTraceOnTheOther()
    {
        const auto answered = [&](const Decision &decision) {
            return withAnswer(decision, m_catalogue,
                              {QStringLiteral("express"), QStringLiteral("yes")})
                .value();
        };
        const Decision first = at(answered(m_catalogue.table), Level::frameworks);
        const Decision second = answered(at(m_catalogue.table, Level::frameworks));
        QCOMPARE(first, second);
        const Decision back = withoutAnswer(at(first, Level::languages), m_catalogue, u"express");
        QCOMPARE(at(back, Level::frameworks).needs, at(m_catalogue.table, Level::frameworks).needs);
    }
};

QTEST_GUILESS_MAIN(TestLevels)
#include "levels_test.moc"
