// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/arguments.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/project_file.h"
#include "core/base/file_text.h"
#include "core/report/report_format.h"

namespace weighbridge::app
{

namespace
{

/// "md or json"
QString formatChoice()
{
    QStringList ids;
    for (const report::ReportFormat &each : report::reportFormats())
        ids << each.id;
    return ids.join(QStringLiteral(" or "));
}

} // namespace

ExitCode runReport(const QStringList &arguments, std::stop_token)
{
    Arguments line(QStringLiteral("report"),
                   QStringLiteral("The report of a project: Markdown as an architecture decision "
                                  "record, or JSON.\nWithout FILE: of the built-in sample."));
    line.setOperands(Arguments::Operands::optional, QStringLiteral("FILE.weigh"),
                     QStringLiteral("the project; it is not changed"));
    line.addOption(QStringLiteral("format"), QStringLiteral("FORMAT"), formatChoice(),
                   report::reportFormats().front().id);
    line.addOption(QStringLiteral("out"), QStringLiteral("FILE"),
                   QStringLiteral("where to; otherwise the standard output"));
    if (const auto finished = line.parse(arguments))
        return *finished;
    const QString chosen = line.text(QStringLiteral("format"));
    const report::ReportFormat *format = report::findReportFormat(chosen);
    if (format == nullptr)
        line.reject(
            QStringLiteral("--format is %1 in this version, not '%2'").arg(formatChoice(), chosen));
    if (isSameFile(line.text(QStringLiteral("out")), line.operand()))
        line.reject(
            QStringLiteral("--out would write the report over the project '%1'; name another "
                           "file")
                .arg(line.operand()));
    if (const auto wrong = line.usageError())
        return *wrong;

    const auto project = projectOrSample(line.operand());
    if (!project) {
        complain(project.error());
        return ExitCode::failure;
    }
    const auto content = report::contentOf(*project, QDate::currentDate());
    const QByteArray bytes = format->write(content);
    if (!line.isSet(QStringLiteral("out"))) {
        print(QString::fromUtf8(bytes));
        return afterFlush(ExitCode::success);
    }
    if (const auto written = writeFile(line.text(QStringLiteral("out")), bytes); !written) {
        complain(written.error());
        return ExitCode::failure;
    }
    return ExitCode::success;
}

} // namespace weighbridge::app
