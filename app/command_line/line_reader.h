// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <stop_token>

namespace weighbridge::app
{

/// Lines of the standard input, one after another, while Ctrl-C is heeded: std::getline would wait
/// for the next line first. The terminal's own line editing is used and its settings are left
/// alone.
class LineReader
{
public:
    enum class Outcome { line, end, interrupted };

    explicit LineReader(std::stop_token stop) : m_stop(std::move(stop)) {}

    /// Waits until there is a line, or none will come.
    [[nodiscard]] Outcome wait();
    /// Waits for a line and puts it into `line` without its end. A last line may lack its end.
    [[nodiscard]] Outcome read(QString &line);
    /// Whether a person may be typing.
    [[nodiscard]] static bool isTerminal();

private:
    [[nodiscard]] bool hasLine() const;

    std::stop_token m_stop;
    QByteArray m_pending;
    bool m_ended = false;
};

} // namespace weighbridge::app
