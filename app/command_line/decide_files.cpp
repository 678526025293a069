// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/decide_files.h"

#include "app/command_line/console.h"
#include "core/base/file_text.h"
#include "core/evidence/run_questions.h"
#include "core/storage/table_csv.h"

#include <algorithm>
#include <climits>

namespace weighbridge::app
{

namespace
{

constexpr QLatin1String kKeepRuns("keep-runs");
constexpr QLatin1String kDropRunsBefore("drop-runs-before");
constexpr QLatin1String kImportCsv("import-csv");
constexpr QLatin1String kTableCsv("table-csv");

/// Ids of the newest `count` runs; of those that began together, the later in the file.
QSet<QString> newestRunIds(results::Runs runs, int count)
{
    std::stable_sort(runs.begin(), runs.end(),
                     [](const auto &a, const auto &b) { return a->startedAt < b->startedAt; });
    QSet<QString> ids;
    for (auto run = runs.rbegin(); run != runs.rend() && ids.size() < count; ++run)
        ids.insert((*run)->id);
    return ids;
}

void dropRuns(storage::Project &project, const FileOptions &options)
{
    const QSet<QString> needed = evidence::neededRunIds(project.decision);
    const QSet<QString> newest = newestRunIds(project.runs, options.keepRuns.value_or(0));
    const auto isOld = [&](const results::BenchmarkResult &run) {
        const bool isBeyondCount = options.keepRuns && !newest.contains(run.id);
        const bool isBeyondDate =
            options.dropRunsBefore.isValid() && run.startedAt.date() < options.dropRunsBefore;
        return isBeyondCount || isBeyondDate;
    };
    const auto before = project.runs.size();
    std::size_t kept = 0;
    std::erase_if(project.runs, [&](const auto &run) {
        if (!isOld(*run))
            return false;
        const bool isNeeded = needed.contains(run->id);
        kept += isNeeded ? 1 : 0;
        return !isNeeded;
    });
    const auto countText = [](std::size_t count, const char *one, const char *many) {
        return QStringLiteral("%1 %2").arg(count).arg(QLatin1String(count == 1 ? one : many));
    };
    QString told = QStringLiteral("Dropped %1 of %2")
                       .arg(before - project.runs.size())
                       .arg(countText(before, "run", "runs"));
    if (kept > 0)
        told += QStringLiteral("; kept %1 that would have gone, because the decision rests on %2")
                    .arg(countText(kept, "run", "runs"),
                         kept == 1 ? QStringLiteral("it") : QStringLiteral("them"));
    note(told + QLatin1Char('.'));
}

} // namespace

Outcome withImport(storage::Project &project, const FileOptions &options)
{
    const QString &path = options.importCsv;
    if (path.isEmpty())
        return success();
    constexpr qint64 kLargestTableBytes = qint64{4} * 1024 * 1024;
    const auto bytes = readFile(path, kLargestTableBytes, QStringLiteral("Choose a table (*.csv)"));
    if (!bytes)
        return bytes.error();
    auto table = storage::withTableCsv(project.decision, *bytes);
    if (!table)
        return Error{QStringLiteral("Cannot use '%1': %2").arg(path, table.error().what),
                     table.error().remedy,
                     {}};
    project.decision = std::move(table->decision);
    for (const QString &remark : table->remarks)
        note(remark + QLatin1Char('.'));
    return success();
}

void addFileOptions(Arguments &line)
{
    line.addOption(kImportCsv, QStringLiteral("FILE.csv"),
                   QStringLiteral("take weights, must-haves and ratings from a table; see "
                                  "--table-csv"));
    line.addOption(kTableCsv, QStringLiteral("FILE.csv"),
                   QStringLiteral("write the table of needs and alternatives for a spreadsheet"));
    line.addOption(kKeepRuns, QStringLiteral("N"),
                   QStringLiteral("leave all but the newest N runs out of --out; those that the "
                                  "decision rests on stay"));
    line.addOption(kDropRunsBefore, QStringLiteral("DATE"),
                   QStringLiteral("leave the runs before this day out of --out; likewise"));
}

FileOptions fileOptionsFrom(Arguments &line)
{
    FileOptions options;
    if (line.isSet(kKeepRuns))
        options.keepRuns = line.integer(kKeepRuns, 0, INT_MAX);
    if (line.isSet(kDropRunsBefore)) {
        const QString text = line.text(kDropRunsBefore);
        options.dropRunsBefore = QDate::fromString(text, Qt::ISODate);
        if (!options.dropRunsBefore.isValid())
            line.reject(QStringLiteral("--%1 takes a date as 2026-11-28, not '%2'")
                            .arg(kDropRunsBefore, text));
    }
    for (const QLatin1String option : {kKeepRuns, kDropRunsBefore}) {
        if (line.isSet(option) && !line.isSet(QStringLiteral("out")))
            line.reject(
                QStringLiteral("--%1 needs --out FILE, which may be the same file").arg(option));
    }
    options.importCsv = line.text(kImportCsv);
    options.tableCsv = line.text(kTableCsv);
    if (isSameFile(options.tableCsv, line.operand()) ||
        isSameFile(options.tableCsv, line.text(QStringLiteral("out"))))
        line.reject(QStringLiteral("--%1 would write the table over the project '%2'; name another "
                                   "file")
                        .arg(kTableCsv, options.tableCsv));
    return options;
}

Outcome withFileOptions(storage::Project &project, const FileOptions &options)
{
    if (!options.tableCsv.isEmpty()) {
        const QByteArray table = storage::tableCsv(project.decision);
        if (const auto written = writeFile(options.tableCsv, table); !written)
            return written;
    }
    if (options.keepRuns || options.dropRunsBefore.isValid())
        dropRuns(project, options);
    return success();
}

} // namespace weighbridge::app
