// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/arguments.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/project_file.h"
#include "core/report/report_content.h"

#include <QSaveFile>

namespace weighbridge::app
{

namespace
{

Outcome write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{QStringLiteral("Cannot write '%1': %2").arg(path, file.errorString()),
                     QStringLiteral("Choose another place or make the folder writable"),
                     {}};
    return success();
}

} // namespace

ExitCode runReport(const QStringList &arguments, std::stop_token)
{
    Arguments line(QStringLiteral("report"),
                   QStringLiteral("The report of a project: Markdown as an architecture decision "
                                  "record, or JSON.\nWithout FILE: of the built-in sample."));
    line.setOperands(Arguments::Operands::optional, QStringLiteral("FILE.weigh"),
                     QStringLiteral("the project; it is not changed"));
    line.addOption(QStringLiteral("format"), QStringLiteral("FORMAT"), QStringLiteral("md or json"),
                   QStringLiteral("md"));
    line.addOption(QStringLiteral("out"), QStringLiteral("FILE"),
                   QStringLiteral("where to; otherwise the standard output"));
    if (const auto finished = line.parse(arguments))
        return *finished;
    const QString format = line.text(QStringLiteral("format"));
    if (format != QLatin1String("md") && format != QLatin1String("json"))
        line.reject(QStringLiteral("--format is md or json in this version, not '%1'").arg(format));
    if (const auto wrong = line.usageError())
        return *wrong;

    const auto project = projectOrSample(line.operand());
    if (!project) {
        complain(project.error());
        return ExitCode::failure;
    }
    const auto content = report::contentOf(*project, QDate::currentDate());
    const QByteArray bytes =
        format == QLatin1String("md") ? report::toMarkdown(content) : report::toJson(content);
    if (!line.isSet(QStringLiteral("out"))) {
        print(QString::fromUtf8(bytes));
        return afterFlush(ExitCode::success);
    }
    if (const auto written = write(line.text(QStringLiteral("out")), bytes); !written) {
        complain(written.error());
        return ExitCode::failure;
    }
    return ExitCode::success;
}

} // namespace weighbridge::app
