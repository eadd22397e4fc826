"""The block stream as WordprocessingML, block by block."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from briefing.blocks import (
    Chart,
    ChartKind,
    Cite,
    Heading,
    ListItem,
    Paragraph,
    Role,
    Run,
    SourceEntry,
    Table,
    Title,
    WritePlace,
)
from briefing.writers.direction import right_to_left
from briefing.writers.word.charts import Charts
from briefing.writers.word.controls import Controls
from briefing.writers.word.inlines import Ink, inlines_of, link_inside, put_inlines
from briefing.writers.word.links import address
from briefing.writers.word.markup import R, add, add_field, add_paragraph, add_run, legal, turn
from briefing.writers.word.tables import put_table

if TYPE_CHECKING:
    from briefing.blocks import Block, Document
    from briefing.writers.word.names import Bookmarks

_PARAGRAPH_STYLES = {
    Role.BODY: "Normal",
    Role.EVIDENCE: "Evidence",
    Role.WRITTEN: "Judgement",
    Role.ASSUMPTION: "Assumption",
    Role.GAP: "Gap",
    Role.NOTICE: "Notice",
    Role.MARKING: "Handling Marking",
}
_ITEM_STYLES = {Role.EVIDENCE: "Evidence Bullet", Role.WRITTEN: "Judgement Bullet"}
_DEEPEST = 6


def declare_anchors(document: Document, bookmarks: Bookmarks) -> None:
    """Give every anchor of the document its bookmark name before any link to it is written."""
    captioned = {f"table-{block.number}" for block in document.blocks if isinstance(block, Table) and block.caption}
    for block in document.blocks:
        if isinstance(block, Heading | SourceEntry):
            bookmarks.declare(block.anchor)
        for inlines in inlines_of(block):
            for inline in inlines:
                if isinstance(inline, Cite):
                    bookmarks.declare(inline.back)
                elif inline.refers in captioned:
                    bookmarks.declare(inline.refers)


@dataclass(slots=True)
class BodyWriter:
    """Appends blocks to `parent`. `width` is the text width in twentieths of a point.

    `shown` names (in lower case) the values that the document shows already, in fields of the house's own.
    """

    parent: etree._Element
    ink: Ink
    controls: Controls
    width: int
    title: str
    marking: str
    charts: Charts
    shown: frozenset[str] = frozenset()
    _tables: int = field(default=0, init=False)
    _figures: int = field(default=0, init=False)

    def put(self, block: Block) -> None:
        match block:
            case Title():
                self._title(block)
            case Heading():
                self._heading(block)
            case Paragraph():
                put_inlines(self._start(_PARAGRAPH_STYLES[block.role]), block.inlines, self.ink)
            case ListItem():
                style = _ITEM_STYLES.get(block.role, "List Bullet")
                put_inlines(self._start(style), block.inlines, self.ink)
            case Table():
                self._table(block)
            case WritePlace():
                self._write_place(block)
            case SourceEntry():
                self._source_entry(block)
            case Chart():
                self._chart(block)

    def _start(self, style: str) -> etree._Element:
        return add_paragraph(self.parent, self.ink.sheet.paragraph(style))

    def _title(self, block: Title) -> None:
        if block.marking and "marking" not in self.shown:
            self._value("Handling Marking", "marking", block.marking, block.marking == self.marking)
        if "title" not in self.shown:
            self._value("Title", "title", block.text, block.text == self.title)
        for label, value in block.facts:
            if label.casefold() not in self.shown:
                add_run(self._start("Facts"), f"{label}\t{value}")

    def _value(self, style: str, key: str, shown: str, bound: bool) -> None:
        """A value of the document, bound to it when it is the same: Word shows the bound value in any case."""
        if bound:
            self.controls.put_value(self._start(style), key, shown)
        else:
            add_run(self._start(style), shown)

    def _heading(self, block: Heading) -> None:
        paragraph = self._start(f"heading {min(max(block.level, 1), _DEEPEST)}")
        name = self.ink.bookmarks.named(block.anchor)
        number = self.ink.bookmarks.number()
        if name:
            add(paragraph, "bookmarkStart", id=number, name=name)
        add_run(paragraph, block.text)
        if name:
            add(paragraph, "bookmarkEnd", id=number)
        if right_to_left(block.text):
            turn(paragraph)

    def _table(self, block: Table) -> None:
        self._tables = block.number or self._tables + 1
        if block.caption:
            caption = self._start("caption")
            name = self.ink.bookmarks.named(f"table-{self._tables}")
            number = self.ink.bookmarks.number() if name else 0
            if name:
                add(caption, "bookmarkStart", id=number, name=name)
            add_run(caption, "Table ")
            add_field(caption, "SEQ Table \\* ARABIC", str(self._tables))
            if name:
                add(caption, "bookmarkEnd", id=number)
            add_run(caption, f": {block.caption}")
        put_table(self.parent, block, self.width, self.ink)
        self._start("After Table")

    def _chart(self, block: Chart) -> None:
        """The chart under its caption; what its dots stand for and its sources below."""
        if not block.points:
            return
        self._figures = block.number or self._figures + 1
        if block.title:
            caption = self._start("caption")
            add_run(caption, "Figure ")
            add_field(caption, "SEQ Figure \\* ARABIC", str(self._figures))
            add_run(caption, f": {block.title}")
        self.charts.put(self._start("Chart"), block, self.width)
        if block.kind is ChartKind.TIMELINE:
            for index, point in enumerate(block.points, 1):
                put_inlines(self._start("Chart Key"), (Run(f"{index}\t{point.label}: {point.text}"),), self.ink)
        if block.sources:
            put_inlines(self._start("Chart Sources"), block.sources, self.ink)

    def _write_place(self, block: WritePlace) -> None:
        content = self.controls.start_block(self.parent, f"write:{block.key}", "To write")
        paragraph = add_paragraph(content, self.ink.sheet.paragraph("To Write"))
        add_run(paragraph, block.prompt, self.ink.sheet.character("Placeholder Text"))

    def _source_entry(self, block: SourceEntry) -> None:
        paragraph = self._start("Source Entry")
        number = self.ink.bookmarks.number()
        name = self.ink.bookmarks.named(block.anchor)
        if name:
            add(paragraph, "bookmarkStart", id=number, name=name)
        add_run(paragraph, f"[{block.number}]")
        if name:
            add(paragraph, "bookmarkEnd", id=number)
        add_run(paragraph, "\t")
        put_inlines(paragraph, block.inlines, self.ink)
        self._address(paragraph, block.url)
        self._backs(paragraph, block.backs)

    def _address(self, paragraph: etree._Element, url: str) -> None:
        if not url:
            return
        add_run(paragraph, " ")
        target = address(url)
        holder = paragraph
        if target:
            holder = add(paragraph, "hyperlink", history=1)
            holder.set(f"{{{R}}}id", self.ink.links.relation(target))
        add_run(holder, legal(url), self.ink.sheet.character("Hyperlink") if target else "")

    def _backs(self, paragraph: etree._Element, backs: tuple[str, ...]) -> None:
        names = [name for name in map(self.ink.bookmarks.named, backs) if name]
        style = self.ink.sheet.character("Back Link")
        for index, name in enumerate(names, 1):
            add_run(paragraph, " ↑" if index == 1 else " ", style)
            add_run(link_inside(paragraph, name, f"Back to citation {index}"), str(index), style)
