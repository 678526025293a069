// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/claims_model.h"

#include <algorithm>

namespace weighbridge::models
{

QString claimVerdictText(evidence::ClaimVerdict verdict)
{
    switch (verdict) {
    case evidence::ClaimVerdict::holds:
        return ClaimsModel::tr("Holds");
    case evidence::ClaimVerdict::doesNotAddUp:
        return ClaimsModel::tr("Does not add up");
    case evidence::ClaimVerdict::contradictedHere:
        return ClaimsModel::tr("Contradicted here");
    case evidence::ClaimVerdict::notTested:
        return ClaimsModel::tr("Not tested");
    }
    return {};
}

ClaimsModel::ClaimsModel(QObject *parent) : QAbstractTableModel(parent) {}

void ClaimsModel::setClaims(std::vector<evidence::AssessedClaim> claims)
{
    beginResetModel();
    m_claims = std::move(claims);
    endResetModel();
}

int ClaimsModel::count(evidence::ClaimVerdict verdict) const
{
    return int(std::count_if(m_claims.begin(), m_claims.end(),
                             [verdict](const auto &claim) { return claim.verdict == verdict; }));
}

int ClaimsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_claims.size());
}

int ClaimsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCountValue);
}

QVariant ClaimsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case claimColumn:
        return tr("Claim");
    case impliedColumn:
        return tr("What the article’s own numbers say");
    case measuredColumn:
        return tr("Measured here");
    case verdictColumn:
        return tr("Verdict");
    case columnCountValue:
        break;
    }
    return {};
}

QVariant ClaimsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const evidence::AssessedClaim &claim = m_claims[std::size_t(index.row())];
    if (role == verdictRole)
        return int(claim.verdict);
    if (role == Qt::ToolTipRole)
        return claim.reason;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case claimColumn:
        return claim.claim.text;
    case impliedColumn:
        return claim.claim.implied.isEmpty() ? tr("Nothing to check it by") : claim.claim.implied;
    case measuredColumn:
        if (!claim.measured.isEmpty())
            return claim.measured;
        return claim.claim.workload.isEmpty() ? tr("Cannot be measured by a benchmark")
                                              : tr("Not yet measured");
    case verdictColumn:
        return claimVerdictText(claim.verdict);
    case columnCountValue:
        break;
    }
    return {};
}

} // namespace weighbridge::models
