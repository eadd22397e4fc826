"""Text of scripts whose letters join, stack or move, as glyphs (OpenType shaping)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.writers.pdf.fonts import Face, font_file
from briefing.writers.pdf.harfbuzz import shaped


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph's number in its font, its place in thousandths of the size, and the characters it stands for."""

    number: int
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A glyph as the text it stands for. One glyph may stand for several texts, and each needs a number of its own."""

    glyph: int
    text: str


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs in the order of reading, and their width in thousandths of the size.

    `plain` tells that each glyph stands for characters of its own, so the glyphs alone tell the text.
    """

    glyphs: tuple[Glyph, ...]
    width: float
    plain: bool


@lru_cache(maxsize=16384)
def shape(face: Face, text: str, leftwards: bool) -> GlyphRun:
    """The text as glyphs; `leftwards` for right-to-left text."""
    found = shaped(font_file(face.name), text, leftwards)
    texts = _texts(text, [glyph.cluster for glyph in found.glyphs])
    glyphs = [Glyph(glyph.number, glyph.x, glyph.y, own) for glyph, own in zip(found.glyphs, texts, strict=True)]
    if not leftwards:
        return GlyphRun(tuple(glyphs), found.width, plain=False)
    return GlyphRun(tuple(reversed(glyphs)), found.width, plain=all(texts))


def _texts(text: str, clusters: Sequence[int]) -> list[str]:
    """For each glyph its cluster's characters; a cluster's further glyphs stand for nothing."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    seen: set[int] = set()
    found: list[str] = []
    for cluster in clusters:
        found.append("" if cluster in seen else text[cluster : ends[cluster]])
        seen.add(cluster)
    return found
