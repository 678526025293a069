// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/guide.h"

#include "core/decision/model/value_text.h"
#include "core/knowledge/comparison.h"
#include "core/knowledge/effects.h"
#include "core/knowledge/guide_words.h"
#include "core/knowledge/likely_answers.h"
#include "projects.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace weighbridge;
using namespace weighbridge::decision;
using namespace weighbridge::knowledge;

/// The guided interview asks what matters, says so honestly, and stops.
class TestGuide : public QObject
{
    Q_OBJECT

private:
    const Catalogue &m_catalogue = builtInCatalogue();

    static const OpenQuestion *find(const Guidance &guidance, const QString &id)
    {
        const auto found =
            std::find_if(guidance.open.begin(), guidance.open.end(),
                         [&](const OpenQuestion &each) { return each.question->id == id; });
        return found == guidance.open.end() ? nullptr : &*found;
    }

    /// Random answers to every question, as likely as the guide takes them to be.
    std::vector<Answer> randomAnswers(std::mt19937 &random) const
    {
        std::vector<Answer> answers;
        for (const Question &question : m_catalogue.questions) {
            std::vector<double> chances;
            const auto likely = likelyAnswers(question, m_catalogue);
            for (const LikelyAnswer &each : likely)
                chances.push_back(each.chance);
            std::discrete_distribution<std::size_t> which(chances.begin(), chances.end());
            answers.push_back({question.id, likely[which(random)].value});
        }
        return answers;
    }

private Q_SLOTS:
    void likelyAnswersAreSoundAndAddUp()
    {
        for (const Question &question : m_catalogue.questions) {
            const auto answers = likelyAnswers(question, m_catalogue);
            QVERIFY2(answers.size() >= 2, qPrintable(question.id));
            double sum = 0;
            for (const LikelyAnswer &answer : answers) {
                const QString defect = defectOfAnswer(question, answer.value);
                QVERIFY2(defect.isEmpty(), qPrintable(defect));
                QVERIFY(answer.chance > 0);
                sum += answer.chance;
            }
            QVERIFY2(std::abs(sum - 1) < 1e-12, qPrintable(question.id));
        }
    }

    void everyWeightStepHasAnAnswerThatStandsForIt()
    {
        for (const Question &question : m_catalogue.questions) {
            const auto answers = likelyAnswers(question, m_catalogue);
            for (std::size_t i = 0; i < question.steps.size(); ++i) {
                double chance = 0;
                for (const LikelyAnswer &answer : answers) {
                    const double value = answer.value.toDouble();
                    const bool isLast = i + 1 == question.steps.size();
                    if (value >= question.steps[i].least &&
                        (isLast || value < question.steps[i + 1].least))
                        chance += answer.chance;
                }
                QVERIFY2(std::abs(chance - 1.0 / double(question.steps.size())) < 1e-12,
                         qPrintable(question.id));
            }
        }
    }

    void everyLimitOfARuleIsCrossedBySomeAnswer()
    {
        for (const Rule &rule : m_catalogue.rules) {
            for (const Condition &condition : rule.when) {
                const Question &question = *findQuestion(m_catalogue, condition.question);
                if (question.kind != Question::Kind::number)
                    continue;
                const double limit = condition.number;
                const auto answers = likelyAnswers(question, m_catalogue);
                const auto above = std::count_if(
                    answers.begin(), answers.end(),
                    [limit](const LikelyAnswer &each) { return each.value.toDouble() > limit; });
                QVERIFY2(above > 0 && above < std::ptrdiff_t(answers.size()),
                         qPrintable(rule.id + QLatin1Char(' ') + question.id));
            }
        }
    }

    void neverAsksWhatIsAnsweredOrSkippedAndEveryValueIsSound()
    {
        std::mt19937 random(3);
        for (int i = 0; i < 6; ++i) {
            std::vector<Answer> answers = randomAnswers(random);
            std::shuffle(answers.begin(), answers.end(), random);
            answers.resize(random() % answers.size());
            const QStringList skipped{QStringLiteral("ml"), QStringLiteral("admin")};
            const Decision decision =
                answered(i % 2 == 0 ? languagesWithoutNeeds() : m_catalogue.table, answers);
            const Guidance guidance = knowledge::guidance(decision, m_catalogue, skipped);
            QVERIFY(guidance.chanceRemaining >= 0 && guidance.chanceRemaining <= 1);
            QVERIFY(guidance.gainRemaining >= 0);
            QCOMPARE(guidance.leader, leaderOf(decision));
            for (const OpenQuestion &open : guidance.open) {
                QVERIFY(!answerTo(decision, open.question->id));
                QVERIFY(!skipped.contains(open.question->id));
                QVERIFY(open.expectedGain >= 0);
                QVERIFY(open.information >= -1e-12);
                QVERIFY(open.chanceOfChange >= 0 && open.chanceOfChange <= 1 + 1e-12);
            }
        }
    }

    void theOrderIsByWhatAnAnswerIsWorth()
    {
        const Guidance guidance = knowledge::guidance(m_catalogue.table, m_catalogue);
        QVERIFY(guidance.open.size() > 5);
        for (std::size_t i = 1; i < guidance.open.size(); ++i)
            QVERIFY(guidance.open[i - 1].expectedGain >= guidance.open[i].expectedGain - 1e-9);
    }

