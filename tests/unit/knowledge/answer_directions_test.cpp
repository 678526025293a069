// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer_sets.h"

#include <QTest>

#include <map>

using namespace weighbridge;
using namespace weighbridge::decision;
using namespace weighbridge::knowledge;
using namespace weighbridge::tests;

namespace
{

constexpr double kRoundingError = 1e-9;

/// Answers in the order in which they speak ever more for `sign`: 1 Go, −1 Python, 0 neither.
struct Ordered {
    QString question;
    QStringList values;
    double sign = 0;
};

double signOf(double number)
{
    return number > 0 ? 1 : number < 0 ? -1 : 0;
}

} // namespace

/// Over all questions: answers pull in the direction in which they speak, whatever else was
/// answered; what is said for Go is said for Python in the same way.
class TestAnswerDirections : public QObject
{
    Q_OBJECT

private:
    const Catalogue &m_catalogue = builtInCatalogue();
    const Decision m_empty = emptyTable(m_catalogue, Comparison::languages);
    const Decision m_frameworks = emptyTable(m_catalogue, Comparison::frameworks);

    /// What a reader expects of the questions that weigh no need of their own.
    static const std::map<QString, double> &expectedSigns()
    {
        static const std::map<QString, double> signs = {
            {QStringLiteral("bottleneck"), -1},     {QStringLiteral("wait_ms"), -1},
            {QStringLiteral("cpu_native"), -1},     {QStringLiteral("library"), -1},
            {QStringLiteral("free_threading"), -1}, {QStringLiteral("go_library"), 1},
            {QStringLiteral("efficiency"), 1},      {QStringLiteral("hot_paths"), 0},
            {QStringLiteral("control"), 0},         {QStringLiteral("express"), 0},
        };
        return signs;
    }

    /// Weights of the question's answers ascend in the order of its values, or descend.
    bool descends(const Question &question) const
    {
        return question.kind == Question::Kind::number && !question.steps.empty() &&
               question.steps.front().weight > question.steps.back().weight;
    }

    std::vector<Ordered> orderedQuestions() const
    {
        const QStringList withoutOrder = {QStringLiteral("product"), QStringLiteral("platform")};
        std::vector<Ordered> all;
        for (const Question &question : m_catalogue.questions) {
            Ordered ordered{question.id, valuesOf(m_catalogue, question), 0};
            if (question.steersAnchors || withoutOrder.contains(question.id))
                continue;
            if (question.id == QLatin1String("existing_code")) {
                ordered.values = QStringLiteral("python-inside python neither go go-inside")
                                     .split(QLatin1Char(' '));
                ordered.sign = 1;
            } else if (question.need.isEmpty()) {
                ordered.sign = expectedSigns().at(question.id);
            } else {
                const auto &ratings = m_catalogue.languages.findNeed(question.need)->ratings;
                if (ratings[kGo].level && ratings[kPython].level)
                    ordered.sign = signOf(*ratings[kGo].level - *ratings[kPython].level);
            }
            if (descends(question))
                std::reverse(ordered.values.begin(), ordered.values.end());
            all.push_back(std::move(ordered));
        }
        return all;
    }

    /// Two sets of answers that differ in one: by a higher answer to `question`.
    struct Step {
        std::vector<Answer> lower;
        std::vector<Answer> higher;
    };

    static Step oneStep(const Ordered &question, AnswerSets &sets)
    {
        const std::vector<Answer> others = sets.next();
        const auto one = static_cast<qsizetype>(sets.random()() % question.values.size());
        const auto more = static_cast<qsizetype>(sets.random()() % (question.values.size() - 1));
        const qsizetype other = (one + 1 + more) % question.values.size();
        return {with(others, {question.question, question.values[std::min(one, other)]}),
                with(others, {question.question, question.values[std::max(one, other)]})};
    }

    static QString answerIn(const std::vector<Answer> &answers, const Ordered &question)
    {
        for (const Answer &answer : answers) {
            if (answer.question == question.question)
                return answer.value;
        }
        return {};
    }

