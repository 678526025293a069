// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/response_parser.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace weighbridge::http
{
namespace
{

constexpr std::string_view kVersion = "HTTP/1.";
constexpr std::array<std::string_view, 4> kFields = {"", "content-length", "transfer-encoding",
                                                     "connection"};
constexpr std::array<std::string_view, 4> kTokens = {"", "chunked", "close", "keep-alive"};
constexpr std::uint8_t kPastWord = 0x80; // in m_position: white space came after the word
constexpr std::uint8_t kLongestWord = 0x7f;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}
constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

constexpr std::array<bool, 256> makeTokenTable()
{
    std::array<bool, 256> table{};
    for (char c = '0'; c <= '9'; ++c)
        table[static_cast<unsigned char>(c)] = true;
    for (char c = 'a'; c <= 'z'; ++c)
        table[static_cast<unsigned char>(c)] = table[static_cast<unsigned char>(c - 32)] = true;
    for (const char c : std::string_view("!#$%&'*+-.^_`|~"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr auto kIsTokenCharacter = makeTokenTable();

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    c = lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

const char *skipTokenCharacters(const char *at, const char *end)
{
    while (at != end && kIsTokenCharacter[static_cast<unsigned char>(*at)])
        ++at;
    return at;
}

/// The byte after the next line feed, or `end` and false.
bool skipLine(const char *&at, const char *end)
{
    const auto *found =
        static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
    at = found ? found + 1 : end;
    return found != nullptr;
}

} // namespace

void ResponseParser::reset(BodyRule rule)
{
    *this = ResponseParser();
    m_neverHasBody = rule == BodyRule::neverHasBody;
}

ResponseParser::Fed ResponseParser::feed(const char *data, std::size_t size, BodySink *body)
{
    const char *at = data;
    const char *const end = data + size;
    while (at != end && m_step < Step::complete) {
        const bool inBody = m_step == Step::fixedBody || m_step == Step::bodyUntilClose ||
                            m_step == Step::chunkData;
        const bool inHead = isInHead();
        const char *const begin = at;
        at = inBody ? readBody(at, end) : readLines(at, end);
        if (body != nullptr && inBody)
            body->take(begin, static_cast<std::size_t>(at - begin));
        else if (body != nullptr && inHead)
            body->takeHead(begin, static_cast<std::size_t>(at - begin));
    }
    const auto state = m_step == Step::complete    ? State::complete
                       : m_step == Step::malformed ? State::malformed
                                                   : State::needMore;
    return {state, static_cast<std::size_t>(at - data)};
}

ResponseParser::State ResponseParser::finish()
{
    if (m_step == Step::bodyUntilClose)
        m_step = Step::complete;
    else if (m_step != Step::complete)
        m_step = Step::malformed;
    return m_step == Step::complete ? State::complete : State::malformed;
}

const char *ResponseParser::readLines(const char *at, const char *end)
{
    const char *const begin = at;
    bool inLines = true;
    while (at != end && inLines) {
        switch (m_step) {
        case Step::version:
            readVersion(*at++);
            break;
        case Step::statusCode:
            readStatusCode(*at++);
            break;
        case Step::afterStatus:
            m_step = isBlank(*at) || *at == '\n' ? Step::skipLine : Step::malformed;
            break;
        case Step::skipLine:
            if (skipLine(at, end))
                m_step = Step::lineStart;
            break;
        case Step::lineStart:
            readLineStart(*at++);
            inLines = m_step == Step::name || m_step == Step::headEnd; // else the head is over
            break;
        case Step::headEnd:
            *at++ == '\n' ? endHead() : void(m_step = Step::malformed);
            inLines = false;
            break;
        case Step::name:
            if (m_field == Field::other)
                at = skipTokenCharacters(at, end);
            if (at != end)
                readName(*at++);
            break;
        case Step::contentLength:
            readContentLength(*at++);
            break;
        case Step::transferEncoding:
        case Step::connection:
            readTokens(*at++);
            break;
        case Step::chunkSize:
            readChunkSize(*at++);
            break;
        case Step::chunkExtension:
            if (skipLine(at, end))
                endChunkLine();
            break;
        case Step::chunkEnd:
            m_step = *at == '\n'                      ? Step::chunkSize
                     : *at == '\r' && m_position == 0 ? Step::chunkEnd
                                                      : Step::malformed;
            m_position = *at++ == '\r' ? 1 : 0;
            break;
        case Step::trailerStart:
            readTrailerStart(*at++);
            break;
        case Step::trailerLine:
            if (skipLine(at, end))
                m_step = Step::trailerStart;
            break;
        case Step::trailerEnd:
            m_step = *at++ == '\n' ? Step::complete : Step::malformed;
            break;
        default:
            inLines = false;
        }
    }
    m_lineBytes += static_cast<std::uint32_t>(at - begin);
    if (m_lineBytes > kMaxHeadBytes && m_step < Step::complete)
        m_step = Step::malformed;
    return at;
}

const char *ResponseParser::readBody(const char *at, const char *end)
{
    const auto available = static_cast<std::uint64_t>(end - at);
    const auto taken =
        m_step == Step::bodyUntilClose ? available : std::min(available, m_remaining);
    m_bodyBytes += taken;
    m_remaining -= m_step == Step::bodyUntilClose ? 0 : taken;
    if (m_bodyBytes > kMaxBodyBytes) {
        m_step = Step::malformed;
    } else if (m_remaining == 0 && m_step == Step::fixedBody) {
        m_step = Step::complete;
    } else if (m_remaining == 0 && m_step == Step::chunkData) {
        m_step = Step::chunkEnd;
        m_position = 0;
        m_lineBytes = 0;
    }
    return at + taken;
}

void ResponseParser::readVersion(char c)
{
    if (m_position < kVersion.size()) {
        m_step = c == kVersion[m_position] ? Step::version : Step::malformed;
    } else if (m_position == kVersion.size()) {
        m_keepsAlive = c == '1'; // HTTP/1.0 closes unless it says otherwise
        m_step = c == '0' || c == '1' ? Step::version : Step::malformed;
    } else {
        m_step = c == ' ' ? Step::statusCode : Step::malformed;
        m_position = 0;
        m_status = 0;
        return;
    }
    ++m_position;
}

void ResponseParser::readStatusCode(char c)
{
    if (!isDigit(c) || (m_position == 0 && c == '0')) {
        m_step = Step::malformed;
        return;
    }
    m_status = static_cast<std::uint16_t>(m_status * 10 + (c - '0'));
    if (++m_position == 3)
        m_step = Step::afterStatus;
}

void ResponseParser::readLineStart(char c)
{
    if (c == '\r') {
        m_step = Step::headEnd;
    } else if (c == '\n') {
        endHead();
    } else {
        m_step = Step::name; // white space here would be a folded line, which RFC 9112 forbids
        m_position = 0;
        const char first = lower(c);
        m_field = first == 'c'   ? Field::contentLength
                  : first == 't' ? Field::transferEncoding
                                 : Field::other;
        readName(c);
    }
}

void ResponseParser::readName(char c)
{
    if (c == ':') {
        endName();
        return;
    }
    if (!kIsTokenCharacter[static_cast<unsigned char>(c)]) {
        m_step = Step::malformed;
        return;
    }
    if (m_field == Field::other) {
        m_position = 1;
        return;
    }
    const char small = lower(c);
    if (m_field == Field::contentLength && m_position == 3 && small == 'n')
        m_field = Field::connection; // "con" is common to both
    const auto word = kFields[static_cast<std::size_t>(m_field)];
    if (m_position >= word.size() || word[m_position] != small)
        m_field = Field::other;
    ++m_position;
}

void ResponseParser::endName()
{
    const auto word = kFields[static_cast<std::size_t>(m_field)];
    if (m_position == 0) {
        m_step = Step::malformed;
    } else if (m_field == Field::other || m_position != word.size()) {
        m_step = Step::skipLine;
    } else if (m_field == Field::contentLength) {
        m_step = Step::contentLength;
        m_bodyBytes = 0;
    } else {
        m_step = m_field == Field::connection ? Step::connection : Step::transferEncoding;
        m_hasTransferEncoding |= m_field == Field::transferEncoding;
    }
    m_position = 0;
}

void ResponseParser::readContentLength(char c)
{
    if (c == '\n') {
        const bool contradicts = m_hasContentLength && m_remaining != m_bodyBytes;
        const bool empty = (m_position & kLongestWord) == 0;
        m_step = empty || contradicts ? Step::malformed : Step::lineStart;
        m_remaining = m_bodyBytes;
        m_bodyBytes = 0;
        m_hasContentLength = true;
    } else if (isBlank(c)) {
        m_position |= m_position != 0 ? kPastWord : 0;
    } else if (!isDigit(c) || (m_position & kPastWord) != 0 || m_bodyBytes > kMaxBodyBytes) {
        m_step = Step::malformed;
    } else {
        m_bodyBytes = m_bodyBytes * 10 + static_cast<std::uint64_t>(c - '0');
        m_position = 1;
    }
}

void ResponseParser::readTokens(char c)
{
    if (c == '\n' || c == ',') {
        endToken();
        m_position = 0;
        m_step = c == '\n' ? Step::lineStart : m_step;
        return;
    }
    if (isBlank(c)) {
        m_position |= m_position != 0 ? kPastWord : 0;
        return;
    }
    const char small = lower(c);
    if (m_position == 0 && m_step == Step::transferEncoding)
        m_token = Token::chunked;
    else if (m_position == 0)
        m_token = small == 'k' ? Token::keepAlive : Token::close;
    const auto word = kTokens[static_cast<std::size_t>(m_token)];
    if (m_position >= word.size() || word[m_position] != small) // also when past the word
        m_token = Token::other;
    m_position = static_cast<std::uint8_t>(std::min<unsigned>(m_position + 1U, kLongestWord));
}

void ResponseParser::endToken()
{
    const auto length = m_position & kLongestWord;
    if (length == 0)
        return; // an empty element of the list
    const auto word = kTokens[static_cast<std::size_t>(m_token)];
    const bool matches = m_token != Token::other && static_cast<std::size_t>(length) == word.size();
    if (m_step == Step::transferEncoding) {
        m_chunkedLast = matches;
    } else if (matches) {
        m_closes |= m_token == Token::close;
        m_keepsAlive = !m_closes;
    }
}

void ResponseParser::endHead()
{
    if (m_status < 200) {
        const auto rule = m_neverHasBody ? BodyRule::neverHasBody : BodyRule::mayHaveBody;
        const auto lineBytes = m_lineBytes;
        const auto interimReplies = m_interimReplies;
        const bool switchesProtocol = m_status == 101; // nobody asked for it
        reset(rule);
        m_lineBytes = lineBytes;
        m_interimReplies = static_cast<std::uint8_t>(std::min(interimReplies + 1, 255));
        m_step = switchesProtocol ? Step::malformed : Step::version;
    } else if (m_neverHasBody || m_status == 204 || m_status == 304) {
        m_step = Step::complete;
    } else if (m_hasTransferEncoding && m_chunkedLast) {
        m_step = Step::chunkSize;
        m_remaining = 0;
        m_position = 0;
    } else if (m_hasTransferEncoding || !m_hasContentLength) {
        m_step = Step::bodyUntilClose;
        m_keepsAlive = false;
    } else if (m_remaining > kMaxBodyBytes) {
        m_step = Step::malformed;
    } else {
        m_step = m_remaining == 0 ? Step::complete : Step::fixedBody;
    }
}

void ResponseParser::readChunkSize(char c)
{
    const int digit = hexValue(c);
    if (digit >= 0 && m_remaining <= kMaxBodyBytes) {
        m_remaining = m_remaining * 16 + static_cast<std::uint64_t>(digit);
        m_position = 1;
    } else if (m_position != 0 && c == '\n') {
        endChunkLine();
    } else if (m_position != 0 && (c == ';' || isBlank(c))) {
        m_step = Step::chunkExtension;
    } else {
        m_step = Step::malformed;
    }
}

void ResponseParser::endChunkLine()
{
    m_position = 0;
    if (m_remaining > kMaxBodyBytes)
        m_step = Step::malformed;
    else
        m_step = m_remaining == 0 ? Step::trailerStart : Step::chunkData;
}

void ResponseParser::readTrailerStart(char c)
{
    m_step = c == '\r' ? Step::trailerEnd : c == '\n' ? Step::complete : Step::trailerLine;
}

} // namespace weighbridge::http
