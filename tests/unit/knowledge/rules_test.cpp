// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer_sets.h"

#include <QTest>

#include <map>
#include <set>

using namespace weighbridge;
using namespace weighbridge::decision;
using namespace weighbridge::knowledge;
using namespace weighbridge::tests;

/// Rules weigh only what tells alternatives apart and what the project has, and rule out what
/// cannot do what it must; they leave no trace.
class TestRules : public QObject
{
    Q_OBJECT

private:
    const Catalogue &m_catalogue = builtInCatalogue();
    const Decision m_empty = emptyTable(m_catalogue, Comparison::languages);
    const Decision m_frameworks = emptyTable(m_catalogue, Comparison::frameworks);

    Decision worked(const std::vector<Answer> &answers) const
    {
        return answered(m_empty, m_catalogue, answers);
    }

    /// The needs that weigh something.
    static QStringList weighing(const Decision &decision)
    {
        QStringList ids;
        for (const Need &need : decision.needs) {
            if (need.weight > 0)
                ids << need.id;
        }
        return ids;
    }

private Q_SLOTS:
    void noRuleRaisesWhatDoesNotTellTheLanguagesApart()
    {
        AnswerSets sets(m_catalogue, 15);
        std::set<QString> raised;
        for (int run = 0; run < 300; ++run) {
            const Decision decision = worked(sets.next());
            for (const Effect &effect : decision.effects) {
                if (effect.kind != Effect::Kind::weight || effect.to <= effect.from ||
                    !findRule(m_catalogue, effect.origin))
                    continue;
                const auto &ratings = m_catalogue.languages.findNeed(effect.need)->ratings;
                QVERIFY2(ratings[kGo].level != ratings[kPython].level, qPrintable(effect.sentence));
                raised.insert(effect.need);
            }
        }
        QVERIFY(raised.size() > 5);
    }

    void aHostedModelWeighsAsMuchAsNone()
    {
        const QString ml = QStringLiteral("ml");
        AnswerSets sets(m_catalogue, 20);
        for (int run = 0; run < 100; ++run) {
            const std::vector<Answer> others = sets.next();
            const Decision none = worked(with(others, {ml, QStringLiteral("none")}));
            const Decision hosted = worked(with(others, {ml, QStringLiteral("hosted")}));
            QCOMPARE(hosted.needs, none.needs);
            const bool isSaid =
                std::any_of(hosted.effects.begin(), hosted.effects.end(), [](const Effect &effect) {
                    return effect.origin == QLatin1String("B7");
                });
            const bool isOneLeft =
                std::any_of(hosted.alternatives.begin(), hosted.alternatives.end(),
                            [](const Alternative &each) { return each.exclusion.isEmpty(); });
            QVERIFY(isSaid || !isOneLeft);
        }
    }

    void aRuleThatWeighsNeedsSpeaksForNobody()
    {
        static const QRegularExpression praise(
            QStringLiteral("\\b(speaks? for|better served|is fastest in|takes? (Go|Python))\\b"));
        for (const Rule &rule : m_catalogue.rules) {
            const bool onlyWeighs =
                std::all_of(rule.actions.begin(), rule.actions.end(), [](const RuleAction &action) {
                    return action.kind == RuleAction::Kind::raise ||
                           action.kind == RuleAction::Kind::scale;
                });
            QVERIFY2(!onlyWeighs || !praise.match(rule.text).hasMatch(), qPrintable(rule.text));
        }
    }

    void eachKindOfProductBringsOnlyWhatItHas_data()
    {
        QTest::addColumn<QString>("product");
        QTest::addColumn<QStringList>("needs");
        QTest::newRow("api") << "api" << QStringList();
        QTest::newRow("content") << "content" << QStringList();
        QTest::newRow("mixed") << "mixed" << QStringList();
        QTest::newRow("tools") << "tools" << QStringList{QStringLiteral("tools")};
        QTest::newRow("realtime") << "realtime"
                                  << QStringList{QStringLiteral("long-lived-connections")};
    }

