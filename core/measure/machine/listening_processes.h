// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <vector>

#include <sys/types.h>

namespace weighbridge::measure
{

/// The processes that hold a socket which listens on this TCP port, on any address: the server and
/// the workers that inherited it. Empty where there is none, or where it is another user's.
[[nodiscard]] std::vector<pid_t> listeningProcesses(std::uint16_t port);

/// Inodes of the sockets that listen on `port`, from the text of /proc/net/tcp or tcp6 (proc(5)).
[[nodiscard]] std::vector<QByteArray> listeningInodes(const QByteArray &table, std::uint16_t port);

} // namespace weighbridge::measure
