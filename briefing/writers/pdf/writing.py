"""From a document to the bytes of a PDF, step by step."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import chain, dropwhile, takewhile
from typing import Any

from briefing.blocks import Block, Document, Title
from briefing.writers.pdf.attachments import Attachment
from briefing.writers.pdf.contents import contents_for, pages_of
from briefing.writers.pdf.finish import finish
from briefing.writers.pdf.fonts import main_face
from briefing.writers.pdf.house import read_house
from briefing.writers.pdf.note_setting import end_notes, foot_notes
from briefing.writers.pdf.notes import named_entries, note_book
from briefing.writers.pdf.pages import Frame, draw_page, draw_running, frame, house_running, running
from briefing.writers.pdf.pen import Pen
from briefing.writers.pdf.setting import Setter
from briefing.writers.pdf.slabs import Page, fill_pages
from briefing.writers.pdf.story import anchors_of, set_story
from briefing.writers.pdf.styles import sheet, sizes
from briefing.writers.pdf.tree import Element, level_headings


def write_pdf(document: Document, attachments: Sequence[Attachment] = (), letterhead: bytes | None = None) -> bytes:
    """The document as a PDF: the same document, the same bytes.

    Characters that no font prints come out as "[U+1F642]"; `unprintable` names them beforehand. The
    file is PDF/UA-1 and PDF/A-2a, with `attachments` PDF/A-3a. `letterhead` is the house's Word file: page, fonts,
    colours, headers and footers are taken from it. Raises TemplateInvalid for one that cannot be used.
    """
    with _undisturbed():
        return _write(document, attachments, letterhead)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the search for unused cycles, which goes through all objects again and again: 40 per cent of the time for
    500 pages, more than in proportion to them. Nearly all objects here are needed to the end.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _write(document: Document, attachments: Sequence[Attachment], letterhead: bytes | None) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    house = read_house(document, letterhead) if letterhead is not None else None
    page = house.sizes if house else sizes(document.page)
    look = house.styles.sheet() if house else sheet(document.style)
    heads = house_running(document, look, house) if house else running(document, look, page)
    area = frame(heads, page)
    root = Element("Document")
    deeper = 1 if any(isinstance(block, Title) for block in document.blocks) else 0
    setter = Setter(look, page.width, document.language, deeper, note_book(document), named_entries(document))
    laid = _laid(document, setter, root, area)
    raw = BytesIO()
    # types-reportlab takes the initial font's name for a number.
    font: Any = main_face(look.body.look.family).name
    canvas = Canvas(raw, (page.page_width, page.page_height), invariant=1, pageCompression=0, initialFontName=font)
    pen = Pen(canvas, page, laid.anchors)
    for number, one in enumerate(laid.pages, 1):
        draw_page(pen, one, area.first_top if number == 1 else area.top)
        draw_running(pen, heads, number, len(laid.pages))
        pen.end_page()
    canvas.save()
    return finish(raw.getvalue(), document, root, pen, attachments)


@dataclass(frozen=True, slots=True)
class _Laid:
    """The pages, and every place on them that a link can lead to."""

    pages: list[Page]
    anchors: frozenset[str]


def _laid(document: Document, setter: Setter, root: Element, area: Frame) -> _Laid:
    """The document on pages, a long one with a table of contents behind its title."""
    room, first = area.top - area.bottom, area.first_top - area.bottom
    head = set_story(takewhile(_is_title, document.blocks), setter, root, room)
    place = Element("TOC", root)
    body = set_story(dropwhile(_is_title, document.blocks), setter, root, room) + end_notes(setter, root)
    notes = foot_notes(setter)
    level_headings(root)
    anchors = anchors_of([*body, *chain.from_iterable(notes.values())])
    pages = fill_pages([*head, *body], first, room, notes)
    contents = contents_for(body, place, len(pages))
    if contents is not None:
        listed = contents.slabs(setter, {})
        numbers = pages_of(fill_pages([*head, *listed, *body], first, room, notes))
        place.kids.clear()
        pages = fill_pages([*head, *contents.slabs(setter, numbers), *body], first, room, notes)
    return _Laid(pages, anchors)


def _is_title(block: Block) -> bool:
    return isinstance(block, Title)
