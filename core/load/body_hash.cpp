// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/load/body_hash.h"

#include <algorithm>
#include <cstring>

namespace weighbridge::load
{

namespace
{

constexpr std::size_t kWord = sizeof(std::uint64_t);

std::uint64_t mixed(std::uint64_t state, std::uint64_t word)
{
    constexpr std::uint64_t kPrime = 0x0000'0100'0000'01b3;
    const std::uint64_t product = (state ^ word) * kPrime;
    return product ^ (product >> 32); // the multiplication alone carries nothing downwards
}

} // namespace

void BodyHash::take(const char *data, std::size_t size)
{
    std::size_t filled = m_bytes % kWord;
    m_bytes += size;
    for (; size > 0 && filled > 0; --size) {
        m_pending |= std::uint64_t{static_cast<unsigned char>(*data++)} << (8 * filled);
        filled = (filled + 1) % kWord;
        if (filled == 0) {
            m_state = mixed(m_state, m_pending);
            m_pending = 0;
        }
    }
    for (; size >= kWord; size -= kWord, data += kWord) {
        std::uint64_t word = 0;
        std::memcpy(&word, data, kWord);
        m_state = mixed(m_state, word);
    }
    for (; size > 0; --size)
        m_pending |= std::uint64_t{static_cast<unsigned char>(*data++)} << (8 * filled++);
}

std::uint64_t BodyHash::value() const
{
    return mixed(mixed(m_state, m_pending), m_bytes);
}

std::uint64_t bodyHash(std::string_view body)
{
    BodyHash hash;
    hash.take(body.data(), body.size());
    return hash.value();
}

void BodySample::clear()
{
    m_hash = BodyHash();
    m_body.clear(); // which keeps its memory
}

void BodySample::take(const char *data, std::size_t size)
{
    m_hash.take(data, size);
    m_body.append(data, std::min(size, kMostBytesKept - m_body.size()));
}

} // namespace weighbridge::load
