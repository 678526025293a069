// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/claims_model.h"

#include <algorithm>

namespace weighbridge::models
{

QString claimVerdictText(article::ClaimVerdict verdict)
{
    switch (verdict) {
    case article::ClaimVerdict::holds:
        return ClaimsModel::tr("Holds");
    case article::ClaimVerdict::doesNotAddUp:
        return ClaimsModel::tr("Does not add up");
    case article::ClaimVerdict::contradictedHere:
        return ClaimsModel::tr("Contradicted here");
    case article::ClaimVerdict::notTested:
        return ClaimsModel::tr("Not tested");
    }
    return {};
}

ClaimsModel::ClaimsModel(QObject *parent) : QAbstractTableModel(parent) {}

void ClaimsModel::setClaims(std::vector<article::AssessedClaim> claims)
{
    beginResetModel();
    m_claims = std::move(claims);
    filter();
    endResetModel();
}

void ClaimsModel::setFilter(std::optional<article::ClaimVerdict> verdict)
{
    if (m_filter == verdict)
        return;
    beginResetModel();
    m_filter = verdict;
    filter();
    endResetModel();
}

void ClaimsModel::filter()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_claims.size(); ++i) {
        if (!m_filter || m_claims[i].verdict == *m_filter)
            m_shown.push_back(i);
    }
}

int ClaimsModel::count(article::ClaimVerdict verdict) const
{
    return int(std::count_if(m_claims.begin(), m_claims.end(),
                             [verdict](const auto &claim) { return claim.verdict == verdict; }));
}

int ClaimsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
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
    case othersColumn:
        return tr("What others found");
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
    const article::AssessedClaim &claim = m_claims[m_shown[std::size_t(index.row())]];
    if (role == verdictRole)
        return int(claim.verdict);
    if (role == detailRole)
        return detail(claim, Column(index.column()));
    if (role == Qt::ToolTipRole)
        return claim.claim.elsewhere;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case claimColumn:
        return claim.claim.text;
    case othersColumn:
        return claim.claim.elsewhere;
    case measuredColumn:
        if (!claim.measured.isEmpty())
            return claim.measured;
        return claim.claim.checks.empty() ? tr("Cannot be measured") : tr("Not yet measured");
    case verdictColumn:
        return claimVerdictText(claim.verdict);
    case columnCountValue:
        break;
    }
    return {};
}

QString ClaimsModel::detail(const article::AssessedClaim &claim, Column column) const
{
    switch (column) {
    case claimColumn:
        return claim.claim.section;
    case measuredColumn:
        // "Cannot be measured" says it already.
        return claim.claim.checks.empty() && claim.claim.addsUp ? QString() : claim.reason;
    case othersColumn:
    case verdictColumn:
    case columnCountValue:
        break;
    }
    return {};
}

} // namespace weighbridge::models
