// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/benchmark_session.h"

#include <QWidget>

class QComboBox;

namespace weighbridge::widgets
{
class ElidedLabel;
class IconButton;
class StatusPill;
} // namespace weighbridge::widgets

namespace weighbridge::benchmark
{

/// Which run is on show, of several: a suite's plans or a project's runs. Figures of
/// different workloads are never in one chart or table. A profile other than "production" has a
/// badge.
class RunPicker : public QWidget
{
    Q_OBJECT

public:
    explicit RunPicker(session::BenchmarkSession &session, QWidget *parent = nullptr);

private:
    void rebuild();
    void refresh();
    void step(int by);

    session::BenchmarkSession &m_session;
    QComboBox *m_runs = nullptr;
    widgets::IconButton *m_previous = nullptr;
    widgets::IconButton *m_next = nullptr;
    widgets::StatusPill *m_profile = nullptr;
    widgets::ElidedLabel *m_detail = nullptr;
};

} // namespace weighbridge::benchmark
