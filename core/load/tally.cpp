// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/tally.h"

namespace weighbridge::load
{

void Tally::merge(const Tally &other)
{
    requests += other.requests;
    transferBytes += other.transferBytes;
    latency.merge(other.latency);
    serviceTime.merge(other.serviceTime);
    sendLag.merge(other.sendLag);
    errors += other.errors;
    status += other.status;
    ended += other.ended;
    endedTime += other.endedTime;
    closedByServer += other.closedByServer;
}

} // namespace weighbridge::load
