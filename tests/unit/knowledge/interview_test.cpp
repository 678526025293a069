// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/catalogue.h"
#include "core/knowledge/comparison.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace weighbridge;
using namespace weighbridge::decision;
using namespace weighbridge::evidence;
using namespace weighbridge::knowledge;

/// Answers and rules change a decision visibly, once, and can be taken back without a trace.
class TestInterview : public QObject
{
    Q_OBJECT

private:
    const Catalogue &m_catalogue = builtInCatalogue();

    Decision answered(Decision decision, const QString &question, const QString &value) const
    {
        auto result = withAnswer(std::move(decision), m_catalogue, {question, value});
        Q_ASSERT_X(result.hasValue(), "answered", qPrintable(result.error().message()));
        return std::move(result).value();
    }

    /// One random answer to every third question.
    std::vector<Answer> someAnswers(std::mt19937 &random) const
    {
        std::vector<Answer> answers;
        for (const Question &question : m_catalogue.questions) {
            if (random() % 3 != 0)
                continue;
            Answer answer{question.id, {}};
            if (question.kind == Question::Kind::choice) {
                answer.value = question.choices[random() % question.choices.size()].id;
            } else {
                const double share = static_cast<double>(random() % 1000) / 1000;
                const double span = question.greatest - question.least;
                answer.value =
                    QString::number(std::floor(question.least + span * std::pow(share, 4)));
            }
            answers.push_back(answer);
        }
        return answers;
    }

    Decision all(Decision decision, const std::vector<Answer> &answers) const
    {
        for (const Answer &answer : answers)
            decision = answered(std::move(decision), answer.question, answer.value);
        return decision;
    }

    static std::vector<Effect> weightEffects(const Decision &decision, const QString &need)
    {
        std::vector<Effect> found;
        for (const Effect &effect : decision.effects) {
            if (effect.kind == Effect::Kind::weight && effect.need == need)
                found.push_back(effect);
        }
        return found;
    }

private Q_SLOTS:
    void anAnswerSetsTheWeightOfItsNeedAndSaysSo()
    {
        const Decision decision = answered(m_catalogue.table, "ml", "none");
        QCOMPARE(decision.findNeed(u"ai-ml")->weight, 0.0);
        QCOMPARE(*decision.findNeed(u"ai-ml")->weightBeforeRules, 4.0);
        QCOMPARE(decision.effects.size(), std::size_t{1});
        const Effect &effect = decision.effects.front();
        QCOMPARE(effect.origin, QStringLiteral("ml"));
        QCOMPARE(effect.from, 4.0);
        QCOMPARE(effect.to, 0.0);
        QVERIFY(effect.sentence.contains(QStringLiteral("goes from 4 to 0")));
    }

    void aRequirementBecomesTheAnchors()
    {
        const Decision decision = answered(m_catalogue.table, "peak_rps", "12000");
        const Need &need = *decision.findNeed(u"high-traffic");
        QCOMPARE(need.anchors->lowest, 3000.0);
        QCOMPARE(need.anchors->highest, 48000.0);
        QCOMPARE(need.anchorsBeforeAnswers->lowest, 2500.0);
    }

    void aRequirementWhereLessIsBetterTurnsTheAnchors()
    {
        const Decision decision = answered(m_catalogue.table, "p99_ms", "40");
        const Need &need = *decision.findNeed(u"tail-latency");
        QCOMPARE(need.anchors->lowest, 160.0);
        QCOMPARE(need.anchors->highest, 10.0);
    }

    void measuredRatingsFollowTheRequirementAndComeBack()
    {
        Decision table = m_catalogue.table;
        Rating &rating = table.findNeed(u"high-traffic")->ratings[0];
        rating.raw = 10000;
        rating.level = 3;
        rating.spread = {Spread::Kind::studentT, 0, 0.2, 4};
        const Decision decision = answered(table, "peak_rps", "20000");
        const Rating &moved = decision.findNeed(u"high-traffic")->ratings[0];
        QVERIFY(qAbs(*moved.level - 2) < 1e-12);
        QVERIFY(qAbs(moved.spread.standardError - 0.2) < 1e-12);
        const Decision back = withoutAnswer(decision, m_catalogue, u"peak_rps");
        QVERIFY(qAbs(*back.findNeed(u"high-traffic")->ratings[0].level - 3) < 1e-12);
    }

