// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/result_table_model.h"

#include "core/results/language.h"

#include <algorithm>

namespace weighbridge::models
{

namespace
{
std::optional<double> figureOf(const results::TargetResult &result,
                               const results::Quantity &quantity)
{
    const auto summary = results::summaryOf(result, quantity);
    return summary ? std::optional(summary->median) : std::nullopt;
}
} // namespace

ResultTableModel::ResultTableModel(const session::BenchmarkSession &session,
                                   const article::Article &article, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_article(article)
{
    connect(&session, &session::BenchmarkSession::targetsChanged, this, &ResultTableModel::refresh);
    connect(&session, &session::BenchmarkSession::stateChanged, this, &ResultTableModel::refresh);
    connect(&session, &session::BenchmarkSession::progressChanged, this,
            &ResultTableModel::refresh);
    connect(&session, &session::BenchmarkSession::shownRunChanged, this,
            &ResultTableModel::refresh);
    refresh();
}

int ResultTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ResultTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

/// First go the figures that nothing is compared by, last the first three that targets are compared
/// by.
int ResultTableModel::dispensability(int section) const
{
    constexpr int kLast = 3;
    const ColumnSpec &column = m_columns[std::size_t(section)];
    if (column.kind == ratioColumn)
        return kLast + 1;
    if (column.kind != figureColumn)
        return 0;
    if (column.figures.part == results::Column::Part::range)
        return kLast + 2;
    const auto isCompared = [this](const ColumnSpec &each) {
        return each.kind == figureColumn && each.figures.part == results::Column::Part::value &&
               each.figures.quantity->placeIn(results::workloadKind(m_session.plan().workload)) ==
                   results::Place::compared;
    };
    if (!isCompared(column))
        return columnCount() + section;
    const auto place =
        int(std::count_if(m_columns.begin(), m_columns.begin() + section, isCompared));
    return place < kLast ? 1 + place : kLast + place;
}

std::vector<ResultTableModel::ColumnSpec>
ResultTableModel::columnsOf(const results::BenchmarkPlan &plan) const
{
    const bool published = m_article.standsBeside(plan);
    std::vector<ColumnSpec> columns{{frameworkColumn, {}}};
    if (published)
        columns.push_back({publishedColumn, {}});
    const std::vector<results::Column> figures = results::columnsOf(plan);
    for (const results::Column &each : figures) {
        const bool isMain = each == figures.front();
        columns.push_back({isMain ? measuredColumn : figureColumn, each});
    }
    if (published) { // behind the measured figure and its range
        const auto place = std::find_if(columns.begin() + 3, columns.end(), [](const auto &each) {
            return each.figures.part != results::Column::Part::range;
        });
        columns.insert(place, {ratioColumn, {}});
    }
    return columns;
}

void ResultTableModel::refresh()
{
    const auto columns = columnsOf(m_session.plan());
    std::vector<QString> targets;
    for (const measure::TargetStatus &status : m_session.targets())
        targets.push_back(status.target.id);
    const bool same =
        columns == m_columns &&
        std::equal(targets.begin(), targets.end(), m_rows.begin(), m_rows.end(),
                   [](const QString &id, const Row &row) { return id == row.target; });
    if (!same)
        beginResetModel();
    m_columns = columns;
    m_rows.clear();
    m_greatest = 0;
    for (const measure::TargetStatus &status : m_session.targets()) {
        m_rows.push_back(makeRow(status));
        m_greatest = std::max(m_greatest, m_rows.back().measured.value_or(0));
    }
    if (!same)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

ResultTableModel::Row ResultTableModel::makeRow(const measure::TargetStatus &status) const
{
    Row row{
        status.target.id, results::languageName(status.target.language), toolTip(status), {}, {}};
    const results::TargetResult *result = resultOf(status.target.id);
    for (const ColumnSpec &column : m_columns) {
        if (column.kind == measuredColumn && result)
            row.measured = figureOf(*result, *column.figures.quantity);
        row.cells.push_back(cell(status, column, row));
    }
    return row;
}

const results::TargetResult *ResultTableModel::resultOf(const QString &target) const
{
    const session::TargetTrack *track = m_session.track(target);
    return track && track->result && !track->result->rounds.empty() ? &*track->result : nullptr;
}

QVariant ResultTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnSpec &column = m_columns[std::size_t(section)];
    if (role == Qt::TextAlignmentRole)
        return column.kind == frameworkColumn || column.kind == measuredColumn
                   ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                   : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column.figures.quantity)
        return column.figures.quantity->title;
    if (role != Qt::DisplayRole)
        return {};
    switch (column.kind) {
    case frameworkColumn:
        return tr("Framework");
    case publishedColumn:
        return tr("Published req/s");
    case ratioColumn:
        return tr("Measured ÷ published");
    case measuredColumn:
        if (m_article.standsBeside(m_session.plan())) // beside what is published
            return tr("Measured %1").arg(results::headingOf(column.figures).toLower());
        [[fallthrough]];
    case figureColumn:
        return results::headingOf(column.figures);
    }
    return {};
}

QVariant ResultTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const Cell &cell = row.cells[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case toneRole:
        return int(cell.tone);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ToolTipRole:
        return row.toolTip;
    case seriesRole:
        return row.target;
    case languageRole:
        return row.language;
    case barRole:
        return row.measured && m_greatest > 0 && columnKind(index.column()) == measuredColumn
                   ? QVariant(*row.measured / m_greatest)
                   : QVariant();
    default:
        return {};
    }
}

