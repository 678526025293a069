// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/benchmark/plan_panel.h"

#include "core/measure/runs/estimate.h"
#include "core/results/workload.h"
#include "ui/benchmark/target_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace weighbridge::benchmark
{

namespace
{
using results::Profile;
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

constexpr int kSpinWidth = 88;
constexpr int kGreatestConnections = 20'000;
constexpr int kGreatestSeconds = 600;
constexpr int kGreatestRepeats = 50;
} // namespace

bool isLoad(const QString &workload)
{
    return results::workloadKind(workload) == results::WorkloadKind::load;
}

QString durationText(double seconds)
{
    if (seconds < 90)
        return PlanPanel::tr("about %1 s").arg(std::max(5.0, std::ceil(seconds / 5) * 5));
    return PlanPanel::tr("about %1 min").arg(std::ceil(seconds / 60));
}

PlanPanel::PlanPanel(session::BenchmarkSession &session, session::PreparationSession &preparation,
                     QWidget *parent)
    : Card(parent), m_session(session), m_preparation(preparation)
{
    m_targets = new TargetList(session, preparation);
    auto *scrolled = new QWidget;
    auto *column = new QVBoxLayout(scrolled);
    column->setContentsMargins({});
    column->setSpacing(Spacing::small);
    column->addWidget(new widgets::Label(tr("Frameworks"), TextRole::strong));
    column->addWidget(m_targets);
    column->addWidget(new widgets::Divider);
    column->addWidget(makeForm());
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(scrolled);
    scrolled->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    body()->addWidget(scroll, 1);

    m_estimate = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_estimate->setObjectName(QStringLiteral("run.estimate"));
    body()->addWidget(m_estimate);
    m_run = widgets::makeButton(tr("Run benchmark"), theme::Kind::hero, theme::Glyph::play);
    m_run->setObjectName(QStringLiteral("run"));
    m_run->setToolTip(tr("Run benchmark (Ctrl+R)"));
    connect(m_run, &QAbstractButton::clicked, this, &PlanPanel::runRequested);
    body()->addWidget(m_run);
    m_quick = widgets::makeButton({});
    m_quick->setObjectName(QStringLiteral("quick"));
    m_quick->setToolTip(tr("Measures JSON, database, waiting, computing, start, memory and size of "
                           "the ticked frameworks, one after the other"));
    connect(m_quick, &QAbstractButton::clicked, this, &PlanPanel::quickSetRequested);
    body()->addWidget(m_quick);

    connect(m_targets, &TargetList::ticksChanged, this, &PlanPanel::refreshEstimate);
    connect(m_targets, &TargetList::ticksChanged, this, &PlanPanel::ticksChanged);
    connect(m_targets, &TargetList::setUpRequested, this, &PlanPanel::setUpRequested);
    connect(m_targets, &TargetList::prepareRequested, this, &PlanPanel::prepareRequested);
    connect(&session, &session::BenchmarkSession::targetsChanged, this,
            &PlanPanel::refreshEstimate);
    connect(&session, &session::BenchmarkSession::stateChanged, this, &PlanPanel::refreshEstimate);
    connect(&preparation, &session::PreparationSession::changed, this, &PlanPanel::refreshEstimate);
    takeWorkload();
}

QWidget *PlanPanel::makeForm()
{
    auto *form = new QWidget;
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::small);
    auto *workloadLabel = new widgets::Label(tr("Workload"), TextRole::strong);
    m_workload = new QComboBox;
    m_workload->setObjectName(QStringLiteral("workload"));
    for (const QString &id : results::workloadIds())
        m_workload->addItem(results::workloadTitle(id), id);
    m_workload->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    workloadLabel->setBuddy(m_workload);
    layout->addWidget(workloadLabel);
    layout->addWidget(m_workload);
    connect(m_workload, &QComboBox::currentIndexChanged, this, &PlanPanel::takeWorkload);

    auto *profileRow = new QHBoxLayout;
    auto *profileLabel = new widgets::Label(tr("Profile"), TextRole::body, Tone::secondary);
    m_profile = new QComboBox;
    m_profile->setObjectName(QStringLiteral("profile"));
    QStringList meanings;
    for (const auto &[profile, name] : namesOf(Profile())) {
        const results::ProfileTraits traits = traitsOf(profile);
        m_profile->addItem(traits.title, name);
        meanings << tr("%1: %2.").arg(traits.title, traits.meaning);
    }
    m_profile->setCurrentIndex(m_profile->findData(nameOf(Profile::production)));
    meanings << tr("Never mixed in one table.");
    m_profile->setToolTip(meanings.join(QLatin1Char(' ')));
    profileLabel->setBuddy(m_profile);
    profileRow->addWidget(profileLabel, 1);
    profileRow->addWidget(m_profile);
    layout->addLayout(profileRow);

    const auto addSpin = [layout](const QString &text, const QString &name, int low, int high,
                                  int value) {
        auto *row = new QHBoxLayout;
        auto *label = new widgets::Label(text, TextRole::body, Tone::secondary);
        auto *spin = new QSpinBox;
        spin->setFixedWidth(kSpinWidth);
        spin->setObjectName(name);
        spin->setRange(low, high);
        spin->setValue(value);
        spin->setGroupSeparatorShown(true);
        label->setBuddy(spin);
        row->addWidget(label, 1);
        row->addWidget(spin);
        layout->addLayout(row);
        return spin;
    };
    const results::BenchmarkPlan preset;
    m_connections = addSpin(tr("Connections"), QStringLiteral("connections"), 1,
                            kGreatestConnections, preset.connections);
    m_duration = addSpin(tr("Duration"), QStringLiteral("duration"), 1, kGreatestSeconds,
                         int(preset.duration.count() / 1000));
    m_duration->setSuffix(tr(" s"));
    m_repeats =
        addSpin(tr("Repeats"), QStringLiteral("repeats"), 1, kGreatestRepeats, preset.rounds);
    for (QSpinBox *spin : {m_connections, m_duration, m_repeats})
        connect(spin, &QSpinBox::valueChanged, this, &PlanPanel::refreshEstimate);
    return form;
}

