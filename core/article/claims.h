// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/article/claim_check.h"
#include "core/article/littles_law.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace weighbridge::article
{

/// A row of the article's performance table.
struct PublishedFigure {
    QString target;
    QString name; ///< "Gin"
    double requestsPerSecond = 0;
    double latencyMs = 0;
    double memoryMib = 0;
    bool operator==(const PublishedFigure &) const = default;
};

/// A claim of the article in our own words.
struct Claim {
    QString id;      ///< "claim-25"
    QString section; ///< the article's heading it stands under
    QString text;
    QString published; ///< the figures it gives, empty where none
    QString implied;   ///< what follows from the article's own numbers, empty where nothing
    QString elsewhere; ///< what others found, with source and date
    QString
        elsewhereVerdict; ///< supported, partly, outdated, contradicted, unverifiable, judgement
    QString workload;     ///< workload id that tests it; empty where no measurement can
    bool addsUp = true;   ///< false: contradicted by the article's own numbers
    std::vector<ClaimCheck> checks; ///< the comparisons it makes, all of which must hold
};

/// An error of the article, shown and never repaired silently.
struct Erratum {
    QString id;
    QString text; ///< as published, in our own words
    QString reason;
    QString corrected; ///< empty where there is nothing to put in its place
};

enum class ClaimVerdict { holds, doesNotAddUp, contradictedHere, notTested };
constexpr NameTable<ClaimVerdict, 4> namesOf(ClaimVerdict)
{
    return {{{ClaimVerdict::holds, QLatin1String("holds")},
             {ClaimVerdict::doesNotAddUp, QLatin1String("does_not_add_up")},
             {ClaimVerdict::contradictedHere, QLatin1String("contradicted_here")},
             {ClaimVerdict::notTested, QLatin1String("not_tested")}}};
}

struct AssessedClaim {
    Claim claim;
    std::vector<CheckFinding> findings; ///< of its checks, in their order
    QString measured; ///< what was measured here, in figures; empty where not tested
    ClaimVerdict verdict = ClaimVerdict::notTested;
    QString reason; ///< why the verdict is what it is
};

/// The article as data: resources/catalogue/article.json.
struct Article {
    QString title;
    QString publisher;
    double users = 0; ///< of its performance table
    QString workload; ///< the one of ours that measures what its table gives
    std::vector<PublishedFigure> figures;
    std::vector<Claim> claims;
    std::vector<Erratum> errata;

    [[nodiscard]] PublishedLoad load() const { return {workload, static_cast<int>(users)}; }
    /// Whether the table's figures may stand beside those of such a run: its workload, its users,
    /// a closed loop.
    [[nodiscard]] bool standsBeside(const results::BenchmarkPlan &plan) const;
    /// The row of a target to stand beside figures of such a run; null where there is none, or
    /// where it was published for another load.
    [[nodiscard]] const PublishedFigure *find(QStringView target,
                                              const results::BenchmarkPlan &plan) const;
};

[[nodiscard]] Result<Article> readArticle(const QJsonObject &document);
/// The article that ships with the program; the resource is checked by a test, so this cannot fail.
[[nodiscard]] const Article &builtInArticle();

/// Each row of the table with what its figures imply.
struct PublishedCheck {
    PublishedFigure figure;
    LittlesLaw law;
};
[[nodiscard]] std::vector<PublishedCheck> checkPublishedFigures(const Article &article);

/// Every claim with its verdict from the article's own numbers and from `runs`: contradicted where
/// one of its checks is, holding where all that could be made hold. Which run counts: evaluate().
[[nodiscard]] std::vector<AssessedClaim> assessClaims(const Article &article, const Runs &runs);

} // namespace weighbridge::article
