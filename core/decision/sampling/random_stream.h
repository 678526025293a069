// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <cstdint>

namespace weighbridge::decision
{

/// Finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014; constants "mix13" by D. Stafford).
[[nodiscard]] constexpr std::uint64_t mixBits(std::uint64_t bits)
{
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31);
}

/// Key of a stream from the seed and ids, not from positions: adding, removing or reordering needs
/// and alternatives leaves every other stream as it is.
[[nodiscard]] inline std::uint64_t streamKey(std::uint64_t seed, QStringView first,
                                             QStringView second = {})
{
    std::uint64_t hash = mixBits(seed + 0x9e3779b97f4a7c15U);
    const auto add = [&hash](QStringView text) {
        for (const QChar c : text)
            hash = (hash ^ c.unicode()) * 0x100000001b3U; // FNV-1a
        hash = mixBits(hash + 0x9e3779b97f4a7c15U);
    };
    add(first);
    add(second);
    return hash;
}

/// Random numbers by position: the draw number decides, not the order of the calls. That gives
/// common random numbers (nothing flickers while a slider is dragged) and results that do not
/// depend on the number of threads.
class RandomStream
{
public:
    RandomStream(std::uint64_t key, std::uint64_t draw)
        : m_state(mixBits(key ^ mixBits(draw * 0x9e3779b97f4a7c15U + 0x632be59bd9b4e019U)))
    {
    }

    /// Within (0, 1), never an end point.
    [[nodiscard]] double uniform()
    {
        m_state += 0x9e3779b97f4a7c15U;
        constexpr double kUnit = 1.0 / 9007199254740992.0; // 2^-53
        return (static_cast<double>(mixBits(m_state) >> 11) + 0.5) * kUnit;
    }

private:
    std::uint64_t m_state;
};

} // namespace weighbridge::decision
