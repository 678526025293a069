// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/guide.h"
#include "core/knowledge/guide_words.h"
#include "projects.h"
#include "typical_projects.h"

#include <QTest>

#include <algorithm>

using namespace weighbridge;
using namespace weighbridge::decision;
using namespace weighbridge::knowledge;

/// Whole guided interviews: how long they are, and whether what they promise at their end holds.
class TestGuidedInterviews : public QObject
{
    Q_OBJECT

private:
    const Catalogue &m_catalogue = builtInCatalogue();

    struct Interviewed {
        Decision decision;
        Guidance guidance; ///< where it stopped
        int asked = 0;
    };

    /// Asks until it stops, answered from `answers`.
    Interviewed interviewed(const std::vector<Answer> &answers) const
    {
        Interviewed result{languagesWithoutNeeds(), {}, 0};
        for (;;) {
            result.guidance = guidance(result.decision, m_catalogue);
            if (result.guidance.stops())
                return result;
            const QString &id = result.guidance.open.front().question->id;
            const auto answer =
                std::find_if(answers.begin(), answers.end(),
                             [&](const Answer &each) { return each.question == id; });
            Q_ASSERT(answer != answers.end());
            result.decision = answered(result.decision, {*answer});
            ++result.asked;
        }
    }

private Q_SLOTS:
    void aTypicalProjectIsAskedFourToNineQuestionsAndTheLeaderHoldsAsOftenAsPromised()
    {
#ifdef __SANITIZE_ADDRESS__
        constexpr std::size_t kProjects = 1; // all take minutes, and tell a sanitizer no more
#else
        constexpr std::size_t kProjects = std::size(kTypicalProjects);
#endif
        std::vector<int> asked;
        double promised = 0;
        int held = 0;
        int within = 0;
        for (std::size_t p = 0; p < kProjects; ++p) {
            const TypicalProject &project = kTypicalProjects[p];
            const std::vector<Answer> answers = answersOf(project);
            const Interviewed result = interviewed(answers);
            asked.push_back(result.asked);
            promised += 1 - result.guidance.chanceRemaining;
            held +=
                leaderOf(result.decision) == leaderOf(answered(languagesWithoutNeeds(), answers))
                    ? 1
                    : 0;
            within += result.asked >= 4 && result.asked <= 9 ? 1 : 0;
            qInfo("%s: %d questions, chance remaining %.2f", project.name, result.asked,
                  result.guidance.chanceRemaining);
        }
        if (kProjects < std::size(kTypicalProjects))
            return; // one project is no statistic
        std::sort(asked.begin(), asked.end());
        const int projects = int(asked.size());
        QVERIFY2(asked[asked.size() / 2] >= 4 && asked[asked.size() / 2] <= 9,
                 qPrintable(QString::number(asked[asked.size() / 2])));
        QVERIFY2(4 * within >= 3 * projects, qPrintable(QString::number(within)));
        QVERIFY2(held >= promised, qPrintable(QStringLiteral("%1 < %2").arg(held).arg(promised)));
    }

    void itSaysWhenToStop()
    {
        const Interviewed result = interviewed(answersOf(kTypicalProjects[7]));
        QCOMPARE(result.guidance.state, Guidance::State::settled);
        QVERIFY(result.guidance.chanceRemaining <= kUnlikelyChange);
        const QString words = whereItStands(result.decision, result.guidance);
        QVERIFY2(words.startsWith(QStringLiteral(
                     "No remaining answer is likely to change that Go leads; chance ")),
                 qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(TestGuidedInterviews)
#include "guided_interviews_test.moc"
