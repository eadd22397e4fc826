"""Runs and citation markers inside a paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from lxml import etree

from briefing.blocks import Chart, Cite, ListItem, Paragraph, Run, SourceEntry, Table, marker
from briefing.writers.direction import right_to_left
from briefing.writers.word.comments import Comments
from briefing.writers.word.ledger import Mark
from briefing.writers.word.links import Links
from briefing.writers.word.markup import add, add_field, add_run, legal, put_text, turn, unwrapped, w
from briefing.writers.word.names import Bookmarks
from briefing.writers.word.styles import StyleSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.blocks import Block, Inline


_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"


class Citing(Protocol):
    """How a citation marker looks: brackets, notes, or author and date. Raised ones follow the text without a blank."""

    @property
    def raised(self) -> bool: ...

    def put(self, parent: etree._Element, cite: Cite, ink: Ink) -> None: ...


@dataclass(frozen=True, slots=True)
class Ink:
    """What everything that writes into one part of the document needs."""

    sheet: StyleSheet
    bookmarks: Bookmarks
    links: Links
    language: str
    citing: Citing
    marks: list[Mark] = field(default_factory=list)
    comments: Comments | None = None


def put_inlines(paragraph: etree._Element, inlines: tuple[Inline, ...], ink: Ink) -> None:
    """Append the inlines; neighbouring runs of the same evidence share one bookmark."""
    rtl = right_to_left("".join(part.text for part in inlines if isinstance(part, Run)))
    index = 0
    while index < len(inlines):
        inline = inlines[index]
        if isinstance(inline, Cite):
            _put_cite(paragraph, inline, ink, apart=rtl)
            index += 1
            continue
        if ink.citing.raised and index and _is_gap(inlines, index):
            index += 1
            continue
        stop = _same_evidence(inlines, index)
        runs = [part for part in inlines[index:stop] if isinstance(part, Run)]
        if inline.evidence:
            _put_evidence(paragraph, runs, ink)
        elif inline.refers and ink.bookmarks.named(inline.refers):
            add_field(paragraph, f"REF {ink.bookmarks.named(inline.refers)} \\h", inline.text)
        else:
            put_run(paragraph, inline, ink)
        index = stop
    if rtl:
        turn(paragraph)


def _put_cite(paragraph: etree._Element, cite: Cite, ink: Ink, *, apart: bool) -> None:
    """The marker; `apart` keeps its brackets and commas in order inside text that runs from right to left."""
    if apart:
        add_run(paragraph, _LEFT_TO_RIGHT)
    ink.citing.put(paragraph, cite, ink)
    if apart:
        add_run(paragraph, _LEFT_TO_RIGHT)


def _is_gap(inlines: tuple[Inline, ...], index: int) -> bool:
    """Whether there is but a blank between text and a marker that needs none."""
    here = inlines[index]
    following = inlines[index + 1] if index + 1 < len(inlines) else None
    return isinstance(here, Run) and here.text.isspace() and not here.evidence and isinstance(following, Cite)


def _same_evidence(inlines: tuple[Inline, ...], start: int) -> int:
    first = inlines[start]
    stop = start + 1
    if not isinstance(first, Run) or not first.evidence:
        return stop
    while stop < len(inlines):
        following = inlines[stop]
        if not isinstance(following, Run) or following.evidence != first.evidence:
            break
        stop += 1
    return stop


def _put_evidence(paragraph: etree._Element, runs: list[Run], ink: Ink) -> None:
    name = ink.bookmarks.fresh(runs[0].evidence)
    written = "".join(unwrapped(legal(run.text)) for run in runs)
    ink.marks.append(Mark(name, legal(runs[0].evidence), written))
    number = ink.bookmarks.number()
    comment = ink.comments.start(paragraph, runs[0].evidence) if ink.comments is not None else None
    add(paragraph, "bookmarkStart", id=number, name=name)
    for run in runs:
        put_run(paragraph, run, ink)
    add(paragraph, "bookmarkEnd", id=number)
    if comment is not None and ink.comments is not None:
        ink.comments.end(paragraph, comment)


def put_run(parent: etree._Element, run: Run, ink: Ink, style: str = "") -> None:
    """One run with its look, its language where that is not the document's, and its direction."""
    text = legal(run.text)
    if run.evidence:
        text = unwrapped(text)
    if not text:
        return
    made = etree.SubElement(parent, w("r"))
    _put_properties(made, run, text, ink, style)
    put_text(made, text)


def _put_properties(made: etree._Element, run: Run, text: str, ink: Ink, style: str) -> None:
    rtl = right_to_left(text)
    language = legal(run.language) if run.language != ink.language else ""
    if not (style or run.bold or run.italic or rtl or language):
        return
    properties = etree.SubElement(made, w("rPr"))
    if style:
        add(properties, "rStyle", val=style)
    for flag, names in ((run.bold, ("b", "bCs")), (run.italic, ("i", "iCs"))):
        for name in names if flag else ():
            etree.SubElement(properties, w(name))
    if rtl:
        etree.SubElement(properties, w("rtl"))
    if language:
        add(properties, "lang", val=language, eastAsia=language, bidi=language)


def link_inside(parent: etree._Element, bookmark: str, tooltip: str = "") -> etree._Element:
    """A hyperlink to a bookmark of this document, to put runs into."""
    made = add(parent, "hyperlink", anchor=bookmark, history=1)
    if tooltip:
        made.set(w("tooltip"), legal(tooltip))
    return made


@dataclass(frozen=True, slots=True)
class BracketCitations:
    """Markers such as "[3, para 3]", each a link to its entry in the source list."""

    raised: bool = False

    def put(self, parent: etree._Element, cite: Cite, ink: Ink) -> None:
        put_marker(parent, cite, marker(cite), ink)


def put_marker(parent: etree._Element, cite: Cite, shown: str, ink: Ink) -> None:
    """A marker in running text: its own bookmark around a link to the source entry, where there is one."""
    own = ink.bookmarks.named(cite.back)
    target = ink.bookmarks.named(cite.anchor)
    number = ink.bookmarks.number()
    if own:
        add(parent, "bookmarkStart", id=number, name=own)
    holder = link_inside(parent, target, f"Source {cite.number}") if target else parent
    add_run(holder, shown, ink.sheet.character("Citation"))
    if own:
        add(parent, "bookmarkEnd", id=number)


def inlines_of(block: Block) -> Iterator[tuple[Inline, ...]]:
    """All sequences of inlines of a block, in reading order."""
    if isinstance(block, Paragraph | ListItem | SourceEntry):
        yield block.inlines
    elif isinstance(block, Chart):
        yield block.sources
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row.cells[:1] if row.group else row.cells[: len(block.columns)]
