"""The whole block stream into slabs, lists gathered into lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing.blocks import Block, Chart, Heading, ListItem, Paragraph, SourceEntry, Table, Title, WritePlace
from briefing.writers.pdf.charts import set_chart
from briefing.writers.pdf.setting import (
    Setter,
    set_entry,
    set_heading,
    set_item,
    set_paragraph,
    set_title,
    set_write_place,
)
from briefing.writers.pdf.slabs import Slab
from briefing.writers.pdf.tables import set_table
from briefing.writers.pdf.tree import Element


def set_story(blocks: Iterable[Block], setter: Setter, root: Element, page_room: float) -> list[Slab]:
    """The blocks as slabs; `page_room` is the height of a text area."""
    slabs: list[Slab] = []
    for kind, group in groupby(blocks, type):
        if kind is ListItem:
            slabs += _list(group, setter, root, "Disc")
        elif kind is SourceEntry:
            slabs += _list(group, setter, root, "Decimal")
        else:
            for block in group:
                slabs += _block(block, setter, root, page_room)
    return slabs


def _list(blocks: Iterable[Block], setter: Setter, root: Element, numbering: str) -> Iterator[Slab]:
    parent = Element("L", root)
    parent.list_numbering = numbering
    for block in blocks:
        if isinstance(block, ListItem):
            yield from set_item(block, setter, parent)
        elif isinstance(block, SourceEntry):
            yield from set_entry(block, setter, parent)


def _block(block: Block, setter: Setter, root: Element, page_room: float) -> list[Slab]:
    match block:
        case Title():
            return set_title(block, setter, root)
        case Heading():
            return set_heading(block, setter, root)
        case Paragraph():
            return set_paragraph(block, setter, root)
        case Table():
            return set_table(block, setter, root, page_room)
        case WritePlace():
            return set_write_place(block, setter, root)
        case Chart():
            return set_chart(block, setter, root, page_room)
        case _:
            return []


def anchors_of(slabs: Iterable[Slab]) -> frozenset[str]:
    """Every place that a link can lead to."""
    return frozenset(anchor for slab in slabs for anchor in slab.anchors)
