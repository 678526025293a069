// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/terminal_text.h"

#include <algorithm>
#include <iterator>

namespace weighbridge::app
{

namespace
{

constexpr char32_t kFirstPicture = 0x2400; ///< the control pictures, in the order of the controls
constexpr char32_t kPictureOfDelete = 0x2421;
constexpr char32_t kDelete = 0x7F;

struct Range {
    char32_t first;
    char32_t last;
};

/// East Asian Width "wide" or "full" of Unicode 14.0.0, what is not assigned in between included.
constexpr Range kWide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x23F0, 0x23F0},   {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},
    {0x2648, 0x2653},   {0x267F, 0x267F},   {0x2693, 0x2693},   {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x26CE, 0x26CE},
    {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},
    {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2795, 0x2797},   {0x27B0, 0x27B0},   {0x27BF, 0x27BF},
    {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x2E80, 0x303E},
    {0x3041, 0x3247},   {0x3250, 0x4DBF},   {0x4E00, 0xA4C6},   {0xA960, 0xA97C},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAD9},   {0xFE10, 0xFE6B},   {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x16FE0, 0x1B2FB}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF},
    {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F200, 0x1F320}, {0x1F32D, 0x1F335},
    {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3},
    {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F440},
    {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567},
    {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596}, {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F},
    {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC}, {0x1F6D0, 0x1F6D2}, {0x1F6D5, 0x1F6DF},
    {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7F0}, {0x1F90C, 0x1F93A},
    {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

bool isWide(char32_t character)
{
    const auto *next =
        std::upper_bound(std::begin(kWide), std::end(kWide), character,
                         [](char32_t left, const Range &range) { return left < range.first; });
    return next != std::begin(kWide) && character <= std::prev(next)->last;
}

int cellsOf(char32_t character)
{
    constexpr char32_t kFirstWithWidth = 0x300; // all before has a cell each
    constexpr char32_t kFirstHangulVowel = 0x1160;
    constexpr char32_t kLastHangulFinal = 0x11FF;
    if (character < kFirstWithWidth)
        return 1;
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        break;
    }
    if (character >= kFirstHangulVowel && character <= kLastHangulFinal)
        return 0; // joins the syllable before it
    return isWide(character) ? 2 : 1;
}

bool turnsDirection(QChar each)
{
    return (each >= QChar(0x202A) && each <= QChar(0x202E)) ||
           (each >= QChar(0x2066) && each <= QChar(0x2069)) || each == QChar(0x200E) ||
           each == QChar(0x200F) || each == QChar(0x061C);
}

QChar shown(QChar each)
{
    if (each == QChar(kDelete))
        return QChar(static_cast<char16_t>(kPictureOfDelete));
    if (each < QLatin1Char(' '))
        return QChar(static_cast<char16_t>(kFirstPicture + each.unicode()));
    const bool breaksLines = each == QChar::LineSeparator || each == QChar::ParagraphSeparator;
    if (each.category() == QChar::Other_Control || breaksLines || turnsDirection(each))
        return QChar::ReplacementCharacter;
    return each;
}

} // namespace

QString printable(QString text)
{
    for (QChar &each : text) {
        if (each != QLatin1Char('\n') && each != QLatin1Char('\t'))
            each = shown(each);
    }
    return text;
}

QString printableName(QString name)
{
    std::transform(name.cbegin(), name.cend(), name.begin(), shown);
    return name;
}

qsizetype cellsOf(const QString &text)
{
    qsizetype cells = 0;
    for (const char32_t character : text.toUcs4())
        cells += cellsOf(character);
    return cells;
}

QString leftCells(const QString &text, qsizetype most)
{
    qsizetype cells = 0;
    qsizetype end = 0;
    for (const char32_t character : text.toUcs4()) {
        cells += cellsOf(character);
        if (cells > most)
            break;
        end += QChar::requiresSurrogates(character) ? 2 : 1;
    }
    return text.left(end);
}

QString padded(const QString &text, qsizetype cells, Padding padding)
{
    const QString blanks(std::max<qsizetype>(0, cells - cellsOf(text)), QLatin1Char(' '));
    return padding == Padding::before ? blanks + text : text + blanks;
}

} // namespace weighbridge::app
