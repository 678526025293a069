// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/arguments.h"

#include "app/command_line/console.h"
#include "app/command_line/suggestion.h"

#include <QCommandLineParser>

#include <algorithm>
#include <cmath>

namespace weighbridge::app
{

namespace
{

constexpr int kDescriptionColumn = 26;
const QLatin1String kHelp("help");

QString namesOf(const QString &name, const QString &letter, const QString &valueName)
{
    QString text = letter.isEmpty() ? QStringLiteral("    ") : QStringLiteral("-%1, ").arg(letter);
    text += QStringLiteral("--") + name;
    if (!valueName.isEmpty())
        text += QLatin1Char(' ') + valueName;
    return text;
}

QString helpLine(const QString &left, const QString &right)
{
    const QString indented = QStringLiteral("  ") + left;
    if (indented.size() < kDescriptionColumn)
        return indented.leftJustified(kDescriptionColumn) + right + QLatin1Char('\n');
    return indented + QLatin1Char('\n') + QString(kDescriptionColumn, QLatin1Char(' ')) + right +
           QLatin1Char('\n');
}

} // namespace

Arguments::Arguments(QString command, QString summary)
    : m_command(std::move(command)), m_summary(std::move(summary))
{
}

void Arguments::addFlag(const QString &name, const QString &description, const QString &letter)
{
    m_options.push_back({name, letter, {}, description, {}});
}

void Arguments::addOption(const QString &name, const QString &valueName, const QString &description,
                          const QString &defaultValue, const QString &letter)
{
    m_options.push_back({name, letter, valueName, description, defaultValue});
}

void Arguments::setOperands(Operands operands, const QString &name, const QString &description)
{
    m_operands = operands;
    m_operandName = name;
    m_operandDescription = description;
}

std::optional<ExitCode> Arguments::parse(const QStringList &arguments)
{
    addFlag(kHelp, QStringLiteral("show this help"), QStringLiteral("h"));
    QCommandLineParser parser;
    QStringList known;
    for (const Option &option : m_options) {
        QStringList names{option.name};
        if (!option.letter.isEmpty())
            names << option.letter;
        parser.addOption(QCommandLineOption(names, option.description, option.valueName));
        known << option.name;
    }
    // The parser takes the first argument for the program's name.
    const bool parsed = parser.parse(QStringList{m_command} + arguments);
    if (parser.isSet(kHelp)) {
        print(helpText());
        return ExitCode::success;
    }
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty()) {
        const QString best = closest(unknown.first(), known);
        reject(QStringLiteral("'%1' has no option '%2'").arg(m_command, unknown.first()) +
               (best.isEmpty() ? QString() : QStringLiteral(". Did you mean '--%1'?").arg(best)));
    } else if (!parsed) {
        reject(parser.errorText());
    }
    for (const Option &option : m_options) {
        if (parser.isSet(option.name))
            m_given.insert(option.name, parser.values(option.name));
    }
    m_values = parser.positionalArguments();
    reject(checkOperands());
    reject(checkFiles());
    return usageError();
}

QString Arguments::checkOperands() const
{
    if (m_operands == Operands::any)
        return {};
    if (m_operands == Operands::one && m_values.isEmpty())
        return QStringLiteral("'%1' needs %2").arg(m_command, m_operandName);
    const qsizetype most = m_operands == Operands::none ? 0 : 1;
    if (m_values.size() > most)
        return QStringLiteral("'%1' does not take '%2'").arg(m_command, m_values.at(most));
    return {};
}

QString Arguments::checkFiles() const
{
    // Of a script whose variable is not set; to go on without the file would judge another project.
    for (const Option &option : m_options) {
        if (option.valueName.startsWith(QLatin1String("FILE")) &&
            m_given.value(option.name).contains(QString()))
            return QStringLiteral("--%1 takes a %2, not an empty name")
                .arg(option.name, option.valueName);
    }
    return m_operandName.startsWith(QLatin1String("FILE")) && m_values.contains(QString())
               ? QStringLiteral("'%1' takes a %2, not an empty name").arg(m_command, m_operandName)
               : QString();
}

bool Arguments::isSet(const QString &name) const
{
    return m_given.contains(name);
}

QString Arguments::text(const QString &name) const
{
    const auto given = m_given.constFind(name);
    if (given != m_given.constEnd())
        return given->isEmpty() ? QString() : given->last();
    const auto option = std::find_if(m_options.begin(), m_options.end(),
                                     [&name](const Option &o) { return o.name == name; });
    return option == m_options.end() ? QString() : option->defaultValue;
}

QStringList Arguments::texts(const QString &name) const
{
    return m_given.value(name);
}

QStringList Arguments::commaSeparated(const QString &name) const
{
    QStringList parts;
    for (const QString &part : text(name).split(QLatin1Char(','), Qt::SkipEmptyParts))
        parts << part.trimmed();
    return parts;
}

int Arguments::integer(const QString &name, int least, int most)
{
    const QString typed = text(name);
    bool isNumber = false;
    const int value = typed.toInt(&isNumber);
    if (isNumber && value >= least && value <= most)
        return value;
    reject(QStringLiteral("--%1 must be a whole number from %2 to %3, not '%4'")
               .arg(name)
               .arg(least)
               .arg(most)
               .arg(typed));
    return least;
}

double Arguments::number(const QString &name, double least, double most)
{
    const QString typed = text(name);
    bool isNumber = false;
    const double value = typed.toDouble(&isNumber);
    if (isNumber && std::isfinite(value) && value >= least && value <= most)
        return value;
    reject(QStringLiteral("--%1 must be a number from %2 to %3, not '%4'")
               .arg(name)
               .arg(least)
               .arg(most, 0, 'f', 0)
               .arg(typed));
    return least;
}

double Arguments::seconds(const QString &name, double least, double most)
{
    const auto given = m_given.find(name);
    if (given != m_given.end() && !given->isEmpty() && given->last().endsWith(QLatin1Char('s')))
        given->last().chop(1);
    return number(name, least, most);
}

void Arguments::reject(const QString &message)
{
    if (m_error.isEmpty())
        m_error = message;
}

std::optional<ExitCode> Arguments::usageError() const
{
    if (m_error.isEmpty())
        return std::nullopt;
    complain(m_error);
    note(QStringLiteral("Try 'weighbridge %1 --help'.").arg(m_command));
    return ExitCode::usage;
}

QString Arguments::usageLine() const
{
    QString line = QStringLiteral("Usage: weighbridge %1 [OPTION]…").arg(m_command);
    switch (m_operands) {
    case Operands::none:
        return line;
    case Operands::optional:
        return line + QStringLiteral(" [%1]").arg(m_operandName);
    case Operands::one:
        return line + QLatin1Char(' ') + m_operandName;
    case Operands::any:
        return line + QStringLiteral(" [%1]…").arg(m_operandName);
    }
    return line;
}

QString Arguments::helpText() const
{
    QString help = usageLine() + QLatin1Char('\n') + m_summary + QStringLiteral("\n\n");
    if (m_operands != Operands::none)
        help += helpLine(m_operandName, m_operandDescription) + QLatin1Char('\n');
    for (const Option &option : m_options) {
        QString description = option.description;
        if (!option.defaultValue.isEmpty())
            description += QStringLiteral(" (default: %1)").arg(option.defaultValue);
        help += helpLine(namesOf(option.name, option.letter, option.valueName), description);
    }
    return help;
}

} // namespace weighbridge::app
