// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/benchmark/quantity_charts.h"

#include "core/results/quantity.h"
#include "ui/charts/picture.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"

#include <QGridLayout>
#include <QPainter>

#include <algorithm>

namespace weighbridge::benchmark
{

namespace
{
using session::BenchmarkSession;
using session::TargetTrack;
} // namespace

QuantityCharts::QuantityCharts(const BenchmarkSession &session, IsShown isShown, QWidget *parent)
    : QWidget(parent), m_session(session), m_isShown(std::move(isShown))
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins({});
    m_grid->setSpacing(theme::Spacing::cardGap);
    connect(&session, &BenchmarkSession::stateChanged, this, &QuantityCharts::refresh);
    connect(&session, &BenchmarkSession::progressChanged, this, &QuantityCharts::refresh);
    connect(&session, &BenchmarkSession::targetsChanged, this, &QuantityCharts::refresh);
    connect(&session, &BenchmarkSession::shownRunChanged, this, &QuantityCharts::refresh);
    refresh();
}

void QuantityCharts::refresh()
{
    const QStringList wanted = results::quantitiesOf(m_session.plan().workload);
    const bool same =
        std::equal(wanted.begin(), wanted.end(), m_charts.begin(), m_charts.end(),
                   [](const QString &id, const auto &chart) { return chart->quantity == id; });
    if (!same)
        build(wanted);
    for (const auto &chart : m_charts) {
        chart->bars = barsOf(chart->quantity);
        chart->picture->refresh(charts::barsText(chart->bars));
    }
}

void QuantityCharts::build(const QStringList &quantities)
{
    for (const auto &chart : m_charts)
        delete chart->card;
    m_charts.clear();
    for (const QString &id : quantities) {
        const results::Quantity *quantity = results::findQuantity(id);
        if (!quantity)
            continue;
        auto chart = std::make_unique<Chart>();
        Chart *made = chart.get();
        made->quantity = id;
        auto *card = new widgets::Card(quantity->title, results::unitAndDirection(*quantity));
        made->card = card;
        made->picture = new charts::Picture(
            quantity->title,
            [made](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
                if (made->bars.empty())
                    charts::drawText(painter, rect, Qt::AlignCenter, tr("Not measured yet"),
                                     look.label, look.tokens.text2);
                else
                    charts::paintBars(painter, rect, made->bars, look);
            },
            [made](const charts::ChartLook &look) {
                return charts::barsHeight(made->bars.size(), look);
            });
        card->body()->addWidget(made->picture);
        card->body()->addStretch();
        m_charts.push_back(std::move(chart));
    }
    place();
}

void QuantityCharts::arrange(bool narrow)
{
    m_narrow = narrow;
    place();
}

void QuantityCharts::place()
{
    constexpr int kColumns = 2;
    const int columns = m_narrow ? 1 : kColumns;
    for (int i = 0; i < int(m_charts.size()); ++i)
        m_grid->addWidget(m_charts[std::size_t(i)]->card, i / columns, i % columns);
    for (int column = 0; column < kColumns; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

std::vector<charts::Bar> QuantityCharts::barsOf(const QString &id) const
{
    const results::Quantity &quantity = results::quantityOf(id);
    std::vector<charts::Bar> bars;
    for (const measure::TargetStatus &status : m_session.targets()) {
        const session::TargetTrack *track = m_session.track(status.target.id);
        if (!track || !track->result || !m_isShown(status.target.id))
            continue;
        if (const auto value = results::summaryOf(*track->result, quantity))
            bars.push_back({status.target.id, status.target.name, value->median, value->low,
                            value->high,
                            results::valueText(quantity, value->median, readersLocale())});
    }
    std::stable_sort(bars.begin(), bars.end(), [&](const auto &a, const auto &b) {
        return quantity.moreIsBetter() ? a.value > b.value : a.value < b.value;
    });
    return bars;
}

} // namespace weighbridge::benchmark
