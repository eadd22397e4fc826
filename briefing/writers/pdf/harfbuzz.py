"""The door to HarfBuzz: glyphs, their widths, and subsets of fonts. Lengths are in thousandths of the font's size."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_NOT_NEEDED = ("GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap")

# One glyph for each letter, beside its neighbours, of Arabic and Hebrew: whoever copies the text from the page gets its
# words as they are. Only lam with alef has to be one glyph in Arabic.
_NOT_JOINED = ("kern", "liga", "dlig", "rlig")
_LAM_ALEF = re.compile("\u0644[\u064b-\u065f]*[\u0622\u0623\u0625\u0627\u0671]")


@dataclass(frozen=True, slots=True)
class Placed:
    """A glyph in its run: number, the place of its first character, where it stands."""

    number: int
    cluster: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs from left to right, and their width."""

    glyphs: tuple[Placed, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a font reaches above and below the line."""

    ascent: int
    descent: int


@cache
def _font(path: Path) -> Any:  # noqa: ANN401  (HarfBuzz has no type hints)
    import uharfbuzz  # type: ignore[import-untyped]

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes())))


def _scale(path: Path) -> float:
    return 1000 / float(_font(path).face.upem)


def character_widths(path: Path) -> dict[int, float]:
    """The widths of the characters that the font knows, by code point, as they are when alone."""
    font, scale = _font(path), _scale(path)
    glyphs = {code: font.get_nominal_glyph(code) for code in sorted(font.face.unicodes)}
    return {code: font.get_glyph_h_advance(glyph) * scale for code, glyph in glyphs.items() if glyph is not None}


def glyph_width(path: Path, glyph: int) -> int:
    width: float = _font(path).get_glyph_h_advance(glyph) * _scale(path)
    return round(width)


def extent(path: Path) -> Extent:
    found = _font(path).get_font_extents("ltr")
    return Extent(round(found.ascender * _scale(path)), round(found.descender * _scale(path)))


def shaped(path: Path, text: str, leftwards: bool) -> Shaped:
    """The text as glyphs; `leftwards` for right-to-left text, whose glyphs still come from left to right."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([ord(char) for char in text])
    buffer.guess_segment_properties()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.direction = "rtl" if leftwards else "ltr"
    uharfbuzz.shape(_font(path), buffer, _features(text) if leftwards else {})
    scale, x = _scale(path), 0
    glyphs: list[Placed] = []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(Placed(info.codepoint, info.cluster, (x + place.x_offset) * scale, place.y_offset * scale))
        x += place.x_advance
    return Shaped(tuple(glyphs), x * scale)


def _features(text: str) -> dict[str, list[tuple[int, int, bool]]]:
    """Which features are on or off over which characters."""
    found: dict[str, list[tuple[int, int, bool]]] = {name: [(0, len(text), False)] for name in _NOT_JOINED}
    found["rlig"] += [(match.start(), match.end(), True) for match in _LAM_ALEF.finditer(text)]
    return found


def subset(path: Path, glyphs: Iterable[int]) -> bytes:
    """The font with these glyphs only, under their old numbers."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _NOT_NEEDED)
    return bytes(uharfbuzz.subset(_font(path).face, wanted).blob.data)
