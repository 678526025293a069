#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the files of resources/fonts from the fonts of the system.

Qt 6.4 cannot switch on an OpenType feature (QFont::setFeature came later), and Inter's default
digits are proportional. So "Inter Num" is Inter with the digits replaced by those of the `tnum`
feature. Every font is reduced to the characters the program can show.

Needs python3-fonttools, fonts-inter and fonts-jetbrains-mono. The results are committed; run this
again only after a new release of the fonts.
"""
import argparse
import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont

WEIGHTS = ("Regular", "Medium", "SemiBold")
# Latin, Greek and Cyrillic; punctuation, currency, arrows, mathematics, shapes, check and warning.
TEXT_RANGES = ((0x20, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x2C6, 0x2DD), (0x300, 0x30C),
               (0x370, 0x3FF), (0x400, 0x45F), (0x2000, 0x206F), (0x2070, 0x209F),
               (0x20A0, 0x20BF), (0x2100, 0x2122), (0x2150, 0x215F), (0x2190, 0x2199),
               (0x2200, 0x226F), (0x25A0, 0x25CF), (0x2713, 0x2717), (0x26A0, 0x26A0))
NUMBER_RANGES = ((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2026), (0x202F, 0x2030), (0x2190, 0x2193),
                 (0x2212, 0x2212), (0x2248, 0x2248), (0x2264, 0x2265), (0x3BC, 0x3BC),
                 (0x394, 0x394), (0x3C3, 0x3C3))
# Not `calt` and `liga`: Inter turns the "x" of "10x" into "×" with them, and quotes of a source
# have to stay as they were written.
TEXT_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]


def characters(ranges):
    return [code for first, last in ranges for code in range(first, last + 1)]


def reduce(font, ranges, features):
    options = subset.Options()
    options.layout_features = features
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    options.desubroutinize = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters(ranges))
    subsetter.subset(font)


def tabular_glyphs(font):
    """Glyph name → its `tnum` glyph."""
    table = font["GSUB"].table
    mapping = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for lookup in table.LookupList.Lookup[index].SubTable:
                mapping.update(getattr(getattr(lookup, "ExtSubTable", lookup), "mapping", {}))
    return mapping


def use_tabular_digits(font):
    mapping = tabular_glyphs(font)
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            # Subtables may share one dictionary, so a digit may be replaced already.
            if code in table.cmap:
                table.cmap[code] = mapping.get(table.cmap[code], table.cmap[code])
    # The "4" of the heavier weights is a thousandth of an em narrower than the other digits.
    names = [font.getBestCmap()[code] for code in range(ord("0"), ord("9") + 1)]
    advance = max(font["hmtx"][name][0] for name in names)
    for name in names:
        font["hmtx"][name] = (advance, font["hmtx"][name][1])


def rename(font, old, new):
    for record in font["name"].names:
        text = record.toUnicode()
        if record.nameID in (1, 3, 4, 16, 18, 21):
            record.string = text.replace(old, new)
        elif record.nameID in (6, 20):
            record.string = text.replace(old, new.replace(" ", ""))
    if "CFF " in font:
        table = font["CFF "].cff
        table.fontNames = [name.replace(old, new.replace(" ", "")) for name in table.fontNames]
        top = table.topDictIndex[0]
        top.FullName = top.FullName.replace(old, new)
        top.FamilyName = top.FamilyName.replace(old, new)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inter", type=pathlib.Path, default="/usr/share/fonts/opentype/inter")
    parser.add_argument("--mono", type=pathlib.Path, default="/usr/share/fonts/truetype/jetbrains-mono")
    parser.add_argument("--output", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parent.parent / "resources/fonts")
    arguments = parser.parse_args()

    for weight in WEIGHTS:
        # recalcTimestamp off: the same input gives the same bytes.
        font = TTFont(arguments.inter / f"Inter-{weight}.otf", recalcTimestamp=False)
        reduce(font, TEXT_RANGES, TEXT_FEATURES)
        font.save(arguments.output / f"Inter-{weight}.otf")

        font = TTFont(arguments.inter / f"Inter-{weight}.otf", recalcTimestamp=False)
        use_tabular_digits(font)
        reduce(font, NUMBER_RANGES, [])
        rename(font, "Inter", "Inter Num")
        font.save(arguments.output / f"InterNum-{weight}.otf")

    font = TTFont(arguments.mono / "JetBrainsMono-Regular.ttf", recalcTimestamp=False)
    reduce(font, TEXT_RANGES, [])
    font.save(arguments.output / "JetBrainsMono-Regular.ttf")


if __name__ == "__main__":
    main()