    void aLimitIsAMustHaveAtOnceAndSizesTheServers()
    {
        const Decision decision = answered(m_catalogue.table, "memory_mib", "128");
        QCOMPARE(decision.findNeed(u"memory")->mustReach.value_or(0), 3.0);
        QCOMPARE(decision.capacity.memoryMibPerInstance, 128.0);
        QCOMPARE(withoutAnswer(decision, m_catalogue, u"memory_mib").capacity,
                 m_catalogue.table.capacity);
    }

    void aCapacitySetByHandStays()
    {
        Decision decision = answered(m_catalogue.table, "peak_rps", "12000");
        QCOMPARE(decision.capacity.peakRequestsPerSecond.value_or(0), 12000.0);
        decision.capacity.peakRequestsPerSecond = 7000;
        decision = answered(decision, "peak_rps", "20000");
        QCOMPARE(decision.capacity.peakRequestsPerSecond.value_or(0), 7000.0);
        QCOMPARE(withoutAnswer(decision, m_catalogue, u"peak_rps")
                     .capacity.peakRequestsPerSecond.value_or(0),
                 7000.0);
    }

    void estimatesFollowTheRequirement()
    {
        const auto levels = [&](const char *peak) {
            const Decision decision = answered(m_catalogue.table, "peak_rps", peak);
            const auto &ratings = decision.findNeed(u"high-traffic")->ratings;
            return std::pair(*ratings[0].level, *ratings[1].level);
        };
        QCOMPARE(levels("1000"), std::pair(5.0, 5.0)); // both do more than is needed
        QVERIFY(levels("20000").first > 4.9 && qAbs(levels("20000").second - 2) < 1e-9);
        QVERIFY(levels("80000").first < 3.5 && levels("80000").second == 1);
        QCOMPARE(levels("1000000"), std::pair(1.0, 1.0)); // neither comes near
    }

    void twoRulesForOneNeedRaiseItOnce()
    {
        Decision decision = withRule(m_catalogue.table, m_catalogue, u"A20", true);
        decision = answered(decision, "peak_rps", "12000");
        decision = answered(decision, "deploy", "important");
        const auto effects = weightEffects(decision, QStringLiteral("high-traffic"));
        QCOMPARE(effects.size(), std::size_t{3}); // the answer, A1, A20
        QCOMPARE(decision.findNeed(u"high-traffic")->weight, 10.0);
        QCOMPARE(effects[2].from, effects[2].to);
    }

    void scalesWinOnceAndComeAfterRaises()
    {
        Decision decision = answered(m_catalogue.table, "peak_rps", "12000");
        decision = answered(decision, "bottleneck", "yes"); // A11
        decision = answered(decision, "wait_ms", "50");
        decision = answered(decision, "in_flight", "100"); // B3
        QCOMPARE(decision.findNeed(u"high-traffic")->weight, 5.0);
    }

    void aNeedThatIsMissingIsAddedAndLeavesWithItsAnswer()
    {
        const Decision decision = answered(m_catalogue.table, "windows", "dev");
        QCOMPARE(decision.needs.size(), std::size_t{7});
        QCOMPARE(decision.findNeed(u"windows")->weight, 4.0);
        QCOMPARE(withoutAnswer(decision, m_catalogue, u"windows"), m_catalogue.table);
    }

    void aNeedThatSomebodyTouchedStays()
    {
        Decision decision = answered(m_catalogue.table, "windows", "dev");
        decision.findNeed(u"windows")->ratings[1].level = 1;
        decision = withoutAnswer(decision, m_catalogue, u"windows");
        QVERIFY(decision.findNeed(u"windows"));
        QCOMPARE(*decision.findNeed(u"windows")->ratings[1].level, 1.0);
    }

