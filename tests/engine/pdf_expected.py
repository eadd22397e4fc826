"""What the structure tree of a PDF should say about a document: one line for each leaf, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pdf_reading import Node

from briefing.blocks import (
    Block,
    Chart,
    ChartKind,
    Cite,
    Document,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Run,
    SourceEntry,
    Table,
    Title,
    WritePlace,
    author_date,
    marker,
)
from briefing.model import CitationForm

LEAVES = frozenset(["P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "LBody", "Caption", "TH", "TD", "Note"])
NOTED = frozenset([CitationForm.FOOTNOTE, CitationForm.ENDNOTE])


@dataclass(frozen=True)
class Leaf:
    """Tag, text as it is said, and what a header cell heads."""

    tag: str
    text: str
    scope: str = ""
    span: int = 1


def said(text: str) -> str:
    """Text as a screen reader says it: one blank between words."""
    return " ".join(text.split())


def _own_text(node: Node) -> str:
    """What the node says less its notes, which stand behind their references."""
    text = node.text
    for note in node.found("Note"):
        text = text.replace(note.text, "", 1)
    return text


def leaves(node: Node) -> Iterator[Leaf]:
    """The tree's leaves; a note comes right after the text that refers to it."""
    if node.tag == "TOC":  # made by the writer, and looked at by a test of its own
        return
    if node.tag == "Figure":
        yield Leaf("Figure", node.alt)
    elif node.tag == "Note":
        label, rest = node.children[0], node.text[len(node.children[0].text) :]
        yield Leaf("Note", said(f"{label.text} {rest}"))
    elif node.tag in LEAVES:
        yield Leaf(node.tag, said(_own_text(node)), node.scope, node.span)
        for note in node.found("Note"):
            yield from leaves(note)
    else:
        for child in node.children:
            yield from leaves(child)


class Expected:
    """Walks the blocks as the tree was walked."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.entries = {block.number: block for block in document.blocks if isinstance(block, SourceEntry)}
        self.numbers: dict[str, int] = {}
        self.cites: list[Cite] = []
        self.last = 0

    def leaves(self) -> list[Leaf]:
        found = [leaf for block in self.document.blocks for leaf in self._block(block)]
        if self.document.citation_form is CitationForm.ENDNOTE and self.cites:
            found.append(Leaf(self._level(1), "Notes"))
            for cite in self.cites:
                number, _, text = self._note(cite).partition(" ")
                found += [Leaf("Lbl", number), Leaf("LBody", text)]
        return found

    def _level(self, level: int) -> str:
        """No heading is more than one level below the one before."""
        titled = any(isinstance(block, Title) for block in self.document.blocks)
        self.last = min(level + titled, self.last + 1)
        return f"H{self.last}"

    def _block(self, block: Block) -> Iterator[Leaf]:
        match block:
            case Title():
                self.last = 1
                yield from [Leaf("P", said(block.marking))] if block.marking else []
                yield Leaf("H1", said(block.text))
                yield from (Leaf("P", said(f"{label} {value}")) for label, value in block.facts)
            case Heading():
                yield Leaf(self._level(block.level), said(block.text))
            case Paragraph():
                yield from self._inlines("P", block.inlines)
            case ListItem():
                yield Leaf("Lbl", "•")
                yield from self._inlines("LBody", block.inlines)
            case Table():
                yield from self._table(block)
            case WritePlace():
                yield Leaf("P", said(block.prompt))
            case Chart():
                yield from self._chart(block)
            case SourceEntry():
                yield Leaf("Lbl", f"[{block.number}]")
                yield Leaf("LBody", self._entry(block))

    def _entry(self, block: SourceEntry) -> str:
        text = "".join(inline.text for inline in block.inlines if isinstance(inline, Run))
        address = f" {block.url}" if block.url and block.url not in text else ""
        backs = "".join(f" {number}" for number in range(1, len(block.backs) + 1))
        return said(text + address + (f" ↑{backs}" if backs else ""))

    def _table(self, block: Table) -> Iterator[Leaf]:
        yield Leaf("Caption", said(f"Table {block.number}. {block.caption}"))
        yield from (Leaf("TH", said(column.heading), "Column") for column in block.columns)
        for row in block.rows:
            if row.group:
                yield from self._inlines("TH", row.cells[0], "Row", len(block.columns))
            else:
                for cell in row.cells:
                    yield from self._inlines("TD", cell)

    def _chart(self, block: Chart) -> Iterator[Leaf]:
        yield Leaf("P", said(f"Figure {block.number}. {block.title}"))
        yield Leaf("Figure", block.alt)
        if block.kind is ChartKind.TIMELINE:
            for number, point in enumerate(block.points, 1):
                yield Leaf("Lbl", str(number))
                yield Leaf("LBody", said(f"{point.label}: {point.text}"))
        yield from self._inlines("P", block.sources)

    def _inlines(self, tag: str, inlines: Sequence[Inline], scope: str = "", span: int = 1) -> Iterator[Leaf]:
        text, notes, cited = "", [], False
        for inline in inlines:
            if isinstance(inline, Run):
                text, cited = text + inline.text, cited and not inline.text.strip()
            elif self.document.citation_form in NOTED:
                number = self.numbers.setdefault(inline.back, len(self.numbers) + 1)
                self.cites.append(inline)
                text = f"{text.rstrip()}{', ' if cited else ''}{number}"
                notes.append(Leaf("Note", self._note(inline)))
                cited = True
            else:
                text += self._marker(inline)
        yield Leaf(tag, said(text), scope, span)
        if self.document.citation_form is CitationForm.FOOTNOTE:
            yield from notes

    def _marker(self, cite: Cite) -> str:
        if self.document.citation_form is CitationForm.AUTHOR_DATE:
            return author_date(cite, self.entries.get(cite.number))
        return marker(cite)

    def _note(self, cite: Cite) -> str:
        entry = self.entries[cite.number]
        text = "".join(inline.text for inline in entry.inlines if isinstance(inline, Run)).rstrip(" .,;")
        place = f", {cite.locator}" if cite.locator else ""
        return said(f"{self.numbers[cite.back]} {text}{place} [{cite.number}]")
