// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/article/claims.h"
#include "core/decision/views/analysis.h"
#include "core/storage/project.h"

#include <QByteArray>
#include <QDate>

#include <memory>
#include <vector>

namespace weighbridge::report
{

enum class Section {
    recommendation,
    table,
    why,
    chance,
    views, ///< must-haves, rules, second opinion, robustness, use both, capacity
    benchmark,
    published,
    claims,
    flips,
    method
};
[[nodiscard]] const std::vector<Section> &allSections();

/// Everything a report says, in one value: page, PDF, Markdown and JSON are made of it.
struct Content {
    QString title;
    QString client;
    QDate date;
    decision::Decision decision;
    decision::Analysis analysis;
    /// The run that is shown in full: the one that counts for the article's workload, else for the
    /// workload that was measured last. Null: nothing measured.
    std::shared_ptr<const results::BenchmarkResult> run;
    results::RunChoice shown; ///< `run` with those that fill its gaps, for what compares figures
    article::Runs runs;       ///< all of the project, oldest first
    /// Whether the article says anything of what is compared; of databases it does not. Otherwise
    /// its claims and figures are left out everywhere.
    bool isOfTheArticle = true;
    std::vector<article::PublishedCheck> published;
    std::vector<article::AssessedClaim> claims;
    std::vector<Section> sections;
    QString programVersion;
};

[[nodiscard]] Content contentOf(const storage::Project &project, const QDate &date,
                                const std::vector<Section> &sections = allSections());

/// An architecture decision record in the form of MADR 4.0.
[[nodiscard]] QByteArray toMarkdown(const Content &content);
[[nodiscard]] QByteArray toJson(const Content &content);

} // namespace weighbridge::report
