// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/line_reader.h"
#include "core/knowledge/guide.h"

#include <QStringList>

#include <stop_token>
#include <vector>

namespace weighbridge::app
{

/// `decide --interview`: one question after another on the standard output, answers from the
/// standard input, until it is settled or enough for who is asked. Words and order are the core's.
class GuidedInterview
{
public:
    enum class End {
        finished,    ///< settled, ended by who is asked, or the input ended
        interrupted, ///< Ctrl-C
        nobodyThere, ///< no terminal and nothing piped in
    };

    /// Questions in `skipped` are not asked.
    GuidedInterview(decision::Decision decision, QStringList skipped, std::stop_token stop);

    [[nodiscard]] End run();
    /// With what was answered so far.
    [[nodiscard]] const decision::Decision &decision() const { return m_now.decision; }

private:
    /// What going back returns to.
    struct Point {
        decision::Decision decision;
        QStringList skipped;
    };
    enum class Reply { again, next, quit };

    void ask(const knowledge::OpenQuestion &open) const;
    [[nodiscard]] Reply reply(const knowledge::OpenQuestion &open, const QString &line);
    [[nodiscard]] Reply replyToStop(const knowledge::Guidance &guidance, const QString &line);
    [[nodiscard]] Reply answer(const knowledge::Question &question, const QString &line);
    [[nodiscard]] Reply goBack();
    [[nodiscard]] LineReader::Outcome readReply(QString &line);

    Point m_now;
    std::vector<Point> m_earlier;
    LineReader m_input;
    bool m_wantsMore = false; ///< who is asked goes on although it is settled
};

} // namespace weighbridge::app
