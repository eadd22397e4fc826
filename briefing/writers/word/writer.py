"""A document's blocks in, a Word file out: the steps in reading order."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from briefing.blocks import Title
from briefing.model import CitationForm
from briefing.writers.word import controls as content_controls
from briefing.writers.word.body import BodyWriter, declare_anchors
from briefing.writers.word.charts import Charts
from briefing.writers.word.comments import comments_for
from briefing.writers.word.contents import entries_of, put_contents
from briefing.writers.word.custom import write_custom_properties
from briefing.writers.word.frame import house_frame, own_frame
from briefing.writers.word.inlines import BracketCitations, Ink
from briefing.writers.word.ledger import NAMESPACE, STORE_ID, ledger_xml
from briefing.writers.word.links import Links
from briefing.writers.word.look import word_font
from briefing.writers.word.markup import add_paragraph, add_run, element, w
from briefing.writers.word.notes import AuthorDateCitations, note_citations
from briefing.writers.word.notes import entries_of as sources_of
from briefing.writers.word.package import add_custom_xml, to_bytes
from briefing.writers.word.properties import write_properties
from briefing.writers.word.sections import Pages, segments
from briefing.writers.word.styles import mend_references

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

    from briefing.blocks import Block, Document
    from briefing.writers.word.frame import Frame
    from briefing.writers.word.inlines import Citing

_LONG = 8


def build(document: Document, letterhead: bytes | None, path: str, *, checked: bool) -> bytes:
    """The document as a Word file."""
    frame = own_frame(document) if letterhead is None else house_frame(document, letterhead, path)
    main = frame.main
    declare_anchors(document, frame.bookmarks)
    comments = comments_for(main, document, frame.sheet) if checked else None
    citing = _citing(document, main)
    ink = Ink(frame.sheet, frame.bookmarks, Links(main), document.language, citing, comments=comments)
    font = word_font(document.style.font) if letterhead is None else ""
    _write_body(document, frame, ink, Charts(main, document.date, document.language, font))
    mend_references(main.styles.element)
    values = content_controls.values_xml(document)
    add_custom_xml(main, values, content_controls.STORE_ID, content_controls.NAMESPACE)
    add_custom_xml(main, ledger_xml(document.ledger, tuple(ink.marks)), STORE_ID, NAMESPACE)
    write_properties(frame.package, document)
    write_custom_properties(frame.package, document)
    return to_bytes(frame.package)


def _citing(document: Document, main: DocumentPart) -> Citing:
    match document.citation_form:
        case CitationForm.FOOTNOTE:
            return note_citations(main, document, "footnote")
        case CitationForm.ENDNOTE:
            return note_citations(main, document, "endnote")
        case CitationForm.AUTHOR_DATE:
            return AuthorDateCitations(sources_of(document))
        case CitationForm.BRACKET:
            return BracketCitations()


def _write_body(document: Document, frame: Frame, ink: Ink, charts: Charts) -> None:
    entries = entries_of(document, frame.place.width, _text_height(frame))
    if frame.contents is not None:
        lines = element("body")
        put_contents(lines, entries, frame.contents.place.width, ink, frame.contents.instruction)
        frame.contents.place.fill(lines)
    story = element("body")
    writer = BodyWriter(
        story, ink, frame.controls, frame.place.width, document.title, document.marking, charts, frame.shown
    )
    head = list(itertools.takewhile(lambda block: isinstance(block, Title), document.blocks))
    for block in head:
        writer.put(block)
    if frame.contents is None and entries and entries[-1].page > _LONG:
        add_run(add_paragraph(story, ink.sheet.paragraph("TOC Heading")), "Contents")
        put_contents(story, entries, frame.place.width, ink)
    _write_segments(document.blocks[len(head) :], writer, Pages(frame.place))
    frame.place.fill(story)


def _write_segments(blocks: tuple[Block, ...], writer: BodyWriter, pages: Pages) -> None:
    """Everything after the title, wide tables on pages that lie on their side."""
    cut = segments(blocks)
    for index, segment in enumerate(cut):
        writer.width = pages.width(wide=segment.wide)
        for block in segment.blocks:
            writer.put(block)
        if index < len(cut) - 1:
            pages.end(writer.parent, wide=segment.wide)
    pages.finish()


def _text_height(frame: Frame) -> int:
    """The height between the margins of the last section, in twentieths of a point; those of an A4 page if unknown."""
    section = frame.main.element.body.find(w("sectPr"))
    size = section.find(w("pgSz")) if section is not None else None
    margins = section.find(w("pgMar")) if section is not None else None
    if size is None or margins is None:
        return 13_800
    found = [size.get(w("h"), "16838"), margins.get(w("top"), "1440"), margins.get(w("bottom"), "1440")]
    high, top, bottom = (abs(int(value)) if value.lstrip("-").isdecimal() else 1440 for value in found)
    return max(2880, high - top - bottom)
