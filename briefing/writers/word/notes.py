"""Citations as real footnotes or endnotes, and as author and date in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from briefing.blocks import SourceEntry, author_date
from briefing.writers.word.inlines import Ink, link_inside, put_inlines, put_marker
from briefing.writers.word.links import Links, address
from briefing.writers.word.markup import R, add, add_field, add_paragraph, add_run, element, legal, w
from briefing.writers.word.settings import put_setting
from briefing.writers.word.stories import largest_id, new_story, stories_of, story_part

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

    from briefing.blocks import Cite, Document

_FIRST_OURS = 1


def entries_of(document: Document) -> dict[int, SourceEntry]:
    """The source list by number."""
    return {block.number: block for block in document.blocks if isinstance(block, SourceEntry)}


@dataclass(frozen=True, slots=True)
class _First:
    """The note that gives a source in full: its reference's bookmark and its number."""

    bookmark: str
    number: int


@dataclass(slots=True)
class NoteCitations:
    """Each marker a note; the first of a source gives its entry in full, later ones point to it ("n 3, para 5").

    `kind` is "footnote" or "endnote".
    """

    kind: str
    root: etree._Element
    entries: dict[int, SourceEntry]
    links: Links
    next_id: int
    raised: bool = True
    _first: dict[int, _First] = field(default_factory=dict)
    _count: int = 0
    _last: etree._Element | None = None

    def put(self, parent: etree._Element, cite: Cite, ink: Ink) -> None:
        mark = ink.sheet.character(f"{self.kind} reference")
        if self._last is not None and len(parent) and parent[-1] is self._last:
            self._separate(parent, mark)
        self._count += 1
        own = ink.bookmarks.named(cite.back) or ink.bookmarks.fresh(f"_note_{self._count}")
        number = ink.bookmarks.number()
        add(parent, "bookmarkStart", id=number, name=own)
        add(add_run(parent, style=mark), f"{self.kind}Reference", id=self.next_id)
        self._last = add(parent, "bookmarkEnd", id=number)
        self._put_note(cite, own, mark, ink)
        self.next_id += 1

    @staticmethod
    def _separate(parent: etree._Element, mark: str) -> None:
        """A raised comma, or two notes 1 and 2 would read as note 12."""
        add_run(parent, ", ", mark)

    def _put_note(self, cite: Cite, own: str, mark: str, ink: Ink) -> None:
        note = add(self.root, self.kind, id=self.next_id)
        paragraph = add_paragraph(note, ink.sheet.paragraph(f"{self.kind} text"))
        add(add_run(paragraph, style=mark), f"{self.kind}Ref")
        add_run(paragraph, " ")
        locator = f", {cite.locator}" if cite.locator else ""
        first = self._first.get(cite.number)
        if first is None:
            self._first[cite.number] = _First(own, self._count)
            self._put_entry(paragraph, cite, ink)
        else:
            add_run(paragraph, "n ")
            add_field(paragraph, f"NOTEREF {first.bookmark} \\h", str(first.number))
        add_run(paragraph, f"{locator}.")

    def _put_entry(self, paragraph: etree._Element, cite: Cite, ink: Ink) -> None:
        entry = self.entries.get(cite.number)
        target = ink.bookmarks.named(cite.anchor)
        if entry is None:
            add_run(paragraph, f"Source {cite.number}")
            return
        inlines = tuple(part for part in entry.inlines)
        put_inlines(paragraph, inlines, Ink(ink.sheet, ink.bookmarks, self.links, ink.language, self, ink.marks))
        _drop_last_stop(paragraph)
        web = address(entry.url)
        if web:
            add_run(paragraph, ", ")
            holder = add(paragraph, "hyperlink", history=1)
            holder.set(f"{{{R}}}id", self.links.relation(web))
            add_run(holder, legal(entry.url), ink.sheet.character("Hyperlink"))
        if target:
            add_run(paragraph, " ")
            holder = link_inside(paragraph, target, f"Source {cite.number}")
            add_run(holder, f"[{cite.number}]", ink.sheet.character("Citation"))


def _drop_last_stop(paragraph: etree._Element) -> None:
    """The entry's own full stop goes, since the note goes on after it."""
    texts = list(paragraph.iter(w("t")))
    if texts and texts[-1].text:
        texts[-1].text = texts[-1].text.rstrip().removesuffix(".")


def _count_in_figures(setting: etree._Element, body: etree._Element) -> None:
    """Endnotes as 1, 2, 3: left alone, Word counts them i, ii, iii, and note 38 is xxxviii."""
    add(setting, "numFmt", val="decimal")
    before = {w("headerReference"), w("footerReference"), w("footnotePr")}
    for section in body.iter(w("sectPr")):
        if section.find(w("endnotePr")) is None:
            made = element("endnotePr")
            add(made, "numFmt", val="decimal")
            section.insert(sum(child.tag in before for child in section), made)


def note_citations(main: DocumentPart, document: Document, kind: str) -> NoteCitations:
    """The notes part of that kind, made where the document has none, ready for notes to be added."""
    part = story_part(main, f"{kind}s")
    if part is None:
        root = element(f"{kind}s")
        for identity, name in ((-1, "separator"), (0, "continuationSeparator")):
            note = add(root, kind, type=name, id=identity)
            add(add(add_paragraph(note, ""), "r"), name)
        part = new_story(main, f"{kind}s", root)
        setting = element(f"{kind}Pr")
        if kind == "endnote":
            _count_in_figures(setting, main.element.body)
        for identity in (-1, 0):
            add(setting, kind, id=identity)
        put_setting(main.settings.element, setting)
    first = max(largest_id(stories_of(main), kind) + 1, _FIRST_OURS)
    return NoteCitations(kind, part.element, entries_of(document), Links(part), first)


@dataclass(frozen=True, slots=True)
class AuthorDateCitations:
    """Markers such as "(Daily Grain 2026, para 3)", each a link to its entry in the source list."""

    entries: dict[int, SourceEntry]
    raised: bool = False

    def put(self, parent: etree._Element, cite: Cite, ink: Ink) -> None:
        entry = self.entries.get(cite.number)
        put_marker(parent, cite, author_date(cite, entry), ink)
