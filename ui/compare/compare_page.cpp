// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/compare_page.h"

#include "core/evidence/run_questions.h"
#include "core/results/quantity.h"
#include "ui/charts/picture.h"
#include "ui/compare/apply_card.h"
#include "ui/compare/claims_table.h"
#include "ui/compare/throughput_memory_chart.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

namespace weighbridge::compare
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

constexpr double kScatterHeight = 300;
const QString kThroughput = QStringLiteral("requests_per_second");
constexpr std::array kVerdicts{article::ClaimVerdict::holds, article::ClaimVerdict::doesNotAddUp,
                               article::ClaimVerdict::contradictedHere,
                               article::ClaimVerdict::notTested};
} // namespace

ComparePage::ComparePage(session::ProjectSession &session, QWidget *parent)
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
    m_rows->addWidget(makeErrataCard());
    m_rows->addStretch();
    connect(apply, &ApplyCard::benchmarkWanted, this, &ComparePage::benchmarkWanted);
    connect(apply, &ApplyCard::applied, this, &ComparePage::decisionChanged);
    connect(&session, &session::ProjectSession::projectReplaced, this, &ComparePage::refresh);
    connect(&session, &session::ProjectSession::runsChanged, this, &ComparePage::refresh);
    connect(&session, &session::ProjectSession::tableChanged, this, &ComparePage::refresh);
    refresh();
}

void ComparePage::arrange(bool narrow)
{
    m_rows->setContentsMargins(pageMargin(), pageMargin(), pageMargin(), pageMargin());
    m_claimsTable->arrange(narrow);
    m_pair->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QWidget *ComparePage::makePublishedCard()
{
    auto *card = new widgets::Card(tr("Published vs measured here"));
    QStringList titles;
    for (const QString &id : publishedQuantities())
        titles.append(results::quantityOf(id).title);
    auto *quantity = new widgets::SegmentedControl(titles, tr("Quantity to compare"));
    quantity->setObjectName(QStringLiteral("compare.quantity"));
    connect(quantity, &widgets::SegmentedControl::currentChanged, this, [this](int index) {
        m_quantity = publishedQuantities()[index];
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
    m_publishedHint = new widgets::Label({}, TextRole::label, Tone::warn);
    m_publishedHint->setObjectName(QStringLiteral("compare.published.hint"));
    m_publishedHint->setWordWrap(true);
    card->body()->addWidget(m_publishedHint);
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
    m_scatterHint->setObjectName(QStringLiteral("compare.run"));
    card->body()->addWidget(m_scatterHint);
    m_scatter = new charts::Picture(
        tr("Throughput against memory"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            if (m_measured.run)
                paintThroughputMemory(painter, rect, m_measured.results(), look);
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
    QStringList names{tr("All")};
    for (const article::ClaimVerdict verdict : kVerdicts)
        names.append(models::claimVerdictText(verdict));
    m_filter = new widgets::SegmentedControl(names, tr("Which claims"));
    m_filter->setObjectName(QStringLiteral("claims.filter"));
    connect(m_filter, &widgets::SegmentedControl::currentChanged, this, [this](int index) {
        m_claims.setFilter(index == 0 ? std::nullopt
                                      : std::optional(kVerdicts[std::size_t(index - 1)]));
    });
    card->body()->addWidget(m_filter, 0, Qt::AlignLeft);
    m_claimsTable = new ClaimsTable(m_claims);
    card->body()->addWidget(m_claimsTable);
    return card;
}

QWidget *ComparePage::makeErrataCard()
{
    const auto &errata = article::builtInArticle().errata;
    auto *card = new widgets::Card(tr("Errors in the article"),
                                   tr("%1, shown and never corrected silently").arg(errata.size()));
    auto *list = new QVBoxLayout;
    list->setSpacing(Spacing::small);
    for (const article::Erratum &erratum : errata) {
        auto *entry = new QVBoxLayout;
        entry->setSpacing(Spacing::border);
        QString reason = erratum.reason;
        if (!erratum.corrected.isEmpty())
            reason += QLatin1Char(' ') + tr("Should read: %1").arg(erratum.corrected);
        auto *text = new widgets::Label(erratum.text);
        auto *why = new widgets::Label(reason, TextRole::label, Tone::secondary);
        for (widgets::Label *label : {text, why}) {
            label->setWordWrap(true);
            entry->addWidget(label);
        }
        list->addLayout(entry);
    }
    card->body()->addLayout(list);
    return card;
}

void ComparePage::refreshFilters()
{
    m_filter->segment(0)->setText(tr("All %1").arg(m_claims.count()));
    for (std::size_t i = 0; i < kVerdicts.size(); ++i)
        m_filter->segment(int(i) + 1)
            ->setText(QStringLiteral("%1 %2")
                          .arg(models::claimVerdictText(kVerdicts[i]))
                          .arg(m_claims.count(kVerdicts[i])));
}

void ComparePage::refresh()
{
    const auto &article = article::builtInArticle();
    auto claims = article::assessClaims(article, m_session.project().runs);
    // What can be checked comes first; the rest follows in the article's order.
    std::stable_sort(claims.begin(), claims.end(), [](const auto &a, const auto &b) {
        const auto tested = [](const auto &claim) {
            return claim.verdict != article::ClaimVerdict::notTested;
        };
        return tested(a) > tested(b);
    });
    m_claims.setClaims(std::move(claims));
    refreshFilters();
    m_measured = results::chooseToShow(
        evidence::questionOf(m_session.decision(), article.workload, kThroughput),
        m_session.project().runs);
    m_scatterHint->setText(measuredText());
    m_scatter->refresh(m_measured.run ? tr("One point for each measured framework")
                                      : tr("Nothing measured yet"));
    refreshFigures();
}

/// The run that counts by its id, as Decide names it, and how it was made.
QString ComparePage::measuredText() const
{
    if (!m_measured.run)
        return tr("Nothing measured yet");
    const results::BenchmarkPlan &plan = m_measured.run->plan;
    const QString text = tr("Measured here, JSON API, %1 connections · run %2")
                             .arg(QLocale().toString(plan.connections), m_measured.run->id);
    return m_measured.isOneRun()
               ? text
               : QStringLiteral("%1 · %2").arg(text, m_measured.fromDifferentRuns);
}

void ComparePage::refreshFigures()
{
    const auto &article = article::builtInArticle();
    m_figures = comparedFigures(article, m_measured, m_quantity);
    m_published->refresh(publishedText(m_figures, m_quantity));
    const bool beside = !m_measured.run || article.standsBeside(m_measured.run->plan);
    m_publishedHint->setVisible(!beside || !m_measured.isOneRun());
    m_publishedHint->setText(beside ? m_measured.fromDifferentRuns
                                    : tr("Published for %1 connections in a closed loop; what was "
                                         "measured here is of another load and stands apart.")
                                          .arg(QLocale().toString(article.load().connections)));
}

} // namespace weighbridge::compare
