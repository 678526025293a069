// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/project_session.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace weighbridge;
using session::ProjectSession;

class ProjectSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anySeriesOfEditsIsUndoneAndRedone();
    void anEditThatChangesNothingIsNoStep();
    void removingAnAlternativeKeepsTheTableWhole();
    void aRunSurvivesUndo();
};

void ProjectSessionTest::anySeriesOfEditsIsUndoneAndRedone()
{
    ProjectSession session;
    QRandomGenerator random(7);
    const decision::Decision first = session.decision();
    for (int i = 0; i < 200; ++i) {
        const std::size_t needs = session.decision().needs.size();
        const std::size_t alternatives = session.decision().alternatives.size();
        const std::size_t need = random.bounded(quint32(needs));
        switch (random.bounded(8)) {
        case 0:
            session.setWeight(need, random.bounded(11));
            break;
        case 1:
            session.setLevel(need, random.bounded(quint32(alternatives)), 1 + random.bounded(5));
            break;
        case 2:
            session.setLevel(need, random.bounded(quint32(alternatives)), std::nullopt);
            break;
        case 3:
            QVERIFY(session.addNeed(QStringLiteral("Need %1").arg(i)));
            break;
        case 4:
            if (needs > 2)
                session.removeNeed(need);
            break;
        case 5:
            session.moveNeed(need, random.bounded(quint32(needs)));
            break;
        case 6:
            QVERIFY(session.addAlternative(QStringLiteral("Alternative %1").arg(i)));
            break;
        case 7:
            if (alternatives > 2)
                session.removeAlternative(random.bounded(quint32(alternatives)));
            break;
        }
        QVERIFY2(decision::firstDefect(session.decision()).isEmpty(),
                 qPrintable(decision::firstDefect(session.decision())));
    }
    const decision::Decision last = session.decision();
    while (session.undoStack().canUndo())
        session.undoStack().undo();
    QCOMPARE(session.decision(), first);
    while (session.undoStack().canRedo())
        session.undoStack().redo();
    QCOMPARE(session.decision(), last);
}

void ProjectSessionTest::anEditThatChangesNothingIsNoStep()
{
    ProjectSession session;
    session.setWeight(0, session.decision().needs[0].weight);
    session.setTitle(session.project().title);
    QCOMPARE(session.undoStack().count(), 0);
}

void ProjectSessionTest::removingAnAlternativeKeepsTheTableWhole()
{
    ProjectSession session;
    session.removeAlternative(1);
    for (const decision::Need &need : session.decision().needs)
        QCOMPARE(need.ratings.size(), session.decision().alternatives.size());
    QCOMPARE(session.analysis().verdict.state, decision::VerdictState::nothingToCompare);
    session.removeAlternative(0);
    QCOMPARE(session.analysis().verdict.state, decision::VerdictState::noAlternatives);
}

void ProjectSessionTest::aRunSurvivesUndo()
{
    ProjectSession session;
    session.setWeight(0, 1);
    session.addRun(std::make_shared<const results::BenchmarkResult>());
    session.undoStack().undo();
    QCOMPARE(session.project().runs.size(), std::size_t(1));
}

QTEST_MAIN(ProjectSessionTest)
#include "project_session_test.moc"
