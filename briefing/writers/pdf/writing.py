"""From a document to the bytes of a PDF, step by step."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import chain
from typing import Any

from briefing.blocks import Document, Title
from briefing.writers.pdf.attachments import Attachment
from briefing.writers.pdf.finish import finish
from briefing.writers.pdf.fonts import main_face
from briefing.writers.pdf.house import read_house
from briefing.writers.pdf.note_setting import end_notes, foot_notes
from briefing.writers.pdf.notes import named_entries, note_book
from briefing.writers.pdf.pages import draw_page, draw_running, frame, house_running, running
from briefing.writers.pdf.pen import Pen
from briefing.writers.pdf.setting import Setter
from briefing.writers.pdf.slabs import fill_pages
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
    slabs = set_story(document, setter, root, area.top - area.bottom) + end_notes(setter, root)
    notes = foot_notes(setter)
    level_headings(root)
    pages = fill_pages(slabs, area.first_top - area.bottom, area.top - area.bottom, notes)
    raw = BytesIO()
    # types-reportlab takes the initial font's name for a number.
    font: Any = main_face(look.body.look.family).name
    canvas = Canvas(raw, (page.page_width, page.page_height), invariant=1, pageCompression=0, initialFontName=font)
    pen = Pen(canvas, page, anchors_of([*slabs, *chain.from_iterable(notes.values())]))
    for number, one in enumerate(pages, 1):
        draw_page(pen, one, area.first_top if number == 1 else area.top)
        draw_running(pen, heads, number, len(pages))
        pen.end_page()
    canvas.save()
    return finish(raw.getvalue(), document, root, pen, attachments)
