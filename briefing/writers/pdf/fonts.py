"""The fonts of the PDF, and which of them prints which character.

The files in `fonts/` come from `packaging/make_fonts.py`; a face has only the characters that can be set right here, so
one that no face knows is not printable. A face is read once, when a character first asks for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from briefing.writers.pdf.harfbuzz import character_widths

FOLDER = Path(__file__).parent / "fonts"
SANS, SERIF = "NotoSans", "NotoSerif"
_SERIFS = re.compile(
    r"serif|times|cambria|georgia|garamond|palatino|antiqua|caslon|baskerville|bodoni|bookman|century|constantia|didot"
    r"|minion|roman|sabon|caladea|charis|gentium|charter",
    re.IGNORECASE,
)
# The families with the letter widths of those that offices use, so that lines break where Word breaks them. Their files
# are as they were published, since their names are reserved for that.
CALIBRI, CAMBRIA, ARIAL, TIMES = "Carlito", "Caladea", "LiberationSans", "LiberationSerif"
STAND_INS = MappingProxyType(
    {
        **dict.fromkeys(("calibri", "calibrilight", "carlito"), CALIBRI),
        **dict.fromkeys(("cambria", "caladea"), CAMBRIA),
        **dict.fromkeys(("arial", "arialmt", "helvetica", "liberationsans", "arimo", "nimbussans"), ARIAL),
        **dict.fromkeys(("timesnewroman", "timesnewromanpsmt", "times", "timesroman"), TIMES),
        **dict.fromkeys(("liberationserif", "tinos", "nimbusroman"), TIMES),
    }
)
_UNCHANGED = frozenset(STAND_INS.values())
_WITH_SERIFS = frozenset([CAMBRIA, TIMES])
# What can be set letter by letter: Liberation knows Hebrew, too, whose points would stand beside the letters.
_EUROPEAN = ((0x20, 0x52F), (0x1AB0, 0x1AFF), (0x1C80, 0x1C8F), (0x1D00, 0x2E5F), (0xA640, 0xAB6F), (0xFB00, 0xFB06))
SHAPED = frozenset(
    [
        "IBMPlexSansArabic",
        *("NotoSansBengali", "NotoSansDevanagari", "NotoSansGujarati", "NotoSansGurmukhi", "NotoSansHebrew"),
        *("NotoSansKannada", "NotoSansKhmer", "NotoSansLao", "NotoSansMalayalam", "NotoSansMyanmar", "NotoSansOriya"),
        *("NotoSansSinhala", "NotoSansTamil", "NotoSansTelugu", "NotoSansThai"),
    ]
)
FALLBACKS = (
    *("DejaVuSans", "NotoSansSymbols", "NotoSansArmenian", "NotoSansGeorgian", "NotoSansEthiopic"),
    *("NotoSansKana", "NotoSansHangul", "NotoSansHan1", "NotoSansHan2", "NotoSansHan3", "NotoSansHan4", "NotoSansHan5"),
    *sorted(SHAPED),
)

# Format characters that have a glyph of their own (Unicode's Prepended_Concatenation_Mark), so they are not invisible.
_SIGNS = frozenset([*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD])
# Joiners steer the forms of letters in these scripts; elsewhere they are left out.
_JOINING = re.compile("[\u0590-\u109f\u1780-\u17ff\ufb1d-\ufefc]")
_JOINERS = "\u200c\u200d"
_ZERO_WIDTH_SPACE = "\u200b"


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file. `widths` are in thousandths of the size, by code point.

    A `shaped` one is set by HarfBuzz, and `name` is its file's; any other by reportlab, which knows it by `name`.
    """

    name: str
    widths: Mapping[int, float] = field(repr=False)
    shaped: bool = False

    def width(self, text: str, size: float) -> float:
        return _width(self, text) * size / 1000


