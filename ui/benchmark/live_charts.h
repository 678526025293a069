// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/benchmark_session.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;

namespace weighbridge::charts
{
class LineChart;
}

namespace weighbridge::benchmark
{

/// Throughput over time, latency by percentile, memory over time, for the ticked frameworks. Time
/// counts from the start of each framework's own load, so that runs lie over each other.
class LiveCharts : public QWidget
{
    Q_OBJECT

public:
    using IsShown = std::function<bool(const QString &target)>;
    LiveCharts(const session::BenchmarkSession &session, IsShown isShown,
               QWidget *parent = nullptr);

    void refresh();

private:
    [[nodiscard]] QWidget *makeThroughput();
    void refreshTimeAxes();

    const session::BenchmarkSession &m_session;
    IsShown m_isShown;
    charts::LineChart *m_throughput = nullptr;
    charts::LineChart *m_latency = nullptr;
    charts::LineChart *m_memory = nullptr;
};

} // namespace weighbridge::benchmark
