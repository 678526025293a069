// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/claims.h"

#include <QAbstractTableModel>

#include <vector>

namespace weighbridge::models
{

/// The article's claims with what was found: claim, own numbers, measured, verdict.
class ClaimsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { claimColumn, impliedColumn, measuredColumn, verdictColumn, columnCountValue };
    enum Role {
        verdictRole = Qt::UserRole, ///< evidence::ClaimVerdict as int
    };

    explicit ClaimsModel(QObject *parent = nullptr);

    void setClaims(std::vector<evidence::AssessedClaim> claims);
    [[nodiscard]] int count(evidence::ClaimVerdict verdict) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<evidence::AssessedClaim> m_claims;
};

/// "Holds", "Does not add up", "Contradicted here", "Not tested".
[[nodiscard]] QString claimVerdictText(evidence::ClaimVerdict verdict);

} // namespace weighbridge::models