    void eachKindOfProductBringsOnlyWhatItHas()
    {
        QFETCH(QString, product);
        QFETCH(QStringList, needs);
        QCOMPARE(weighing(worked({{QStringLiteral("product"), product}})), needs);
    }

    void aToolHasNoneOfTheNeedsOfAService()
    {
        const Question &product = *findQuestion(m_catalogue, u"product");
        const Choice &tools = *findChoice(product, u"tools");
        QVERIFY(tools.rulesOut.contains(QStringLiteral("long-lived-connections")));
        AnswerSets sets(m_catalogue, 16);
        for (int run = 0; run < 100; ++run) {
            const auto answers = with(sets.next(), {product.id, tools.id});
            for (const Decision &table : {m_empty, m_catalogue.table}) {
                const Decision decision = answered(table, m_catalogue, answers);
                for (const QString &id : tools.rulesOut) {
                    const Need *need = decision.findNeed(id);
                    QVERIFY2(!need || (need->weight == 0 && !need->mustReach),
                             qPrintable(id + QLatin1Char(' ') + told(answers)));
                }
            }
        }
    }

    void whatAnAnswerDeniesNoRuleConcludes()
    {
        const Decision decision = worked({{QStringLiteral("ml"), QStringLiteral("in-process")},
                                          {QStringLiteral("pipelines"), QStringLiteral("no")}});
        QCOMPARE(weighing(decision), QStringList{QStringLiteral("ai-ml")});
        const bool isSaid =
            std::any_of(decision.effects.begin(), decision.effects.end(), [](const Effect &effect) {
                return effect.origin == QLatin1String("A6") &&
                       effect.sentence.contains(QStringLiteral("answered “No”"));
            });
        QVERIFY(isSaid);
    }

