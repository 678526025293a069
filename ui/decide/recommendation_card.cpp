// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/recommendation_card.h"

#include "core/decision/views/evidence_share.h"
#include "core/knowledge/advice.h"
#include "ui/charts/picture.h"
#include "ui/charts/ranking_chart.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace weighbridge::decide
{

namespace
{
using theme::TextRole;
using theme::Tone;

constexpr int kSentenceLines = 2; ///< reserved, or the column below jumps while a slider moves

QString evidenceText(const decision::Analysis &analysis)
{
    const QString shares = decision::evidenceText(analysis.evidenceShare);
    return shares.isEmpty() ? QString() : RecommendationCard::tr("Rests on %1").arg(shares);
}

QString tiersText(const decision::Analysis &analysis)
{
    return QStringList(analysis.tiersInWords.begin(), analysis.tiersInWords.end())
        .join(QLatin1Char(' '));
}

QString excludedText(const decision::Analysis &analysis)
{
    QStringList reasons;
    for (const decision::Standing &standing : analysis.standings) {
        if (standing.excluded)
            reasons.append(standing.exclusion);
    }
    return reasons.join(QLatin1Char('\n'));
}

/// What answers advise, and what the outcome itself gives reason to say.
QString adviceText(const session::ProjectSession &session)
{
    QStringList sentences;
    const decision::Decision shown =
        knowledge::withAdvice(session.decision(), session.analysis(), session.catalogue());
    for (const decision::Effect &effect : shown.effects) {
        if (effect.kind == decision::Effect::Kind::advice)
            sentences.append(effect.sentence);
    }
    return sentences.join(QLatin1Char('\n'));
}

/// The most valuable thing that the runner can measure.
const decision::OpenQuestion *openQuestion(const decision::Analysis &analysis)
{
    const auto &open = analysis.openQuestions;
    const auto found = std::find_if(open.begin(), open.end(), [](const auto &each) {
        return each.value.measurable && !each.target.isEmpty();
    });
    return found == open.end() ? nullptr : &*found;
}
} // namespace

RecommendationCard::RecommendationCard(session::ProjectSession &session, QWidget *parent)
    : Card(parent), m_session(session)
{
    m_headline = new widgets::Label({}, TextRole::verdict);
    m_headline->setObjectName(QStringLiteral("verdict.headline"));
    m_headline->setWordWrap(true);
    m_sentence = new widgets::Label({}, TextRole::body, Tone::secondary);
    m_sentence->setObjectName(QStringLiteral("verdict.sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_sentence->setMinimumHeight(kSentenceLines * m_sentence->fontMetrics().lineSpacing());
    m_useEqualWeights = widgets::makeButton(tr("Use equal weights"));
    m_useEqualWeights->setObjectName(QStringLiteral("weights.equal"));
    connect(m_useEqualWeights, &QAbstractButton::clicked, &session,
            &session::ProjectSession::useEqualWeights);
    m_ranking = new charts::Picture(
        tr("Ranking"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            if (!m_session.analysis().order.empty())
                charts::paintRanking(painter, rect, m_session.decision(), m_session.analysis(),
                                     look, m_rows);
        },
        [this](const charts::ChartLook &look) {
            return charts::rankingHeight(m_session.analysis().order.size(), look);
        });
    body()->setSpacing(theme::Spacing::tiny);
    body()->addWidget(new widgets::Label(tr("Recommendation"), TextRole::caption, Tone::secondary));
    body()->addWidget(m_headline);
    body()->addWidget(m_sentence);
    body()->addWidget(m_useEqualWeights, 0, Qt::AlignLeft);
    body()->addSpacing(theme::Spacing::small);
    body()->addWidget(m_ranking);
    addTexts();

    m_swap.setDuration(theme::Motion::rankSwapMilliseconds);
    m_swap.setEasingCurve(QEasingCurve::OutCubic);
    m_swap.setStartValue(0.0);
    m_swap.setEndValue(1.0);
    connect(&m_swap, &QVariantAnimation::valueChanged, this, &RecommendationCard::moveRows);
    connect(&session, &session::ProjectSession::projectReplaced, this,
            &RecommendationCard::refresh);
    connect(&session, &session::ProjectSession::decisionChanged, this,
            &RecommendationCard::refresh);
    refresh();
}

void RecommendationCard::addTexts()
{
    const auto add = [this](const QString &name, TextRole role, Tone tone) {
        auto *label = new widgets::Label({}, role, tone);
        label->setObjectName(name);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        body()->addWidget(label);
        return label;
    };
    m_tied = add(QStringLiteral("verdict.tied"), TextRole::label, Tone::primary);
    m_excluded = add(QStringLiteral("verdict.excluded"), TextRole::label, Tone::err);
    m_advice = add(QStringLiteral("verdict.advice"), TextRole::label, Tone::primary);
    m_second = add(QStringLiteral("verdict.second"), TextRole::label, Tone::secondary);
    m_evidence = add(QStringLiteral("verdict.evidence"), TextRole::caption, Tone::hint);
    m_evidence->setToolTip(tr("Share of the contributions by where their ratings come from"));
    m_next = add(QStringLiteral("verdict.next"), TextRole::label, Tone::primary);
    m_measureNext = widgets::makeButton(tr("Open Benchmark"), theme::Kind::link);
    m_measureNext->setObjectName(QStringLiteral("verdict.measure"));
    m_measureNext->setToolTip(tr("What would tell most about who is best. Opens Benchmark."));
    connect(m_measureNext, &QAbstractButton::clicked, this, [this] {
        if (const auto *open = openQuestion(m_session.analysis()))
            Q_EMIT measureRequested(m_session.decision().needs[open->value.need].workload,
                                    {open->target});
    });
    body()->addWidget(m_measureNext, 0, Qt::AlignLeft);
}

std::vector<double> RecommendationCard::rankedRows() const
{
    const auto &order = m_session.analysis().order;
    std::vector<double> rows(m_session.decision().alternatives.size());
    for (std::size_t row = 0; row < order.size(); ++row)
        rows[order[row]] = double(row);
    return rows;
}

void RecommendationCard::refresh()
{
    const decision::Analysis &analysis = m_session.analysis();
    m_headline->setText(analysis.verdict.headline);
    m_sentence->setText(analysis.verdict.sentence);
    m_useEqualWeights->setVisible(analysis.verdict.state == decision::VerdictState::noWeights);
    refreshRanking();
    refreshTexts();
}

void RecommendationCard::refreshTexts()
{
    const decision::Analysis &analysis = m_session.analysis();
    const auto show = [](widgets::Label *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    show(m_tied, tiersText(analysis));
    show(m_excluded, excludedText(analysis));
    show(m_advice, adviceText(m_session));
    show(m_second, analysis.secondOpinion.decides ? analysis.secondOpinion.sentence : QString());
    show(m_evidence, evidenceText(analysis));
    const auto *open = openQuestion(analysis);
    show(m_next, open ? open->sentence : QString());
    m_measureNext->setVisible(open != nullptr);
}

void RecommendationCard::refreshRanking()
{
    const decision::Analysis &analysis = m_session.analysis();
    const std::vector<double> rows = rankedRows();
    const theme::Theme *theme = theme::Theme::instance();
    if (m_rows.size() != rows.size() || !isVisible() || (theme && theme->reduceMotion())) {
        m_swap.stop();
        m_rows = rows;
    } else if (rows != m_rows && m_swap.state() != QAbstractAnimation::Running) {
        m_rowsFrom = m_rows;
        m_swap.start();
    }
    m_ranking->setVisible(!analysis.order.empty());
    m_ranking->refresh(charts::rankingText(m_session.decision(), analysis));
}

void RecommendationCard::moveRows()
{
    const std::vector<double> to = rankedRows();
    if (to.size() != m_rowsFrom.size())
        return;
    const double share = m_swap.currentValue().toDouble();
    for (std::size_t i = 0; i < to.size(); ++i)
        m_rows[i] = m_rowsFrom[i] + (to[i] - m_rowsFrom[i]) * share;
    m_ranking->update();
}

} // namespace weighbridge::decide
