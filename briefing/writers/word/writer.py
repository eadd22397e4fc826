"""A document's blocks in, a Word file out: the steps in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.writers.word import controls as content_controls
from briefing.writers.word.body import BodyWriter, declare_anchors, text_width
from briefing.writers.word.furniture import put_furniture
from briefing.writers.word.inlines import BracketCitations, Ink
from briefing.writers.word.ledger import NAMESPACE, STORE_ID, ledger_xml
from briefing.writers.word.links import Links
from briefing.writers.word.markup import element
from briefing.writers.word.names import Bookmarks
from briefing.writers.word.package import add_custom_xml, default_package, to_bytes
from briefing.writers.word.properties import write_properties

if TYPE_CHECKING:
    from briefing.blocks import Document


def build(document: Document, letterhead: bytes | None) -> bytes:
    """The document as a Word file."""
    del letterhead
    opened = default_package(document)
    bookmarks = Bookmarks()
    declare_anchors(document, bookmarks)
    controls = content_controls.Controls()
    ink = Ink(opened.sheet, bookmarks, Links(opened.main), document.language, BracketCitations())
    story = element("body")
    writer = BodyWriter(story, ink, controls, text_width(opened.section), document.title, document.marking)
    for block in document.blocks:
        writer.put(block)
    for made in list(story):
        opened.section.addprevious(made)
    put_furniture(opened.main, document, opened.sheet, controls)
    values = content_controls.values_xml(document)
    add_custom_xml(opened.main, values, content_controls.STORE_ID, content_controls.NAMESPACE)
    add_custom_xml(opened.main, ledger_xml(document.ledger, tuple(ink.marks)), STORE_ID, NAMESPACE)
    write_properties(opened.package, document)
    return to_bytes(opened.package)
