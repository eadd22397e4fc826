"""Headers and footers: the marking on every page, the title, page X of Y."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.part import XmlPart
from lxml import etree

from briefing.writers.word.markup import R, add_field, add_paragraph, add_run, element, w
from briefing.writers.word.stories import new_story

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

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
        _put_page_number(root, sheet)
        _put_marking(root, document, sheet, controls)


def _emptied(root: etree._Element) -> etree._Element:
    for child in root.findall(w("p")):
        root.remove(child)
    return root


def _put_page_number(root: etree._Element, sheet: StyleSheet) -> None:
    paragraph = add_paragraph(root, sheet.paragraph("footer"))
    add_run(paragraph, "Page ")
    add_field(paragraph, "PAGE", "1")
    add_run(paragraph, " of ")
    add_field(paragraph, "NUMPAGES", "1")


def _put_marking(root: etree._Element, document: Document, sheet: StyleSheet, controls: Controls) -> None:
    if document.marking:
        paragraph = add_paragraph(root, sheet.paragraph("Handling Marking"))
        controls.put_value(paragraph, "marking", document.marking)


def add_missing_furniture(
    main: DocumentPart, document: Document, sheet: StyleSheet, controls: Controls, marked: list[etree._Element]
) -> None:
    """What a house's headers and footers must have and have not: the marking, where no field of theirs shows it.

    `marked` are the stories that show it.

    Nothing of theirs is changed; the marking is put above the header's and below the footer's own content. A document
    without any footer is given one with page numbers.
    """
    sections = list(main.element.iter(w("sectPr")))
    if not sections:
        return
    for kind in ("header", "footer"):
        if not document.marking and (kind == "header" or _related(main, sections, kind)):
            continue
        _ensure_story(main, sections[0], kind, sheet)
        for root in _related(main, sections, kind):
            if not document.marking or any(root is other for other in marked):
                continue
            _put_marking(root, document, sheet, controls)
            if kind == "header":
                root.insert(0, root[-1])


def _related(main: DocumentPart, sections: list[etree._Element], kind: str) -> list[etree._Element]:
    """The roots of all headers or footers the sections use, each once."""
    found: dict[str, etree._Element] = {}
    for section in sections:
        for reference in section.findall(w(f"{kind}Reference")):
            identity = reference.get(f"{{{R}}}id", "")
            relation = main.rels.get(identity)
            if relation is not None and not relation.is_external and isinstance(relation.target_part, XmlPart):
                found.setdefault(identity, relation.target_part.element)
    return list(found.values())


def _ensure_story(main: DocumentPart, section: etree._Element, kind: str, sheet: StyleSheet) -> None:
    """Give the first section the headers (or footers) that its pages use; later sections go on with them."""
    wanted = ["default"]
    if section.find(w("titlePg")) is not None:
        wanted.append("first")
    if main.settings.element.find(w("evenAndOddHeaders")) is not None:
        wanted.append("even")
    there = {node.get(w("type"), "default") for node in section.findall(w(f"{kind}Reference"))}
    for index, name in enumerate(name for name in wanted if name not in there):
        root = element("hdr" if kind == "header" else "ftr")
        if kind == "footer":
            _put_page_number(root, sheet)
        else:
            add_paragraph(root, sheet.paragraph("header"))
        part = new_story(main, kind, root)
        reference = element(f"{kind}Reference", type=name)
        reference.set(f"{{{R}}}id", _relation_to(main, part))
        section.insert(index, reference)


def _relation_to(main: DocumentPart, part: object) -> str:
    return next(str(identity) for identity, relation in main.rels.items() if relation._target is part)
