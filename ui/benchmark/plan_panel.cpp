// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/benchmark/plan_panel.h"

#include "core/measure/workload.h"
#include "ui/theme/style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace weighbridge::benchmark
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

constexpr int kSpinWidth = 88;
constexpr int kGreatestConnections = 20'000;
constexpr int kGreatestSeconds = 600;
constexpr int kGreatestRepeats = 50;

QString groupName(const QString &language)
{
    if (language == QLatin1String("go"))
        return PlanPanel::tr("Go");
    if (language == QLatin1String("python"))
        return PlanPanel::tr("Python");
    if (language == QLatin1String("node"))
        return PlanPanel::tr("Node.js");
    return PlanPanel::tr("Built in");
}

QString workloadTitle(const measure::Workload &workload)
{
    const QHash<QString, QString> titles{
        {QStringLiteral("json"), PlanPanel::tr("JSON API, as in the article")},
        {QStringLiteral("items"), PlanPanel::tr("JSON list of 20 items")},
        {QStringLiteral("orders"), PlanPanel::tr("Validated order")},
        {QStringLiteral("db"), PlanPanel::tr("One database read")},
        {QStringLiteral("queries"), PlanPanel::tr("Twenty database reads")},
        {QStringLiteral("updates"), PlanPanel::tr("Five database updates")},
        {QStringLiteral("sleep"), PlanPanel::tr("Waiting 50 ms for a timer")},
        {QStringLiteral("upstream"), PlanPanel::tr("Waiting 50 ms for a service")},
        {QStringLiteral("cpu"), PlanPanel::tr("Computing: Fibonacci")},
        {QStringLiteral("hash"), PlanPanel::tr("Computing: SHA-256")},
        {QStringLiteral("secure"), PlanPanel::tr("Token, rate limit, access log")},
        {QStringLiteral("page"), PlanPanel::tr("HTML page with rows")}};
    return titles.value(workload.id, workload.title);
}
} // namespace

QString durationText(double seconds)
{
    if (seconds < 90)
        return PlanPanel::tr("about %1 s").arg(std::max(5.0, std::ceil(seconds / 5) * 5));
    return PlanPanel::tr("about %1 min").arg(std::ceil(seconds / 60));
}

