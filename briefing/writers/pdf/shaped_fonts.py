"""Puts the fonts of shaped text into the file: by signs, numbered from 1 as they came up: each a glyph and its text.

ISO 32000-1, 9.7 (composite fonts) and 9.10.3 (ToUnicode).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.writers.pdf.fonts import font_file
from briefing.writers.pdf.harfbuzz import extent, glyph_width, subset
from briefing.writers.pdf.shaping import Sign

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

# What a glyph without characters of its own stands for; the format wants some text for each.
NOTHING = "\u200b"
SYMBOLIC = 4


def add_shaped_fonts(pdf: Pdf, used: Mapping[str, Mapping[Sign, int]]) -> None:
    """Adds each font to all pages under its file's name, by which the text drew with it."""
    from pikepdf import Dictionary, Name

    for name in sorted(used):
        font = pdf.make_indirect(_font(pdf, name, used[name]))
        for page in pdf.pages:
            resources = page.obj.Resources
            if "/Font" not in resources:
                resources.Font = Dictionary()
            resources.Font[Name(f"/{name}")] = font


def _font(pdf: Pdf, name: str, used: Mapping[Sign, int]) -> Object:
    from pikepdf import Array, Dictionary, Name, String

    path = font_file(name)
    base = Name(f"/{_tag(name)}+{name}")
    file = pdf.make_stream(subset(path, {sign.glyph for sign in used}))
    file.Length1 = len(file.read_bytes())
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=base,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=pdf.make_stream(
            b"".join(number.to_bytes(2, "big") for number in (0, *(sign.glyph for sign in used)))
        ),
        DW=0,
        W=Array([1, Array([glyph_width(path, sign.glyph) for sign in used])]),
        FontDescriptor=pdf.make_indirect(_descriptor(path, base, file)),
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=base,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        ToUnicode=pdf.make_stream(_to_unicode(used)),
    )


def _tag(name: str) -> str:
    """Six capital letters for a subset (9.6.4), made from the name: it is the only subset of this font in the file."""
    letters = [char for char in name.upper() if "A" <= char <= "Z"]
    return "".join((letters * 6)[-6:])


def _descriptor(path: Path, base: Object, file: Object) -> Object:
    from pikepdf import Array, Dictionary, Name

    reach = extent(path)
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=base,
        Flags=SYMBOLIC,
        FontBBox=Array([-1000, reach.descent, 2000, reach.ascent]),
        ItalicAngle=0,
        Ascent=reach.ascent,
        Descent=reach.descent,
        CapHeight=reach.ascent,
        StemV=80,
        FontFile2=file,
    )


def _to_unicode(used: Mapping[Sign, int]) -> bytes:
    lines = [
        f"<{number:04X}> <{(sign.text or NOTHING).encode('utf-16-be').hex().upper()}>" for sign, number in used.items()
    ]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")
