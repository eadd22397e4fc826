"""Which characters of a document no font here can print, told before it is written."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

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
    chart_lines,
    plain,
)
from briefing.writers.pdf.fonts import composed, printable


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A character, its Unicode name, the first place where it stands in words, and how often it stands anywhere."""

    character: str
    name: str
    where: str
    count: int


@dataclass(frozen=True, slots=True)
class _Text:
    where: str
    text: str


def unprintable(document: Document) -> tuple[Unprintable, ...]:
    """The characters the PDF will show as "[U+D55C]", in the order of their first places."""
    counts: Counter[str] = Counter()
    places: dict[str, str] = {}
    for one in _texts(document):
        if one.text.isascii() and one.text.isprintable():
            continue
        for char in composed(one.text):
            if not printable(char):
                counts[char] += 1
                places.setdefault(char, one.where)
    return tuple(Unprintable(char, _name(char), where, counts[char]) for char, where in places.items())


def _name(char: str) -> str:
    named = {"Cc": "control character", "Cs": "lone surrogate", "Co": "private-use character"}
    return unicodedata.name(char, named.get(unicodedata.category(char), "unassigned character"))


def _texts(document: Document) -> Iterator[_Text]:
    yield _Text("the title", document.title)
    yield _Text("the marking", document.marking)
    yield _Text("the reference", document.reference)
    section = "the first lines"
    for block in document.blocks:
        if isinstance(block, Heading):
            section = f"the heading “{_short(block.text)}”"
        for text in _block_texts(block):
            yield _Text(_where(block, section), text)
        if isinstance(block, Heading):
            section = f"the section “{_short(block.text)}”"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _where(block: Block, section: str) -> str:
    if isinstance(block, SourceEntry):
        return f"source {block.number}"
    if isinstance(block, Table) and block.number:
        return f"table {block.number}, {section}"
    if isinstance(block, Title):
        return "the head of the document"
    return section


def _block_texts(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield from (block.text, block.marking)
            yield from (part for fact in block.facts for part in fact)
        case Heading():
            yield block.text
        case Paragraph() | ListItem():
            yield plain(block.inlines)
        case Table():
            yield from _table_texts(block)
        case WritePlace():
            yield block.prompt
        case Chart():
            yield from (plain(line) for line in chart_lines(block))
            yield block.alt
        case SourceEntry():
            yield from (plain(block.inlines), block.url)


def _table_texts(block: Table) -> Iterator[str]:
    yield block.caption
    yield from (column.heading for column in block.columns)
    yield from (plain(cell) for row in block.rows for cell in row.cells)