bool PlanPanel::isTicked(const QString &target) const
{
    return m_targets->isTicked(target);
}

results::BenchmarkPlan PlanPanel::plan() const
{
    results::BenchmarkPlan plan;
    plan.targets = m_targets->ticked();
    plan.workload = m_workload->currentData().toString();
    plan.connections = m_connections->value();
    plan.duration = std::chrono::seconds(m_duration->value());
    plan.rounds = m_repeats->value();
    plan.profile =
        kindOf<results::Profile>(m_profile->currentData().toString()).value_or(Profile::production);
    return plan;
}

measure::Suite PlanPanel::quickSet() const
{
    // The ceiling is calibrated by the run itself.
    QStringList targets = plan().targets;
    targets.removeIf([this](const QString &id) {
        const measure::TargetStatus *status = m_session.findTarget(id);
        return status && status->target.builtIn;
    });
    measure::Suite suite = measure::quickSuite(targets);
    for (results::BenchmarkPlan &each : suite.plans)
        each.profile = plan().profile;
    return suite;
}

void PlanPanel::preset(const QString &workload, const QStringList &targets)
{
    if (const int index = m_workload->findData(workload); index >= 0)
        m_workload->setCurrentIndex(index);
    if (!targets.isEmpty())
        m_targets->setTicked(targets);
    m_run->setFocus(Qt::ShortcutFocusReason);
}

void PlanPanel::takeWorkload()
{
    const QString workload = m_workload->currentData().toString();
    m_targets->setWorkload(workload);
    const results::Workload *known = results::findWorkload(workload);
    // Start, memory and size set their own levels.
    m_connections->setEnabled(known && (known->kind == results::WorkloadKind::load ||
                                        known->kind == results::WorkloadKind::idleConnections ||
                                        known->kind == results::WorkloadKind::stream));
    m_duration->setEnabled(isLoad(workload));
    if (known)
        m_connections->setValue(known->usualConnections);
    refreshEstimate();
}

void PlanPanel::refreshEstimate()
{
    const results::BenchmarkPlan chosen = plan();
    const bool running = m_session.state() == session::BenchmarkSession::State::running;
    const int count = int(chosen.targets.size());
    const auto seconds = [](std::chrono::milliseconds time) { return double(time.count()) / 1000; };
    const QString time = durationText(seconds(measure::estimatedTime(chosen)));
    if (count == 0)
        m_estimate->setText(tr("Tick what to measure"));
    else
        m_estimate->setText(count == 1 ? tr("1 framework · %1").arg(time)
                                       : tr("%1 frameworks · %2").arg(count).arg(time));
    const bool possible = !running && !m_preparation.running() && count > 0;
    m_run->setEnabled(possible);
    const measure::Suite quick = quickSet();
    const bool any = !quick.plans.empty() && !quick.plans.front().targets.isEmpty();
    m_quick->setEnabled(possible && any);
    if (running)
        m_run->setText(tr("Running…"));
    else
        m_run->setText(m_session.state() == session::BenchmarkSession::State::done
                           ? tr("Run again")
                           : tr("Run benchmark"));
    m_quick->setText(
        any ? tr("Quick set · %1").arg(durationText(seconds(measure::estimatedTime(quick))))
            : tr("Quick set"));
}

} // namespace weighbridge::benchmark
