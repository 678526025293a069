// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/targets/toolchain.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <sys/types.h>
#include <vector>

namespace weighbridge::testing
{

/// Targets outside the installation, in a temporary folder, served by fake_server.py in one of its
/// modes. While the object lives they are available beside those of the installation.
class FakeTargets
{
public:
    FakeTargets();
    ~FakeTargets();
    FakeTargets(const FakeTargets &) = delete;
    FakeTargets &operator=(const FakeTargets &) = delete;

    /// A target with this id whose command is `arguments`; `prepare` may be empty.
    void add(const QString &id, const QStringList &arguments, const QStringList &prepare = {},
             const QString &toolchain = QStringLiteral("python"));
    /// A target named after the mode.
    void addServer(const QString &mode);
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

/// The toolchain with this id, or an empty text where it is usable, else the reason.
[[nodiscard]] QString toolchainProblem(const QString &id);

/// Every process below `root`, which is not among them.
[[nodiscard]] std::vector<pid_t> descendants(pid_t root);
/// Whether a process with this id exists and is no zombie.
[[nodiscard]] bool isAlive(pid_t pid);

} // namespace weighbridge::testing

/// Leaves the test where a toolchain is missing: a failure where WEIGHBRIDGE_REQUIRE_TOOLCHAINS is
/// set (CI), skipped with the reason elsewhere.
#define WEIGHBRIDGE_NEEDS_TOOLCHAIN(id)                                                            \
    do {                                                                                           \
        const QString problem = weighbridge::testing::toolchainProblem(id);                        \
        if (!problem.isEmpty() && qEnvironmentVariableIsSet("WEIGHBRIDGE_REQUIRE_TOOLCHAINS"))     \
            QFAIL(qPrintable(problem));                                                            \
        if (!problem.isEmpty())                                                                    \
            QSKIP(qPrintable(problem));                                                            \
    } while (false)
