// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace weighbridge::measure
{

/// What the page of W10 shows, however its author spells entities and arranges tags.
struct PageProjection {
    QString title;             ///< text of <title>
    QByteArray rows;           ///< the table's cells in pairs as JSON [[id,title],…]
    bool hasRawScript = false; ///< a <script> that came from the data would run
};

/// Reads the elements title, td and script; everything else is passed over. Never fails: what is no
/// page gives no rows.
[[nodiscard]] PageProjection projectPage(const QByteArray &html);

} // namespace weighbridge::measure
