// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/contract_data.h"

#include <QByteArrayList>
#include <QCryptographicHash>

#include <algorithm>

namespace weighbridge::measure
{

namespace
{

constexpr int kStep = 7919; // a prime: neighbouring ids get distant numbers
constexpr int kItems = 100;

QByteArray quoted(const QByteArray &text)
{
    QByteArray out = "\"";
    for (const char c : text) {
        if (c == '\t') {
            out += "\\t";
            continue;
        }
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

QByteArray item(int id)
{
    constexpr int kPriceRange = 100'000;
    return "{\"id\":" + QByteArray::number(id) + ",\"name\":\"item-" +
           QByteArray::number(id).rightJustified(4, '0') +
           "\",\"priceCents\":" + QByteArray::number(id * kStep % kPriceRange) +
           ",\"inStock\":" + (id % 3 != 0 ? "true" : "false") + ",\"tags\":[\"t" +
           QByteArray::number(id % 5) + "\",\"u" + QByteArray::number(id % 7) + "\"]}";
}

} // namespace

int initialRandomNumber(int id)
{
    return id * kStep % kWorldRows + 1;
}

std::vector<int> worldIds(int count, int seed)
{
    constexpr int kSeedStep = 31;
    std::vector<int> ids;
    for (int k = 0; k < std::clamp(count, 1, kLargestBatch); ++k)
        ids.push_back((seed * kSeedStep + k * kStep) % kWorldRows + 1);
    return ids;
}

int countedUp(int randomNumber)
{
    return randomNumber % kWorldRows + 1;
}

QByteArray worldRow(int id, int randomNumber)
{
    return "{\"id\":" + QByteArray::number(id) +
           ",\"randomNumber\":" + QByteArray::number(randomNumber) + '}';
}

QByteArray worldRows(const std::vector<std::pair<int, int>> &rows)
{
    QByteArrayList parts;
    for (const auto &[id, randomNumber] : rows)
        parts << worldRow(id, randomNumber);
    return '[' + parts.join(',') + ']';
}

const std::vector<QByteArray> &articleTitles()
{
    static const std::vector<QByteArray> titles{"Plain title",
                                                "Ampersand & angle <b>not bold</b>",
                                                "<script>alert('x')</script>",
                                                "Quotes \"double\" and 'single'",
                                                "Ünïcödé café",
                                                "日本語のタイトル",
                                                "Trailing spaces kept  ",
                                                "Zero",
                                                "Emoji 🚀",
                                                "Tab\there",
                                                "apple",
                                                "Banana"};
    return titles;
}

QByteArray pageRows()
{
    std::vector<std::pair<QByteArray, int>> rows{{"Added at request time", 0}};
    int id = 0;
    for (const QByteArray &title : articleTitles())
        rows.emplace_back(title, ++id);
    std::sort(rows.begin(), rows.end());
    QByteArrayList parts;
    for (const auto &[title, number] : rows)
        parts << '[' + QByteArray::number(number) + ',' + quoted(title) + ']';
    return '[' + parts.join(',') + ']';
}

QByteArray itemsBody(int limit, int offset)
{
    QByteArrayList items;
    for (int id = offset + 1; id <= std::min(offset + limit, kItems); ++id)
        items << item(id);
    return "{\"items\":[" + items.join(',') + "],\"count\":" + QByteArray::number(items.size()) +
           ",\"total\":" + QByteArray::number(kItems) + '}';
}

QByteArray orderBody()
{
    return R"({"customerId":42,"lines":[{"sku":"A-1","qty":2,"unitCents":1999},)"
           R"({"sku":"B-7","qty":1,"unitCents":4550},{"sku":"C-3","qty":5,"unitCents":299}]})";
}

QByteArray hashBody(int rounds)
{
    QByteArray digest = "gopher-vs-snake";
    for (int round = 0; round < rounds; ++round)
        digest = QCryptographicHash::hash(digest, QCryptographicHash::Sha256);
    return "{\"rounds\":" + QByteArray::number(rounds) + ",\"hex\":\"" + digest.toHex() + "\"}";
}

QByteArray tokenSecret()
{
    return "bench-secret-not-for-production-0";
}

QByteArray validToken()
{
    return "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
           "eyJzdWIiOiJ1LTQyIiwicm9sZSI6ImFkbWluIiwiZXhwIjo0MTAyNDQ0ODAwfQ."
           "9tW7Lhpv6kolpaUAAqjleMqUniLm_N2jBRAvVncKxoI";
}

} // namespace weighbridge::measure