@lru_cache(maxsize=65536)
def _width(face: Face, text: str) -> float:
    widths = face.widths
    return sum([widths.get(ord(char), 0.0) for char in text])


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that one face prints."""

    face: Face
    text: str


def font_file(name: str) -> Path:
    return FOLDER / f"{name}.ttf"


@cache
def face(name: str) -> Face:
    """The face of that file name, known to reportlab under "briefing-" and this name (its register is global)."""
    if name.partition("-")[0] in SHAPED:
        return Face(name, character_widths(font_file(name)), shaped=True)
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(f"briefing-{name}", str(font_file(name)), shapable=False)
    registerFont(font)
    known = {code: font.face.charWidths[code] for code in font.face.charToGlyph if code in font.face.charWidths}
    if name.partition("-")[0] in _UNCHANGED:
        known = {code: width for code, width in known.items() if any(low <= code <= top for low, top in _EUROPEAN)}
    return Face(font.fontName, known)


@cache
def _style_name(family: str, bold: bool, italic: bool) -> str:
    wanted = (("Bold" if bold else "") + ("Italic" if italic else "")) or "Regular"
    for style in (wanted, "Bold" if bold else "Regular", "Regular"):
        if (FOLDER / f"{family}-{style}.ttf").exists():
            return f"{family}-{style}"
    raise FileNotFoundError(FOLDER / f"{family}-Regular.ttf")


def family_for(name: str) -> str:
    """The family here most like the font of that name: of its widths, or at least with serifs or without."""
    known = STAND_INS.get("".join(char for char in name.casefold() if char.isalnum()))
    if known is not None:
        return known
    return SERIF if _SERIFS.search(name) and "sans" not in name.lower() else SANS


@cache
def main_face(family: str = SANS, bold: bool = False, italic: bool = False) -> Face:
    return face(_style_name(family, bold, italic))


@lru_cache(maxsize=65536)
def face_for(char: str, family: str = SANS, bold: bool = False, italic: bool = False) -> Face | None:
    """The first face that has a glyph for the character, or None."""
    code = ord(char)
    for name in dict.fromkeys((family, *((SERIF,) if family in _WITH_SERIFS else ()), SANS, *FALLBACKS)):
        found = face(_style_name(name, bold, italic))
        if code in found.widths:
            return found
    return None


def invisible(char: str) -> bool:
    """Is this a character that steers text and prints nothing (joiners, soft hyphen, direction marks, selectors)?"""
    code = ord(char)
    if unicodedata.category(char) == "Cf":
        return code not in _SIGNS
    return code == 0x34F or 0xFE00 <= code <= 0xFE0F or 0x180B <= code <= 0x180F or 0xE0100 <= code <= 0xE01EF


def blank(char: str) -> bool:
    """Is this a blank that prints as a plain space: tabs, line ends, and spaces no font has?"""
    return char in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029" or (
        unicodedata.category(char) == "Zs" and face_for(char) is None
    )


def printable(char: str) -> bool:
    """Can the character be printed as itself (or is there nothing to print)?"""
    return invisible(char) or blank(char) or face_for(char) is not None


def stand_in(char: str) -> str:
    """What is printed for a character that cannot be: "[U+D55C]"."""
    return f"[U+{ord(char):04X}]"


def composed(text: str) -> str:
    """The text in composed form: the same text by Unicode's own rule, with accents the fonts place rightly."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def _printed(char: str) -> str:
    if char == _ZERO_WIDTH_SPACE:
        return char
    if invisible(char):
        return ""
    if blank(char):
        return " "
    return char if face_for(char) is not None else stand_in(char)


def printed(text: str, line_ends: bool = False) -> str:
    """The text as it is printed: blanks made plain, the invisible left out, stand-ins for the unprintable.

    A zero-width space stays, as a place where a line may break; so does a line feed when `line_ends` is set.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = ("\n" if line_ends else "") + (_JOINERS if _JOINING.search(text) else "")
    return "".join(char if char in kept else _printed(char) for char in composed(text))


@lru_cache(maxsize=65536)
def prints(face: Face, text: str) -> bool:
    """Has the face a glyph for every character?"""
    return all(ord(char) in face.widths for char in text)


def pieces(text: str, family: str = SANS, bold: bool = False, italic: bool = False) -> Iterator[Piece]:
    """Printed text (see `printed`) cut where the face changes; what no face has stays with the main one."""
    main = main_face(family, bold, italic)
    if prints(main, text):
        yield Piece(main, text)
        return
    before: Face | None = None
    run = ""
    for char in text:
        found = _continued(char, before) or face_for(char, family, bold, italic) or main
        if found is not before and before is not None:
            yield Piece(before, run)
            run = ""
        before, run = found, run + char
    if before is not None:
        yield Piece(before, run)


def _continued(char: str, before: Face | None) -> Face | None:
    """The face before, for a mark or joiner that belongs to a letter set with it."""
    if before is None or not before.shaped or ord(char) not in before.widths:
        return None
    return before if char in _JOINERS or unicodedata.category(char)[0] == "M" else None