    void whatOnlyOneLanguageHasRulesTheOthersOut_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("left");
        QTest::newRow("library of Python") << "library"
                                           << "yes"
                                           << "python";
        QTest::newRow("library of Go") << "go_library"
                                       << "yes"
                                       << "go";
        QTest::newRow("process of Python") << "existing_code"
                                           << "python-inside"
                                           << "python";
        QTest::newRow("process of Go") << "existing_code"
                                       << "go-inside"
                                       << "go";
    }

    void whatOnlyOneLanguageHasRulesTheOthersOut()
    {
        QFETCH(QString, question);
        QFETCH(QString, value);
        QFETCH(QString, left);
        for (const Decision &table : {m_empty, m_frameworks}) {
            Decision own = table;
            own.alternatives.push_back(
                {QStringLiteral("rust"), QStringLiteral("Rust"), {}, {}, {}, {}});
            const Decision decision = answered(own, m_catalogue, {{question, value}});
            for (const Alternative &alternative : decision.alternatives) {
                const bool stays = alternative.id == left || alternative.language == left ||
                                   alternative.id == QLatin1String("rust");
                QCOMPARE(alternative.exclusion.isEmpty(), stays);
            }
            for (const Effect &effect : decision.effects) // nobody is told twice
                QVERIFY(effect.kind != Effect::Kind::advice);
        }
    }

    void aLimitStandsWhereItsNeedWeighsNothing()
    {
        const Decision decision = worked({{QStringLiteral("image_mib"), QStringLiteral("50")}});
        const Need *need = decision.findNeed(u"cloud-native");
        QVERIFY(need);
        QCOMPARE(need->weight, 0.0);
        QCOMPARE(need->mustReach.value_or(0), 3.0);
        for (const Effect &effect : decision.effects) // the weight did not change: no word of it
            QVERIFY2(effect.kind != Effect::Kind::weight, qPrintable(effect.sentence));
    }

    void whatEffectsTellIsOneStory_data()
    {
        QTest::addColumn<bool>("frameworks");
        QTest::newRow("languages") << false;
        QTest::newRow("frameworks") << true;
    }

    void whatEffectsTellIsOneStory()
    {
        QFETCH(bool, frameworks);
        AnswerSets sets(m_catalogue, 21);
        for (int run = 0; run < 300; ++run) {
            const Rule &rule = m_catalogue.rules[run % m_catalogue.rules.size()];
            const Decision decision =
                answered(frameworks ? m_frameworks : m_empty, m_catalogue, sets.around(rule));
            std::map<QString, double> weights;
            std::set<QString> told;
            for (const Effect &effect : decision.effects) {
                const QString said = effect.origin + effect.sentence;
                QVERIFY2(told.insert(said).second, qPrintable(said)); // nothing twice
                if (effect.kind != Effect::Kind::weight)
                    continue;
                QVERIFY2(effect.from == weights[effect.need], qPrintable(said));
                weights[effect.need] = effect.to;
                const bool isKept = effect.sentence.contains(QStringLiteral(" stays "));
                QVERIFY2(isKept == (effect.from == effect.to), qPrintable(said));
                const bool isAbsent = effect.sentence.contains(QStringLiteral("out of the table"));
                QVERIFY2(isAbsent == !decision.findNeed(effect.need), qPrintable(said));
            }
            for (const Need &need : decision.needs)
                QCOMPARE(need.weight, weights[need.id]);
        }
    }

    void noAdviceOnWhatIsOutUnlessAllAre()
    {
        const Answer api{QStringLiteral("product"), QStringLiteral("api")};
        const Answer library{QStringLiteral("library"), QStringLiteral("yes")};
        const Answer goLibrary{QStringLiteral("go_library"), QStringLiteral("yes")};
        const auto says = [&](const std::vector<Answer> &answers, QLatin1String rule) {
            const Decision decision = worked(answers);
            return std::any_of(decision.effects.begin(), decision.effects.end(),
                               [&](const Effect &effect) { return effect.origin == rule; });
        };
        QVERIFY(says({api}, QLatin1String("A12")) && says({api}, QLatin1String("A16")));
        QVERIFY(!says({api, library}, QLatin1String("A12"))); // of the Go frameworks
        QVERIFY(says({api, library}, QLatin1String("A16")));
        QVERIFY(says({library, goLibrary}, QLatin1String("A8c"))); // take two services
    }

    void noAdviceOnLanguagesWhereNoneIsCompared()
    {
        Decision own = emptyTable(m_catalogue, Comparison::own);
        own.alternatives = {{QStringLiteral("a"), QStringLiteral("A"), {}, {}, {}, {}}};
        AnswerSets sets(m_catalogue, 17);
        for (int run = 0; run < 200; ++run) {
            for (const Effect &effect : answered(own, m_catalogue, sets.next()).effects)
                QVERIFY2(effect.kind != Effect::Kind::advice ||
                             !findRule(m_catalogue, effect.origin),
                         qPrintable(effect.sentence));
        }
    }

    void weightsOfTheArticleStayInTheArticlesTable()
    {
        Catalogue other = m_catalogue;
        for (Need &need : other.table.needs)
            need.weight = need.sourceWeight = 9;
        AnswerSets sets(m_catalogue, 18);
        for (int run = 0; run < 300; ++run) {
            const std::vector<Answer> answers = sets.next();
            const Decision decision = worked(answers);
            QCOMPARE(decision, answered(m_empty, other, answers));
            for (const Need &need : decision.needs)
                QCOMPARE(need.weightBeforeRules.value_or(0), 0.0);
        }
    }

    void anEmptyTableIsEmptyAgainWhateverWasAnsweredInWhateverOrder()
    {
        AnswerSets sets(m_catalogue, 19);
        for (int run = 0; run < 60; ++run) {
            std::vector<Answer> answers = sets.next();
            const Decision once = answered(m_frameworks, m_catalogue, answers);
            QCOMPARE(withInterview(once, m_catalogue), once);
            std::shuffle(answers.begin(), answers.end(), sets.random());
            Decision other = m_frameworks;
            for (const Answer &answer : answers)
                other = withAnswer(std::move(other), m_catalogue, answer).value();
            QCOMPARE(other.needs, once.needs);
            QCOMPARE(other.effects, once.effects);
            std::shuffle(answers.begin(), answers.end(), sets.random());
            for (const Answer &answer : answers)
                other = withoutAnswer(std::move(other), m_catalogue, answer.question);
            QCOMPARE(other, m_frameworks);
        }
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "rules_test.moc"
