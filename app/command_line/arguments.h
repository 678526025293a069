// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line/exit_code.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace weighbridge::app
{

/// The command line of one sub-command: declared once, from which parsing, checking and `--help`
/// follow. The first wrong value is remembered, so that a command reads all its values and then
/// asks `usageError()` once.
class Arguments
{
public:
    enum class Operands { none, optional, one, any };

    Arguments(QString command, QString summary);

    /// `name` without dashes; `letter` is a short form or empty.
    void addFlag(const QString &name, const QString &description, const QString &letter = {});
    void addOption(const QString &name, const QString &valueName, const QString &description,
                   const QString &defaultValue = {}, const QString &letter = {});
    void setOperands(Operands operands, const QString &name, const QString &description);

    /// Reads what follows the sub-command. Nothing: go on; otherwise help was printed or the
    /// command line was wrong and has been complained about.
    [[nodiscard]] std::optional<ExitCode> parse(const QStringList &arguments);

    [[nodiscard]] bool isSet(const QString &name) const;
    [[nodiscard]] QString text(const QString &name) const;
    [[nodiscard]] QStringList texts(const QString &name) const; ///< of an option given repeatedly
    [[nodiscard]] QStringList commaSeparated(const QString &name) const;
    [[nodiscard]] int integer(const QString &name, int least, int most);
    [[nodiscard]] double number(const QString &name, double least, double most);
    /// As number(); a trailing "s" is allowed.
    [[nodiscard]] double seconds(const QString &name, double least, double most);
    [[nodiscard]] const QStringList &operands() const { return m_values; }
    [[nodiscard]] QString operand() const { return m_values.value(0); }

    void reject(const QString &message);
    [[nodiscard]] bool hasMistake() const { return !m_error.isEmpty(); }
    /// Complains about the first wrong value, if there was one.
    [[nodiscard]] std::optional<ExitCode> usageError() const;
    [[nodiscard]] QString helpText() const;

private:
    struct Option {
        QString name;
        QString letter;
        QString valueName; ///< empty: a flag
        QString description;
        QString defaultValue;
    };
    [[nodiscard]] QString checkOperands() const;
    [[nodiscard]] QString checkFiles() const;
    [[nodiscard]] QString usageLine() const;

    QString m_command;
    QString m_summary;
    std::vector<Option> m_options;
    Operands m_operands = Operands::none;
    QString m_operandName;
    QString m_operandDescription;
    QHash<QString, QStringList> m_given;
    QStringList m_values;
    QString m_error;
};

} // namespace weighbridge::app
