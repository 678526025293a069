// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/apply_card.h"

#include "core/decision/model/value_text.h"
#include "core/decision/views/evidence_share.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace weighbridge::compare
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;
} // namespace

ApplyCard::ApplyCard(session::ProjectSession &session, QWidget *parent)
    : Card(parent), m_session(session)
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(Spacing::tiny);
    texts->addWidget(
        new widgets::Label(tr("Use these measurements in the decision"), TextRole::strong));
    m_text = new widgets::Label({}, TextRole::body, Tone::secondary);
    m_text->setObjectName(QStringLiteral("apply.suggestion"));
    m_text->setWordWrap(true);
    m_effect = new widgets::Label({}, TextRole::body);
    m_effect->setObjectName(QStringLiteral("apply.effect"));
    m_effect->setWordWrap(true);
    m_effect->hide();
    texts->addWidget(m_text);
    texts->addWidget(m_effect);
    m_preview = widgets::makeButton(tr("Preview effect"), theme::Kind::ghost);
    m_preview->setObjectName(QStringLiteral("apply.preview"));
    m_apply = widgets::makeButton(tr("Apply to decision"));
    m_apply->setObjectName(QStringLiteral("apply"));
    m_benchmark = widgets::makeButton(tr("Go to Benchmark"));
    connect(m_preview, &QAbstractButton::clicked, this, &ApplyCard::togglePreview);
    connect(m_apply, &QAbstractButton::clicked, this, &ApplyCard::apply);
    connect(m_benchmark, &QAbstractButton::clicked, this, &ApplyCard::benchmarkWanted);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::small);
    row->addLayout(texts, 1);
    for (QPushButton *button : {m_preview, m_apply, m_benchmark})
        row->addWidget(button);
    body()->addLayout(row);
    connect(&session, &session::ProjectSession::projectReplaced, this, &ApplyCard::refresh);
    connect(&session, &session::ProjectSession::decisionChanged, this, &ApplyCard::refresh);
    connect(&session, &session::ProjectSession::runsChanged, this, &ApplyCard::refresh);
    refresh();
}

void ApplyCard::refresh()
{
    const evidence::Proposals proposals = m_session.proposals();
    const bool measured = !m_session.project().runs.empty();
    const evidence::MeasurementOffer offer = m_session.offer();
    const bool applied = offer.news.isEmpty();
    m_effect->hide();
    m_preview->setVisible(!applied);
    m_apply->setVisible(!applied);
    m_benchmark->setVisible(!measured);
    QStringList sentences = warnings(proposals);
    if (!measured) {
        sentences = {
            tr("Nothing measured yet. Run a benchmark: its figures can then replace judged "
               "ratings.")};
    } else if (proposals.isEmpty()) {
        sentences.append(
            tr("No run has a valid figure for a need of this decision. Warnings are on "
               "the Benchmark page."));
    } else if (applied) {
        sentences.append(tr("The decision uses these measurements. Undo takes them back."));
    } else {
        if (!offer.sentence.isEmpty())
            sentences.append(offer.sentence + QLatin1Char('.'));
        constexpr std::size_t kMost = 5; // of seven frameworks and ten needs nobody reads all
        const auto &ratings = proposals.ratings;
        for (std::size_t i = 0; i < std::min(kMost, ratings.size()); ++i)
            sentences.append(ratings[i].sentence);
        if (ratings.size() > kMost)
            sentences.append(tr("And %1 more.").arg(ratings.size() - kMost));
        sentences.append(tr("Nothing changes until you apply it."));
    }
    m_text->setText(sentences.join(QLatin1Char(' ')));
}

/// What is old, of another machine, from different runs, or newer and does not count.
QStringList ApplyCard::warnings(const evidence::Proposals &proposals) const
{
    constexpr int kStaleDays = 90;
    QStringList sentences;
    const auto &runs = m_session.project().runs;
    const results::RunPointer newest = results::newestOf(runs);
    if (!newest)
        return sentences;
    const QString machine = results::countingMachine(runs);
    const auto foreign = std::count_if(runs.begin(), runs.end(), [&](const auto &run) {
        return run->machine.fingerprint != machine;
    });
    if (foreign > 0)
        sentences.append(tr("%n run(s) of other machines are left out.", nullptr, int(foreign)));
    const qint64 days = newest->startedAt.daysTo(QDateTime::currentDateTimeUtc());
    if (days > kStaleDays)
        sentences.append(tr("The newest run is %1 days old; measure again to be sure.").arg(days));
    return sentences + proposals.remarks;
}

QString ApplyCard::previewText() const
{
    const decision::Analysis now = m_session.analysis();
    const decision::Analysis then = m_session.preview(m_session.proposals());
    QString text = now.verdict.headline == then.verdict.headline
                       ? tr("The verdict stays “%1”.").arg(then.verdict.headline)
                       : tr("The verdict changes from “%1” to “%2”.")
                             .arg(now.verdict.headline, then.verdict.headline);
    QStringList chances;
    for (const std::size_t i : then.order)
        chances.append(tr("%1 %2 (now %3)")
                           .arg(m_session.decision().alternatives[i].name,
                                decision::chanceText(then.standings[i].chanceBest),
                                decision::chanceText(now.standings[i].chanceBest)));
    text += QLatin1Char(' ') +
            tr("Chance of being best: %1.").arg(chances.join(QStringLiteral(", "))) +
            QLatin1Char(' ') + then.verdict.sentence;
    const QString before = decision::evidenceText(now.evidenceShare);
    const QString after = decision::evidenceText(then.evidenceShare);
    if (!before.isEmpty() && !after.isEmpty())
        text += QLatin1Char(' ') + tr("The lead would rest on %1 (now %2).").arg(after, before);
    return text;
}

void ApplyCard::togglePreview()
{
    if (m_effect->isVisible()) {
        m_effect->hide();
        return;
    }
    m_effect->setText(previewText());
    m_effect->show();
}

void ApplyCard::apply()
{
    m_session.applyProposals(m_session.proposals());
    Q_EMIT applied();
}

} // namespace weighbridge::compare
