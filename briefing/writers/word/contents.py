"""A table of contents with its entries filled in, so that Word has nothing to ask when the file is opened.

Page numbers are an estimate from the amount of text; they are live references, which Word puts right when fields are
updated or the document is printed.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.blocks import Chart, Cite, Heading, ListItem, Paragraph, SourceEntry, Table, Title, WritePlace, plain
from briefing.model import CitationForm
from briefing.writers.word.inlines import inlines_of, link_inside
from briefing.writers.word.markup import add, add_field, add_paragraph, add_run, element, w
from briefing.writers.word.places import Place, width_at

if TYPE_CHECKING:
    from lxml import etree

    from briefing.blocks import Block, Document
    from briefing.writers.word.inlines import Ink

_DEEPEST = 3
_INSTRUCTION = 'TOC \\o "1-3" \\h \\z \\u'
_TOC = re.compile(r"\s*TOC\b(?!.*\\[ac]\b)", re.DOTALL)
_NOTE_LINES = 0.9  # of the text's lines, for a note at the foot of the page
_MEAN_WIDTH = 0.5  # of a letter, in parts of the font's size: about right for Arial and the like


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: `page` is an estimate."""

    heading: Heading
    page: int


def entries_of(document: Document, width: int, height: int) -> list[Entry]:
    """The headings with the pages they are likely to stand on. Lengths in twentieths of a point."""
    line = document.style.size * 20 * 1.3
    letters = max(10.0, width / (document.style.size * 20 * _MEAN_WIDTH))
    per_note = _NOTE_LINES if document.citation_form is CitationForm.FOOTNOTE else 0.0
    used, made = 0.0, []
    for block in document.blocks:
        if isinstance(block, Heading):
            used += line * 2.2
            if block.level <= _DEEPEST:
                made.append(Entry(block, 1 + int(max(0.0, used - line) // height)))
        else:
            used += line * (_lines(block, letters) + per_note * _notes(block))
    return made


def _notes(block: Block) -> int:
    return sum(isinstance(inline, Cite) for inlines in inlines_of(block) for inline in inlines)


def _lines(block: Block, letters: float) -> float:
    match block:
        case Title():
            return 4.0 + len(block.facts)
        case Paragraph() | ListItem() | SourceEntry():
            return math.ceil(max(1, len(plain(block.inlines))) / letters) + 0.5
        case Table():
            return 3.0 + sum(_row_lines(block, index, letters) for index in range(len(block.rows)))
        case Chart():
            return 6.0 + 1.8 * len(block.points)
        case WritePlace():
            return math.ceil(max(1, len(block.prompt)) / letters) + 1.0
        case _:
            return 0.0


def _row_lines(table: Table, index: int, letters: float) -> float:
    row = table.rows[index]
    if row.group:
        return 1.2
    pairs = zip(table.columns, row.cells, strict=False)
    return 1.2 * max([math.ceil(len(plain(cell)) / max(4.0, letters * column.share)) for column, cell in pairs] + [1])


def put_contents(parent: etree._Element, entries: list[Entry], width: int, ink: Ink, instruction: str = "") -> None:
    """Append the lines, all inside one field."""
    lines = [entry for entry in entries if ink.bookmarks.named(entry.heading.anchor)]
    for index, entry in enumerate(lines):
        paragraph = add_paragraph(parent, ink.sheet.paragraph(f"toc {min(max(entry.heading.level, 1), _DEEPEST)}"))
        add(add(paragraph[0], "tabs"), "tab", val="right", leader="dot", pos=width)
        if index == 0:
            _begin(paragraph, instruction or _INSTRUCTION)
        name = ink.bookmarks.named(entry.heading.anchor)
        link = link_inside(paragraph, name)
        add_run(link, entry.heading.text)
        add(add_run(link), "tab")
        add_field(link, f"PAGEREF {name} \\h", str(entry.page))
        if index == len(lines) - 1:
            add(add_run(paragraph), "fldChar", fldCharType="end")


def _begin(paragraph: etree._Element, instruction: str) -> None:
    add(add_run(paragraph), "fldChar", fldCharType="begin")
    code = add(add_run(paragraph), "instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    add(add_run(paragraph), "fldChar", fldCharType="separate")


@dataclass(frozen=True, slots=True)
class OldContents:
    """The house's own table of contents, emptied: where it stood and what its field says."""

    place: Place
    instruction: str


def take_out_contents(body: etree._Element) -> OldContents | None:
    """Find the table of contents a house's file has, and empty it; None where there is none that can be replaced."""
    for code in body.iter(w("instrText")):
        instruction = code.text or ""
        if not _TOC.match(instruction):
            continue
        first = next(code.iterancestors(w("p")), None)
        if first is None or next(code.iterancestors(w("txbxContent")), None) is not None:
            continue
        last = _end_of(first)
        if last is None:
            continue
        mark = element("p")
        first.addprevious(mark)
        _remove_through(first, last)
        return OldContents(Place(mark, width_at(mark)), instruction.strip())
    return None


def _end_of(first: etree._Element) -> etree._Element | None:
    """The sibling paragraph in which the field that begins in `first` ends."""
    depth = 0
    for paragraph in (first, *first.itersiblings()):
        for sign in paragraph.iter(w("fldChar")):
            depth += {"begin": 1, "end": -1}.get(sign.get(w("fldCharType"), ""), 0)
        if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            return None
        if depth <= 0:
            return paragraph
    return None


def _remove_through(first: etree._Element, last: etree._Element) -> None:
    parent = first.getparent()
    if parent is None:
        return
    for child in list(parent)[parent.index(first) : parent.index(last) + 1]:
        parent.remove(child)
