// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/result_table_model.h"

#include <QLocale>

#include <algorithm>

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
QString milliseconds(double value)
{
    const int decimals = value < 1 ? 2 : value < 10 ? 1 : 0;
    return QLocale().toString(value, 'f', decimals);
}
} // namespace

ResultTableModel::ResultTableModel(const BenchmarkSession &session,
                                   const evidence::Article &article, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_article(article)
{
    connect(&session, &BenchmarkSession::targetsChanged, this, &ResultTableModel::refresh);
    connect(&session, &BenchmarkSession::stateChanged, this, &ResultTableModel::refresh);
    connect(&session, &BenchmarkSession::progressChanged, this, &ResultTableModel::refresh);
    refresh();
}

int ResultTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_targets.size());
}

int ResultTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCountValue);
}

void ResultTableModel::refresh()
{
    std::vector<QString> targets;
    for (const measure::TargetStatus &status : m_session.targets())
        targets.push_back(status.target.id);
    findGreatest();
    if (targets != m_targets) {
        beginResetModel();
        m_targets = std::move(targets);
        endResetModel();
        return;
    }
    if (!m_targets.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCountValue - 1));
}

void ResultTableModel::findGreatest()
{
    m_greatest = 0;
    for (const measure::TargetStatus &status : m_session.targets()) {
        if (const auto *result = resultOf(status.target.id))
            m_greatest = std::max(m_greatest, result->requestsPerSecond.median);
    }
}

const measure::TargetResult *ResultTableModel::resultOf(const QString &target) const
{
    const TargetTrack *track = m_session.track(target);
    return track && track->result && !track->result->rounds.empty() ? &*track->result : nullptr;
}

QVariant ResultTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == frameworkColumn || section == measuredColumn
                   ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                   : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case frameworkColumn:
        return tr("Framework");
    case publishedColumn:
        return tr("Published req/s");
    case measuredColumn:
        return tr("Measured here");
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
    case columnCountValue:
        break;
    }
    return {};
}

QVariant ResultTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &target = m_targets[std::size_t(index.row())];
    const measure::TargetStatus *status = m_session.findTarget(target);
    if (!status)
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell(*status, column).text;
    case toneRole:
        return int(cell(*status, column).tone);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ToolTipRole:
        return toolTip(*status);
    case seriesRole:
        return target;
    case languageRole:
        return languageName(status->target.language);
    case stateRole: {
        const TargetTrack *track = m_session.track(target);
        return int(track ? track->state : TargetTrack::State::waiting);
    }
    case barRole: {
        const auto *result = resultOf(target);
        return result && m_greatest > 0 ? QVariant(result->requestsPerSecond.median / m_greatest)
                                        : QVariant();
    }
    default:
        return {};
    }
}

ResultTableModel::Cell ResultTableModel::cell(const measure::TargetStatus &status,
                                              Column column) const
{
    const evidence::PublishedFigure *published = m_article.find(status.target.id);
    const measure::TargetResult *result = resultOf(status.target.id);
    const Cell none{kNone, Tone::quiet};
    switch (column) {
    case frameworkColumn:
        return {status.target.name};
    case publishedColumn:
        if (published)
            return {whole(published->requestsPerSecond)};
        return status.target.builtIn ? Cell{tr("the ceiling here"), Tone::quiet}
                                     : Cell{tr("not published"), Tone::quiet};
    case measuredColumn:
        return measuredCell(status);
    case ratioColumn:
        if (!published || !result)
            return none;
        return {QLocale().toString(result->requestsPerSecond.median / published->requestsPerSecond,
                                   'f', 2) +
                QStringLiteral("×")};
    case p50Column:
        return result ? Cell{milliseconds(result->latency.p50)} : none;
    case p99Column:
        return result ? Cell{milliseconds(result->latency.p99)} : none;
    case memoryColumn:
        return result ? Cell{whole(result->memory.peak) + tr(" MB")} : none;
    case errorsColumn:
        if (!result)
            return none;
        return {whole(double(result->errors)), result->errors > 0 ? Tone::warn : Tone::primary};
    case spreadColumn:
        if (!result || result->rounds.size() < 2)
            return none;
        return {QStringLiteral("±%1%").arg(QLocale().toString(result->spread * 100, 'f', 1))};
    case columnCountValue:
        break;
    }
    return {};
}

ResultTableModel::Cell ResultTableModel::measuredCell(const measure::TargetStatus &status) const
{
    if (const measure::TargetResult *result = resultOf(status.target.id))
        return {whole(result->requestsPerSecond.median),
                result->valid || result->state != measure::TargetState::measured ? Tone::primary
                                                                                 : Tone::warn};
    if (const TargetTrack *track = m_session.track(status.target.id)) {
        switch (track->state) {
        case TargetTrack::State::active:
            return {tr("running"), Tone::running};
        case TargetTrack::State::failed:
            return {tr("failed to start"), Tone::err};
        case TargetTrack::State::cancelled:
            return {tr("not run"), Tone::quiet};
        case TargetTrack::State::waiting:
        case TargetTrack::State::done:
            return {kNone, Tone::quiet};
        }
    }
    if (status.readiness == measure::Readiness::noToolchain)
        return {tr("not installed"), Tone::warn};
    return {kNone, Tone::quiet};
}

QString ResultTableModel::toolTip(const measure::TargetStatus &status) const
{
    const TargetTrack *track = m_session.track(status.target.id);
    if (!track || !track->result)
        return status.reason;
    QStringList lines;
    if (!track->result->failure.isEmpty())
        lines.append(track->result->failure);
    for (const measure::Flag &flag : track->result->flags)
        lines.append(flag.text);
    return lines.join(QLatin1Char('\n'));
}

} // namespace weighbridge::models
