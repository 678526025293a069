// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/load_thread.h"

#include <algorithm>
#include <optional>

namespace weighbridge::load
{

/// The next sampled reply is a few dozen away, which costs nothing that could be measured; the
/// first ones are nearer, so that slow servers are looked at, too.
void LoadThread::sampleSome(const Connection &connection)
{
    constexpr std::uint64_t kMeanGap = 32;
    if (--m_untilSample != 0)
        return;
    m_sampled = &connection;
    m_sample.clear();
    m_random ^= m_random << 13; // xorshift64 (Marsaglia 2003)
    m_random ^= m_random >> 7;
    m_random ^= m_random << 17;
    const std::uint64_t mean = std::min(++m_samples, kMeanGap);
    m_untilSample = 1 + m_random % (2 * mean - 1);
}

/// Of the reply that has just been read, where it is the sampled one.
std::optional<std::uint64_t> LoadThread::sampledHash(const Connection &connection)
{
    if (m_sampled != &connection)
        return std::nullopt;
    m_sampled = nullptr;
    return std::min(m_sample.hash(), FirstBody::kNone - 1); // kNone would mean "not known"
}

/// False where the plan says another length. All else is counted, and whoever made the plan judges.
bool LoadThread::hasExpectedBody(std::uint64_t bytes, std::optional<std::uint64_t> hash)
{
    const ExpectedReply &expected = m_control.plan.expected;
    FirstBody *const first = m_control.firstBody;
    const std::uint64_t rightBytes = first != nullptr ? FirstBody::agree(first->bytes, bytes)
                                                      : expected.bodyBytes.value_or(bytes);
    if (bytes != rightBytes) {
        ++m_bodies.otherLength;
        if (first == nullptr && m_firstError.empty())
            m_firstError = "body of " + std::to_string(bytes) + " bytes instead of " +
                           std::to_string(rightBytes);
        return first != nullptr;
    }
    if (hash)
        compareContents(*hash);
    return true;
}

void LoadThread::compareContents(std::uint64_t hash)
{
    const ExpectedReply &expected = m_control.plan.expected;
    FirstBody *const first = m_control.firstBody;
    if (first == nullptr && !expected.bodyHash)
        return;
    ++m_bodies.compared;
    if (hash == (first != nullptr ? FirstBody::agree(first->hash, hash) : *expected.bodyHash))
        return;
    if (++m_bodies.otherContents == 1)
        m_bodies.firstOther = m_sample.body();
}

} // namespace weighbridge::load
