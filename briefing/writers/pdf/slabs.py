"""Slabs: the unsplittable strips a page is filled with, and the filling.

Everything is cut into slabs first (a line of text, a table row), so layout is one pass over a list: linear in the
document, nothing is ever too large for a page, and the number of pages is known before the first one is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.writers.pdf.lines import Line


@dataclass(frozen=True, slots=True)
class Placed:
    """A line in a slab: `x` from the text area's left, `baseline` down from the slab's top."""

    line: Line
    x: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle behind a slab; `top` and `height` count down from the slab's top."""

    x: float
    top: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Outline:
    """An entry of the outline; `level` counts from 0."""

    title: str
    level: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Slab:
    """A strip of `height`, and `gap` of space above it unless it is the first on its page.

    `glued` keeps it on one page with the next slab where a page can hold both. `head` is printed above it when a
    page begins with it (a table's header row). `anchors` are the named places at its top.
    """

    height: float
    lines: tuple[Placed, ...] = ()
    boxes: tuple[Box, ...] = ()
    gap: float = 0.0
    glued: bool = False
    anchors: tuple[str, ...] = ()
    outline: Outline | None = None
    head: tuple[Slab, ...] = ()


@dataclass(frozen=True, slots=True)
class Set:
    """A slab on its page; `y` is its top, down from the text area's top. `again` marks a repeated header."""

    slab: Slab
    y: float
    again: bool = False


def _chains(slabs: Iterable[Slab]) -> Iterator[list[Slab]]:
    """The slabs in groups that belong on one page."""
    chain: list[Slab] = []
    for slab in slabs:
        chain.append(slab)
        if not slab.glued:
            yield chain
            chain = []
    if chain:
        yield chain


class _Pages:
    def __init__(self, first: float, other: float) -> None:
        self.heights = (first, other)
        self.pages: list[list[Set]] = [[]]
        self.y = 0.0

    @property
    def height(self) -> float:
        return self.heights[min(len(self.pages), 2) - 1]

    def new_page(self) -> None:
        self.pages.append([])
        self.y = 0.0

    def fits(self, chain: Sequence[Slab]) -> bool:
        needed = sum(slab.gap + slab.height for slab in chain)
        if not self.pages[-1]:
            needed += sum(slab.height for slab in chain[0].head) - chain[0].gap
        return self.y + needed <= self.height + 0.01

    def put(self, slab: Slab) -> None:
        if not self.pages[-1]:
            for head in slab.head:
                self.pages[-1].append(Set(head, self.y, again=True))
                self.y += head.height
        else:
            self.y += slab.gap
        self.pages[-1].append(Set(slab, self.y))
        self.y += slab.height

    def put_chain(self, chain: list[Slab]) -> None:
        if not self.fits(chain) and self.pages[-1]:
            self.new_page()
        for slab in chain:
            if not self.fits([slab]) and self.pages[-1]:
                self.new_page()
            self.put(slab)


def fill_pages(slabs: Iterable[Slab], first: float, other: float) -> list[list[Set]]:
    """The pages, at least one; `first` and `other` are the heights of the text area on page one and on the rest."""
    pages = _Pages(first, other)
    for chain in _chains(slabs):
        pages.put_chain(chain)
    return pages.pages


def glue(slabs: Sequence[Slab], with_next: bool = False) -> list[Slab]:
    """A paragraph's slabs without widow or orphan: the first two and the last two lines stay together."""
    last = len(slabs) - 1
    return [
        replace(slab, glued=with_next or slab.glued or (number < last and number in {0, last - 1}))
        for number, slab in enumerate(slabs)
    ]


def glue_all(slabs: Sequence[Slab], with_next: bool = False) -> list[Slab]:
    """The slabs as one group that is kept on a page."""
    last = len(slabs) - 1
    return [replace(slab, glued=with_next or number < last) for number, slab in enumerate(slabs)]
