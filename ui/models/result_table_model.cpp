// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/result_table_model.h"

#include "core/results/quantity.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace weighbridge::models
{

namespace
{
const QString kNone = QStringLiteral("—");

QString languageName(const QString &id)
{
    if (id == QLatin1String("go"))
        return QStringLiteral("Go");
    if (id == QLatin1String("python"))
        return QStringLiteral("Python");
    if (id == QLatin1String("node"))
        return QStringLiteral("Node.js");
    if (id == QLatin1String("cpp"))
        return QStringLiteral("C++");
    return id;
}

QString whole(double value)
{
    return QLocale().toString(value, 'f', 0);
}

/// Three significant figures at most, no more decimals than help: "0.42", "24", "1,240".
QString compact(double value)
{
    const double size = std::abs(value);
    const int decimals = size == std::floor(size) || size >= 10 ? 0 : size < 1 ? 2 : 1;
    return QLocale().toString(value, 'f', decimals);
}

/// The median, from the result's own summary where it has one.
std::optional<double> medianOf(const results::TargetResult &result, const QString &quantity)
{
    for (const results::FigureSummary &figure : result.figures) {
        if (figure.quantity == quantity)
            return figure.value.median;
    }
    if (quantity == QLatin1String("requests_per_second"))
        return result.requestsPerSecond.median;
    const results::Quantity *known = results::findQuantity(quantity);
    const auto summary = known ? results::summaryOf(result, *known) : std::nullopt;
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

bool ResultTableModel::isForWideOnly(int section) const
{
    const Column kind = columnKind(section);
    constexpr int kNarrowQuantities = 2; // their titles are long
    return kind == ratioColumn || kind == errorsColumn || kind == spreadColumn ||
           (kind == quantityColumn && section > 1 + kNarrowQuantities);
}

std::vector<ResultTableModel::ColumnSpec> ResultTableModel::columnsOf(const QString &workload) const
{
    const QStringList quantities = results::quantitiesOf(workload);
    const bool load = quantities.first() == QLatin1String("requests_per_second");
    std::vector<ColumnSpec> columns{{frameworkColumn, {}}};
    if (workload == QLatin1String("json")) // what the article publishes
        columns.push_back({publishedColumn, {}});
    columns.push_back({measuredColumn, quantities.first()});
    if (workload == QLatin1String("json"))
        columns.push_back({ratioColumn, {}});
    if (load) {
        for (const Column kind : {p50Column, p99Column, memoryColumn, errorsColumn, spreadColumn})
            columns.push_back({kind, {}});
        return columns;
    }
    for (const QString &quantity : quantities.mid(1))
        columns.push_back({quantityColumn, quantity});
    return columns;
}

void ResultTableModel::refresh()
{
    const auto columns = columnsOf(m_session.plan().workload);
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
    Row row{status.target.id, languageName(status.target.language), toolTip(status), {}, {}};
    const results::TargetResult *result = resultOf(status.target.id);
    for (const ColumnSpec &column : m_columns) {
        if (column.kind == measuredColumn && result)
            row.measured = medianOf(*result, column.quantity);
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
    if (role != Qt::DisplayRole)
        return {};
    switch (column.kind) {
    case frameworkColumn:
        return tr("Framework");
    case publishedColumn:
        return tr("Published req/s");
    case ratioColumn:
        return tr("Measured ÷ published");
    case p50Column:
        return tr("p50 ms");
    case p99Column:
        return tr("p99 ms");
    case memoryColumn:
        return tr("Peak memory");
    case errorsColumn:
        return tr("Errors");
    case spreadColumn:
        return tr("Spread");
    case measuredColumn:
        if (column.quantity == QLatin1String("requests_per_second"))
            return tr("Measured here, req/s");
        [[fallthrough]];
    case quantityColumn:
        if (const results::Quantity *quantity = results::findQuantity(column.quantity))
            return quantity->title.compare(quantity->unit, Qt::CaseInsensitive) == 0 ||
                           quantity->unit == QLatin1String("packages")
                       ? quantity->title
                       : tr("%1, %2", "quantity, unit").arg(quantity->title, quantity->unit);
        break;
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
    const article::PublishedFigure *published = m_article.find(status.target.id);
    const results::TargetResult *result = resultOf(status.target.id);
    const Cell none{kNone, Tone::quiet};
    if (column.kind == frameworkColumn)
        return {status.target.name};
    if (column.kind == measuredColumn)
        return measuredCell(status, row);
    if (column.kind == publishedColumn) {
        if (published)
            return {whole(published->requestsPerSecond)};
        return status.target.builtIn ? Cell{tr("the ceiling here"), Tone::quiet}
                                     : Cell{tr("not published"), Tone::quiet};
    }
    if (!result)
        return none;
    switch (column.kind) {
    case ratioColumn:
        if (!published)
            return none;
        return {QLocale().toString(result->requestsPerSecond.median / published->requestsPerSecond,
                                   'f', 2) +
                QStringLiteral("×")};
    case p50Column:
        return {compact(result->latency.p50)};
    case p99Column:
        return {compact(result->latency.p99)};
    case memoryColumn:
        return {whole(result->memory.peak) + tr(" MB")};
    case errorsColumn:
        return {whole(double(result->errors)), result->errors > 0 ? Tone::warn : Tone::primary};
    case spreadColumn:
        if (result->rounds.size() < 2)
            return none;
        return {QStringLiteral("±%1%").arg(QLocale().toString(result->spread * 100, 'f', 1))};
    case quantityColumn:
        if (const auto value = medianOf(*result, column.quantity))
            return {compact(*value)};
        return none;
    case frameworkColumn:
    case publishedColumn:
    case measuredColumn:
        break;
    }
    return none;
}

ResultTableModel::Cell ResultTableModel::measuredCell(const measure::TargetStatus &status,
                                                      const Row &row) const
{
    if (row.measured) {
        const results::TargetResult &result = *resultOf(status.target.id);
        const bool sound = result.valid || result.state != results::TargetState::measured;
        return {compact(*row.measured), sound ? Tone::primary : Tone::warn};
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
            return {kNone, Tone::quiet};
        }
    }
    if (status.readiness == measure::Readiness::noToolchain)
        return {tr("not installed"), Tone::warn};
    return {kNone, Tone::quiet};
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
        lines.append(flag.text);
    return lines.join(QLatin1Char('\n'));
}

} // namespace weighbridge::models
