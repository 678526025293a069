// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/analysis_refinement.h"
#include "ui/session/project_session.h"

#include <QSignalSpy>
#include <QTest>

using namespace weighbridge;

/// The complete analysis in the background, with few draws.
class AnalysisRefinementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsFoundUnlessSomebodyWantsIt();
    void findsTheCompleteAnalysisOfThisDecision();
    void aChangeOutdatesWhatWasFound();
    void ofManyChangesTheLastOneCounts();
    void goesOnWhereItWasGivenUp();

private:
    static constexpr int kDraws = 2'000;
    static constexpr int kTimeoutMs = 30'000;
};

namespace
{
bool isOfThisDecision(const decision::Analysis *found, const session::ProjectSession &session)
{
    return found && found->shares == session.analysis().shares;
}
} // namespace

void AnalysisRefinementTest::nothingIsFoundUnlessSomebodyWantsIt()
{
    session::ProjectSession session;
    const session::AnalysisRefinement refinement(session, kDraws);
    session.setWeight(0, 1);
    QCoreApplication::processEvents();
    QVERIFY(!refinement.analysis());
}

void AnalysisRefinementTest::findsTheCompleteAnalysisOfThisDecision()
{
    session::ProjectSession session;
    session::AnalysisRefinement refinement(session, kDraws);
    refinement.setWanted(true);
    QTRY_VERIFY_WITH_TIMEOUT(refinement.analysis() && refinement.analysis()->draws == kDraws,
                             kTimeoutMs);
    QVERIFY(refinement.analysis()->acceptability);
    QVERIFY(refinement.analysis()->doubtSplit);
    QVERIFY(isOfThisDecision(refinement.analysis(), session));
}

void AnalysisRefinementTest::aChangeOutdatesWhatWasFound()
{
    session::ProjectSession session;
    session::AnalysisRefinement refinement(session, kDraws);
    refinement.setWanted(true);
    QTRY_VERIFY_WITH_TIMEOUT(refinement.analysis(), kTimeoutMs);
    const QSignalSpy outdated(&refinement, &session::AnalysisRefinement::outdated);
    session.setWeight(0, 1);
    QCOMPARE(outdated.count(), 1);
    QVERIFY(!refinement.analysis());
    QTRY_VERIFY_WITH_TIMEOUT(isOfThisDecision(refinement.analysis(), session), kTimeoutMs);
}

void AnalysisRefinementTest::ofManyChangesTheLastOneCounts()
{
    session::ProjectSession session;
    session::AnalysisRefinement refinement(session, kDraws);
    refinement.setWanted(true);
    for (int weight = 0; weight <= 10; ++weight)
        session.setWeight(0, weight);
    QTRY_VERIFY_WITH_TIMEOUT(refinement.analysis(), kTimeoutMs);
    QVERIFY(isOfThisDecision(refinement.analysis(), session));
}

void AnalysisRefinementTest::goesOnWhereItWasGivenUp()
{
    session::ProjectSession session;
    session::AnalysisRefinement refinement(session, kDraws);
    refinement.setWanted(true);
    refinement.setWanted(false);
    session.setWeight(0, 2);
    refinement.setWanted(true);
    QTRY_VERIFY_WITH_TIMEOUT(isOfThisDecision(refinement.analysis(), session), kTimeoutMs);
}

QTEST_GUILESS_MAIN(AnalysisRefinementTest)
#include "analysis_refinement_test.moc"