    static std::vector<const Ordered *> amongAnswered(const std::vector<Ordered> &questions,
                                                      const std::vector<Answer> &answers)
    {
        std::vector<const Ordered *> found;
        for (const Ordered &question : questions) {
            if (!answerIn(answers, question).isEmpty())
                found.push_back(&question);
        }
        return found;
    }

    double leadWith(const std::vector<Answer> &answers) const
    {
        return leadOf(answered(m_empty, m_catalogue, answers), kGo, kPython);
    }

    static bool isTheRightWay(double lower, double higher, double sign)
    {
        if (lower == higher) // also where both are without bounds
            return true;
        return sign == 0 ? std::abs(higher - lower) < kRoundingError
                         : (higher - lower) * sign >= -kRoundingError;
    }

    static QString mirrored(const QString &text)
    {
        static const std::map<QString, QString> twins = {
            {QStringLiteral("go"), QStringLiteral("python")},
            {QStringLiteral("go-inside"), QStringLiteral("python-inside")},
            {QStringLiteral("go_share"), QStringLiteral("python_share")},
            {QStringLiteral("go_library"), QStringLiteral("library")},
            {QStringLiteral("go-skill"), QStringLiteral("python-skill")},
        };
        for (const auto &[one, other] : twins) {
            if (text == one || text == other)
                return text == one ? other : one;
        }
        return text;
    }

    static std::vector<Answer> mirrored(std::vector<Answer> answers)
    {
        for (Answer &answer : answers)
            answer = {mirrored(answer.question), mirrored(answer.value)};
        return answers;
    }

private Q_SLOTS:
    /// Each set differs from the one before it in one answer, and every fifth in all of them.
    /// Around each rule in turn, and first in what it asks: what it does with another is seldom
    /// met.
    void raisingAnAnswerNeverMovesItsAlternativeTheWrongWay()
    {
        constexpr std::size_t kSets = 10'000;
        constexpr std::size_t kChanges = 5;
        const std::vector<Ordered> questions = orderedQuestions();
        AnswerSets sets(m_catalogue, 11);
        for (std::size_t run = 0; run < kSets / kChanges; ++run) {
            const Rule &rule = m_catalogue.rules[run % m_catalogue.rules.size()];
            std::vector<Answer> answers = sets.around(rule);
            std::vector<const Ordered *> asked = amongAnswered(questions, answers);
            std::shuffle(asked.begin(), asked.end(), sets.random());
            std::stable_partition(asked.begin(), asked.end(), [&](const Ordered *each) {
                return std::any_of(rule.when.begin(), rule.when.end(), [&](const Condition &c) {
                    return c.question == each->question;
                });
            });
            double before = leadWith(answers);
            for (std::size_t change = 0; change < std::min(kChanges, asked.size()); ++change) {
                const Ordered &question = *asked[change];
                const qsizetype from = question.values.indexOf(answerIn(answers, question));
                const auto to = static_cast<qsizetype>(sets.random()() % question.values.size());
                answers = with(answers, {question.question, question.values[to]});
                const double lead = leadWith(answers);
                if (!isTheRightWay(before, lead, from < to ? question.sign : -question.sign))
                    QFAIL(qPrintable(QStringLiteral("%1 → %2 from %3 to %4")
                                         .arg(before)
                                         .arg(lead)
                                         .arg(question.values[from], told(answers))));
                before = lead;
            }
        }
    }

