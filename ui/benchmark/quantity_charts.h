// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/bar_chart.h"
#include "ui/session/benchmark_session.h"

#include <QWidget>

#include <functional>

class QGridLayout;

namespace weighbridge::charts
{
class Picture;
}

namespace weighbridge::benchmark
{

/// Bars for each quantity of a workload that is no load: start, memory, size, idle connections,
/// streams.
class QuantityCharts : public QWidget
{
    Q_OBJECT

public:
    using IsShown = std::function<bool(const QString &target)>;
    QuantityCharts(const session::BenchmarkSession &session, IsShown isShown,
                   QWidget *parent = nullptr);

    void refresh();
    void arrange(bool narrow);

private:
    struct Chart {
        QString quantity;
        QWidget *card = nullptr;
        charts::Picture *picture = nullptr;
        std::vector<charts::Bar> bars;
    };

    void build(const QStringList &quantities);
    void place();
    [[nodiscard]] std::vector<charts::Bar> barsOf(const QString &quantity) const;

    const session::BenchmarkSession &m_session;
    IsShown m_isShown;
    QGridLayout *m_grid = nullptr;
    bool m_narrow = false;
    std::vector<std::unique_ptr<Chart>> m_charts;
};

} // namespace weighbridge::benchmark
