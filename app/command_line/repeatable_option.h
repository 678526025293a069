// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/arguments.h"
#include "core/decision/model/decision.h"

#include <cstddef>

namespace weighbridge::app
{

/// An option that may be given several times, each time for another subject: its form, what help
/// says of it, and what one of its texts does to a decision; it answers with what is wrong.
struct RepeatableOption {
    const char *name;
    const char *form;
    const char *description;
    QString (*apply)(decision::Decision &, const QString &text);
};

/// Declares them.
template <std::size_t Size>
void addOptions(Arguments &line, const RepeatableOption (&options)[Size])
{
    for (const RepeatableOption &option : options)
        line.addOption(QLatin1String(option.name), QLatin1String(option.form),
                       QLatin1String(option.description));
}

/// Applies every text of the option and rejects the first that is wrong, or that has the subject of
/// another one: what stands before '=' or, without it, all of it.
void applyOption(decision::Decision &decision, Arguments &line, const RepeatableOption &option);

/// The decision with every text of them applied, in the order in which they stand.
template <std::size_t Size>
[[nodiscard]] decision::Decision withOptions(decision::Decision decision, Arguments &line,
                                             const RepeatableOption (&options)[Size])
{
    for (const RepeatableOption &option : options)
        applyOption(decision, line, option);
    return decision;
}

/// The texts of an option, none of them for a subject that another one has; otherwise rejects.
[[nodiscard]] QStringList textsForDifferentSubjects(Arguments &line, const QString &option);

/// "--rate takes NEED/ALT=LEVEL, not 'x'".
[[nodiscard]] QString wrongForm(const char *option, const char *form, const QString &text);

} // namespace weighbridge::app
