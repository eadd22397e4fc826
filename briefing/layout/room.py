"""How much room a document takes on paper: an estimate from the number of its characters, made without any font.

The measures are those of the PDF writer's styles as multiples of the text size; a page set by a house's own Word file
differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from math import ceil

from briefing.blocks import (
    Block,
    Chart,
    Document,
    Heading,
    ListItem,
    Paragraph,
    SourceEntry,
    Table,
    Title,
    WritePlace,
    plain,
)

_POINTS = 72 / 25.4
_HEIGHTS = {"A4": 297.0, "Letter": 279.4}
_WIDTHS = {"A4": 210.0, "Letter": 215.9}
# Measured in Noto Sans: the mean advance of English text, and what ragged line ends lose.
_CHARACTER = 0.55
_LEADING = 1.42
_SPACE = 0.55
_CELL = 0.86
_PADDING = 5.0
_CHART_ROW = 1.8
_CHART_FRAME = 7.0
# What stays empty at the foot of a page because the next block would not go on it, as a part of the page.
_BREAK = 0.04


def pages_needed(document: Document) -> float:
    """The pages that all before the first block with a page of its own needs, as a decimal number."""
    page, size = document.page, document.style.size
    width = (_WIDTHS.get(page.size, 210.0) - page.left - page.right) * _POINTS
    height = (_HEIGHTS.get(page.size, 297.0) - page.top - page.bottom) * _POINTS
    front = takewhile(lambda block: not (isinstance(block, Heading) and block.new_page), document.blocks)
    used = sum(_height(block, size, width / size) for block in front) / height
    return used + _BREAK * int(used)


def _height(block: Block, size: float, ems: float) -> float:
    """A block's height in points, where a line is `ems` wide."""
    match block:
        case Title():
            marking = 2.0 if block.marking else 0.0
            return size * (marking + 2.44 * _lines(block.text, ems / 2.1) + 1.6 * len(block.facts)) + 13
        case Heading():
            scale, above = ((1.4, 1.7), (1.16, 1.2), (1.0, 0.9))[min(block.level, 3) - 1]
            return size * (scale * 1.25 * _lines(block.text, ems / scale) + above)
        case Table():
            return _table(block, size, ems)
        case WritePlace():
            return _place(block.prompt, size, ems)
        case SourceEntry():
            ways_back = "" if not block.backs else " " + "00 " * len(block.backs)
            text = f"{plain(block.inlines)} {block.url}{ways_back}"
            return size * 0.92 * (1.38 * _lines(text, (ems - 2.5) / 0.92) + 0.45)
        case ListItem():
            return size * (_LEADING * _lines(plain(block.inlines), ems - 1.35) + _SPACE)
        case Paragraph():
            return size * (_LEADING * _lines(plain(block.inlines), ems) + _SPACE)
        case Chart():
            return size * (_CHART_ROW * len(block.points) + _CHART_FRAME)


def _place(prompt: str, size: float, ems: float) -> float:
    return size * 0.95 * (_LEADING * (_lines(prompt, ems) + 1) + _SPACE) + 7


def _table(table: Table, size: float, ems: float) -> float:
    shares = [column.share for column in table.columns]
    line = size * _CELL * 1.36
    heights = [
        line * _tallest([plain(cell) for cell in row.cells], [1.0] if row.group else shares, ems / _CELL) + _PADDING
        for row in table.rows
    ]
    return sum(heights) + line + _PADDING + size * 0.9 * 2.45 + 7


def _tallest(cells: Iterable[str], shares: Sequence[float], ems: float) -> int:
    return max((_lines(cell, ems * share - 1.2) for cell, share in zip(cells, shares, strict=False)), default=1)


def _lines(text: str, ems: float) -> int:
    return max(1, ceil(len(text) * _CHARACTER / max(ems, 4.0)))
