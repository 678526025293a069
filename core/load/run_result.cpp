// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/run_result.h"

namespace weighbridge::load
{

ErrorCounts &ErrorCounts::operator+=(const ErrorCounts &other)
{
    connect += other.connect;
    read += other.read;
    write += other.write;
    timeout += other.timeout;
    status += other.status;
    malformed += other.malformed;
    wrongBody += other.wrongBody;
    reconnects += other.reconnects;
    return *this;
}

StatusCounts &StatusCounts::operator+=(const StatusCounts &other)
{
    informational += other.informational;
    success += other.success;
    redirect += other.redirect;
    clientError += other.clientError;
    serverError += other.serverError;
    return *this;
}

BodyCheck &BodyCheck::operator+=(const BodyCheck &other)
{
    otherLength += other.otherLength;
    compared += other.compared;
    otherContents += other.otherContents;
    if (firstOther.empty())
        firstOther = other.firstOther;
    return *this;
}

ConnectionTime &ConnectionTime::operator+=(const ConnectionTime &other)
{
    ended += other.ended;
    agesAtStart += other.agesAtStart;
    agesAtEnd += other.agesAtEnd;
    underWayAtStart += other.underWayAtStart;
    underWayAtEnd += other.underWayAtEnd;
    return *this;
}

LatencyHistogram LoadResult::latencyWithUnfinished() const
{
    LatencyHistogram all = latency;
    all.mergeFrom(unfinished, latency.percentile(0.5));
    return all;
}

} // namespace weighbridge::load