ResultTableModel::Cell ResultTableModel::cell(const measure::TargetStatus &status,
                                              const ColumnSpec &column, const Row &row) const
{
    const article::PublishedFigure *published = m_article.find(status.target.id, m_session.plan());
    const results::TargetResult *result = resultOf(status.target.id);
    const Cell none{results::noFigure(), Tone::quiet};
    if (column.kind == frameworkColumn)
        return {status.target.name};
    if (column.kind == measuredColumn)
        return measuredCell(status, column.figures, row);
    if (column.kind == publishedColumn) {
        if (published)
            return {grouped(published->requestsPerSecond, readersLocale())};
        return status.target.builtIn ? Cell{tr("the ceiling here"), Tone::quiet}
                                     : Cell{tr("not published"), Tone::quiet};
    }
    if (!result)
        return none;
    if (column.kind == ratioColumn)
        return published && row.measured
                   ? Cell{readersLocale().toString(*row.measured / published->requestsPerSecond,
                                                   'f', 2) +
                          QStringLiteral("×")}
                   : none;
    return figureCell(*result, column.figures);
}

ResultTableModel::Cell ResultTableModel::figureCell(const results::TargetResult &result,
                                                    const results::Column &column)
{
    const auto value = figureOf(result, *column.quantity);
    const bool isWarning = column.quantity->id == QLatin1String("errors") && value.value_or(0) > 0;
    return {results::cellText(result, column, readersLocale()), !value      ? Tone::quiet
                                                                : isWarning ? Tone::warn
                                                                            : Tone::primary};
}

ResultTableModel::Cell ResultTableModel::measuredCell(const measure::TargetStatus &status,
                                                      const results::Column &column,
                                                      const Row &row) const
{
    if (row.measured) {
        const results::TargetResult &result = *resultOf(status.target.id);
        const bool sound =
            results::isUsable(result) || result.state != results::TargetState::measured;
        return {results::cellText(result, column, readersLocale()),
                sound ? Tone::primary : Tone::warn};
    }
    if (const session::TargetTrack *track = m_session.track(status.target.id)) {
        switch (track->state) {
        case session::TargetTrack::State::active:
            return {tr("running"), Tone::running};
        case session::TargetTrack::State::failed:
            return {tr("failed to start"), Tone::err};
        case session::TargetTrack::State::cancelled:
            return {tr("not run"), Tone::quiet};
        case session::TargetTrack::State::waiting:
        case session::TargetTrack::State::done:
            return {results::noFigure(), Tone::quiet};
        }
    }
    if (status.readiness == measure::Readiness::noToolchain)
        return {tr("not installed"), Tone::warn};
    return {results::noFigure(), Tone::quiet};
}

QString ResultTableModel::toolTip(const measure::TargetStatus &status) const
{
    const session::TargetTrack *track = m_session.track(status.target.id);
    if (!track || !track->result)
        return status.reason;
    QStringList lines;
    if (!track->result->failure.isEmpty())
        lines.append(track->result->failure);
    for (const results::Flag &flag : track->result->flags)
        lines.append(results::inWords(flag));
    for (const results::Column &column :
         results::columnsOf(m_session.plan(), results::Detail::full)) {
        const auto summary = results::summaryOf(*track->result, *column.quantity);
        if (summary && column.part == results::Column::Part::value)
            lines.append(tr("%1: %2").arg(
                column.quantity->title,
                results::summaryText(*column.quantity, *summary, readersLocale())));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace weighbridge::models
