// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/capacity.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace weighbridge::decision
{

Capacity capacityFor(const CapacityInput &input)
{
    Q_ASSERT(input.requestsPerSecondPerCore.low > 0 && input.coresPerInstance > 0);
    const double load = input.peakRequestsPerSecond * input.headroom;
    const Range &rate = input.requestsPerSecondPerCore;
    Capacity capacity;
    capacity.cores = {load / rate.median, load / rate.high, load / rate.low};
    const auto instances = [&](double cores) {
        return std::max(1.0, std::ceil(cores / input.coresPerInstance));
    };
    capacity.instances = {instances(capacity.cores.median), instances(capacity.cores.low),
                          instances(capacity.cores.high)};
    const Range &memory = input.memoryMibPerInstance;
    capacity.memoryMib = {capacity.instances.median * memory.median,
                          capacity.instances.low * memory.low,
                          capacity.instances.high * memory.high};
    const double price = input.pricePerInstanceMonth;
    capacity.monthlyCost = {capacity.instances.median * price, capacity.instances.low * price,
                            capacity.instances.high * price};
    capacity.fitsInstance =
        input.memoryMibOfInstance <= 0 || memory.high <= input.memoryMibOfInstance;
    return capacity;
}

} // namespace weighbridge::decision
