// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/benchmark/live_charts.h"

#include "core/results/percentile.h"
#include "core/results/quantity.h"
#include "ui/charts/line_chart.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/segmented_control.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace weighbridge::benchmark
{

namespace
{
using charts::ChartLine;
using session::BenchmarkSession;
using session::TargetTrack;

/// Room for the names of eight frameworks at the ends of their lines.
constexpr int kChartHeight = 168;

std::vector<QPointF> throughputPoints(const session::TargetTrack &track)
{
    std::vector<QPointF> points;
    for (const results::Sample &sample : track.samples)
        points.emplace_back(sample.seconds, sample.requestsPerSecond);
    return points;
}

std::vector<QPointF> memoryPoints(const session::TargetTrack &track)
{
    std::vector<QPointF> points;
    for (const results::Sample &sample : track.samples) {
        if (sample.residentMib > 0)
            points.emplace_back(sample.seconds, sample.residentMib);
    }
    return points;
}

std::vector<charts::NamedFraction> namedPercentiles()
{
    std::vector<charts::NamedFraction> named;
    for (const results::Percentile &each : results::kPercentiles)
        named.push_back({each.fraction, each.name});
    return named;
}

/// Those that have samples enough.
std::vector<QPointF> latencyPoints(const session::TargetTrack &track)
{
    const results::LatencySummary &latency = track.latency;
    std::vector<QPointF> points;
    for (const results::Percentile &each : results::kPercentiles) {
        const std::optional<double> value = latency.*each.value;
        if (value && *value > 0)
            points.emplace_back(charts::percentilePosition(each.fraction), *value);
    }
    return points;
}

/// How a chart writes the values of a quantity.
std::function<QString(double)> withUnit(const results::Quantity &quantity)
{
    return [&quantity](double value) {
        return results::valueWithUnit(quantity, value, readersLocale());
    };
}
} // namespace

LiveCharts::LiveCharts(const session::BenchmarkSession &session, IsShown isShown, QWidget *parent)
    : QWidget(parent), m_session(session), m_isShown(std::move(isShown))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::Spacing::cardGap);
    layout->addWidget(makeThroughput());

    auto *pair = new QHBoxLayout;
    pair->setSpacing(theme::Spacing::cardGap);
    const results::Quantity &latency = results::quantityOf(u"latency_p50");
    const results::Quantity &memory = results::quantityOf(u"memory_peak");
    auto *latencyCard = new widgets::Card(
        tr("Latency by percentile"), tr("%1 · log scale").arg(results::unitAndDirection(latency)));
    m_latency = new charts::LineChart(tr("Latency by percentile"), charts::Scale::logarithmic);
    m_latency->setHorizontalAxis(charts::percentileAxis(namedPercentiles()));
    m_latency->setEmptyRange(1, 1000);
    m_latency->setEmptyText(tr("Latency percentiles appear\nonce requests complete."));
    m_latency->setWording(
        [](double x) { return tr("p%1").arg((1 - std::pow(10, -x)) * 100, 0, 'g', 4); },
        withUnit(latency));
    latencyCard->body()->addWidget(m_latency);
    auto *memoryCard = new widgets::Card(tr("Memory"), results::unitAndDirection(memory));
    m_memory = new charts::LineChart(tr("Memory"), charts::Scale::linear);
    m_memory->setEmptyRange(0, 160);
    m_memory->setEmptyText(tr("Server memory appears\nwhile the load runs."));
    m_memory->setWording([](double x) { return tr("%1 s into run").arg(x, 0, 'f', 1); },
                         withUnit(memory));
    memoryCard->body()->addWidget(m_memory);
    for (charts::LineChart *chart : {m_throughput, m_latency, m_memory})
        chart->setMinimumHeight(kChartHeight);
    pair->addWidget(latencyCard, 1);
    pair->addWidget(memoryCard, 1);
    layout->addLayout(pair);

    connect(&session, &BenchmarkSession::stateChanged, this, &LiveCharts::refresh);
    connect(&session, &BenchmarkSession::progressChanged, this, &LiveCharts::refresh);
    connect(&session, &BenchmarkSession::targetsChanged, this, &LiveCharts::refresh);
    connect(&session, &BenchmarkSession::shownRunChanged, this, &LiveCharts::refresh);
    refresh();
}

QWidget *LiveCharts::makeThroughput()
{
    const results::Quantity &throughput = results::quantityOf(u"requests_per_second");
    auto *card = new widgets::Card(throughput.title, results::unitAndDirection(throughput));
    m_throughput = new charts::LineChart(throughput.title, charts::Scale::logarithmic);
    m_throughput->setObjectName(QStringLiteral("chart.throughput"));
    m_throughput->setEmptyRange(100, 100'000);
    m_throughput->setEmptyText(tr("Requests per second will appear here, one line per framework."));
    m_throughput->setWording([](double x) { return tr("%1 s into run").arg(x, 0, 'f', 1); },
                             withUnit(throughput));
    auto *scale =
        new widgets::SegmentedControl({tr("Log"), tr("Linear")}, tr("Scale of throughput"));
    scale->setObjectName(QStringLiteral("chart.throughput.scale"));
    connect(scale, &widgets::SegmentedControl::currentChanged, this, [this](int index) {
        m_throughput->setScale(index == 0 ? charts::Scale::logarithmic : charts::Scale::linear);
    });
    card->addHeaderWidget(scale);
    card->body()->addWidget(m_throughput);
    return card;
}

void LiveCharts::refreshTimeAxes()
{
    double end = double(m_session.plan().duration.count()) / 1000;
    double warmUp = 0;
    for (const measure::TargetStatus &status : m_session.targets()) {
        const session::TargetTrack *track = m_session.track(status.target.id);
        if (!track || track->samples.empty() || !m_isShown(status.target.id))
            continue;
        end = std::max(end, track->samples.back().seconds);
        for (const results::Sample &sample : track->samples) {
            if (sample.warmingUp)
                warmUp = std::max(warmUp, sample.seconds);
        }
    }
    end = std::max(end, 1.0);
    m_throughput->setHorizontalAxis(charts::secondsAxis(std::ceil(end), 6));
    m_memory->setHorizontalAxis(charts::secondsAxis(std::ceil(end), 6));
    m_throughput->setBand(warmUp, tr("warm-up"));
}

void LiveCharts::refresh()
{
    const bool running = m_session.state() == BenchmarkSession::State::running;
    std::vector<ChartLine> throughput;
    std::vector<ChartLine> latency;
    std::vector<ChartLine> memory;
    for (const measure::TargetStatus &status : m_session.targets()) {
        const session::TargetTrack *track = m_session.track(status.target.id);
        if (!track || track->samples.empty() || !m_isShown(status.target.id))
            continue;
        ChartLine line;
        line.id = status.target.id;
        line.name = status.target.name;
        const bool active = track->state == session::TargetTrack::State::active;
        line.emphasis = running && !active ? ChartLine::Emphasis::pale : ChartLine::Emphasis::full;
        line.unfinished = running && active;
        line.points = throughputPoints(*track);
        throughput.push_back(line);
        line.points = memoryPoints(*track);
        if (!line.points.empty())
            memory.push_back(line);
        line.unfinished = false;
        line.markers = true;
        line.points = latencyPoints(*track);
        if (!line.points.empty())
            latency.push_back(line);
    }
    refreshTimeAxes();
    m_throughput->setLines(std::move(throughput));
    m_latency->setLines(std::move(latency));
    m_memory->setLines(std::move(memory));
}

} // namespace weighbridge::benchmark