    void whatAnAnswerWouldDoIsWhatItDoes()
    {
        const Decision decision =
            answered(languagesWithoutNeeds(), {{QStringLiteral("python_share"), "60"},
                                               {QStringLiteral("deploy"), "important"}});
        const Guidance guidance = knowledge::guidance(decision, m_catalogue);
        for (const OpenQuestion &open : guidance.open) {
            double chance = 0;
            for (const PossibleAnswer &answer : open.answers) {
                const auto leader =
                    leaderOf(answered(decision, {{open.question->id, answer.value}}));
                QCOMPARE(answer.leader, leader);
                QCOMPARE(answer.changesLeader, leader != guidance.leader);
                chance += leader != guidance.leader ? answer.chance : 0;
            }
            QVERIFY(std::abs(chance - open.chanceOfChange) < 1e-12);
        }
    }

    void theSameDecisionHasTheSameGuidance()
    {
        const Decision decision =
            answered(languagesWithoutNeeds(), {{QStringLiteral("ml"), "hosted"}});
        const Guidance one = guidance(decision, m_catalogue);
        const Guidance other = guidance(decision, m_catalogue);
        QCOMPARE(one.chanceRemaining, other.chanceRemaining);
        QCOMPARE(one.gainRemaining, other.gainRemaining);
        QCOMPARE(one.open.size(), other.open.size());
        for (std::size_t i = 0; i < one.open.size(); ++i) {
            QCOMPARE(one.open[i].question, other.open[i].question);
            QCOMPARE(one.open[i].information, other.open[i].information);
        }
    }

    void whatCannotMatterIsNotAskedUntilItDoes()
    {
        const Guidance first = guidance(languagesWithoutNeeds(), m_catalogue);
        // Only a rule asks for these, and it needs another answer first, or nothing but advice.
        for (const char *id : {"cpu_native", "express", "control", "hot_paths"})
            QVERIFY2(!find(first, QLatin1String(id)), id);
        QVERIFY(find(
            guidance(answered(languagesWithoutNeeds(), {{QStringLiteral("cpu_work"), "heavy"}}),
                     m_catalogue),
            QStringLiteral("cpu_native")));
    }

    void knowledgeOfAFrameworkIsAskedWhereFrameworksAreCompared()
    {
        const std::vector<Answer> weeks{{QStringLiteral("productive_weeks"), "2"}};
        QVERIFY(!find(guidance(answered(languagesWithoutNeeds(), weeks), m_catalogue),
                      QStringLiteral("express")));
        const Decision frameworks =
            withComparison(languagesWithoutNeeds(), m_catalogue, Comparison::frameworks);
        QVERIFY(
            find(guidance(answered(frameworks, weeks), m_catalogue), QStringLiteral("express")));
    }

    void nothingIsAskedAboutAlternativesThatTheQuestionsDoNotTellApart()
    {
        Decision own = withComparison(languagesWithoutNeeds(), m_catalogue, Comparison::own);
        QCOMPARE(guidance(own, m_catalogue).state, Guidance::State::nothingLeft);
        for (const char *id : {"a", "b"}) {
            Alternative alternative;
            alternative.id = QLatin1String(id);
            alternative.name = alternative.id;
            own.alternatives.push_back(alternative);
        }
        const Guidance guidance = knowledge::guidance(own, m_catalogue);
        QCOMPARE(guidance.state, Guidance::State::nothingLeft);
        QVERIFY(guidance.open.empty());
        QCOMPARE(guidance.chanceRemaining, 0.0);
    }

    void itSaysWhoWouldLead()
    {
        const Decision decision =
            answered(languagesWithoutNeeds(), {{QStringLiteral("deploy"), "important"}});
        const Guidance guidance = knowledge::guidance(decision, m_catalogue);
        const OpenQuestion *admin = find(guidance, QStringLiteral("admin"));
        QVERIFY(admin);
        const QString why = whyAsked(decision, *admin);
        QVERIFY2(why.contains(QStringLiteral("Python would lead")), qPrintable(why));
        QVERIFY2(why.contains(chanceText(admin->chanceOfChange)), qPrintable(why));
    }

    void itSaysWhatAnAnswerChanged()
    {
        const Decision none = languagesWithoutNeeds();
        const Decision go = answered(none, {{QStringLiteral("deploy"), "important"}});
        const Decision python = answered(go, {{QStringLiteral("admin"), "critical"}});
        QVERIFY(whatChanged(none, go).startsWith(QStringLiteral("Go leads now, by ")));
        const QString changed = whatChanged(go, python);
        QVERIFY2(changed.startsWith(QStringLiteral("Python leads now, by ")) &&
                     changed.endsWith(QStringLiteral(", instead of Go.")),
                 qPrintable(changed));
        QCOMPARE(whatChanged(go, none), QStringLiteral("Nobody leads alone now; Go did."));
        QVERIFY(whatChanged(go, go).startsWith(QStringLiteral("Go still leads, by ")));
    }
};

QTEST_GUILESS_MAIN(TestGuide)
#include "guide_test.moc"
