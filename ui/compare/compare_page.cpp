// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/compare_page.h"

#include "ui/charts/picture.h"
#include "ui/compare/apply_card.h"
#include "ui/compare/claims_table.h"
#include "ui/compare/throughput_memory_chart.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_control.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace weighbridge::compare
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

constexpr double kScatterHeight = 300;
} // namespace

ComparePage::ComparePage(models::ProjectSession &session, QWidget *parent)
    : Page(tr("Compare"), parent), m_session(session)
{
    m_rows = new QVBoxLayout(content());
    m_rows->setSpacing(Spacing::cardGap);
    m_pair = new QHBoxLayout;
    m_pair->setSpacing(Spacing::cardGap);
    m_pair->addWidget(makePublishedCard(), 7);
    m_pair->addWidget(makeScatterCard(), 5);
    m_rows->addLayout(m_pair);
    auto *apply = new ApplyCard(session);
    m_rows->addWidget(apply);
    m_rows->addWidget(makeClaimsCard());
    m_rows->addStretch();
    connect(apply, &ApplyCard::benchmarkWanted, this, &ComparePage::benchmarkWanted);
    connect(apply, &ApplyCard::applied, this, &ComparePage::decisionChanged);
    connect(&session, &models::ProjectSession::projectReplaced, this, &ComparePage::refresh);
    connect(&session, &models::ProjectSession::runsChanged, this, &ComparePage::refresh);
    refresh();
}

void ComparePage::arrange(bool narrow)
{
    m_rows->setContentsMargins(pageMargin(), pageMargin(), pageMargin(), pageMargin());
    m_pair->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QWidget *ComparePage::makePublishedCard()
{
    auto *card = new widgets::Card(tr("Published vs measured here"));
    auto *quantity = new widgets::SegmentedControl(
        {tr("Throughput"), tr("Average latency"), tr("Memory")}, tr("Quantity to compare"));
    quantity->setObjectName(QStringLiteral("compare.quantity"));
    connect(quantity, &widgets::SegmentedControl::currentChanged, this, [this](int index) {
        m_quantity = Quantity(index);
        refreshFigures();
    });
    card->addHeaderWidget(quantity);
    auto *key = new QHBoxLayout;
    key->addWidget(
        new widgets::ElidedLabel(tr("○ published in the article    ● measured on this machine"),
                                 TextRole::label, Tone::secondary),
        1);
    key->addWidget(
        new widgets::Label(tr("measured ÷ published"), TextRole::label, Tone::secondary));
    card->body()->addLayout(key);
    m_published = new charts::Picture(
        tr("Published vs measured here"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            paintPublished(painter, rect, m_figures, look);
        },
        [this](const charts::ChartLook &look) { return publishedHeight(m_figures.size(), look); });
    card->body()->addWidget(m_published);
    card->body()->addStretch();
    return card;
}

QWidget *ComparePage::makeScatterCard()
{
    auto *card = new widgets::Card(tr("Throughput against memory"));
    m_scatterHint = new widgets::ElidedLabel({}, TextRole::label, Tone::secondary);
    card->body()->addWidget(m_scatterHint);
    m_scatter = new charts::Picture(
        tr("Throughput against memory"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            if (const auto run = m_session.project().newestRun())
                paintThroughputMemory(painter, rect, *run, look);
            else
                charts::drawText(painter, rect, Qt::AlignCenter,
                                 tr("Run a benchmark to see who is fast and small."), look.label,
                                 look.tokens.text2);
        },
        [](const charts::ChartLook &look) { return kScatterHeight * look.unit; });
    card->body()->addWidget(m_scatter);
    card->body()->addStretch();
    return card;
}

QWidget *ComparePage::makeClaimsCard()
{
    auto *card = new widgets::Card(tr("The article’s claims, checked"));
    m_claimsSummary = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_claimsSummary->setObjectName(QStringLiteral("claims.summary"));
    card->addHeaderWidget(m_claimsSummary);
    card->body()->addWidget(new ClaimsTable(m_claims));
    return card;
}

void ComparePage::refresh()
{
    const auto &article = evidence::builtInArticle();
    auto claims = evidence::assessClaims(article, m_session.project().runs);
    // What can be checked comes first; the rest follows in the article's order.
    std::stable_sort(claims.begin(), claims.end(), [](const auto &a, const auto &b) {
        const auto tested = [](const auto &claim) {
            return claim.verdict != evidence::ClaimVerdict::notTested;
        };
        return tested(a) > tested(b);
    });
    m_claims.setClaims(std::move(claims));
    m_claimsSummary->setText(tr("%1 hold · %2 do not add up · %3 contradicted here · %4 not tested")
                                 .arg(m_claims.count(evidence::ClaimVerdict::holds))
                                 .arg(m_claims.count(evidence::ClaimVerdict::doesNotAddUp))
                                 .arg(m_claims.count(evidence::ClaimVerdict::contradictedHere))
                                 .arg(m_claims.count(evidence::ClaimVerdict::notTested)));
    const auto run = m_session.project().newestRun();
    m_scatterHint->setText(run ? tr("Measured here, JSON API, %1 connections")
                                     .arg(QLocale().toString(run->plan.connections))
                               : tr("Nothing measured yet"));
    m_scatter->refresh(run ? tr("One point for each measured framework")
                           : tr("Nothing measured yet"));
    refreshFigures();
}

void ComparePage::refreshFigures()
{
    const auto run = m_session.project().newestRun();
    m_figures = comparedFigures(evidence::builtInArticle(), run.get(), m_quantity);
    m_published->refresh(publishedText(m_figures));
}

} // namespace weighbridge::compare
