// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/preparation_session.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"

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

/// What is being prepared, how far it is, what failed. Not there while there is nothing to say.
class PreparationStrip : public widgets::Card
{
    Q_OBJECT

public:
    explicit PreparationStrip(session::PreparationSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void logRequested();
    void prepareRequested(const QStringList &targets);

private:
    void refresh();
    void showRunning();
    void showOutcome();
    void showTexts(theme::Glyph glyph, theme::Tone tone, const QString &title, const QString &text);

    session::PreparationSession &m_session;
    QLabel *m_glyph = nullptr;
    widgets::Label *m_title = nullptr;
    widgets::ElidedLabel *m_text = nullptr;
    widgets::SegmentedProgress *m_segments = nullptr;
    QPushButton *m_log = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_cancel = nullptr;
    QStringList m_againTargets;
};

} // namespace weighbridge::benchmark
