// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json/text.h"
#include "core/knowledge/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace weighbridge;
using namespace weighbridge::decision;
using namespace weighbridge::knowledge;

using Change = std::function<void(QJsonObject &)>;
Q_DECLARE_METATYPE(Change)

/// Every mistake in the shipped knowledge is refused with its place.
class TestCatalogue : public QObject
{
    Q_OBJECT

private:
    static QJsonObject document()
    {
        return json::readResource(QStringLiteral(":/catalogue/needs.json"));
    }

    static Change inFirst(const char *list, const std::function<void(QJsonObject &)> &change)
    {
        return [list, change](QJsonObject &root) {
            QJsonArray array = root.value(QLatin1String(list)).toArray();
            QJsonObject first = array.first().toObject();
            change(first);
            array.replace(0, first);
            root.insert(QLatin1String(list), array);
        };
    }

private Q_SLOTS:
    void theShippedCatalogueIsSound()
    {
        const Catalogue &catalogue = builtInCatalogue();
        QCOMPARE(catalogue.table.needs.size(), std::size_t{6});
        QCOMPARE(catalogue.table.alternatives.size(), std::size_t{2});
        QCOMPARE(catalogue.presets.size(), std::size_t{5});
        QCOMPARE(catalogue.languages.needs.size(), std::size_t{31});
        QCOMPARE(catalogue.frameworks.needs.size(), std::size_t{31});
        QCOMPARE(catalogue.frameworks.alternatives.size(), std::size_t{7});
        QVERIFY(firstDefect(catalogue.table).isEmpty());
        QVERIFY(!catalogue.ratingsNote.isEmpty());
    }

    void everyRuleOfTheArticleAndOfTheEvidenceIsThere()
    {
        const Catalogue &catalogue = builtInCatalogue();
        for (int number = 1; number <= 20; ++number)
            QVERIFY2(findRule(catalogue, QStringLiteral("A%1").arg(number)),
                     qPrintable(QString::number(number)));
        for (int number = 1; number <= 13; ++number)
            QVERIFY2(findRule(catalogue, QStringLiteral("B%1").arg(number)),
                     qPrintable(QString::number(number)));
        for (const Rule &rule : catalogue.rules)
            QCOMPARE(rule.onByDefault, rule.id != QLatin1String("A20"));
    }

    void everyNeedIsWeighedByAQuestionAndExplained()
    {
        const Catalogue &catalogue = builtInCatalogue();
        for (const Need &need : catalogue.languages.needs) {
            const bool asked =
                std::any_of(catalogue.questions.begin(), catalogue.questions.end(),
                            [&](const Question &question) { return question.need == need.id; });
            QVERIFY2(asked, qPrintable(need.id));
            QVERIFY2(!rationaleOf(catalogue, need.id).isEmpty(), qPrintable(need.id));
        }
    }

    void idsSuitTheCommandLine()
    {
        static const QRegularExpression snakeCase(QStringLiteral("^[a-z][a-z0-9_]*$"));
        static const QRegularExpression kebabCase(QStringLiteral("^[a-z][a-z0-9-]*$"));
        for (const Question &question : builtInCatalogue().questions) {
            QVERIFY2(snakeCase.match(question.id).hasMatch(), qPrintable(question.id));
            for (const Choice &choice : question.choices)
                QVERIFY2(kebabCase.match(choice.id).hasMatch(), qPrintable(choice.id));
        }
    }

    void aFrameworkWithoutARatingHasItsLanguagesAndOneOfAThirdLanguageHasNone()
    {
        const Decision &frameworks = builtInCatalogue().frameworks;
        const Need &ml = *frameworks.findNeed(u"ai-ml");
        const Rating &gin = ml.ratings[*frameworks.alternativeIndex(u"gin")];
        QVERIFY(gin.inherited);
        QCOMPARE(*gin.level, 2.0);
        const Need &traffic = *frameworks.findNeed(u"high-traffic");
        QVERIFY(!traffic.ratings[*frameworks.alternativeIndex(u"gin")].inherited);
        const Need &cost = *frameworks.findNeed(u"cost");
        QVERIFY(!cost.ratings[*frameworks.alternativeIndex(u"express")].level);
    }

    void everyPresetSetsEveryNeedAndNothingElse()
    {
        const Catalogue &catalogue = builtInCatalogue();
        for (const Preset &preset : catalogue.presets) {
            Decision decision = withPreset(catalogue.table, preset);
            QCOMPARE(matchingPreset(catalogue, decision), &preset);
            for (std::size_t k = 0; k < decision.needs.size(); ++k)
                decision.needs[k].weight = catalogue.table.needs[k].weight;
            QCOMPARE(decision, catalogue.table);
        }
    }

