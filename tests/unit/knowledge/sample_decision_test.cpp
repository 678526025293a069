// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/value_function.h"
#include "core/decision/model/value_text.h"
#include "core/decision/views/analysis.h"
#include "core/knowledge/catalogue.h"

#include <QTest>

#include <numeric>

using namespace weighbridge::decision;
using namespace weighbridge::knowledge;
using weighbridge::decision::Provenance;

/// The shipped table with its shipped weights: what the pictures of the design show.
class TestSampleDecision : public QObject
{
    Q_OBJECT

private:
    const Decision m_sample = builtInCatalogue().table;

    static std::size_t indexOf(const Decision &decision, QStringView id)
    {
        return static_cast<std::size_t>(decision.findNeed(id) - decision.needs.data());
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void scoresCanBeRedoneOnPaper()
    {
        const Analysis analysis = analyse(m_sample);
        QCOMPARE(analysis.standings[0].score, 135.0 / 35);
        QCOMPARE(analysis.standings[1].score, 130.0 / 35);
        QCOMPARE(analysis.netDifference, 5.0 / 35);
        QCOMPARE(analysis.standings[0].rank, 1);
        QCOMPARE(analysis.standings[1].rank, 2);
    }

    void verdictReadsAsInThePicture()
    {
        const Analysis analysis = analyse(m_sample);
        QCOMPARE(analysis.verdict.state, VerdictState::ranked);
        QCOMPARE(analysis.verdict.headline,
                 QStringLiteral("Go leads, narrowly, on judged ratings"));
        QCOMPARE(analysis.verdict.sentence,
                 QStringLiteral("Go 3.86 vs Python 3.71 out of 5. Moving AI / ML integration from "
                                "4 to 6 would flip it."));
    }

    void someDoubtLeavesGoAboutThreeChancesInFive()
    {
        const Analysis analysis = analyse(m_sample);
        QVERIFY(std::abs(analysis.standings[0].chanceBest - 0.61) < 0.02);
        QCOMPARE(analysis.standings[0].chanceBest + analysis.standings[1].chanceBest, 1.0);
        QVERIFY(analysis.standings[0].chanceError > 0);
    }

    void moreDoubtMeansLessCertainty()
    {
        Decision decision = m_sample;
        decision.doubt = Doubt::little;
        const double little = analyse(decision).standings[0].chanceBest;
        decision.doubt = Doubt::some;
        const double some = analyse(decision).standings[0].chanceBest;
        decision.doubt = Doubt::lot;
        const double lot = analyse(decision).standings[0].chanceBest;
        QVERIFY(little > some);
        QVERIFY(some > lot);
        QVERIFY(lot > 0.5);
    }

    void tieWeightsAreThoseOfThePicture_data()
    {
        QTest::addColumn<QString>("need");
        QTest::addColumn<double>("tie");
        QTest::newRow("traffic") << "high-traffic" << 4.5;
        QTest::newRow("ai") << "ai-ml" << 17.0 / 3;
        QTest::newRow("mvp") << "fast-mvp" << 23.0 / 3;
        QTest::newRow("services") << "microservices" << 3.5;
        QTest::newRow("cloud") << "cloud-native" << 4.5;
        QTest::newRow("learning") << "learning-curve" << 10.0;
    }

    void tieWeightsAreThoseOfThePicture()
    {
        QFETCH(QString, need);
        QFETCH(double, tie);
        const Analysis analysis = analyse(m_sample);
        const Swing &swing = analysis.swings[indexOf(m_sample, need)];
        QVERIFY(swing.tieWeight.has_value());
        QCOMPARE(*swing.tieWeight, tie);
        QCOMPARE(swing.takesLead, std::optional<std::size_t>(1));
    }

    void contributionsAddUpAndLeadWithTheLargest()
    {
        const Analysis analysis = analyse(m_sample);
        QCOMPARE(analysis.contributions.size(), std::size_t{6});
        QCOMPARE(analysis.contributions.front().need, indexOf(m_sample, u"fast-mvp"));
        QCOMPARE(analysis.contributions.front().difference, -18.0 / 35);
        double sum = 0;
        for (const Contribution &part : analysis.contributions)
            sum += part.difference;
        QVERIFY(std::abs(sum - analysis.netDifference) < 1e-12);
    }

    void aClearCaseSaysSo()
    {
        const Catalogue &catalogue = builtInCatalogue();
        const auto preset = std::find_if(catalogue.presets.begin(), catalogue.presets.end(),
                                         [](const Preset &p) { return p.id == u"ai-product"; });
        const Decision decision = withPreset(m_sample, *preset);
        const Analysis analysis = analyse(decision);
        QCOMPARE(analysis.verdict.headline, QStringLiteral("Python, clearly, on judged ratings"));
        QCOMPARE(
            analysis.verdict.sentence,
            QStringLiteral("Go 2.94 vs Python 4.30 out of 5. No single weight flips it: AI / ML "
                           "integration alone outweighs all that speaks for Go."));
        QCOMPARE(chanceText(analysis.standings[0].chanceBest), QStringLiteral("<1%"));
        QCOMPARE(chanceText(analysis.standings[1].chanceBest), QStringLiteral(">99%"));
        QCOMPARE(matchingPreset(catalogue, decision), &*preset);
        QCOMPARE(matchingPreset(catalogue, m_sample), nullptr);
    }

    void everythingRestsOnTheArticle()
    {
        const Analysis analysis = analyse(m_sample);
        QCOMPARE(analysis.evidenceShare[static_cast<std::size_t>(Provenance::article)], 1.0);
        QCOMPARE(std::accumulate(analysis.evidenceShare.begin(), analysis.evidenceShare.end(), 0.0),
                 1.0);
    }

    void theErratumIsShownAndNotRepaired()
    {
        const Rating &rating = m_sample.findNeed(u"learning-curve")->ratings[1];
        QCOMPARE(rating.words, QStringLiteral("Larger images"));
        QVERIFY(rating.erratum.contains(QStringLiteral("row above")));
        QCOMPARE(*rating.level, 4.0);
        QCOMPARE(m_sample.sourceRatings(), 12);
        QCOMPARE(m_sample.editedRatings(), 0);
    }

    void justMeetingTheArticlesThresholdIsLevelThree()
    {
        const Need *need = m_sample.findNeed(u"high-traffic");
        QVERIFY(need->anchors.has_value());
        QVERIFY(std::abs(levelOf(10'000, *need->anchors) - 3) < 1e-12);
        QVERIFY(std::abs(rawOf(3, *need->anchors) - 10'000) < 1e-8);
    }

    void twoAnalysesAreEqualToTheLastBit()
    {
        const Analysis one = analyse(m_sample);
        const Analysis two = analyse(m_sample);
        QCOMPARE(one.standings, two.standings);
        QCOMPARE(one.density, two.density);
        QCOMPARE(one.draws, 10'000);
    }
};

QTEST_GUILESS_MAIN(TestSampleDecision)
#include "sample_decision_test.moc"
