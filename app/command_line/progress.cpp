// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/progress.h"

#include "app/command_line/console.h"
#include "app/command_line/terminal_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace weighbridge::app
{

namespace
{

constexpr int kBarCells = 24;
constexpr int kUsualColumns = 80;

int terminalColumns()
{
    winsize size = {};
    const bool isKnown = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return isKnown ? size.ws_col : kUsualColumns;
}

} // namespace

ProgressLine::ProgressLine() : m_isTerminal(::isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(double fraction, const QString &text)
{
    if (!m_isTerminal)
        return;
    const double done = std::isfinite(fraction) ? std::clamp(fraction, 0.0, 1.0) : 0.0;
    const int filled = static_cast<int>(std::lround(done * kBarCells));
    const QString bar =
        QString(filled, QLatin1Char('#')).leftJustified(kBarCells, QLatin1Char('.'));
    const QString line = leftCells(QStringLiteral("[%1] %2%  %3")
                                       .arg(bar)
                                       .arg(static_cast<int>(done * 100), 3)
                                       .arg(printable(text).simplified()),
                                   terminalColumns() - 1);
    std::fprintf(stderr, "\r\x1b[K%s", qUtf8Printable(line));
    m_isDrawn = true;
}

void ProgressLine::milestone(const QString &text)
{
    if (text.isEmpty() || text == m_lastMilestone)
        return;
    m_lastMilestone = text;
    finish();
    note(text);
}

void ProgressLine::finish()
{
    if (m_isDrawn)
        std::fputs("\r\x1b[K", stderr);
    m_isDrawn = false;
}

} // namespace weighbridge::app