    void aWeightSetByHandIsLeftAloneUntilItsQuestionIsAnsweredAnew()
    {
        Decision decision = answered(m_catalogue.table, "peak_rps", "12000");
        decision = withWeight(decision, 0, 3);
        decision = answered(decision, "windows", "dev");
        QCOMPARE(decision.needs[0].weight, 3.0);
        QVERIFY(decision.needs[0].weightPinned);
        QVERIFY(weightEffects(decision, decision.needs[0].id)
                    .front()
                    .sentence.contains(QStringLiteral("set by hand")));
        decision = answered(decision, "peak_rps", "6000");
        QCOMPARE(decision.needs[0].weight, 6.0);
    }

    void aSliderMovedPastTheInterviewCountsAsSetByHand()
    {
        Decision decision = answered(m_catalogue.table, "peak_rps", "12000");
        decision.needs[0].weight = 2;
        decision = withInterview(decision, m_catalogue);
        QCOMPARE(decision.needs[0].weight, 2.0);
        QVERIFY(decision.needs[0].weightPinned);
    }

    void aMustHaveTakenAwayByHandStaysAway()
    {
        Decision decision = answered(m_catalogue.table, "ml", "in-process");
        QCOMPARE(decision.findNeed(u"ai-ml")->mustReach.value_or(0), 2.0);
        decision.findNeed(u"ai-ml")->mustReach.reset();
        decision = answered(decision, "windows", "dev");
        QVERIFY(!decision.findNeed(u"ai-ml")->mustReach);
    }

    void withdrawingAMustHaveRestoresTheOneBefore()
    {
        Decision table = m_catalogue.table;
        table.findNeed(u"ai-ml")->mustReach = 1.5;
        const Decision decision = answered(table, "ml", "in-process");
        QCOMPARE(*decision.findNeed(u"ai-ml")->mustReach, 2.0);
        QCOMPARE(withoutAnswer(decision, m_catalogue, u"ml"), table);
    }

    void aRuleShiftsARatingOnlyWhereItIsTheCatalogues()
    {
        const Decision frameworks =
            withComparison(m_catalogue.table, m_catalogue, Comparison::frameworks);
        const std::size_t fiber = *frameworks.alternativeIndex(u"fiber");
        const double before = *frameworks.findNeed(u"learning-curve")->ratings[fiber].level;
        Decision decision = answered(frameworks, "express", "yes");
        QCOMPARE(*decision.findNeed(u"learning-curve")->ratings[fiber].level, before + 0.5);
        QCOMPARE(withoutAnswer(decision, m_catalogue, u"express"), frameworks);

        decision = frameworks;
        decision.findNeed(u"learning-curve")->ratings[fiber].level = 2;
        decision = answered(decision, "express", "yes");
        QCOMPARE(*decision.findNeed(u"learning-curve")->ratings[fiber].level, 2.0);
    }

    void aRuleRulesAnAlternativeOutWhereItIsCompared()
    {
        Decision decision = answered(m_catalogue.table, "protocols", "now");
        QVERIFY(std::all_of(decision.alternatives.begin(), decision.alternatives.end(),
                            [](const Alternative &a) { return a.exclusion.isEmpty(); }));
        decision = withComparison(decision, m_catalogue, Comparison::frameworks);
        const std::size_t fiber = *decision.alternativeIndex(u"fiber");
        QVERIFY(decision.alternatives[fiber].exclusion.startsWith(QStringLiteral("Fiber is out")));
        decision = withRule(decision, m_catalogue, u"B9", false);
        QVERIFY(decision.alternatives[fiber].exclusion.isEmpty());
    }

    void sentencesAreWordedAnewAsLongAsTheEffectsAreTheSame()
    {
        const Decision worked =
            answered(withComparison(m_catalogue.table, m_catalogue, Comparison::frameworks),
                     "protocols", "now");
        QVERIFY(!worked.effects.empty());
        Decision foreign = worked;
        for (Effect &effect : foreign.effects)
            effect.sentence = QStringLiteral("In einer anderen Sprache");
        for (Alternative &alternative : foreign.alternatives) {
            if (!alternative.exclusion.isEmpty())
                alternative.exclusion = QStringLiteral("In einer anderen Sprache");
        }
        QCOMPARE(withSentencesAnew(foreign, m_catalogue), worked);

        foreign.effects.front().to += 1; // another catalogue did something else
        QCOMPARE(withSentencesAnew(foreign, m_catalogue), foreign);
    }

