// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weighbridge::app
{

/// Progress on stderr: a bar that redraws itself on a terminal; elsewhere one plain line per
/// milestone. One at a time, from one thread.
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine() { finish(); }
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    /// Redraws the bar; does nothing where there is no terminal. `fraction` is clamped to 0…1.
    void show(double fraction, const QString &text);
    /// A line that stays, on a terminal and elsewhere. The same text twice in a row is shown once.
    void milestone(const QString &text);
    /// Clears the bar, so that what follows begins at the left margin.
    void finish();

private:
    bool m_isTerminal;
    bool m_isDrawn = false;
    QString m_lastMilestone;
};

} // namespace weighbridge::app
