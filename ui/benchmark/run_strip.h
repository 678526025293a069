// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/benchmark_session.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace weighbridge::widgets
{
class ElidedLabel;
class Label;
class SegmentedProgress;
} // namespace weighbridge::widgets

namespace weighbridge::benchmark
{

/// Where the run stands and what can be done about it, in each of the six states.
class RunStrip : public widgets::Card
{
    Q_OBJECT

public:
    explicit RunStrip(session::BenchmarkSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void cancelRequested();
    void logRequested();
    void reportRequested();
    void discardRequested();
    /// Measure these (what failed or was left out).
    void runRequested(const QStringList &targets);
    void setUpRequested();

private:
    void refresh();
    void showRunning();
    void showDone();
    void showFailed();
    void showCancelled();
    void showIdle();
    void setTexts(const QString &title, const QString &text);
    void setGlyph(theme::Glyph glyph, theme::Tone tone);
    void showButtons(const QList<QPushButton *> &buttons);
    void refreshSegments();
    [[nodiscard]] QStringList targetsIn(session::TargetTrack::State state) const;
    [[nodiscard]] QString nameOf(const QString &target) const;

    session::BenchmarkSession &m_session;
    QLabel *m_glyph = nullptr;
    widgets::Label *m_title = nullptr;
    widgets::ElidedLabel *m_text = nullptr;
    widgets::SegmentedProgress *m_segments = nullptr;
    QPushButton *m_log = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_report = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_setUp = nullptr;
    QStringList m_againTargets;
};

} // namespace weighbridge::benchmark
