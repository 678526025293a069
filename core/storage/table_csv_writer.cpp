// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv_text.h"
#include "core/storage/table_csv.h"
#include "core/storage/table_csv_columns.h"

#include <QLocale>

#include <algorithm>

namespace weighbridge::storage
{

using namespace decision;

namespace
{

/// All digits, so that what comes back is the same.
QString number(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString numberOrEmpty(const std::optional<double> &value)
{
    return value ? number(*value) : QString();
}

/// All alternatives or none, so that "X (figure)" after "X" is never the name of another one.
bool hasFigures(const Decision &decision)
{
    const auto isFigure = [](const Rating &rating) { return rating.raw.has_value(); };
    const auto hasOne = [&](const Need &need) {
        return std::any_of(need.ratings.begin(), need.ratings.end(), isFigure);
    };
    const auto looksLikeOne = [](const Alternative &each) {
        return each.name.endsWith(figureSuffix());
    };
    return std::any_of(decision.needs.begin(), decision.needs.end(), hasOne) ||
           std::any_of(decision.alternatives.begin(), decision.alternatives.end(), looksLikeOne);
}

QStringList rowOf(const Need &need, bool figures)
{
    QStringList row{need.name, need.id, number(need.weight), numberOrEmpty(need.mustReach)};
    if (need.anchors)
        row << need.anchors->unit << number(need.anchors->lowest) << number(need.anchors->highest)
            << nameOf(need.anchors->scale);
    else
        row << QString() << QString() << QString() << QString();
    for (const Rating &rating : need.ratings) {
        row << numberOrEmpty(rating.level);
        if (figures)
            row << numberOrEmpty(rating.raw);
    }
    return row;
}

} // namespace

QByteArray tableCsv(const Decision &decision)
{
    const bool figures = hasFigures(decision);
    QStringList header;
    for (const TableColumn &column : kTableColumns)
        header << column.title;
    for (const Alternative &alternative : decision.alternatives) {
        const QString &name = alternative.name.isEmpty() ? alternative.id : alternative.name;
        header << name;
        if (figures)
            header << name + figureSuffix();
    }
    // The mark is what makes spreadsheets read UTF-8.
    QString text = QChar(QChar::ByteOrderMark) + csvLine(header);
    for (const Need &need : decision.needs)
        text += csvLine(rowOf(need, figures));
    return text.toUtf8();
}

} // namespace weighbridge::storage