    void moreOfOneLanguageNeverLowersItsFrameworksAgainstTheOthers()
    {
        static const QStringList ofLanguages = {
            QStringLiteral("go_share"), QStringLiteral("python_share"),
            QStringLiteral("existing_code"), QStringLiteral("library"),
            QStringLiteral("go_library")};
        const auto gos = alternativesMeant(m_frameworks, u"go");
        const auto pythons = alternativesMeant(m_frameworks, u"python");
        QVERIFY(gos.size() == 3 && pythons.size() == 3);
        AnswerSets sets(m_catalogue, 12);
        for (const Ordered &question : orderedQuestions()) {
            for (int run = 0; ofLanguages.contains(question.question) && run < 100; ++run) {
                const Step step = oneStep(question, sets);
                const Decision lower = answered(m_frameworks, m_catalogue, step.lower);
                const Decision higher = answered(m_frameworks, m_catalogue, step.higher);
                for (const std::size_t go : gos) {
                    for (const std::size_t python : pythons) {
                        if (!isTheRightWay(leadOf(lower, go, python), leadOf(higher, go, python),
                                           question.sign))
                            QFAIL(qPrintable(told(step.higher)));
                    }
                }
            }
        }
    }

    void aHigherRequirementNeverRaisesARatingNorLowersAWeight()
    {
        AnswerSets sets(m_catalogue, 13);
        int compared = 0;
        for (const Question &question : m_catalogue.questions) {
            const Need *known = m_catalogue.languages.findNeed(question.need);
            if (!question.steersAnchors)
                continue;
            Ordered ordered{question.id, valuesOf(m_catalogue, question), 0};
            if (known->anchors->highest < known->anchors->lowest) // the less, the more is asked
                std::reverse(ordered.values.begin(), ordered.values.end());
            for (int run = 0; run < 150; ++run) {
                const Step step = oneStep(ordered, sets);
                const Decision lower = answered(m_frameworks, m_catalogue, step.lower);
                const Decision higher = answered(m_frameworks, m_catalogue, step.higher);
                const Need *loose = lower.findNeed(question.need);
                const Need *strict = higher.findNeed(question.need);
                if (!loose) // weighs nothing yet, or cannot be one of this project
                    continue;
                if (!strict || strict->weight < loose->weight - kRoundingError)
                    QFAIL(qPrintable(told(step.higher)));
                for (std::size_t i = 0; i < loose->ratings.size(); ++i) {
                    if (strict->ratings[i].level.value_or(0) >
                        loose->ratings[i].level.value_or(0) + kRoundingError)
                        QFAIL(qPrintable(told(step.higher)));
                }
                ++compared;
            }
        }
        QVERIFY(compared > 300);
    }

    void whatIsSaidForGoIsSaidForPythonInTheSameWay()
    {
        AnswerSets sets(m_catalogue, 14);
        int mirroredAnswers = 0;
        for (int run = 0; run < 1'000; ++run) {
            std::vector<Answer> answers = sets.next();
            answers.erase(std::remove_if(answers.begin(), answers.end(),
                                         [](const Answer &answer) {
                                             return mirrored(answer.question) == answer.question &&
                                                    answer.question !=
                                                        QLatin1String("existing_code");
                                         }),
                          answers.end());
            mirroredAnswers += static_cast<int>(answers.size());
            const Decision one = answered(m_empty, m_catalogue, answers);
            const Decision other = answered(m_empty, m_catalogue, mirrored(answers));
            QCOMPARE(one.needs.size(), other.needs.size());
            for (const Need &need : one.needs) {
                const Need *twin = other.findNeed(mirrored(need.id));
                QVERIFY2(twin && twin->weight == need.weight, qPrintable(told(answers)));
                if (need.id == QLatin1String("learning-curve")) // B6b is for both alike
                    continue;
                QCOMPARE(need.ratings[kGo].level, twin->ratings[kPython].level);
                QCOMPARE(need.ratings[kPython].level, twin->ratings[kGo].level);
            }
            for (const std::size_t i : {kGo, kPython})
                QCOMPARE(one.alternatives[i].exclusion.isEmpty(),
                         other.alternatives[1 - i].exclusion.isEmpty());
        }
        QVERIFY(mirroredAnswers > 1'000);
    }
};

QTEST_GUILESS_MAIN(TestAnswerDirections)
#include "answer_directions_test.moc"
