// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace weighbridge::measure
{

// The data of the contract that targets and checks agree on. Bodies are canonical: UTF-8, no
// spaces, keys in the contract's order, no newline at the end.

inline constexpr int kWorldRows = 10'000;
inline constexpr int kLargestBatch = 500; ///< rows of one request of /queries or /updates

/// What the table `world` holds for this id before anybody changed it.
[[nodiscard]] int initialRandomNumber(int id);
/// The ids that /queries and /updates touch, `count` clamped to 1..kLargestBatch.
[[nodiscard]] std::vector<int> worldIds(int count, int seed);
/// An update counts a row's number up; 1 follows kWorldRows.
[[nodiscard]] int countedUp(int randomNumber);

/// One row as /db sends it.
[[nodiscard]] QByteArray worldRow(int id, int randomNumber);
/// Rows as /queries and /updates send them: id and number.
[[nodiscard]] QByteArray worldRows(const std::vector<std::pair<int, int>> &rows);

/// Titles of the table `article`; ids count from 1.
[[nodiscard]] const std::vector<QByteArray> &articleTitles();
/// What /page shows, as JSON [[id,title],…], the row made per request included, sorted by the
/// bytes of the titles.
[[nodiscard]] QByteArray pageRows();

/// The reply of /items; both values within the contract's limits.
[[nodiscard]] QByteArray itemsBody(int limit, int offset);
/// The order of W3, 143 bytes.
[[nodiscard]] QByteArray orderBody();
/// The reply of /hash: SHA-256 over "gopher-vs-snake", then over each digest.
[[nodiscard]] QByteArray hashBody(int rounds);

/// The key with which the tokens are signed, and one that is valid until 2100.
[[nodiscard]] QByteArray tokenSecret();
[[nodiscard]] QByteArray validToken();

} // namespace weighbridge::measure