    void effectsOfAQuestionIncludeTheRulesItMadeFire()
    {
        const Decision decision = answered(m_catalogue.table, "peak_rps", "12000");
        std::vector<QString> origins;
        for (const Effect &effect : effectsOf(decision, m_catalogue, u"peak_rps"))
            origins.push_back(effect.origin);
        QVERIFY(std::count(origins.begin(), origins.end(), QStringLiteral("peak_rps")) == 3);
        QVERIFY(std::count(origins.begin(), origins.end(), QStringLiteral("A1")) == 1);
    }

    void wrongAnswersAreRefusedWithWhatTheQuestionTakes_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("words");
        QTest::newRow("question") << "peak"
                                  << "1"
                                  << "no question 'peak'";
        QTest::newRow("choice") << "ml"
                                << "x"
                                << "none, hosted, in-process, not 'x'";
        QTest::newRow("text") << "peak_rps"
                              << "many"
                              << "a number from 1 to 10000000";
        QTest::newRow("range") << "peak_rps"
                               << "0"
                               << "not '0'";
        QTest::newRow("nan") << "peak_rps"
                             << "nan"
                             << "not 'nan'";
        QTest::newRow("infinite") << "peak_rps"
                                  << "inf"
                                  << "not 'inf'";
        QTest::newRow("empty") << "peak_rps"
                               << ""
                               << "not ''";
    }

    void wrongAnswersAreRefusedWithWhatTheQuestionTakes()
    {
        QFETCH(QString, question);
        QFETCH(QString, value);
        QFETCH(QString, words);
        const auto result = withAnswer(m_catalogue.table, m_catalogue, {question, value});
        QVERIFY(!result.hasValue());
        QVERIFY2(result.error().what.contains(words), qPrintable(result.error().what));
    }

    void theOrderOfAnswersDoesNotMatter()
    {
        std::mt19937 random(1);
        for (int run = 0; run < 30; ++run) {
            std::vector<Answer> answers = someAnswers(random);
            const Decision one = all(m_catalogue.table, answers);
            std::shuffle(answers.begin(), answers.end(), random);
            Decision other = all(m_catalogue.table, answers);
            other.answers = one.answers;
            QCOMPARE(other, one);
        }
    }

    void workingItInTwiceIsTheSameAsOnceAndEachResultIsSound()
    {
        std::mt19937 random(2);
        for (int run = 0; run < 30; ++run) {
            const Decision once = all(m_catalogue.table, someAnswers(random));
            QCOMPARE(withInterview(once, m_catalogue), once);
            QCOMPARE(firstDefect(once), QString());
        }
    }

    void withdrawingEveryAnswerRestoresTheTable()
    {
        std::mt19937 random(3);
        for (int run = 0; run < 30; ++run) {
            std::vector<Answer> answers = someAnswers(random);
            Decision decision = all(m_catalogue.table, answers);
            std::shuffle(answers.begin(), answers.end(), random);
            for (const Answer &answer : answers)
                decision = withoutAnswer(std::move(decision), m_catalogue, answer.question);
            QCOMPARE(decision, m_catalogue.table);
        }
    }

    void noNeedIsRaisedTwice()
    {
        std::mt19937 random(4);
        for (int run = 0; run < 30; ++run) {
            const Decision decision = all(m_catalogue.table, someAnswers(random));
            std::map<QString, int> raises;
            for (const Effect &effect : decision.effects) {
                const bool byRule = findRule(m_catalogue, effect.origin) != nullptr;
                if (byRule && effect.kind == Effect::Kind::weight && effect.to > effect.from)
                    QVERIFY2(++raises[effect.need] == 1, qPrintable(effect.need));
            }
        }
    }

    void theTableAgreesWithTheLastEffectOnEachNeed()
    {
        std::mt19937 random(5);
        for (int run = 0; run < 30; ++run) {
            const Decision decision = all(m_catalogue.table, someAnswers(random));
            for (const Need &need : decision.needs) {
                const auto effects = weightEffects(decision, need.id);
                QCOMPARE(need.weightBeforeRules.has_value(), !effects.empty());
                if (!effects.empty())
                    QCOMPARE(effects.back().to, need.weight);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestInterview)
#include "interview_test.moc"
