"""Citations as notes: their numbers and keys, before any of them is set."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.blocks import Block, Chart, Cite, Document, Inline, ListItem, Paragraph, SourceEntry, Table
from briefing.model import CitationForm
from briefing.writers.pdf.lines import Note
from briefing.writers.pdf.tree import Element


class NoteBook:
    """The notes of one document, numbered in the order of their markers."""

    def __init__(self, document: Document) -> None:
        self.at_foot = document.citation_form is CitationForm.FOOTNOTE
        self.cites: dict[str, Cite] = {}
        for cite in _cites(document.blocks):
            self.cites.setdefault(cite.back, cite)
        self.entries = {block.anchor: block for block in document.blocks if isinstance(block, SourceEntry)}
        self._numbers = {back: str(number) for number, back in enumerate(self.cites, 1)}
        self._elements: dict[str, Element] = {}

    def number(self, cite: Cite) -> str:
        return self._numbers[cite.back]

    def key(self, cite: Cite) -> str:
        return f"note-{cite.back}"

    def note(self, cite: Cite, parent: Element) -> Note | None:
        """The note at the page's foot, which the tree has right after its marker; endnotes have their own list."""
        if not self.at_foot:
            return None
        element = Element("Note", parent, inline=True)
        element.identifier = self.key(cite)
        self._elements[cite.back] = element
        return Note(self.key(cite), element)

    def element(self, cite: Cite) -> Element:
        return self._elements[cite.back]


def note_book(document: Document) -> NoteBook | None:
    """The notes, where the document's citations are notes."""
    if document.citation_form in {CitationForm.FOOTNOTE, CitationForm.ENDNOTE}:
        return NoteBook(document)
    return None


def named_entries(document: Document) -> dict[int, SourceEntry]:
    """The source entries by number, where the markers name them."""
    if document.citation_form is not CitationForm.AUTHOR_DATE:
        return {}
    return {block.number: block for block in document.blocks if isinstance(block, SourceEntry)}


def _cites(blocks: tuple[Block, ...]) -> Iterator[Cite]:
    for block in blocks:
        for inlines in _inlines(block):
            yield from (inline for inline in inlines if isinstance(inline, Cite))


def _inlines(block: Block) -> Iterator[tuple[Inline, ...]]:
    if isinstance(block, Paragraph | ListItem | SourceEntry):
        yield block.inlines
    elif isinstance(block, Chart):
        yield block.sources
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row.cells
