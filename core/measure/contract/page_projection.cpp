// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/contract/page_projection.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace weighbridge::measure
{

namespace
{

/// "amp" → "&", "#39" and "#x27" → "'"; an unknown one stays as it is written.
QString decodedEntity(const QString &name)
{
    static const QHash<QString, QString> named{{QStringLiteral("amp"), QStringLiteral("&")},
                                               {QStringLiteral("lt"), QStringLiteral("<")},
                                               {QStringLiteral("gt"), QStringLiteral(">")},
                                               {QStringLiteral("quot"), QStringLiteral("\"")},
                                               {QStringLiteral("apos"), QStringLiteral("'")}};
    if (const auto found = named.find(name); found != named.end())
        return *found;
    if (name.startsWith(QLatin1Char('#'))) {
        bool isNumber = false;
        const bool hexadecimal = name.mid(1, 1).toLower() == QLatin1String("x");
        const uint code =
            hexadecimal ? name.mid(2).toUInt(&isNumber, 16) : name.mid(1).toUInt(&isNumber, 10);
        if (isNumber && code > 0 && code <= QChar::LastValidCodePoint) {
            const char32_t character = code;
            return QString::fromUcs4(&character, 1);
        }
    }
    return QLatin1Char('&') + name + QLatin1Char(';');
}

QString decoded(const QString &text)
{
    constexpr qsizetype kLongestEntity = 10;
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype end = text[i] == QLatin1Char('&') ? text.indexOf(QLatin1Char(';'), i) : -1;
        if (end < 0 || end - i > kLongestEntity) {
            out += text[i];
            continue;
        }
        out += decodedEntity(text.mid(i + 1, end - i - 1));
        i = end;
    }
    return out;
}

QString nameOfTag(const QString &tag)
{
    qsizetype end = tag.startsWith(QLatin1Char('/')) ? 1 : 0;
    while (end < tag.size() && tag[end].isLetterOrNumber())
        ++end;
    return tag.left(end).toLower();
}

QByteArray pairs(const QStringList &cells)
{
    QJsonArray rows;
    for (qsizetype i = 0; i + 1 < cells.size(); i += 2) {
        bool isNumber = false;
        const int id = cells[i].trimmed().toInt(&isNumber);
        rows.append(
            QJsonArray{isNumber ? QJsonValue(id) : QJsonValue(cells[i]), QJsonValue(cells[i + 1])});
    }
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

} // namespace

PageProjection projectPage(const QByteArray &html)
{
    const QString text = QString::fromUtf8(html);
    PageProjection page;
    QStringList cells;
    QString *destination = nullptr;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype open = text.indexOf(QLatin1Char('<'), at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(QLatin1Char('>'), open);
        if (destination != nullptr)
            *destination += decoded(text.mid(at, open < 0 ? -1 : open - at));
        if (close < 0)
            break;
        const QString tag = nameOfTag(text.mid(open + 1, close - open - 1));
        if (tag == QLatin1String("td")) {
            cells << QString();
            destination = &cells.last();
        } else if (tag == QLatin1String("title")) {
            destination = &page.title;
        } else if (tag == QLatin1String("/td") || tag == QLatin1String("/title")) {
            destination = nullptr;
        }
        page.hasRawScript = page.hasRawScript || tag == QLatin1String("script");
        at = close + 1;
    }
    page.rows = pairs(cells);
    return page;
}

} // namespace weighbridge::measure
