// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/claims.h"
#include "ui/models/benchmark_session.h"

#include <QAbstractTableModel>

namespace weighbridge::models
{

/// One row for each framework: published beside measured. Follows a BenchmarkSession, which must
/// outlive it.
class ResultTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        frameworkColumn,
        publishedColumn,
        measuredColumn,
        ratioColumn,
        p50Column,
        p99Column,
        memoryColumn,
        errorsColumn,
        spreadColumn,
        columnCountValue,
    };
    enum Role {
        seriesRole = Qt::UserRole, ///< QString: target id, for colour and marker
        languageRole,              ///< QString: "Go"
        barRole,   ///< double 0–1: measured ÷ greatest measured; unset where none
        stateRole, ///< TargetTrack::State as int
        toneRole,  ///< Tone as int
    };
    enum class Tone { primary, quiet, running, warn, err };

    ResultTableModel(const BenchmarkSession &session, const evidence::Article &article,
                     QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Re-reads the session; the rows stay where they are unless the targets changed.
    void refresh();

private:
    struct Cell {
        QString text;
        Tone tone = Tone::primary;
    };
    [[nodiscard]] Cell cell(const measure::TargetStatus &status, Column column) const;
    [[nodiscard]] Cell measuredCell(const measure::TargetStatus &status) const;
    [[nodiscard]] const measure::TargetResult *resultOf(const QString &target) const;
    [[nodiscard]] QString toolTip(const measure::TargetStatus &status) const;
    void findGreatest();

    const BenchmarkSession &m_session;
    const evidence::Article &m_article;
    std::vector<QString> m_targets;
    double m_greatest = 0;
};

} // namespace weighbridge::models
