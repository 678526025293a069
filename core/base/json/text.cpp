// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json/text.h"

#include "core/base/words.h"

#include <QFile>
#include <QJsonDocument>

#include <optional>

namespace weighbridge::json
{

namespace
{

/// What a look at the words and brackets of the text tells where the parser only says "illegal".
struct Survey {
    qsizetype lastWord = 0; ///< where the last word, number, string or bracket begins
    int openBrackets = 0;
    bool openString = false;
    std::optional<qsizetype> notFinite; ///< where a NaN, an infinity or a number beyond double is
};

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '-' || c == '.';
}

bool isNotFinite(QByteArray word)
{
    while (word.startsWith('-') || word.startsWith('+'))
        word.remove(0, 1);
    const QByteArray lower = word.toLower();
    if (lower == "nan" || lower == "inf" || lower == "infinity")
        return true;
    if (word.isEmpty() || word[0] < '0' || word[0] > '9')
        return false;
    bool fits = false;
    word.toDouble(&fits);
    return !fits && word.toLower().count('e') == 1;
}

qsizetype endOfString(const QByteArray &bytes, qsizetype begin)
{
    for (qsizetype i = begin + 1; i < bytes.size(); ++i) {
        if (bytes[i] == '\\')
            ++i;
        else if (bytes[i] == '"')
            return i + 1;
    }
    return -1;
}

Survey survey(const QByteArray &bytes)
{
    Survey found;
    qsizetype i = 0;
    while (i < bytes.size()) {
        const char c = bytes[i];
        if (c == '"') {
            found.lastWord = i;
            i = endOfString(bytes, i);
            if (i < 0) {
                found.openString = true;
                return found;
            }
        } else if (isWordCharacter(c)) {
            found.lastWord = i;
            while (i < bytes.size() && isWordCharacter(bytes[i]))
                ++i;
            const QByteArray word = bytes.mid(found.lastWord, i - found.lastWord);
            if (!found.notFinite && isNotFinite(word))
                found.notFinite = found.lastWord;
        } else {
            found.openBrackets += c == '{' || c == '[' ? 1 : 0;
            found.openBrackets -= c == '}' || c == ']' ? 1 : 0;
            if (c > ' ')
                found.lastWord = i;
            ++i;
        }
    }
    return found;
}

QString lineAndColumn(const QByteArray &bytes, qsizetype offset)
{
    const QByteArray before = bytes.left(offset);
    const auto column = offset - (before.lastIndexOf('\n') + 1) + 1;
    return Words::tr("line %1, column %2").arg(before.count('\n') + 1).arg(column);
}

Error failure(const QByteArray &bytes, const QJsonParseError &parse)
{
    const Survey seen = survey(bytes);
    if (seen.notFinite)
        return {Words::tr("the number at %1 is not a finite number")
                    .arg(lineAndColumn(bytes, *seen.notFinite)),
                Words::tr("Put a finite number in its place"),
                {}};
    const bool isCutOff = bytes.startsWith('{') && (seen.openString || seen.openBrackets > 0) &&
                          parse.offset >= seen.lastWord;
    if (isCutOff)
        return {Words::tr("the file is cut off after %1").arg(lineAndColumn(bytes, bytes.size())),
                Words::tr("Use an earlier copy of it"),
                {}};
    return {Words::tr("not JSON: %1 at %2")
                .arg(parse.errorString(), lineAndColumn(bytes, parse.offset)),
            {},
            {}};
}

} // namespace

Result<QJsonObject> parseObject(const QByteArray &bytes)
{
    if (bytes.trimmed().isEmpty())
        return Error{Words::tr("the file is empty"), Words::tr("Use an earlier copy of it"), {}};
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parse);
    if (parse.error != QJsonParseError::NoError)
        return failure(bytes, parse);
    if (!document.isObject())
        return Error{Words::tr("the JSON is a list, not an object"), {}, {}};
    return document.object();
}

QJsonObject readResource(const QString &path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "readResource", qPrintable(path));
    const auto document = parseObject(file.readAll());
    Q_ASSERT_X(document.hasValue(), "readResource",
               qPrintable(path + QStringLiteral(": ") + document.error().message()));
    return document.hasValue() ? *document : QJsonObject();
}

} // namespace weighbridge::json
