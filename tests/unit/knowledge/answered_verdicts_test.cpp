// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer_sets.h"
#include "core/knowledge/advice.h"
#include "tests/unit/decision/verdict_checks.h"

#include <QTest>

using namespace weighbridge;
using namespace weighbridge::decision;
using namespace weighbridge::knowledge;
using namespace weighbridge::tests;

/// Verdicts of projects that are answered at random: what they say is so, and neither answers,
/// rules nor advice contradict it.
class TestAnsweredVerdicts : public QObject
{
    Q_OBJECT

private:
#ifdef __SANITIZE_ADDRESS__
    static constexpr int kSets = 300; // each takes many times as long
#else
    static constexpr int kSets = 10'000;
#endif
    const Catalogue &m_catalogue = builtInCatalogue();

    /// No sentence says of a need that it is out of the table, and the table weighs it; nor of an
    /// alternative that it is out, and it is ranked.
    static void checkEffects(const Decision &decision, const Analysis &analysis)
    {
        for (const Effect &effect : decision.effects) {
            const Need *need = decision.findNeed(effect.need);
            if (effect.sentence.contains(QStringLiteral("stays out of the table")))
                QVERIFY2(!need || need->weight == 0, qPrintable(effect.sentence));
            if (effect.kind == Effect::Kind::exclusion && !effect.alternative.isEmpty())
                QVERIFY2(
                    analysis.standings[*decision.alternativeIndex(effect.alternative)].excluded,
                    qPrintable(effect.sentence));
        }
        for (const std::size_t i : analysis.order)
            QVERIFY(!analysis.standings[i].excluded);
    }

    void checkAdvice(const Decision &decision, const Analysis &analysis) const
    {
        QStringList origins;
        for (const Effect &advice : adviceOn(decision, analysis, m_catalogue))
            origins << advice.origin;
        QCOMPARE(origins.contains(QStringLiteral("B13")), isTooCloseToCall(analysis));
        const bool saysJudged =
            analysis.verdict.headline.contains(QStringLiteral("on judged ratings"));
        if (analysis.verdict.state == VerdictState::ranked && !isTooCloseToCall(analysis) &&
            !analysis.family)
            QVERIFY2(!origins.contains(QStringLiteral("B12")) || saysJudged,
                     qPrintable(describe(decision, analysis)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
    }

    void nothingThatIsSaidContradictsAnythingElse()
    {
        AnswerSets sets(m_catalogue, 128);
        AnalysisOptions options;
        options.draws = 256;
        for (int n = 0; n < kSets && !QTest::currentTestFailed(); ++n) {
            const std::vector<Answer> answers = sets.next();
            const Comparison comparison =
                n % 4 == 0 ? Comparison::frameworks : Comparison::languages;
            const Decision decision =
                answered(emptyTable(m_catalogue, comparison), m_catalogue, answers);
            QCOMPARE(firstDefect(decision), QString());
            const Analysis analysis = analyse(decision, options);
            checkVerdict(decision, analysis);
            checkEffects(decision, analysis);
            checkAdvice(decision, analysis);
            if (QTest::currentTestFailed())
                qWarning("%s", qPrintable(told(answers)));
        }
    }
};

QTEST_GUILESS_MAIN(TestAnsweredVerdicts)
#include "answered_verdicts_test.moc"
