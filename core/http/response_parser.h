// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace weighbridge::http
{

/// Takes the body of a reply as it comes, without the heads of chunks.
class BodySink
{
public:
    virtual void take(const char *data, std::size_t size) = 0;
    /// Who wants to know the head, too, overrides this. No call has parts of two heads: where that
    /// of an interim reply ends, a call ends, and interimReplies() counts it already.
    virtual void takeHead(const char * /*data*/, std::size_t /*size*/) {}

protected:
    ~BodySink() = default;
};

/// Finds the end of one HTTP/1.1 reply (RFC 9112) in bytes that may be split anywhere. Keeps no
/// bytes and allocates nothing: what it needs to know between two calls fits into 32 bytes. The
/// contents of the body are counted; looking at them is the sink's.
class ResponseParser
{
public:
    enum class State { needMore, complete, malformed };

    struct Fed {
        State state = State::needMore;
        std::size_t consumed = 0; ///< bytes of the input that belong to this reply
    };

    /// Whether the request was one whose reply has a body.
    enum class BodyRule : bool { mayHaveBody, neverHasBody };

    /// Head lines of a reply (interim replies included), or one chunk's line or the trailer.
    static constexpr std::uint32_t kMaxHeadBytes = 64 * 1024;
    static constexpr std::uint64_t kMaxBodyBytes = std::uint64_t{1} << 32;

    /// Forgets everything: the next byte is the first one of a reply to a request of `rule`.
    void reset(BodyRule rule = BodyRule::mayHaveBody);
    /// Reads on. Once complete or malformed it stays so, consumes nothing more, until reset().
    /// `body` gets what of the input is body; null where nobody wants to know it.
    Fed feed(const char *data, std::size_t size, BodySink *body = nullptr);
    /// The connection was closed by the server. Complete when the reply was one that ends so.
    State finish();

    /// Whether any byte of the reply has been seen.
    [[nodiscard]] bool started() const
    {
        return m_step != Step::version || m_position != 0 || m_interimReplies != 0;
    }
    /// Whether the head is not over yet.
    [[nodiscard]] bool isInHead() const { return m_step <= Step::connection; }
    /// All below: meaningful once the head is over, the length of the body when complete. The final
    /// status, not an interim one.
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] std::uint64_t bodyBytes() const { return m_bodyBytes; }
    [[nodiscard]] unsigned interimReplies() const { return m_interimReplies; }
    /// Whether the connection may carry another request.
    [[nodiscard]] bool keepsAlive() const { return m_keepsAlive; }
    /// Whether the end of the body is told by Content-Length or chunks, not by closing.
    [[nodiscard]] bool isFramed() const
    {
        return m_hasTransferEncoding ? m_chunkedLast : m_hasContentLength;
    }

private:
    enum class Step : std::uint8_t {
        version,
        statusCode,
        afterStatus,
        skipLine,
        lineStart,
        headEnd,
        name,
        contentLength,
        transferEncoding,
        connection,
        fixedBody,
        bodyUntilClose,
        chunkSize,
        chunkExtension,
        chunkData,
        chunkEnd,
        trailerStart,
        trailerLine,
        trailerEnd,
        complete,
        malformed,
    };
    enum class Field : std::uint8_t { other, contentLength, transferEncoding, connection };
    enum class Token : std::uint8_t { other, chunked, close, keepAlive };

    const char *readLines(const char *at, const char *end);
    const char *readBody(const char *at, const char *end);
    void readVersion(char c);
    void readStatusCode(char c);
    void readLineStart(char c);
    void readName(char c);
    void endName();
    void readContentLength(char c);
    void readTokens(char c);
    void endToken();
    void endHead();
    void readChunkSize(char c);
    void endChunkLine();
    void readTrailerStart(char c);

    std::uint64_t m_remaining = 0; ///< Content-Length, then what is left of the body or the chunk
    std::uint64_t m_bodyBytes = 0; ///< in the head: the digits of a Content-Length so far
    std::uint32_t m_lineBytes = 0; ///< since reset(), later since the start of the chunk
    std::uint16_t m_status = 0;
    std::uint8_t m_interimReplies = 0;
    std::uint8_t m_position = 0; ///< within the word that is being matched
    Step m_step = Step::version;
    Field m_field = Field::other;
    Token m_token = Token::other;
    bool m_neverHasBody : 1 = false;
    bool m_keepsAlive : 1 = true;
    bool m_closes : 1 = false; ///< the reply says "close", whatever else it says
    bool m_hasContentLength : 1 = false;
    bool m_hasTransferEncoding : 1 = false;
    bool m_chunkedLast : 1 = false;
};

} // namespace weighbridge::http
