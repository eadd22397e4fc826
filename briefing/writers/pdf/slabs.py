"""Slabs: the unsplittable strips a page is filled with, and the filling.

Everything is cut into slabs first (a line of text, a table row), so layout is one pass over a list: linear in the
document, nothing is ever too large for a page, and the number of pages is known before the first one is drawn.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from briefing.writers.pdf.lines import Line
from briefing.writers.pdf.tree import Element


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


class Form(StrEnum):
    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line in a figure; `top` and `end_top` count down from the slab's top."""

    x: float
    top: float
    end_x: float
    end_top: float
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point in a figure; `hollow` ones show the open end of a range."""

    x: float
    top: float
    radius: float
    colour: str
    form: Form = Form.CIRCLE
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure: its element, and what is drawn below the slab's lines."""

    element: Element
    shapes: tuple[Stroke | Dot, ...]


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
    page begins with it (a table's header row). `drawing` is the figure that it holds. `anchors` are the named places
    at its top, `notes` the keys of the notes that its text refers to. A `new_page` one begins a page.
    """

    height: float
    lines: tuple[Placed, ...] = ()
    boxes: tuple[Box, ...] = ()
    gap: float = 0.0
    glued: bool = False
    anchors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    outline: Outline | None = None
    head: tuple[Slab, ...] = ()
    drawing: Drawing | None = None
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Set:
    """A slab on its page; `y` is its top, down from the text area's top. `again` marks a repeated header."""

    slab: Slab
    y: float
    again: bool = False


@dataclass(slots=True)
class Page:
    """What stands on one page: the body from the top, the notes at the foot."""

    body: list[Set] = field(default_factory=list)
    notes: list[Set] = field(default_factory=list)


Notes: TypeAlias = Mapping[str, Sequence[Slab]]
NO_NOTES: Notes = MappingProxyType({})
NOTE_GAP = 12.0
NOTES_AT_MOST = 0.7


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


class _Filler:
    """Fills page after page. Notes stand on the page of their reference; what has no room goes on to the next."""

    def __init__(self, first: float, other: float, notes: Notes) -> None:
        self.heights = (first, other)
        self.notes = notes
        self.pages = [Page()]
        self.y = 0.0
        self.waiting: deque[Slab] = deque()
        self.foot: list[Slab] = []
        self.foot_height = 0.0

    @property
    def height(self) -> float:
        return self.heights[min(len(self.pages), 2) - 1]

    @property
    def begun(self) -> bool:
        return bool(self.pages[-1].body or self.foot)

    def end_page(self) -> None:
        """Puts the notes down, the last one at the very foot."""
        y = self.height - self.foot_height + (NOTE_GAP if self.foot else 0.0)
        for slab in self.foot:
            self.pages[-1].notes.append(Set(slab, y))
            y += slab.height
        self.foot, self.foot_height = [], 0.0

    def new_page(self) -> None:
        self.end_page()
        self.pages.append(Page())
        self.y = 0.0
        self.take_waiting(self.height * NOTES_AT_MOST)

    def take_waiting(self, room: float) -> None:
        """Takes notes from the page before, as far as there is room: the body must be able to go on."""
        while self.waiting and self.foot_height + self.note_height(self.waiting[0]) <= room:
            self.add_note(self.waiting.popleft())

    def note_height(self, slab: Slab) -> float:
        return slab.height + (0.0 if self.foot else NOTE_GAP)

    def add_note(self, slab: Slab) -> None:
        self.foot_height += self.note_height(slab)
        self.foot.append(slab)

    def fits(self, chain: Sequence[Slab], with_notes: bool = True) -> bool:
        needed = sum(slab.gap + slab.height for slab in chain)
        if not self.pages[-1].body:
            needed += sum(slab.height for slab in chain[0].head) - chain[0].gap
        if with_notes:
            lines = [line for slab in chain for key in slab.notes for line in self.notes.get(key, ())]
            needed += sum(line.height for line in lines) + (NOTE_GAP if lines and not self.foot else 0.0)
        return self.y + needed + self.foot_height <= self.height + 0.01

    def put(self, slab: Slab) -> None:
        body = self.pages[-1].body
        if body:
            self.y += slab.gap
        else:
            for head in slab.head:
                body.append(Set(head, self.y, again=True))
                self.y += head.height
        body.append(Set(slab, self.y))
        self.y += slab.height
        self.waiting += [line for key in slab.notes for line in self.notes.get(key, ())]
        self.take_waiting(self.height - self.y)

    def put_chain(self, chain: list[Slab]) -> None:
        if (chain[0].new_page and self.pages[-1].body) or (not self.fits(chain) and self.begun):
            self.new_page()
        for slab in chain:
            if not self.fits([slab]) and self.pages[-1].body:
                self.new_page()
            while not self.fits([slab], with_notes=False) and self.begun:
                self.new_page()
            self.put(slab)

    def finish(self) -> list[Page]:
        while self.waiting:
            self.new_page()
            self.take_waiting(self.height)
        self.end_page()
        return self.pages


def fill_pages(slabs: Iterable[Slab], first: float, other: float, notes: Notes = NO_NOTES) -> list[Page]:
    """The pages, at least one; `first` and `other` are the heights of the text area on page one and on the rest.

    `notes` are the lines of the notes that slabs refer to by key.
    """
    filler = _Filler(first, other, notes)
    for chain in _chains(slabs):
        filler.put_chain(chain)
    return filler.finish()


def glue(slabs: Sequence[Slab], with_next: bool = False) -> list[Slab]:
    """A paragraph's slabs without widow or orphan: the first two and the last two lines stay together."""
    last = len(slabs) - 1
    return [
        _glued(slab, with_next or slab.glued or (number < last and number in {0, last - 1}))
        for number, slab in enumerate(slabs)
    ]


def glue_all(slabs: Sequence[Slab], with_next: bool = False) -> list[Slab]:
    """The slabs as one group that is kept on a page."""
    last = len(slabs) - 1
    return [_glued(slab, with_next or number < last) for number, slab in enumerate(slabs)]


def _glued(slab: Slab, glued: bool) -> Slab:
    return slab if slab.glued == glued else replace(slab, glued=glued)
