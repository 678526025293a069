// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/decision/model/decision.h"
#include "core/results/benchmark_result.h"

#include <QJsonObject>
#include <QString>

#include <memory>
#include <vector>

namespace weighbridge::storage
{

inline constexpr int kProjectSchema = 1;

/// One *.weigh document: the decision and the measurements it rests on.
struct Project {
    QString title;
    QString client; ///< for the report; may be empty
    decision::Decision decision;
    /// Oldest first. Which of them counts: results::chooseRun().
    std::vector<std::shared_ptr<const results::BenchmarkResult>> runs;
    QJsonObject document; ///< as loaded: fields this version does not know survive a save
};

/// The built-in sample: the article's table with the weights of the sample project.
[[nodiscard]] Project sampleProject();
/// A project of somebody's own: no need and no weight, the alternatives of what is compared (of
/// `own` none). Untitled where `title` is empty.
[[nodiscard]] Project newProject(const QString &title, decision::Comparison comparison);

[[nodiscard]] QByteArray toDocument(const Project &project);
/// Errors name the place ("needs[2].weight is negative") and the remedy; a newer schema is refused.
[[nodiscard]] Result<Project> fromDocument(const QByteArray &bytes);

[[nodiscard]] Result<Project> loadProject(const QString &path);
/// Atomic: the old file stays whole until the new one is complete on disk.
[[nodiscard]] Outcome saveProject(const QString &path, const Project &project);

} // namespace weighbridge::storage
