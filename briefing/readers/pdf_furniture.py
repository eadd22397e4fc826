"""Running heads, running feet and page numbers: what stands on every page and belongs to none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.readers.pdf_lines import Line

# Of the page's height, at the top and at the bottom.
_BAND = 0.10
_SHARE = 0.30
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\s\-–—|\[(]{0,4}(?:(?:page|p\.|seite|p[aá]gina|str\.)\s{0,3})?(?:\d{1,4}|[ivxl]{1,7})"
    r"(?:\s{0,3}(?:of|/|von|de|sur)\s{0,3}\d{1,4})?[\s\-–—|\])]{0,4}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A line's text with its digits masked, and the end of the page it stands at."""

    text: str
    top: bool


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages' lines without those in the outer bands that come back on three pages in ten, and page numbers.

    In a document of a few pages two equal lines are enough only at the same height.
    """
    seen: Counter[_Spot] = Counter()
    heights: dict[_Spot, set[int]] = {}
    for lines in pages:
        spots = {spot: line for line in lines if (spot := _spot(line)) is not None}
        seen.update(spots.keys())
        for spot, line in spots.items():
            heights.setdefault(spot, set()).add(round(line.bottom))
    enough = max(2, _SHARE * len(pages))
    repeated = {spot for spot, count in seen.items() if count >= enough and _level(heights[spot], len(pages))}
    return [[line for line in lines if not _is_furniture(line, repeated)] for lines in pages]


def _spot(line: Line) -> _Spot | None:
    if line.bottom > (1 - _BAND) * line.page_height:
        return _Spot(_masked(line.text), top=True)
    if line.top < _BAND * line.page_height:
        return _Spot(_masked(line.text), top=False)
    return None


def _masked(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.lower().split()))


def _level(heights: set[int], pages: int) -> bool:
    return pages > 5 or max(heights) - min(heights) <= 3


def _is_furniture(line: Line, repeated: set[_Spot]) -> bool:
    spot = _spot(line)
    return spot is not None and (spot in repeated or _PAGE_NUMBER.fullmatch(line.text) is not None)
