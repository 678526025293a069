// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/benchmark/target_list.h"

#include "core/measure/targets/language.h"
#include "core/results/language.h"
#include "ui/theme/style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace weighbridge::benchmark
{

namespace
{
using measure::Readiness;
using session::BenchmarkSession;
using session::PreparationSession;
using session::TargetTrack;
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

QString groupName(const QString &language)
{
    return measure::findLanguage(language) != nullptr ? results::languageName(language)
                                                      : TargetList::tr("Built in");
}

QString percent(double fraction)
{
    return QStringLiteral("%1%").arg(std::lround(fraction * 100));
}
} // namespace

TargetList::TargetList(BenchmarkSession &benchmark, PreparationSession &preparation,
                       QWidget *parent)
    : QWidget(parent), m_benchmark(benchmark), m_preparation(preparation)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    connect(&benchmark, &BenchmarkSession::targetsChanged, this, &TargetList::build);
    connect(&benchmark, &BenchmarkSession::stateChanged, this, &TargetList::refresh);
    connect(&benchmark, &BenchmarkSession::progressChanged, this, &TargetList::refresh);
    connect(&benchmark, &BenchmarkSession::shownRunChanged, this, &TargetList::refresh);
    connect(&preparation, &PreparationSession::changed, this, &TargetList::refresh);
    build();
}

void TargetList::build()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_rows.clear();
    m_prepare.clear();
    QString language;
    for (const measure::TargetStatus &status : m_benchmark.targets()) {
        if (status.target.language != language) {
            language = status.target.language;
            addGroup(language);
        }
        addTarget(status);
    }
    if (m_benchmark.targets().empty())
        m_layout->addWidget(
            new widgets::Label(tr("Looking for frameworks…"), TextRole::label, Tone::secondary));
    refresh();
    Q_EMIT ticksChanged();
}

void TargetList::addGroup(const QString &language)
{
    const auto &toolchains = m_benchmark.toolchains();
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
        setUp->setObjectName(QStringLiteral("setup.") + language);
        setUp->setAccessibleName(tr("Set up %1").arg(groupName(language)));
        connect(setUp, &QAbstractButton::clicked, this,
                [this, language] { Q_EMIT setUpRequested(language); });
        layout->addWidget(setUp);
    } else {
        auto *prepare = widgets::makeButton(tr("Prepare"), theme::Kind::link);
        prepare->setObjectName(QStringLiteral("prepare.") + language);
        prepare->setAccessibleName(tr("Prepare %1").arg(groupName(language)));
        prepare->setToolTip(tr("Download and build what is not ready, without measuring"));
        connect(prepare, &QAbstractButton::clicked, this,
                [this, language] { Q_EMIT prepareRequested(unprepared(language)); });
        layout->addWidget(prepare);
        m_prepare.insert(language, prepare);
    }
    m_layout->addWidget(row);
}

void TargetList::addTarget(const measure::TargetStatus &status)
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
        m_ticks.insert(id, status.readiness != Readiness::noToolchain);
    row.box->setChecked(m_ticks.value(id) && status.readiness != Readiness::noToolchain);
    connect(row.box, &QCheckBox::toggled, this, [this, id](bool ticked) {
        m_ticks[id] = ticked;
        Q_EMIT ticksChanged();
    });
    m_rows.insert(id, row);
    m_layout->addWidget(line);
}

bool TargetList::isTicked(const QString &target) const
{
    const auto row = m_rows.constFind(target);
    return row != m_rows.constEnd() && row->box->isChecked();
}

QStringList TargetList::ticked() const
{
    QStringList targets;
    for (const measure::TargetStatus &status : m_benchmark.targets()) {
        if (isTicked(status.target.id) && serves(status))
            targets.append(status.target.id);
    }
    return targets;
}

void TargetList::setTicked(const QStringList &targets)
{
    for (const measure::TargetStatus &status : m_benchmark.targets()) {
        const QString &id = status.target.id;
        m_ticks[id] = targets.contains(id);
        if (const auto row = m_rows.find(id); row != m_rows.end())
            row->box->setChecked(m_ticks[id] && status.readiness != Readiness::noToolchain);
    }
}

void TargetList::setWorkload(const QString &workload)
{
    m_workload = workload;
    refresh();
}

bool TargetList::serves(const measure::TargetStatus &status) const
{
    return status.target.workloads.contains(m_workload);
}

QStringList TargetList::unprepared(const QString &language) const
{
    QStringList targets;
    for (const measure::TargetStatus &status : m_benchmark.targets()) {
        if (status.target.language == language && status.readiness == Readiness::notPrepared)
            targets.append(status.target.id);
    }
    return targets;
}

void TargetList::refresh()
{
    for (const measure::TargetStatus &status : m_benchmark.targets()) {
        const auto row = m_rows.find(status.target.id);
        if (row == m_rows.end())
            continue;
        row->box->setEnabled(status.readiness != Readiness::noToolchain && serves(status));
        const StatusText now = statusText(status);
        row->status->setText(now.text);
        row->status->setTone(now.tone);
        row->status->setToolTip(now.toolTip);
    }
    const bool busy =
        m_preparation.running() || m_benchmark.state() == BenchmarkSession::State::running;
    for (auto it = m_prepare.begin(); it != m_prepare.end(); ++it) {
        it.value()->setVisible(!unprepared(it.key()).isEmpty());
        it.value()->setEnabled(!busy);
    }
}

TargetList::StatusText TargetList::statusText(const measure::TargetStatus &status) const
{
    if (status.readiness == Readiness::noToolchain)
        return {tr("not installed"), Tone::warn, status.reason};
    if (!serves(status))
        return {tr("not served"), Tone::secondary,
                status.target.notServed.value(m_workload, tr("Its manifest does not name it."))};
    const PreparationSession::Item *item = m_preparation.find(status.target.id);
    if (item && item->state == PreparationSession::State::active)
        return {item->step.number > 0
                    ? tr("step %1 of %2").arg(item->step.number).arg(item->step.count)
                    : tr("preparing"),
                Tone::accent, item->step.title};
    const bool ready = status.readiness == Readiness::ready;
    if (item && item->state == PreparationSession::State::failed && !ready)
        return {tr("failed"), Tone::err, item->failure};
    const StatusText idle{ready ? status.target.frameworkVersion : tr("not prepared"),
                          Tone::secondary, status.reason};
    const session::TargetTrack *track = m_benchmark.track(status.target.id);
    return track ? trackText(*track, idle) : idle;
}

TargetList::StatusText TargetList::trackText(const session::TargetTrack &track,
                                             const StatusText &idle) const
{
    using State = session::TargetTrack::State;
    const QString failure = track.result ? track.result->failure : QString();
    switch (track.state) {
    case State::active:
        return {percent(track.fraction), Tone::accent, {}};
    case State::done:
        return {tr("done"), Tone::secondary, {}};
    case State::failed:
        return {tr("failed"), Tone::err, failure};
    case State::cancelled:
        return {tr("cancelled"), Tone::secondary, failure};
    case State::waiting:
        break;
    }
    return track.fraction > 0 ? StatusText{percent(track.fraction), Tone::secondary, {}} : idle;
}

} // namespace weighbridge::benchmark
