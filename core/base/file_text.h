// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <mutex>

namespace weighbridge
{

/// A small text file, as of /proc and /sys; empty where it cannot be read.
[[nodiscard]] QString readText(const QString &path);

/// The bytes of a regular file of at most `most` bytes, symbolic links followed. Never waits: a
/// pipe, a device, a socket or a folder is refused at once, by its kind. `remedy` says what to do
/// where the file itself is the wrong one.
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 most, const QString &remedy);

/// Writes the whole file or leaves what was there; the only way in which the program writes a file
/// that a person has named. A symbolic link stays and its target is written. What is no regular
/// file (a device, a pipe, a socket, a folder) is refused and stays. `consolation` is said where it
/// fails, after what to do about it.
[[nodiscard]] Outcome writeFile(const QString &path, const QByteArray &bytes,
                                const QString &consolation = {});

/// Whether both names lead to one file, through links or otherwise.
[[nodiscard]] bool isSameFile(const QString &a, const QString &b);

/// Whether writeFile() could write `path` now; asked before hours of measuring.
[[nodiscard]] Outcome checkWritable(const QString &path);

/// Held while writeFile() is at work, by the thread that writes. Who ends the program from another
/// thread takes it before, so that no half-written temporary file is left beside the file.
[[nodiscard]] std::timed_mutex &writeInProgress();

} // namespace weighbridge