    void aMistakeIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("words");
        QTest::newRow("schema") << Change([](QJsonObject &o) {
            o.insert(QStringLiteral("schema"), QStringLiteral("other"));
        }) << "schema is not 'weighbridge-catalogue'";
        QTest::newRow("version") << Change([](QJsonObject &o) {
            o.insert(QStringLiteral("version"), 99);
        }) << "version is 99, this program reads 2";
        QTest::newRow("no needs") << Change([](QJsonObject &o) {
            o.remove(QStringLiteral("needs"));
        }) << "needs is missing";
        QTest::newRow("needs is no list")
            << Change([](QJsonObject &o) { o.insert(QStringLiteral("needs"), 1); })
            << "needs is a number, not a list";
        const auto inNeed = [](const char *key, const QJsonValue &value) {
            return inFirst("needs",
                           [key, value](QJsonObject &n) { n[QLatin1String(key)] = value; });
        };
        const auto inQuestion = [](const char *key, const QJsonValue &value) {
            return inFirst("questions",
                           [key, value](QJsonObject &q) { q[QLatin1String(key)] = value; });
        };
        const auto inRule = [](const char *key, const QJsonValue &value) {
            return inFirst("rules",
                           [key, value](QJsonObject &r) { r[QLatin1String(key)] = value; });
        };
        const auto list = [](const char *json) {
            const QJsonDocument document = QJsonDocument::fromJson(json);
            Q_ASSERT(document.isArray());
            return document.array();
        };
        QTest::newRow("need without rationale")
            << inNeed("rationale", QJsonValue::Null) << "needs[0].rationale is null, not text";
        QTest::newRow("unknown quantity")
            << inNeed("quantity", "speed") << "needs[0].quantity 'speed' is not known";
        QTest::newRow("quantity of another workload")
            << inNeed("quantity", "size_mib")
            << "needs[0].workload 'json' does not measure 'size_mib'";
        QTest::newRow("quantity in another unit")
            << inNeed("quantity", "latency_p99")
            << "needs[0].anchors are in requests/s, 'latency_p99' is measured in ms";
        QTest::newRow("anchors the wrong way round") << inFirst("needs", [](QJsonObject &n) {
            QJsonObject a = n.value(QLatin1String("anchors")).toObject();
            a[QStringLiteral("lowest")] = 80'000;
            n[QStringLiteral("anchors")] = a;
        }) << "needs[0].anchors of 'requests_per_second' are the wrong way round";
        QTest::newRow("rating without level")
            << inNeed("ratings", list(R"([{"alternative": "go", "provenance": "judged"}])"))
            << "needs[0].ratings[0].level is missing";
        QTest::newRow("rating off the scale")
            << inNeed("ratings",
                      list(R"([{"alternative": "go", "level": 9, "provenance": "judged"}])"))
            << "needs[0].ratings[0].level is 9, outside 1 to 5";
        QTest::newRow("public rating without source")
            << inNeed("ratings",
                      list(R"([{"alternative": "go", "level": 4, "provenance": "public"}])"))
            << "needs[0].ratings[0].source is missing";
        QTest::newRow("rated as measured")
            << inNeed("ratings",
                      list(R"([{"alternative": "go", "level": 4, "provenance": "measured"}])"))
            << "needs[0].ratings[0].provenance cannot be that: a catalogue holds nothing measured";
        QTest::newRow("framework twice") << inFirst("frameworks", [](QJsonObject &f) {
            f[QStringLiteral("id")] = QStringLiteral("go");
        }) << "frameworks[0].id 'go' is there twice";
        QTest::newRow("no questions")
            << Change([](QJsonObject &o) { o.remove(QStringLiteral("questions")); })
            << "questions is missing";
        QTest::newRow("question without text")
            << inQuestion("text", "") << "questions[0].text is empty";
        QTest::newRow("duplicate question")
            << inQuestion("id", "peak_rps") << ".id 'peak_rps' is there twice";
        QTest::newRow("question of an unknown need")
            << inQuestion("need", "speed") << "questions[0].need is 'speed', no need";
        QTest::newRow("one choice only")
            << inQuestion("choices", list(R"([{"id": "a", "text": "A"}])"))
            << "questions[0].choices needs two or more";
        QTest::newRow("duplicate choice")
            << inQuestion("choices",
                          list(R"([{"id": "a", "text": "A"}, {"id": "a", "text": "B"}])"))
            << "questions[0].choices[1].id 'a' is there twice";
        QTest::newRow("bad weight of a choice")
            << inQuestion(
                   "choices",
                   list(R"([{"id": "a", "text": "A", "weight": 11}, {"id": "b", "text": "B"}])"))
            << "questions[0].choices[0].weight is 11, outside 0 to 10";
        QTest::newRow("bad must-have of a choice")
            << inQuestion("choices", list(R"([{"id": "a", "text": "A", "must_reach": 0},
                                              {"id": "b", "text": "B"}])"))
            << "questions[0].choices[0].must_reach is 0, outside 1 to 5";
        QTest::newRow("weight without a need")
            << inQuestion("choices", list(R"([{"id": "a", "text": "A", "weight": 1},
                                              {"id": "b", "text": "B"}])"))
            << "questions[0].choices[0] has a weight, but its question has no 'need'";
        const auto asNumber = [](const char *json) {
            const QJsonObject fields = QJsonDocument::fromJson(json).object();
            return inFirst("questions", [fields](QJsonObject &q) {
                q.remove(QStringLiteral("choices"));
                for (auto it = fields.begin(); it != fields.end(); ++it)
                    q.insert(it.key(), it.value());
            });
        };
        QTest::newRow("number without a unit")
            << asNumber(R"({"least": 1, "greatest": 2})") << "questions[0].unit is missing";
        QTest::newRow("empty range") << asNumber(R"({"unit": "x", "least": 2, "greatest": 2})")
                                     << "questions[0].least is not below 'greatest'";
        QTest::newRow("steps descend")
            << asNumber(R"({"unit": "x", "least": 1, "greatest": 9, "need": "ai-ml",
                            "steps": [{"least": 5, "weight": 1}, {"least": 4, "weight": 2}]})")
            << "questions[0].steps[1].least does not ascend";
        QTest::newRow("requirement of a need without anchors")
            << asNumber(R"({"unit": "x", "least": 1, "greatest": 9, "need": "ai-ml",
                            "steers_anchors": true})")
            << "questions[0] steers anchors, but its need has none";
        QTest::newRow("requirement of nothing")
            << asNumber(R"({"unit": "x", "least": 0, "greatest": 9, "need": "high-traffic",
                            "steers_anchors": true})")
            << "questions[0] has a requirement that is not more than 0";
        QTest::newRow("duplicate rule") << inRule("id", "A2") << "rules[1].id 'A2' is there twice";
        QTest::newRow("rule without source") << inRule("source", "") << "rules[0].source is empty";
        QTest::newRow("rule of an unknown question")
            << inRule("when", list(R"([{"question": "peak", "more_than": 1}])"))
            << "rules[0].when[0].question 'peak' is not known";
        QTest::newRow("rule of an unknown choice")
            << inRule("when", list(R"([{"question": "ml", "is": "maybe"}])"))
            << "rules[0].when[0].is is 'maybe', no choice of 'ml'";
        QTest::newRow("rule of an unknown choice among several")
            << inRule("when", list(R"([{"question": "ml", "one_of": ["none", "maybe"]}])"))
            << "rules[0].when[0].one_of is 'maybe', no choice of 'ml'";
        QTest::newRow("rule of no choice")
            << inRule("when", list(R"([{"question": "ml", "one_of": []}])"))
            << "rules[0].when[0].one_of is empty";
        QTest::newRow("choice that rules out an unknown need")
            << inQuestion("choices", list(R"([{"id": "a", "text": "A", "rules_out": ["speed"]},
                                              {"id": "b", "text": "B"}])"))
            << "questions[0].choices[0].rules_out is 'speed', no need";
        QTest::newRow("rule without relation") << inRule("when", list(R"([{"question": "ml"}])"))
                                               << "rules[0].when[0] has no relation";
        QTest::newRow("relation of the other kind")
            << inRule("when", list(R"([{"question": "ml", "more_than": 3}])"))
            << "rules[0].when[0].more_than does not suit the question 'ml'";
        QTest::newRow("rule of an unknown need")
            << inRule("actions", list(R"([{"raise": "speed", "to": 5}])"))
            << "rules[0].actions[0].raise is 'speed', no need";
        QTest::newRow("rule of an unknown alternative")
            << inRule("actions", list(R"([{"exclude": "rust"}])"))
            << "rules[0].actions[0].exclude is 'rust', no alternative";
        QTest::newRow("rule that raises too far")
            << inRule("actions", list(R"([{"raise": "ai-ml", "to": 50}])"))
            << "rules[0].actions[0].to is 50, outside 0 to 10";
        QTest::newRow("rule that does nothing known")
            << inRule("actions", list(R"([{"paint": "red"}])"))
            << "rules[0].actions[0] has no action";
        QTest::newRow("rule that nothing fires") << inFirst("rules", [](QJsonObject &r) {
            r[QStringLiteral("when")] = QJsonArray();
            r.remove(QStringLiteral("comment"));
        }) << "rules[0] fires by no answer; 'comment' must say what does";
        QTest::newRow("date") << Change([](QJsonObject &o) {
            o[QStringLiteral("date")] = QStringLiteral("soon");
        }) << "date is 'soon', not a date";
        QTest::newRow("need without a name")
            << inFirst("needs", [](QJsonObject &n) { n.remove(QStringLiteral("name")); })
            << "needs[0].name is missing";
        QTest::newRow("weight is text")
            << inFirst("needs", [](QJsonObject &n) { n.insert(QStringLiteral("weight"), "7"); })
            << "needs[0].weight is text, not a number";
        QTest::newRow("weight out of range")
            << inFirst("needs", [](QJsonObject &n) { n.insert(QStringLiteral("weight"), 12); })
            << "needs[0].weight is 12, outside 0 to 10";
        QTest::newRow("duplicate need")
            << inFirst("needs", [](QJsonObject &n) { n.insert(QStringLiteral("id"), "ai-ml"); })
            << "needs[1].id 'ai-ml' is there twice";
        QTest::newRow("equal anchors") << inFirst("needs", [](QJsonObject &n) {
            QJsonObject a = n.value(QLatin1String("anchors")).toObject();
            a.insert(QStringLiteral("lowest"), a.value(QLatin1String("highest")));
            n.insert(QStringLiteral("anchors"), a);
        }) << "needs[0].anchors.lowest and 'highest' are equal";
        QTest::newRow("unknown scale") << inFirst("needs", [](QJsonObject &n) {
            QJsonObject a = n.value(QLatin1String("anchors")).toObject();
            a.insert(QStringLiteral("scale"), "cubic");
            n.insert(QStringLiteral("anchors"), a);
        }) << "needs[0].anchors.scale is 'cubic', which";
        QTest::newRow("quantity without anchors")
            << inFirst("needs", [](QJsonObject &n) { n.remove(QStringLiteral("anchors")); })
            << "needs[0].quantity needs 'workload' and 'anchors'";
        QTest::newRow("rating missing") << inFirst("needs", [](QJsonObject &n) {
            QJsonArray r = n.value(QLatin1String("ratings")).toArray();
            r.removeAt(1);
            n.insert(QStringLiteral("ratings"), r);
        }) << "needs[0].ratings lacks 'python'";
        QTest::newRow("unknown alternative") << inFirst("alternatives", [](QJsonObject &a) {
            a.insert(QStringLiteral("id"), "rust");
        }) << "needs[0].ratings[0].alternative 'go' is not known";
        QTest::newRow("preset of an unknown need") << inFirst("presets", [](QJsonObject &p) {
            QJsonArray w = p.value(QLatin1String("weights")).toArray();
            w.append(QJsonObject{{QStringLiteral("need"), "speed"}, {QStringLiteral("weight"), 1}});
            p.insert(QStringLiteral("weights"), w);
        }) << "presets[0].weights[6].need 'speed' is not known";
        QTest::newRow("part with more than the whole load") << inFirst("parts", [](QJsonObject &p) {
            p.insert(QStringLiteral("share_of_load"), 1.5);
        }) << "parts[0].share_of_load";
        QTest::newRow("rule for an unknown alternative") << inFirst("rules", [](QJsonObject &r) {
            r.insert(QStringLiteral("compares"), QJsonArray{QStringLiteral("rust")});
        }) << "rules[0].compares 'rust' is not known";
    }

    void aMistakeIsRefusedWithItsPlace()
    {
        QFETCH(Change, change);
        QFETCH(QString, words);
        QJsonObject root = document();
        change(root);
        const auto result = readCatalogue(root);
        QVERIFY(!result.hasValue());
        QVERIFY2(result.error().what.contains(words), qPrintable(result.error().what));
        QVERIFY(!result.error().remedy.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "catalogue_test.moc"
