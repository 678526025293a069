// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/catalogue.h"
#include "core/evidence/json_reader.h"

#include <QJsonArray>
#include <QTest>

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
        return evidence::readResource(QStringLiteral(":/catalogue/needs.json"));
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
        QVERIFY(firstDefect(catalogue.table).isEmpty());
        QVERIFY(!catalogue.ratingsNote.isEmpty());
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
            o.remove(QStringLiteral("schema"));
        }) << "'schema' is not 'weighbridge-catalogue'";
        QTest::newRow("version") << Change([](QJsonObject &o) {
            o.insert(QStringLiteral("version"), 99);
        }) << "version 99 is not known";
        QTest::newRow("no needs") << Change([](QJsonObject &o) {
            o.remove(QStringLiteral("needs"));
        }) << "'needs' is missing";
        QTest::newRow("needs is no list")
            << Change([](QJsonObject &o) { o.insert(QStringLiteral("needs"), 1); })
            << "'needs' is not a list";
        QTest::newRow("need without a name")
            << inFirst("needs", [](QJsonObject &n) { n.remove(QStringLiteral("name")); })
            << "needs[0]: 'name' is missing";
        QTest::newRow("weight is text")
            << inFirst("needs", [](QJsonObject &n) { n.insert(QStringLiteral("weight"), "7"); })
            << "needs[0]: 'weight' is not a number";
        QTest::newRow("weight out of range")
            << inFirst("needs", [](QJsonObject &n) { n.insert(QStringLiteral("weight"), 12); })
            << "needs[0]: 'weight' is outside 0 to 10";
        QTest::newRow("duplicate need")
            << inFirst("needs", [](QJsonObject &n) { n.insert(QStringLiteral("id"), "ai-ml"); })
            << "needs[1]: the id 'ai-ml' is taken";
        QTest::newRow("equal anchors") << inFirst("needs", [](QJsonObject &n) {
            QJsonObject a = n.value(QLatin1String("anchors")).toObject();
            a.insert(QStringLiteral("lowest"), a.value(QLatin1String("highest")));
            n.insert(QStringLiteral("anchors"), a);
        }) << "needs[0].anchors: 'lowest' and 'highest' are equal";
        QTest::newRow("unknown scale") << inFirst("needs", [](QJsonObject &n) {
            QJsonObject a = n.value(QLatin1String("anchors")).toObject();
            a.insert(QStringLiteral("scale"), "cubic");
            n.insert(QStringLiteral("anchors"), a);
        }) << "needs[0].anchors: 'scale' is neither";
        QTest::newRow("quantity without anchors")
            << inFirst("needs", [](QJsonObject &n) { n.remove(QStringLiteral("anchors")); })
            << "needs[0]: a 'quantity' needs 'workload' and 'anchors'";
        QTest::newRow("rating missing") << inFirst("needs", [](QJsonObject &n) {
            QJsonArray r = n.value(QLatin1String("ratings")).toArray();
            r.removeAt(1);
            n.insert(QStringLiteral("ratings"), r);
        }) << "needs[0]: 'ratings' lacks 'python'";
        QTest::newRow("unknown alternative") << inFirst("alternatives", [](QJsonObject &a) {
            a.insert(QStringLiteral("id"), "rust");
        }) << "needs[0].ratings[0]: alternative 'go' is not known";
        QTest::newRow("preset of an unknown need") << inFirst("presets", [](QJsonObject &p) {
            QJsonArray w = p.value(QLatin1String("weights")).toArray();
            w.append(QJsonObject{{QStringLiteral("need"), "speed"}, {QStringLiteral("weight"), 1}});
            p.insert(QStringLiteral("weights"), w);
        }) << "presets[0]: need 'speed' is not known";
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
#include "test_catalogue.moc"
