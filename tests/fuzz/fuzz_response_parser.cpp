// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/response_parser.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using weighbridge::http::ResponseParser;
using State = ResponseParser::State;

namespace
{

struct Outcome {
    State state = State::needMore;
    std::size_t consumed = 0;
};

/// What the parser hands on; must not depend on the split either.
class Collector final : public weighbridge::http::BodySink
{
public:
    void take(const char *data, std::size_t size) override { m_body.append(data, size); }
    void takeHead(const char *data, std::size_t size) override { m_head.append(data, size); }
    [[nodiscard]] const std::string &body() const { return m_body; }
    [[nodiscard]] const std::string &head() const { return m_head; }

private:
    std::string m_body;
    std::string m_head;
};

/// Feeds the bytes in pieces of `pieceBytes`, each a copy of its own.
Outcome parse(ResponseParser &parser, Collector &collector, const char *bytes, std::size_t size,
              std::size_t pieceBytes)
{
    Outcome outcome;
    for (std::size_t at = 0; at < size && outcome.state == State::needMore; at += pieceBytes) {
        const auto length = size - at < pieceBytes ? size - at : pieceBytes;
        const std::vector<char> piece(bytes + at, bytes + at + length);
        const auto progress = parser.feed(piece.data(), piece.size(), &collector);
        outcome.state = progress.state;
        outcome.consumed += progress.consumed;
    }
    return outcome;
}

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

/// The first byte says how the rest is split (0: not at all) and whether the request was a HEAD;
/// the outcome must not depend on the split.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto rule = (data[0] & 0x80) != 0 ? ResponseParser::BodyRule::neverHasBody
                                            : ResponseParser::BodyRule::mayHaveBody;
    const std::size_t pieceBytes = (data[0] & 0x7fU) + 1U;
    const auto *bytes = reinterpret_cast<const char *>(data) + 1;
    --size;

    ResponseParser whole;
    whole.reset(rule);
    ResponseParser split;
    split.reset(rule);
    Collector ofWhole;
    Collector ofSplit;
    const auto first = parse(whole, ofWhole, bytes, size, size + 1);
    const auto second = parse(split, ofSplit, bytes, size, pieceBytes);
    require(first.state == second.state);
    require(first.consumed <= size && second.consumed <= size);
    if (first.state == State::needMore) {
        require(first.consumed == size);
        require(whole.finish() == split.finish());
    }
    if (first.state == State::complete) {
        require(first.consumed == second.consumed);
        require(whole.status() == split.status() && whole.status() >= 200);
        require(whole.bodyBytes() == split.bodyBytes() && whole.bodyBytes() <= size);
        require(whole.keepsAlive() == split.keepsAlive());
        require(ofWhole.body().size() == whole.bodyBytes() && ofWhole.body() == ofSplit.body());
        require(ofWhole.head() == ofSplit.head());
        const std::string input(bytes, size);
        require(input.compare(0, ofWhole.head().size(), ofWhole.head()) == 0);
    }
    return 0;
}
