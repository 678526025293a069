// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <memory>

namespace weighbridge::session
{

class ProjectSession;

/// The complete analysis of a project (a million draws, SMAA-2, split of the doubt), found in the
/// background a moment after the last change and only while somebody wants it. GUI thread.
class AnalysisRefinement : public QObject
{
    Q_OBJECT

public:
    static constexpr int kDraws = 1'000'000;

    explicit AnalysisRefinement(ProjectSession &session, int draws = kDraws,
                                QObject *parent = nullptr);
    ~AnalysisRefinement() override;

    /// While not wanted nothing is computed; a computation under way is given up.
    void setWanted(bool wanted);
    /// Of the decision as it is now, coarse at first; nullptr until there is one.
    [[nodiscard]] const decision::Analysis *analysis() const;

Q_SIGNALS:
    void refined();  ///< analysis() is there, or better than before
    void outdated(); ///< the decision changed: analysis() is gone until refined()

private:
    using Found = std::shared_ptr<const decision::Analysis>;

    void forget();
    void start();
    void take();

    ProjectSession &m_session;
    int m_draws = 0;
    bool m_wanted = false;
    bool m_complete = false; ///< m_analysis has all draws
    QTimer m_delay;
    QFutureWatcher<Found> m_work;
    decision::Decision m_subject; ///< what m_work analyses
    Found m_analysis;
};

} // namespace weighbridge::session
