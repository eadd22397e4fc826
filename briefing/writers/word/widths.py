"""Column widths that let words and numbers stand whole, as near to the wished shares as that allows."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.blocks import plain

if TYPE_CHECKING:
    from briefing.blocks import Column, Table

CELL_MARGIN = 85
# The mean width of letters and digits in parts of the font's size: on the wide side, since fonts differ.
_LETTER = 0.6
_BOLD = 1.08
_LONGEST_WORD = 22
_WORD_END = re.compile(r"[\s\-–—/]+")
SMALL = 0.78
# Words of common size must leave some room, or the columns with running text become too narrow to read.
_EASY = 0.92


@dataclass(frozen=True, slots=True)
class Widths:
    """Whole widths in twentieths of a point that add up to the table's; `small` asks for smaller letters."""

    columns: tuple[int, ...]
    small: bool


def fit(table: Table, width: int, size: float) -> Widths:
    """The widths for a table whose text is `size` points high."""
    wished = _shares(table.columns, width)
    words = [_longest(table, index) for index in range(len(table.columns))]
    for small in (False, True):
        letter = size * 20 * _LETTER * (SMALL if small else 1.0)
        needed = [round(count * letter) + 2 * CELL_MARGIN + 10 for count in words]
        if sum(needed) <= width * (1.0 if small else _EASY):
            return Widths(_settled(wished, needed), small)
    return Widths(_whole([float(need) for need in needed], width), small=True)


def _shares(columns: tuple[Column, ...], width: int) -> tuple[int, ...]:
    return _whole([max(column.share, 0.0) for column in columns], width)


def _whole(parts: list[float], width: int) -> tuple[int, ...]:
    """Whole numbers in the proportion of the parts that add up to `width`."""
    if not sum(parts):
        parts = [1.0] * len(parts)
    total = sum(parts)
    edges = [0, *(round(width * covered / total) for covered in itertools.accumulate(parts))]
    return tuple(max(1, right - left) for left, right in itertools.pairwise(edges))


def _longest(table: Table, index: int) -> float:
    """The length of the longest word of a column, in letters."""
    longest = max(map(len, _WORD_END.split(table.columns[index].heading))) * _BOLD
    for row in table.rows:
        if not row.group and index < len(row.cells):
            longest = max(longest, *map(len, _WORD_END.split(plain(row.cells[index]))))
    return min(longest, _LONGEST_WORD)


def _settled(wished: tuple[int, ...], needed: list[int]) -> tuple[int, ...]:
    """The wished widths, where columns with room to spare give to those that need more."""
    lack = sum(max(0, need - wish) for wish, need in zip(wished, needed, strict=True))
    if not lack:
        return wished
    spare = [max(0, wish - need) for wish, need in zip(wished, needed, strict=True)]
    given = _whole([float(room) for room in spare], lack) if sum(spare) else (0,) * len(spare)
    made = [max(wish, need) for wish, need in zip(wished, needed, strict=True)]
    settled = [width - (part if room else 0) for width, part, room in zip(made, given, spare, strict=True)]
    settled[-1] += sum(wished) - sum(settled)
    return tuple(settled)
