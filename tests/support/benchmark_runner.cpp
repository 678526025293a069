// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs the JSON workload on the targets named in its arguments, for a test that kills it meanwhile.
#include "single_run.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    weighbridge::results::BenchmarkPlan plan;
    plan.targets = QCoreApplication::arguments().mid(1);
    plan.connections = 8;
    plan.rounds = 1;
    plan.duration = std::chrono::minutes(5);
    plan.warmUpCap = std::chrono::milliseconds(200);
    weighbridge::measure::Observer observer;
    observer.progress = [](const weighbridge::measure::RunProgress &progress) {
        std::puts(qPrintable(progress.text));
        std::fflush(stdout);
    };
    return weighbridge::testing::runBenchmark(plan, observer, {}) ? 0 : 1;
}
