"""Headers and footers of the default look: the marking on every page, the title, page X of Y."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.writers.word.markup import add_field, add_paragraph, add_run, w

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart
    from lxml import etree

    from briefing.blocks import Document
    from briefing.writers.word.controls import Controls
    from briefing.writers.word.styles import StyleSheet


def put_furniture(main: DocumentPart, document: Document, sheet: StyleSheet, controls: Controls) -> None:
    """Fill the section's headers and footers; the first page's header leaves out the title that stands below it."""
    section = main.document.sections[0]
    for story, with_title in ((section.header, True), (section.first_page_header, False)):
        story.is_linked_to_previous = False
        root = _emptied(story._element)
        _put_marking(root, document, sheet, controls)
        paragraph = add_paragraph(root, sheet.paragraph("header"))
        if with_title:
            controls.put_value(paragraph, "title", document.title)
    for story in (section.footer, section.first_page_footer):
        story.is_linked_to_previous = False
        root = _emptied(story._element)
        paragraph = add_paragraph(root, sheet.paragraph("footer"))
        add_run(paragraph, "Page ")
        add_field(paragraph, "PAGE", "1")
        add_run(paragraph, " of ")
        add_field(paragraph, "NUMPAGES", "1")
        _put_marking(root, document, sheet, controls)


def _emptied(root: etree._Element) -> etree._Element:
    for child in root.findall(w("p")):
        root.remove(child)
    return root


def _put_marking(root: etree._Element, document: Document, sheet: StyleSheet, controls: Controls) -> None:
    if document.marking:
        paragraph = add_paragraph(root, sheet.paragraph("Handling Marking"))
        controls.put_value(paragraph, "marking", document.marking)
