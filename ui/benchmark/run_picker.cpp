// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/benchmark/run_picker.h"

#include "core/results/workload.h"
#include "ui/benchmark/plan_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>

namespace weighbridge::benchmark
{

namespace
{
using session::BenchmarkSession;
using session::PlannedRun;

QString dateOf(const results::BenchmarkResult &run)
{
    return QLocale().toString(run.startedAt.toLocalTime(), QLocale::ShortFormat);
}

QString runTitle(const PlannedRun &run)
{
    const QString title = results::workloadTitle(run.plan.workload);
    const QString what = isLoad(run.plan.workload)
                             ? RunPicker::tr("%1 · %2 connections")
                                   .arg(title, QLocale().toString(run.plan.connections))
                             : title;
    return run.passedOver.isEmpty() ? what : RunPicker::tr("%1 · not used").arg(what);
}

/// Runs that are called the same have their date with them.
QStringList runTitles(const std::vector<PlannedRun> &runs)
{
    QStringList titles;
    for (const PlannedRun &run : runs)
        titles.append(runTitle(run));
    QStringList distinct;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const QString &title = titles[qsizetype(i)];
        distinct.append(titles.count(title) > 1 && runs[i].result
                            ? QStringLiteral("%1 · %2").arg(title, dateOf(*runs[i].result))
                            : title);
    }
    return distinct;
}
} // namespace

RunPicker::RunPicker(BenchmarkSession &session, QWidget *parent)
    : QWidget(parent), m_session(session)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(theme::Spacing::small);
    auto *label = new widgets::Label(tr("Results for"), theme::TextRole::strong);
    m_runs = new QComboBox;
    m_runs->setObjectName(QStringLiteral("run.choice"));
    m_runs->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(m_runs);
    m_previous = new widgets::IconButton(theme::Glyph::chevronLeft, tr("Previous results"));
    m_previous->setObjectName(QStringLiteral("run.choice.previous"));
    m_next = new widgets::IconButton(theme::Glyph::chevronRight, tr("Next results"));
    m_next->setObjectName(QStringLiteral("run.choice.next"));
    m_profile = new widgets::StatusPill(widgets::Status::warn, {});
    m_profile->setObjectName(QStringLiteral("run.profile"));
    m_detail = new widgets::ElidedLabel({}, theme::TextRole::label, theme::Tone::secondary);
    row->addWidget(label);
    row->addWidget(m_runs);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_profile);
    row->addWidget(m_detail, 1);
    connect(m_runs, &QComboBox::currentIndexChanged, &session, &BenchmarkSession::showRun);
    connect(m_previous, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { step(1); });
    connect(&session, &BenchmarkSession::shownRunChanged, this, &RunPicker::rebuild);
    connect(&session, &BenchmarkSession::stateChanged, this, &RunPicker::refresh);
    rebuild();
}

void RunPicker::step(int by)
{
    m_session.showRun(m_session.shownRun() + by);
}

void RunPicker::rebuild()
{
    const QSignalBlocker quiet(m_runs);
    const int count = int(m_session.runs().size());
    const QStringList titles = runTitles(m_session.runs());
    while (m_runs->count() > count)
        m_runs->removeItem(m_runs->count() - 1);
    for (int i = 0; i < count; ++i) {
        const QString &title = titles[i];
        if (i >= m_runs->count())
            m_runs->addItem(title);
        else if (m_runs->itemText(i) != title)
            m_runs->setItemText(i, title);
    }
    m_runs->setCurrentIndex(m_session.shownRun());
    refresh();
}

void RunPicker::refresh()
{
    const int count = int(m_session.runs().size());
    const int shown = m_session.shownRun();
    const results::Profile profile = m_session.plan().profile;
    const bool unusual = shown >= 0 && profile != results::Profile::production;
    setVisible(count > 1 || unusual);
    m_previous->setEnabled(shown > 0);
    m_next->setEnabled(shown + 1 < count);
    m_profile->setVisible(unusual);
    m_profile->setStatus(widgets::Status::warn, tr("Profile: %1").arg(traitsOf(profile).title));
    const auto result = m_session.result();
    if (result) {
        const QString when = tr("measured %1").arg(dateOf(*result));
        const QString &passedOver = m_session.runs()[std::size_t(shown)].passedOver;
        m_detail->setText(passedOver.isEmpty() ? when
                                               : QStringLiteral("%1 · %2").arg(when, passedOver));
    } else
        m_detail->setText(shown < 0                        ? QString()
                          : shown == m_session.activeRun() ? tr("being measured")
                                                           : tr("not measured yet"));
}

} // namespace weighbridge::benchmark
