// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv_text.h"

#include "core/base/words.h"

#include <QStringDecoder>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace weighbridge
{

namespace
{

constexpr QLatin1Char kApostrophe('\'');
constexpr QLatin1Char kQuote('"');

bool looksLikeFormula(QStringView cell)
{
    static const QString kStarts = QStringLiteral("=+-@\t\r\n");
    if (cell.isEmpty() || !kStarts.contains(cell.front()))
        return false;
    bool isNumber = false;
    std::ignore = cell.toDouble(&isNumber);
    return !isNumber;
}

/// Also with apostrophes before it, so that those of the text can be told from ours.
bool needsApostrophe(QStringView cell)
{
    while (!cell.isEmpty() && cell.front() == kApostrophe)
        cell = cell.mid(1);
    return looksLikeFormula(cell);
}

QString quoted(QString cell)
{
    if (needsApostrophe(cell))
        cell.prepend(kApostrophe);
    // Semicolons and tabs as well: readers take what there is most of for the separator.
    static const QString kSpecial = QStringLiteral(",;\t\"\n\r");
    const bool needsQuotes =
        std::any_of(cell.cbegin(), cell.cend(), [](QChar each) { return kSpecial.contains(each); });
    return needsQuotes ? kQuote + cell.replace(kQuote, QStringLiteral("\"\"")) + kQuote : cell;
}

bool endsLine(QChar each)
{
    return each == QLatin1Char('\n') || each == QLatin1Char('\r');
}

/// Whichever of the three the first record has most of, outside quotes.
QChar separatorOf(QStringView text)
{
    constexpr QChar kCandidates[] = {QLatin1Char(','), QLatin1Char(';'), QLatin1Char('\t')};
    int counts[] = {0, 0, 0};
    bool isQuoted = false;
    for (const QChar each : text) {
        if (each == kQuote)
            isQuoted = !isQuoted;
        if (isQuoted)
            continue;
        if (endsLine(each) && counts[0] + counts[1] + counts[2] > 0)
            break;
        for (std::size_t i = 0; i < std::size(counts); ++i)
            counts[i] += each == kCandidates[i] ? 1 : 0;
    }
    const auto *most = std::max_element(std::begin(counts), std::end(counts));
    return kCandidates[most - std::begin(counts)];
}

class CsvReader
{
public:
    explicit CsvReader(QStringView text) : m_text(text) {}

    Result<std::vector<CsvRecord>> read(std::optional<QChar> separator)
    {
        if (separator)
            m_separator = *separator;
        else
            chooseSeparator();
        while (m_at < m_text.size()) {
            CsvRecord record;
            record.line = m_line;
            if (const auto whole = readRecord(record); !whole)
                return whole.error();
            const bool isBlank =
                record.cells.size() == 1 && record.cells.front().trimmed().isEmpty();
            if (!isBlank)
                m_records.push_back(std::move(record));
        }
        return std::move(m_records);
    }

private:
    void chooseSeparator()
    {
        static const QString kNamed = QStringLiteral("sep=");
        const bool isNamed = m_text.startsWith(kNamed, Qt::CaseInsensitive) &&
                             m_text.size() > kNamed.size() && !endsLine(m_text[kNamed.size()]);
        if (!isNamed) {
            m_separator = separatorOf(m_text);
            return;
        }
        m_separator = m_text[kNamed.size()];
        m_at = kNamed.size() + 1;
        while (m_at < m_text.size() && !endsLine(m_text[m_at]))
            ++m_at;
        passLineEnd();
    }

    [[nodiscard]] bool atEndOfCell() const
    {
        return m_at >= m_text.size() || m_text[m_at] == m_separator || endsLine(m_text[m_at]);
    }

    void passLineEnd()
    {
        if (m_at >= m_text.size())
            return;
        const bool isPair = m_text[m_at] == QLatin1Char('\r') && m_at + 1 < m_text.size() &&
                            m_text[m_at + 1] == QLatin1Char('\n');
        m_at += isPair ? 2 : 1;
        ++m_line;
    }

    [[nodiscard]] Error mistake(int line, const CsvRecord &record, const QString &what) const
    {
        return {
            Words::tr("line %1, column %2: %3").arg(line).arg(record.cells.size() + 1).arg(what),
            Words::tr("Correct it there, or save the table again from the spreadsheet"),
            {}};
    }

    Outcome readRecord(CsvRecord &record)
    {
        for (;;) {
            QString cell;
            if (const auto whole = readCell(record, cell); !whole)
                return whole.error();
            // What csvLine() has put before it.
            if (cell.startsWith(kApostrophe) && needsApostrophe(QStringView(cell).mid(1)))
                cell.remove(0, 1);
            record.cells << cell;
            if (m_at >= m_text.size())
                return success();
            if (m_text[m_at] != m_separator) {
                passLineEnd();
                return success();
            }
            ++m_at;
        }
    }

    Outcome readCell(const CsvRecord &record, QString &cell)
    {
        if (m_at >= m_text.size() || m_text[m_at] != kQuote) {
            const qsizetype begin = m_at;
            while (!atEndOfCell())
                ++m_at;
            cell = m_text.mid(begin, m_at - begin).toString();
            return success();
        }
        const int firstLine = m_line;
        ++m_at;
        for (;;) {
            if (m_at >= m_text.size())
                return mistake(firstLine, record, Words::tr("the quote is never closed"));
            if (m_text[m_at] == kQuote) {
                ++m_at;
                if (m_at >= m_text.size() || m_text[m_at] != kQuote)
                    break;
                cell += kQuote;
                ++m_at;
            } else if (endsLine(m_text[m_at])) {
                const qsizetype begin = m_at;
                passLineEnd();
                cell += m_text.mid(begin, m_at - begin);
            } else {
                cell += m_text[m_at++];
            }
        }
        if (!atEndOfCell())
            return mistake(m_line, record, Words::tr("something follows the closing quote"));
        return success();
    }

    QStringView m_text;
    QChar m_separator = QLatin1Char(',');
    qsizetype m_at = 0;
    int m_line = 1;
    std::vector<CsvRecord> m_records;
};

/// Whether `mark` stands between groups of three digits, the first of one to three.
bool groupsThousands(const QString &digits, QLatin1Char mark)
{
    const QStringList groups = digits.split(mark);
    if (groups.front().isEmpty() || groups.front().size() > 3)
        return false;
    return std::all_of(groups.begin() + 1, groups.end(),
                       [](const QString &group) { return group.size() == 3; });
}

std::optional<double> plainNumber(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// With `decimal` for decimals and the other mark for thousands.
std::optional<double> numberWith(QString text, QLatin1Char decimal, QLatin1Char thousands)
{
    const qsizetype end = text.indexOf(decimal);
    if (end != text.lastIndexOf(decimal))
        return std::nullopt;
    QString whole = text.left(end < 0 ? text.size() : end);
    const QString sign = whole.startsWith(QLatin1Char('-')) ? QStringLiteral("-") : QString();
    whole.remove(0, sign.size());
    const QString decimals = end < 0 ? QString() : text.mid(end + 1);
    if (whole.contains(thousands)) {
        if (!groupsThousands(whole, thousands) || decimals.contains(thousands))
            return std::nullopt;
        whole.remove(thousands);
    }
    return plainNumber(sign + whole + QLatin1Char('.') + decimals);
}

} // namespace

QString csvLine(const QStringList &cells)
{
    QStringList safe;
    for (const QString &cell : cells)
        safe << quoted(cell);
    return safe.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

Result<std::vector<CsvRecord>> readCsv(const QString &text, std::optional<QChar> separator)
{
    return CsvReader(text).read(separator);
}

Result<QString> csvTextOf(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    QString text = decoder(bytes);
    if (!decoder.hasError())
        return text;
    const auto wrong = text.indexOf(QChar::ReplacementCharacter);
    return Error{Words::tr("line %1 is not written in UTF-8")
                     .arg(QStringView(text).left(std::max<qsizetype>(wrong, 0)).count(u'\n') + 1),
                 Words::tr("Save the table as \"CSV UTF-8\""),
                 {}};
}

std::optional<double> csvNumber(const QString &cell, double greatest)
{
    constexpr QLatin1Char kPoint('.');
    constexpr QLatin1Char kComma(',');
    QString text = cell.trimmed();
    for (const char16_t blank : {u'\u00a0', u'\u202f'}) // between thousands, as in French
        text.remove(QChar(blank));
    if (!text.contains(kComma)) {
        const bool isGrouped = text.count(kPoint) > 1;
        return isGrouped ? numberWith(text, kComma, kPoint) : plainNumber(text);
    }
    if (text.contains(kPoint))
        return text.lastIndexOf(kComma) > text.lastIndexOf(kPoint)
                   ? numberWith(text, kComma, kPoint)
                   : numberWith(text, kPoint, kComma);
    const auto decimal = numberWith(text, kComma, kPoint);
    const auto grouped = numberWith(text, kPoint, kComma);
    if (decimal && grouped && *decimal != *grouped && *grouped <= greatest)
        return std::nullopt;
    return decimal ? decimal : grouped;
}

} // namespace weighbridge