PlanPanel::PlanPanel(models::BenchmarkSession &session, QWidget *parent)
    : Card(parent), m_session(session)
{
    m_targets = new QWidget;
    m_targetsLayout = new QVBoxLayout(m_targets);
    m_targetsLayout->setContentsMargins(0, 0, 0, 0);
    m_targetsLayout->setSpacing(0);

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

    connect(&session, &models::BenchmarkSession::targetsChanged, this, &PlanPanel::buildTargets);
    connect(&session, &models::BenchmarkSession::stateChanged, this, &PlanPanel::refresh);
    connect(&session, &models::BenchmarkSession::progressChanged, this, &PlanPanel::refresh);
    buildTargets();
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
    for (const measure::Workload &workload : measure::workloads())
        m_workload->addItem(workloadTitle(workload), workload.id);
    m_workload->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    workloadLabel->setBuddy(m_workload);
    layout->addWidget(workloadLabel);
    layout->addWidget(m_workload);

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
    const measure::BenchmarkPlan preset;
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

void PlanPanel::buildTargets()
{
    while (QLayoutItem *item = m_targetsLayout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_rows.clear();
    QString language;
    for (const measure::TargetStatus &status : m_session.targets()) {
        if (status.target.language != language) {
            language = status.target.language;
            addGroup(language);
        }
        addTarget(status);
    }
    if (m_session.targets().empty())
        m_targetsLayout->addWidget(
            new widgets::Label(tr("Looking for frameworks…"), TextRole::label, Tone::secondary));
    refresh();
}

void PlanPanel::addGroup(const QString &language)
{
    const auto &toolchains = m_session.toolchains();
    const auto toolchain = std::find_if(toolchains.begin(), toolchains.end(),
                                        [&](const auto &one) { return one.id == language; });
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, Spacing::small, 0, 0);
    QString text = groupName(language);
    bool missing = false;
    if (toolchain != toolchains.end()) {
        missing = !toolchain->ok;
        if (toolchain->path.isEmpty())
            text = tr("%1 — not found").arg(text);
        else if (missing)
            text = tr("%1 %2 — too old").arg(text, toolchain->version);
        else
            text = text + QLatin1Char(' ') + toolchain->version;
    }
    layout->addWidget(
        new widgets::ElidedLabel(text, TextRole::caption, missing ? Tone::warn : Tone::secondary),
        1);
    if (missing) {
        auto *setUp = widgets::makeButton(tr("Set up"), theme::Kind::link);
        setUp->setAccessibleName(tr("Set up %1").arg(groupName(language)));
        connect(setUp, &QAbstractButton::clicked, this,
                [this, language] { Q_EMIT setUpRequested(language); });
        layout->addWidget(setUp);
    }
    m_targetsLayout->addWidget(row);
}

void PlanPanel::addTarget(const measure::TargetStatus &status)
{
    const QString id = status.target.id;
    auto *line = new QWidget;
    line->setFixedHeight(theme::Height::listRow);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    Row row;
    row.box = new QCheckBox(status.target.name);
    row.box->setObjectName(QStringLiteral("fw.") + id);
    theme::setSeries(row.box, id);
    row.status = new widgets::Label({}, TextRole::label, Tone::secondary);
    row.status->setDigits(widgets::Digits::tabular);
    row.status->setObjectName(QStringLiteral("fw.%1.status").arg(id));
    layout->addWidget(row.box, 1);
    layout->addWidget(row.status);
    if (!m_ticks.contains(id))
        m_ticks.insert(id, status.readiness != measure::Readiness::noToolchain);
    row.box->setChecked(m_ticks.value(id) && status.readiness != measure::Readiness::noToolchain);
    connect(row.box, &QCheckBox::toggled, this, [this, id](bool ticked) {
        m_ticks[id] = ticked;
        refreshEstimate();
        Q_EMIT ticksChanged();
    });
    m_rows.insert(id, row);
    m_targetsLayout->addWidget(line);
}

bool PlanPanel::isTicked(const QString &target) const
{
    const auto row = m_rows.constFind(target);
    return row != m_rows.constEnd() && row->box->isChecked();
}

measure::BenchmarkPlan PlanPanel::plan() const
{
    measure::BenchmarkPlan plan;
    for (const measure::TargetStatus &status : m_session.targets()) {
        if (isTicked(status.target.id))
            plan.targets.append(status.target.id);
    }
    plan.workload = m_workload->currentData().toString();
    plan.connections = m_connections->value();
    plan.duration = std::chrono::seconds(m_duration->value());
    plan.rounds = m_repeats->value();
    return plan;
}

void PlanPanel::refresh()
{
    for (const measure::TargetStatus &status : m_session.targets()) {
        if (const auto row = m_rows.find(status.target.id); row != m_rows.end())
            refreshRow(status, *row);
    }
    refreshEstimate();
}

void PlanPanel::refreshRow(const measure::TargetStatus &status, Row &row)
{
    using State = models::TargetTrack::State;
    const bool missing = status.readiness == measure::Readiness::noToolchain;
    row.box->setEnabled(!missing);
    QString text = status.target.frameworkVersion;
    Tone tone = Tone::secondary;
    if (missing) {
        text = tr("not installed");
        tone = Tone::warn;
    } else if (const models::TargetTrack *track = m_session.track(status.target.id)) {
        switch (track->state) {
        case State::active:
            text = QStringLiteral("%1%").arg(std::lround(track->fraction * 100));
            tone = Tone::accent;
            break;
        case State::done:
            text = tr("done");
            break;
        case State::failed:
            text = tr("failed");
            tone = Tone::err;
            break;
        case State::cancelled:
            text = tr("cancelled");
            break;
        case State::waiting:
            if (track->fraction > 0)
                text = QStringLiteral("%1%").arg(std::lround(track->fraction * 100));
            break;
        }
    }
    row.status->setText(text);
    row.status->setTone(tone);
    row.status->setToolTip(status.reason);
}

void PlanPanel::refreshEstimate()
{
    const measure::BenchmarkPlan chosen = plan();
    const bool running = m_session.state() == models::BenchmarkSession::State::running;
    const int count = int(chosen.targets.size());
    const QString time = durationText(double(measure::estimatedTime(chosen).count()) / 1000);
    if (count == 0)
        m_estimate->setText(tr("Tick what to measure"));
    else
        m_estimate->setText(count == 1 ? tr("1 framework · %1").arg(time)
                                       : tr("%1 frameworks · %2").arg(count).arg(time));
    m_run->setEnabled(!running && count > 0);
    if (running)
        m_run->setText(tr("Running…"));
    else
        m_run->setText(m_session.state() == models::BenchmarkSession::State::done
                           ? tr("Run again")
                           : tr("Run benchmark"));
}

} // namespace weighbridge::benchmark
