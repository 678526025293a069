// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/recommendation_card.h"

#include "ui/charts/picture.h"
#include "ui/charts/ranking_chart.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QVBoxLayout>

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
    static const std::array names = {QT_TRANSLATE_NOOP("Evidence", "judged"),
                                     QT_TRANSLATE_NOOP("Evidence", "the article"),
                                     QT_TRANSLATE_NOOP("Evidence", "public benchmarks"),
                                     QT_TRANSLATE_NOOP("Evidence", "measured here")};
    QStringList parts;
    for (std::size_t i = analysis.evidenceShare.size(); i-- > 0;) {
        if (const long share = std::lround(analysis.evidenceShare[i] * 100); share > 0)
            parts.append(QStringLiteral("%1 %2%")
                             .arg(QCoreApplication::translate("Evidence", names[i]))
                             .arg(share));
    }
    return parts.isEmpty() ? QString()
                           : QCoreApplication::translate("Evidence", "Rests on: %1")
                                 .arg(parts.join(QStringLiteral(" · ")));
}
} // namespace

RecommendationCard::RecommendationCard(models::ProjectSession &session, QWidget *parent)
    : Card(parent), m_session(session)
{
    auto *caption = new widgets::Label(tr("Recommendation"), TextRole::caption, Tone::secondary);
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
            &models::ProjectSession::useEqualWeights);
    m_ranking = new charts::Picture(
        tr("Ranking"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            if (!m_session.analysis().order.empty())
                charts::paintRanking(painter, rect, m_session.decision(), m_session.analysis(),
                                     look, m_rows);
        },
        [this](const charts::ChartLook &look) {
            return charts::rankingHeight(m_session.decision().alternatives.size(), look);
        });
    m_evidence = new widgets::Label({}, TextRole::caption, Tone::hint);
    m_evidence->setObjectName(QStringLiteral("verdict.evidence"));
    m_evidence->setToolTip(tr("Share of the contributions by where their ratings come from"));
    m_evidence->setWordWrap(true);
    body()->setSpacing(theme::Spacing::tiny);
    body()->addWidget(caption);
    body()->addWidget(m_headline);
    body()->addWidget(m_sentence);
    body()->addWidget(m_useEqualWeights, 0, Qt::AlignLeft);
    body()->addSpacing(theme::Spacing::small);
    body()->addWidget(m_ranking);
    body()->addWidget(m_evidence);

    m_swap.setDuration(theme::Motion::rankSwapMilliseconds);
    m_swap.setEasingCurve(QEasingCurve::OutCubic);
    m_swap.setStartValue(0.0);
    m_swap.setEndValue(1.0);
    connect(&m_swap, &QVariantAnimation::valueChanged, this, &RecommendationCard::moveRows);
    connect(&session, &models::ProjectSession::projectReplaced, this, &RecommendationCard::refresh);
    connect(&session, &models::ProjectSession::decisionChanged, this, &RecommendationCard::refresh);
    refresh();
}

std::vector<double> RecommendationCard::rankedRows() const
{
    const auto &order = m_session.analysis().order;
    std::vector<double> rows(order.size());
    for (std::size_t row = 0; row < order.size(); ++row)
        rows[order[row]] = double(row);
    return rows;
}

void RecommendationCard::refresh()
{
    const decision::Analysis &analysis = m_session.analysis();
    m_headline->setText(analysis.verdict.headline);
    m_sentence->setText(analysis.verdict.sentence);
    m_evidence->setText(evidenceText(analysis));
    m_useEqualWeights->setVisible(analysis.verdict.state == decision::VerdictState::noWeights);
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
