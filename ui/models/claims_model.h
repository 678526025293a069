// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/article/claims.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

#include <vector>

namespace weighbridge::models
{

/// The article's claims: what it says and where, what others found, what was measured here, the
/// verdict. Shows all, or those with one verdict.
class ClaimsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { claimColumn, othersColumn, measuredColumn, verdictColumn, columnCountValue };
    enum Role {
        verdictRole = Qt::UserRole, ///< article::ClaimVerdict as int
        detailRole,                 ///< QString: the quiet lines below the text, may be empty
    };

    explicit ClaimsModel(QObject *parent = nullptr);

    void setClaims(std::vector<article::AssessedClaim> claims);
    /// Only those with this verdict; all where none is given.
    void setFilter(std::optional<article::ClaimVerdict> verdict);
    /// Of all claims, whatever the filter.
    [[nodiscard]] int count(article::ClaimVerdict verdict) const;
    [[nodiscard]] int count() const { return int(m_claims.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();
    [[nodiscard]] QString detail(const article::AssessedClaim &claim, Column column) const;

    std::vector<article::AssessedClaim> m_claims;
    std::optional<article::ClaimVerdict> m_filter;
    std::vector<std::size_t> m_shown; ///< indices into m_claims
};

/// "Holds", "Does not add up", "Contradicted here", "Not tested".
[[nodiscard]] QString claimVerdictText(article::ClaimVerdict verdict);

} // namespace weighbridge::models
