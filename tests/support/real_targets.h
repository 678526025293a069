// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/servers/conformance.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

namespace weighbridge::testing
{

/// The frameworks of the installation, without the built-in reference.
[[nodiscard]] std::vector<measure::Target> frameworks();

/// A framework's folder copied to a place outside the installation, under another id, to be
/// changed. While the object lives the copy is among the available targets.
class TargetCopy
{
public:
    TargetCopy(const measure::Target &original, const QString &id);
    ~TargetCopy();
    TargetCopy(const TargetCopy &) = delete;
    TargetCopy &operator=(const TargetCopy &) = delete;

    [[nodiscard]] QString folder() const;
    /// Replaces `before`, which must be there exactly once.
    [[nodiscard]] bool change(const QString &file, const QByteArray &before,
                              const QByteArray &after) const;
    /// Prepares by linking to what was built of the original, which takes no time.
    [[nodiscard]] bool borrow(const measure::PreparedTarget &original) const;
    /// As the program itself finds it.
    [[nodiscard]] Result<measure::Target> target() const;

private:
    QTemporaryDir m_root;
    QString m_id;
};

/// Prepares `target` and checks these workloads of it.
[[nodiscard]] Result<std::vector<measure::WorkloadConformance>>
checkConformance(const measure::Target &target, const QStringList &workloads,
                 results::Profile profile = results::Profile::production,
                 const QString &databaseUrl = {});

/// The ids of all differences.
[[nodiscard]] QStringList differenceIds(const std::vector<measure::WorkloadConformance> &results);
/// All differences for people, a line each.
[[nodiscard]] QString differenceTexts(const std::vector<measure::WorkloadConformance> &results);

} // namespace weighbridge::testing
