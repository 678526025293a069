// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/decision/model/decision.h"
#include "core/results/benchmark_result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace weighbridge::storage
{

inline constexpr int kProjectSchema = 1;

/// What is written at most: some 370 quick sets of all targets. Reading
/// them takes seven times the memory, which a small machine has.
inline constexpr qint64 kLargestSavedBytes = qint64{128} * 1024 * 1024;
/// What is read at most. More than is written: earlier versions took four times the space for the
/// same runs.
inline constexpr qint64 kLargestReadBytes = qint64{256} * 1024 * 1024;

/// One *.weigh document: the decision and the measurements it rests on.
struct Project {
    QString title;
    QString client; ///< for the report; may be empty
    decision::Decision decision;
    /// Oldest first. Which of them counts: results::chooseRun().
    std::vector<std::shared_ptr<const results::BenchmarkResult>> runs;
    QJsonObject document; ///< as loaded: fields this version does not know survive a save
    /// What was changed in reading, one sentence each, for people; not kept in the file.
    QStringList remarks{};
};

/// The built-in sample: the article's table with the weights of the sample project.
[[nodiscard]] Project sampleProject();
/// A project of somebody's own: no need and no weight, the alternatives of what is compared (of
/// `own` none). Untitled where `title` is empty.
[[nodiscard]] Project newProject(const QString &title, decision::Comparison comparison);

/// Indented JSON, but one line for each run, packed (packing.h): of the file they are all but a
/// few KiB, and are read by programs.
[[nodiscard]] QByteArray toDocument(const Project &project);
/// Errors name the place ("needs[2].weight is negative") and the remedy; a newer schema is refused.
[[nodiscard]] Result<Project> fromDocument(const QByteArray &bytes);

/// At once refused where `path` is a pipe, a device, a socket or a folder (readFile()).
[[nodiscard]] Result<Project> loadProject(const QString &path);
/// Atomic: the old file stays whole until the new one is complete on disk (writeFile()). What could
/// not be loaded again is refused before anything is touched.
[[nodiscard]] Outcome saveProject(const QString &path, const Project &project);
/// Whether a document of so many bytes may be saved.
[[nodiscard]] Outcome checkSize(qint64 bytes);

} // namespace weighbridge::storage
