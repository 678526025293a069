// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/analysis_refinement.h"

#include "ui/session/project_session.h"

#include <QDate>
#include <QPromise>
#include <QtConcurrentRun>

#include <array>

namespace weighbridge::session
{

namespace
{
constexpr int kDelayMs = 150; // after the last change: a drag is one computation

/// Coarse first: between the passes the work can be given up, and what it has found so far is
/// shown.
template <typename Found>
void refine(QPromise<Found> &promise, const decision::Decision &subject, int draws)
{
    decision::AnalysisOptions options;
    options.complete = true;
    options.today = QDate::currentDate();
    constexpr int kCoarser = 50;
    for (const int pass : {draws / kCoarser, draws}) {
        if (promise.isCanceled())
            return;
        options.draws = pass;
        promise.addResult(std::make_shared<const decision::Analysis>(analyse(subject, options)));
    }
}
} // namespace

AnalysisRefinement::AnalysisRefinement(ProjectSession &session, int draws, QObject *parent)
    : QObject(parent), m_session(session), m_draws(draws)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &AnalysisRefinement::start);
    connect(&m_work, &QFutureWatcherBase::resultReadyAt, this, &AnalysisRefinement::take);
    connect(&m_work, &QFutureWatcherBase::finished, this, [this] {
        m_complete = !m_work.isCanceled();
        if (m_wanted && !m_complete && !m_delay.isActive())
            start();
    });
    connect(&session, &ProjectSession::decisionChanged, this, &AnalysisRefinement::forget);
    connect(&session, &ProjectSession::projectReplaced, this, &AnalysisRefinement::forget);
}

AnalysisRefinement::~AnalysisRefinement()
{
    m_work.cancel();
}

const decision::Analysis *AnalysisRefinement::analysis() const
{
    // Who hears of a change before forget() does asks about the new decision already.
    return m_subject == m_session.decision() ? m_analysis.get() : nullptr;
}

void AnalysisRefinement::setWanted(bool wanted)
{
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    if (!wanted) {
        m_delay.stop();
        m_work.cancel();
    } else if (!m_complete) {
        m_delay.start();
    }
}

void AnalysisRefinement::forget()
{
    m_work.cancel();
    const bool had = m_analysis != nullptr;
    m_analysis.reset();
    m_complete = false;
    if (m_wanted)
        m_delay.start();
    if (had)
        Q_EMIT outdated();
}

void AnalysisRefinement::start()
{
    // One at a time: what was given up ends with its pass, and finished() starts the next.
    if (m_work.isRunning())
        return;
    m_subject = m_session.decision();
    m_work.setFuture(
        QtConcurrent::run([subject = m_subject, draws = m_draws](QPromise<Found> &promise) {
            refine(promise, subject, draws);
        }));
}

void AnalysisRefinement::take()
{
    if (m_work.isCanceled() || m_subject != m_session.decision())
        return;
    m_analysis = m_work.future().resultAt(m_work.future().resultCount() - 1);
    Q_EMIT refined();
}

} // namespace weighbridge::session
