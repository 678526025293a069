// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/benchmark/run_strip.h"

#include "ui/benchmark/plan_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace weighbridge::benchmark
{

namespace
{
using session::BenchmarkSession;
using session::TargetTrack;
using theme::Glyph;
using theme::TextRole;
using theme::Tone;

constexpr QSize kStateGlyph(theme::Height::icon, theme::Height::icon);

QString elapsedText(double seconds)
{
    const long whole = std::lround(seconds);
    return whole < 60 ? RunStrip::tr("%1 s").arg(whole)
                      : RunStrip::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString frameworksText(int count)
{
    return count == 1 ? RunStrip::tr("1 framework") : RunStrip::tr("%1 frameworks").arg(count);
}

QString phaseText(const measure::RunProgress &progress)
{
    switch (progress.phase) {
    case measure::Phase::preparing:
        return RunStrip::tr("Preparing %1");
    case measure::Phase::starting:
        return RunStrip::tr("Starting %1");
    case measure::Phase::checking:
        return RunStrip::tr("Checking %1");
    case measure::Phase::warmingUp:
        return RunStrip::tr("Warming up %1");
    case measure::Phase::measuring:
        return RunStrip::tr("Measuring %1");
    case measure::Phase::stopping:
        return RunStrip::tr("Stopping %1");
    case measure::Phase::finished:
    case measure::Phase::failed:
        return RunStrip::tr("Finishing");
    }
    return {};
}
} // namespace

RunStrip::RunStrip(session::BenchmarkSession &session, QWidget *parent)
    : Card(parent), m_session(session)
{
    m_glyph = new QLabel;
    m_title = new widgets::Label({}, TextRole::strong);
    m_title->setObjectName(QStringLiteral("run.status"));
    m_text = new widgets::ElidedLabel({}, TextRole::body, Tone::secondary);
    m_text->setDigits(widgets::Digits::tabular);
    m_text->setObjectName(QStringLiteral("run.detail"));
    m_log = widgets::makeButton(tr("Show log"), theme::Kind::ghost);
    m_discard = widgets::makeButton(tr("Discard"), theme::Kind::ghost);
    m_report = widgets::makeButton(tr("Add to report"));
    m_again = widgets::makeButton(tr("Try again"));
    m_setUp = widgets::makeButton(tr("Set up toolchains"));
    m_cancel = widgets::makeButton(tr("Cancel"), theme::Kind::danger);
    m_log->setObjectName(QStringLiteral("run.log"));
    m_discard->setObjectName(QStringLiteral("run.discard"));
    m_again->setObjectName(QStringLiteral("run.again"));
    m_cancel->setObjectName(QStringLiteral("run.cancel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::Spacing::small);
    row->addWidget(m_glyph);
    row->addWidget(m_title);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {m_log, m_discard, m_report, m_again, m_setUp, m_cancel})
        row->addWidget(button);
    body()->setSpacing(theme::Spacing::small);
    body()->addLayout(row);
    m_segments = new widgets::SegmentedProgress;
    m_segments->setAccessibleName(tr("Progress"));
    body()->addWidget(m_segments);

    connect(m_log, &QAbstractButton::clicked, this, &RunStrip::logRequested);
    connect(m_discard, &QAbstractButton::clicked, this, &RunStrip::discardRequested);
    connect(m_report, &QAbstractButton::clicked, this, &RunStrip::reportRequested);
    connect(m_setUp, &QAbstractButton::clicked, this, &RunStrip::setUpRequested);
    connect(m_cancel, &QAbstractButton::clicked, this, &RunStrip::cancelRequested);
    connect(m_again, &QAbstractButton::clicked, this,
            [this] { Q_EMIT runRequested(m_againTargets); });
    connect(&session, &BenchmarkSession::targetsChanged, this, &RunStrip::refresh);
    connect(&session, &BenchmarkSession::stateChanged, this, &RunStrip::refresh);
    connect(&session, &BenchmarkSession::progressChanged, this, &RunStrip::refresh);
    connect(&session, &BenchmarkSession::shownRunChanged, this, &RunStrip::refresh);
    refresh();
}

void RunStrip::refresh()
{
    switch (m_session.state()) {
    case BenchmarkSession::State::running:
        showRunning();
        break;
    case BenchmarkSession::State::done:
        showDone();
        break;
    case BenchmarkSession::State::failed:
        showFailed();
        break;
    case BenchmarkSession::State::cancelled:
        showCancelled();
        break;
    case BenchmarkSession::State::empty:
        showIdle();
        break;
    }
    refreshSegments();
}

void RunStrip::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
}

void RunStrip::setGlyph(theme::Glyph glyph, theme::Tone tone)
{
    m_glyph->setPixmap(theme::icon(glyph, tone).pixmap(kStateGlyph, devicePixelRatioF()));
}

void RunStrip::showButtons(const QList<QPushButton *> &buttons)
{
    for (QPushButton *button : {m_log, m_discard, m_report, m_again, m_setUp, m_cancel})
        button->setVisible(buttons.contains(button));
}

QString RunStrip::nameOf(const QString &target) const
{
    const measure::TargetStatus *status = m_session.findTarget(target);
    return status ? status->target.name : target;
}

QStringList RunStrip::targetsIn(session::TargetTrack::State state) const
{
    QStringList targets;
    for (const QString &target : m_session.plan().targets) {
        const session::TargetTrack *track = m_session.track(target);
        if (track && track->state == state)
            targets.append(target);
    }
    return targets;
}

void RunStrip::showRunning()
{
    const measure::RunProgress &progress = m_session.progress();
    setGlyph(Glyph::benchmark, Tone::accent);
    if (m_session.cancelling()) {
        setTexts(tr("Cancelling"), tr("stopping the server and keeping what is finished"));
        m_cancel->setEnabled(false);
        showButtons({m_cancel});
        return;
    }
    QStringList parts;
    if (m_session.runs().size() > 1)
        parts.append(tr("%1, run %2 of %3")
                         .arg(m_session.suiteTitle())
                         .arg(m_session.activeRun() + 1)
                         .arg(m_session.runs().size()));
    if (progress.targetCount > 0)
        parts.append(tr("%1 of %2").arg(progress.targetNumber).arg(progress.targetCount));
    if (progress.round > 0)
        parts.append(tr("repeat %1 of %2").arg(progress.round).arg(progress.roundCount));
    if (progress.phaseLength > 0)
        parts.append(tr("%1 of %2 s")
                         .arg(std::floor(progress.phaseSeconds))
                         .arg(std::round(progress.phaseLength)));
    else if (!progress.text.isEmpty())
        parts.append(progress.text);
    if (progress.secondsLeft > 0)
        parts.append(tr("%1 left").arg(durationText(progress.secondsLeft)));
    const QString title = phaseText(progress);
    setTexts(title.contains(QLatin1String("%1")) ? title.arg(nameOf(progress.target)) : title,
             parts.join(QStringLiteral(" · ")));
    m_cancel->setEnabled(true);
    showButtons({m_log, m_cancel});
}

void RunStrip::showDone()
{
    const auto result = m_session.result();
    if (!result)
        return;
    setGlyph(Glyph::check, Tone::ok);
    double spread = 0;
    bool flagged = false;
    for (const results::TargetResult &target : result->results) {
        spread = std::max(spread, target.spread);
        flagged = flagged || !target.usable();
    }
    const auto frameworks = result->results.size();
    QStringList parts = {tr("%1 × %2 in %3")
                             .arg(frameworksText(int(frameworks)),
                                  result->plan.rounds == 1
                                      ? tr("1 repeat")
                                      : tr("%1 repeats").arg(result->plan.rounds),
                                  elapsedText(result->seconds))};
    if (result->plan.rounds > 1)
        parts.append(tr("spread ≤ %1%").arg(QLocale().toString(spread * 100, 'f', 1)));
    parts.append(tr("%1 cores, load generator on the same machine").arg(result->machine.cores));
    if (flagged)
        parts.append(tr("some figures carry a warning"));
    setTexts(tr("Finished"), parts.join(QStringLiteral(" · ")));
    showButtons({m_log, m_report});
}

void RunStrip::showFailed()
{
    setGlyph(Glyph::warning, Tone::err);
    const QStringList failed = targetsIn(session::TargetTrack::State::failed);
    if (failed.isEmpty()) {
        setTexts(tr("The benchmark could not run"), m_session.failure());
        m_againTargets = m_session.plan().targets;
        m_again->setText(tr("Try again"));
        showButtons({m_log, m_again});
        return;
    }
    const session::TargetTrack *track = m_session.track(failed.first());
    const QString reason = track && track->result ? track->result->failure : m_session.failure();
    const int finished = int(targetsIn(session::TargetTrack::State::done).size());
    QString text = reason;
    if (finished > 0)
        text += QLatin1Char(' ') + tr("The other %1 finished.").arg(finished);
    setTexts(failed.size() == 1 ? tr("%1 failed").arg(nameOf(failed.first()))
                                : tr("%1 failed").arg(frameworksText(int(failed.size()))),
             text);
    m_againTargets = failed;
    m_again->setText(failed.size() == 1 ? tr("Retry %1").arg(nameOf(failed.first()))
                                        : tr("Retry them"));
    showButtons({m_log, m_again});
}

void RunStrip::showCancelled()
{
    setGlyph(Glyph::cancel, Tone::secondary);
    const int finished = int(targetsIn(session::TargetTrack::State::done).size());
    m_againTargets.clear();
    for (const QString &target : m_session.plan().targets) {
        const session::TargetTrack *track = m_session.track(target);
        if (!track || track->state != session::TargetTrack::State::done)
            m_againTargets.append(target);
    }
    setTexts(tr("Cancelled"),
             tr("%1 of %2 finished and kept").arg(finished).arg(m_session.plan().targets.size()));
    if (!m_againTargets.isEmpty())
        m_again->setText(tr("Resume from %1").arg(nameOf(m_againTargets.first())));
    if (m_againTargets.isEmpty())
        showButtons({m_discard});
    else
        showButtons({m_discard, m_again});
}

void RunStrip::showIdle()
{
    QStringList missing;
    for (const measure::Toolchain &toolchain : m_session.toolchains()) {
        if (!toolchain.ok)
            missing.append(toolchain.name);
    }
    if (missing.isEmpty()) {
        setGlyph(Glyph::benchmark, Tone::secondary);
        setTexts(tr("Nothing measured yet"),
                 tr("Choose frameworks and run: real servers are built, started and loaded here."));
        showButtons({});
        return;
    }
    const auto runnable = std::count_if(
        m_session.targets().begin(), m_session.targets().end(),
        [](const auto &status) { return status.readiness != measure::Readiness::noToolchain; });
    setGlyph(Glyph::warning, Tone::warn);
    setTexts(
        missing.size() == 1 ? tr("%1 is not installed").arg(missing.first())
                            : tr("%1 are not installed").arg(missing.join(tr(" and "))),
        tr("%1 can run. Install the rest to measure them too.").arg(frameworksText(int(runnable))));
    showButtons({m_setUp});
}

void RunStrip::refreshSegments()
{
    std::vector<widgets::SegmentedProgress::Segment> segments;
    for (const measure::TargetStatus &status : m_session.targets()) {
        const session::TargetTrack *track = m_session.track(status.target.id);
        const bool planned = m_session.plan().targets.contains(status.target.id);
        if (m_session.state() != BenchmarkSession::State::empty && !planned)
            continue;
        widgets::SegmentedProgress::Segment segment;
        segment.frameworkId = status.target.id;
        segment.name = status.target.name;
        segment.fraction = track ? track->fraction : 0;
        segment.failed = track && track->state == session::TargetTrack::State::failed;
        segments.push_back(std::move(segment));
    }
    m_segments->setSegments(std::move(segments));
}

} // namespace weighbridge::benchmark
