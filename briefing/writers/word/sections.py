"""Tables too wide for an upright page, on pages of their own that lie on their side."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.blocks import Heading, Table
from briefing.writers.word.markup import add_paragraph, element, w
from briefing.writers.word.places import section_at, text_width

if TYPE_CHECKING:
    from lxml import etree

    from briefing.blocks import Block
    from briefing.writers.word.places import Place

_MOST_UPRIGHT = 8


@dataclass(frozen=True, slots=True)
class Segment:
    """Blocks that stand on pages of one orientation."""

    blocks: tuple[Block, ...]
    wide: bool


def segments(blocks: tuple[Block, ...]) -> list[Segment]:
    """The blocks cut before and after each table of many columns; headings right above one go with it.

    A wide table at the very end stays upright: no text follows for which the page would be turned back.
    """
    made: list[Segment] = []
    start = 0
    for index, block in enumerate(blocks):
        if not isinstance(block, Table) or len(block.columns) <= _MOST_UPRIGHT or index == len(blocks) - 1:
            continue
        first = index
        while first > start and isinstance(blocks[first - 1], Heading):
            first -= 1
        if first > start:
            made.append(Segment(blocks[start:first], wide=False))
        made.append(Segment(blocks[first : index + 1], wide=True))
        start = index + 1
    made.append(Segment(blocks[start:], wide=False))
    return made


class Pages:
    """Ends sections inside the text of a place. Without a page to turn there (a cell, columns), nothing is turned."""

    def __init__(self, place: Place) -> None:
        parent = place.mark.getparent()
        self._section = section_at(place.mark) if parent is not None and parent.tag == w("body") else None
        self._begun = False
        self._upright = place.width
        self._turned = self._lying(self._section) if self._section is not None else None

    def width(self, *, wide: bool) -> int:
        return text_width(self._turned) if wide and self._turned is not None else self._upright

    def end(self, story: etree._Element, *, wide: bool) -> None:
        """End the section of what has been written so far."""
        if self._turned is None or self._section is None:
            return
        made = copy.deepcopy(self._turned if wide else self._section)
        if self._begun:
            _go_on(made)
        self._begun = True
        if not len(story) or story[-1].tag != w("p"):
            add_paragraph(story, "")
        paragraph = story[-1]
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = element("pPr")
            paragraph.insert(0, properties)
        properties.append(made)

    def finish(self) -> None:
        """Let the house's own section, which now comes last, go on from the others."""
        if self._begun and self._section is not None:
            _go_on(self._section)

    @staticmethod
    def _lying(section: etree._Element) -> etree._Element | None:
        """The section turned on its side, or None where it has columns or lies already."""
        size = section.find(w("pgSz"))
        columns = section.find(w("cols"))
        if size is None or (columns is not None and columns.get(w("num"), "1") != "1"):
            return None
        wide, high = size.get(w("w"), ""), size.get(w("h"), "")
        if not (wide.isdecimal() and high.isdecimal()) or int(wide) >= int(high):
            return None
        made = copy.deepcopy(section)
        turned = made.find(w("pgSz"))
        if turned is not None:
            turned.set(w("w"), high)
            turned.set(w("h"), wide)
            turned.set(w("orient"), "landscape")
        return made


def _go_on(section: etree._Element) -> None:
    """No first page of its own, no new start of the page numbers, a new page."""
    for name in ("titlePg", "pgNumType"):
        for old in section.findall(w(name)):
            section.remove(old)
    kind = section.find(w("type"))
    if kind is not None:
        kind.set(w("val"), "nextPage")
