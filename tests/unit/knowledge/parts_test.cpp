// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/views/split.h"
#include "core/knowledge/catalogue.h"
#include "core/knowledge/parts.h"

#include <QTest>

using namespace weighbridge;

/// The parts that "use both" proposes.
class PartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNeedOfAPartIsKnown();
    void aTableWithoutTheirNeedsStillWeighs();
    void theArticlesTableIsDividedAsItAdvises();
};

void PartsTest::everyNeedOfAPartIsKnown()
{
    std::vector<std::size_t> counts;
    double load = 0;
    for (const decision::Part &part :
         knowledge::usualParts(knowledge::builtInCatalogue().languages)) {
        counts.push_back(part.weights.size());
        load += part.shareOfLoad;
    }
    QCOMPARE(counts, (std::vector<std::size_t>{7, 5, 5, 7}));
    QCOMPARE(load, 1.0);
}

void PartsTest::aTableWithoutTheirNeedsStillWeighs()
{
    decision::Decision decision;
    decision.needs.resize(1);
    decision.needs.front().id = QStringLiteral("own");
    decision.needs.front().weight = 4;
    for (const decision::Part &part : knowledge::usualParts(decision))
        QCOMPARE(part.weights, (std::vector<decision::NeedWeight>{{QStringLiteral("own"), 4}}));
}

void PartsTest::theArticlesTableIsDividedAsItAdvises()
{
    decision::Decision decision = knowledge::builtInCatalogue().table;
    decision.parts = knowledge::usualParts(decision);
    decision.furtherLanguageCost = 0;
    const auto view = decision::splitView(decision);
    QVERIFY(view);
    QStringList choices;
    for (const auto &part : view->parts)
        choices.append(decision.alternatives[part.choice].name);
    // Go for the gateway, Python for models and admin.
    QCOMPARE(choices.mid(0, 3), (QStringList{QStringLiteral("Go"), QStringLiteral("Python"),
                                             QStringLiteral("Python")}));
}

QTEST_APPLESS_MAIN(PartsTest)
#include "parts_test.moc"
