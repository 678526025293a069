// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/guide.h"

#include "core/decision/sampling/random_stream.h"
#include "core/knowledge/effects.h"
#include "core/knowledge/likely_answers.h"
#include "core/knowledge/outlook.h"

#include <algorithm>
#include <cmath>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

/// What staying with the leader of `now` loses once it is as in `then`.
double gainOf(const Outlook &now, const Outlook &then)
{
    if (then.table.weightSum <= 0)
        return 0;
    if (!now.leader)
        return leadOf(then, then.leader);
    return std::max(0.0, bestScore(then) - scoreOf(then, *now.leader));
}

/// Whether the alternatives differ by the same sums of weighted levels. What moves all alike, as a
/// need on which all are equal, changes no leader, now or together with other answers.
bool differAlike(const Outlook &a, const Outlook &b)
{
    const auto &candidates = a.table.candidates;
    if (candidates != b.table.candidates)
        return false;
    return std::all_of(candidates.begin(), candidates.end(), [&](std::size_t i) {
        const std::size_t base = candidates.front();
        const double before = (a.scores[i] - a.scores[base]) * a.table.weightSum;
        const double after = (b.scores[i] - b.scores[base]) * b.table.weightSum;
        return std::abs(before - after) <= kScoreTolerance;
    });
}

class Guide
{
public:
    Guide(const Decision &decision, const Catalogue &catalogue, const QStringList &skipped)
        : m_decision(decision),
          m_catalogue(catalogue),
          m_now(outlookOf(decision)),
          m_skipped(static_cast<int>(skipped.size()))
    {
        for (const Question &question : catalogue.questions) {
            if (!answerTo(decision, question.id) && !skipped.contains(question.id))
                m_remaining.push_back({&question, likelyAnswers(question, catalogue), {}});
        }
    }

    Guidance worked()
    {
        Guidance guidance;
        guidance.leader = m_now.leader;
        guidance.lead = leadOf(m_now, m_now.leader);
        draw(guidance);
        for (const Remaining &each : m_remaining) {
            if (auto open = opened(each))
                guidance.open.push_back(std::move(*open));
        }
        std::stable_sort(guidance.open.begin(), guidance.open.end(), isWorthMore);
        guidance.state = stateOf(guidance);
        return guidance;
    }

private:
    struct Remaining {
        const Question *question = nullptr;
        std::vector<LikelyAnswer> answers;
        std::vector<std::size_t> drawn; ///< index of the answer in each draw
    };

    static bool isWorthMore(const OpenQuestion &a, const OpenQuestion &b)
    {
        if (std::abs(a.expectedGain - b.expectedGain) > kScoreTolerance)
            return a.expectedGain > b.expectedGain;
        return a.information > b.information;
    }

    [[nodiscard]] Outlook outlookWith(const std::vector<Answer> &answers) const
    {
        const auto answered = withAnswers(m_decision, m_catalogue, answers);
        Q_ASSERT(answered.hasValue());
        return outlookOf(answered.value());
    }

    /// Empty where no answer moves anything.
    [[nodiscard]] std::optional<OpenQuestion> opened(const Remaining &remaining) const
    {
        OpenQuestion open;
        open.question = remaining.question;
        bool matters = false;
        for (const LikelyAnswer &answer : remaining.answers) {
            const Outlook then = outlookWith({{remaining.question->id, answer.value}});
            matters = matters || !differAlike(m_now, then);
            const bool changes = then.leader != m_now.leader;
            open.answers.push_back({answer.value, answer.chance, then.leader, changes,
                                    gainOf(m_now, then), leadOf(then, m_now.leader)});
            open.chanceOfChange += changes ? answer.chance : 0;
            open.expectedGain += answer.chance * open.answers.back().gain;
        }
        if (!matters)
            return std::nullopt;
        open.information = informationOf(remaining);
        return open;
    }

    /// Answers to all remaining questions at once, again and again.
    void draw(Guidance &guidance)
    {
        int changes = 0;
        double gains = 0;
        for (int i = 0; i < kGuideDraws; ++i) {
            const Outlook end = outlookWith(drawnAnswers(static_cast<std::uint64_t>(i)));
            m_leaders.push_back(end.leader.value_or(m_decision.alternatives.size()));
            changes += end.leader != m_now.leader ? 1 : 0;
            gains += gainOf(m_now, end);
        }
        guidance.chanceRemaining = static_cast<double>(changes) / kGuideDraws;
        guidance.gainRemaining = gains / kGuideDraws;
    }

    std::vector<Answer> drawnAnswers(std::uint64_t draw)
    {
        std::vector<Answer> answers;
        for (Remaining &each : m_remaining) {
            const QString &id = each.question->id;
            RandomStream stream(streamKey(m_decision.seed, u"guide", id), draw);
            double left = stream.uniform();
            std::size_t k = 0;
            while (k + 1 < each.answers.size() && left >= each.answers[k].chance)
                left -= each.answers[k++].chance;
            each.drawn.push_back(k);
            answers.push_back({id, each.answers[k].value});
        }
        return answers;
    }

    /// Σ p(a, l) ln(p(a, l) / (p(a) p(l))) over answers a and leaders l in the end.
    [[nodiscard]] double informationOf(const Remaining &remaining) const
    {
        const std::size_t answers = remaining.answers.size();
        const std::size_t leaders = m_decision.alternatives.size() + 1;
        std::vector<double> both(answers * leaders);
        std::vector<double> ofAnswer(answers);
        std::vector<double> ofLeader(leaders);
        constexpr double kOne = 1.0 / kGuideDraws;
        for (std::size_t i = 0; i < m_leaders.size(); ++i) {
            both[remaining.drawn[i] * leaders + m_leaders[i]] += kOne;
            ofAnswer[remaining.drawn[i]] += kOne;
            ofLeader[m_leaders[i]] += kOne;
        }
        double information = 0;
        for (std::size_t a = 0; a < answers; ++a) {
            for (std::size_t l = 0; l < leaders; ++l) {
                const double p = both[a * leaders + l];
                information += p > 0 ? p * std::log(p / (ofAnswer[a] * ofLeader[l])) : 0;
            }
        }
        return information;
    }

    [[nodiscard]] Guidance::State stateOf(const Guidance &guidance) const
    {
        if (guidance.open.empty())
            return Guidance::State::nothingLeft;
        // Who skips a question has been asked it.
        const auto answers = static_cast<int>(m_decision.answers.size()) + m_skipped;
        if (answers >= kFewestAnswers && guidance.chanceRemaining <= kUnlikelyChange)
            return Guidance::State::settled;
        if (answers >= kPatience && guidance.leader && guidance.gainRemaining <= kLittleGain)
            return Guidance::State::close;
        return Guidance::State::ask;
    }

    const Decision &m_decision;
    const Catalogue &m_catalogue;
    Outlook m_now;
    int m_skipped;
    std::vector<Remaining> m_remaining;
    std::vector<std::size_t> m_leaders; ///< in the end, by draw; behind the last: nobody
};

} // namespace

Guidance guidance(const Decision &decision, const Catalogue &catalogue, const QStringList &skipped)
{
    return Guide(decision, catalogue, skipped).worked();
}

} // namespace weighbridge::knowledge
