"""Word documents (.docx): body, tables, text boxes, content controls and notes, in reading order.

Reads the parts itself, because python-docx's own iteration leaves out content controls, text boxes and notes, and
refuses ISO/IEC 29500 Strict files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from briefing.errors import SourceEmpty
from briefing.model import PassageKind
from briefing.readers.builder import Block, Document, Metadata, join_blocks, normalise, one_line, visible
from briefing.readers.dates import iso_date
from briefing.readers.particulars import language_tag
from briefing.readers.titles import person, plausible_title
from briefing.readers.word_inline import Inline, alternative, is_placeholder
from briefing.readers.word_package import Package, W
from briefing.readers.word_styles import PLAIN, ParagraphStyle, paragraph_styles, style_by_id, value, whole

_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_MC_ALTERNATIVE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CUSTOM: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_DATE_PROPERTIES = {
    "date",
    "published",
    "publication date",
    "publish date",
    "date published",
    "issue date",
    "date issued",
}
# A cell with this much in one of several paragraphs is page layout, not a table.
_LAYOUT_CELL = 200
_NO_NOTES = {"separator", "continuationSeparator", "continuationNotice"}


def read(data: bytes, path: str) -> Document:
    """The document in the bytes of a Word file."""
    with Package(data, path) as package:
        root = package.part(package.main)
        body = None if root is None else root.find(W + "body")
        if body is None:
            raise package.damaged("there is no document in it")
        styles = package.related("styles", "styles.xml")
        walk = _Walk(paragraph_styles(styles))
        try:
            walk.content(body)
            for kind, wanted in (("footnote", walk.inline.footnotes), ("endnote", walk.inline.endnotes)):
                walk.notes(package.related(kind + "s", kind + "s.xml"), kind, list(wanted))
        except RecursionError as error:
            raise package.damaged("its parts are nested too deeply") from error
        metadata = _metadata(package, walk, styles)
    document = join_blocks(walk.blocks, metadata)
    if not document.passages:
        raise SourceEmpty(path)
    return document


@dataclass(slots=True)
class _Walk:
    """Goes through the document and collects blocks."""

    styles: Mapping[str, ParagraphStyle]
    blocks: list[Block] = field(default_factory=list)
    inline: Inline = field(default_factory=Inline)
    title: str = ""
    _carried: str = ""

    def content(self, container: etree._Element) -> None:
        """All that stands in a body, text box, content control or cell that is mere layout."""
        for element in _unwrapped(container):
            if element.tag == W + "p":
                self._paragraph(element)
            else:
                self._table(element)

    def notes(self, root: etree._Element | None, kind: str, wanted: list[str]) -> None:
        """The notes referred to, in the order of their references."""
        if root is None:
            return
        found = {note.get(W + "id", ""): note for note in root.iter(W + kind)}
        for identifier in dict.fromkeys(wanted):
            note = found.get(identifier)
            if note is not None and note.get(W + "type") not in _NO_NOTES:
                text = "\n".join(self.inline.text(paragraph) for paragraph in note.iter(W + "p"))
                self.blocks.append(Block(text, PassageKind.FOOTNOTE))

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = paragraph.find(W + "pPr")
        style = self._style(properties)
        text = self._carried + self.inline.text(paragraph)
        self._carried = ""
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._carried = text  # its end was deleted: it runs on into the next paragraph
            return
        if not style.contents:
            self._add(text, properties, style)
        self._boxes()

    def _boxes(self) -> None:
        boxes, self.inline.boxes = self.inline.boxes, []
        for box in boxes:
            self.content(box)

    def _style(self, properties: etree._Element | None) -> ParagraphStyle:
        identifier = value(properties, W + "pStyle")
        return PLAIN if identifier is None else style_by_id(identifier, self.styles)

    def _add(self, text: str, properties: etree._Element | None, style: ParagraphStyle) -> None:
        outline = whole(value(properties, W + "outlineLvl"))
        level = style.level if outline is None else outline + 1 if 0 <= outline < 9 else 0
        numbering = value(properties, f"{W}numPr/{W}numId")
        listed = style.listed if numbering is None else numbering != "0"
        if style.title and not self.title:
            self.title = one_line(text)
        if level:
            self.blocks.append(Block(text, PassageKind.HEADING, level=level))
        else:
            self.blocks.append(Block(text, PassageKind.LIST_ITEM if listed else PassageKind.PARAGRAPH))

    def _table(self, table: etree._Element) -> None:
        rows = [list(_cells(row)) for row in _unwrapped(table, W + "tr") if row.find(f"{W}trPr/{W}del") is None]
        if sum(len(row) for row in rows) == 1:
            self.content(next(row for row in rows if row)[0])
            return
        for row in rows:
            first = len(self.blocks)
            for cell in row:
                self._cell(cell, first)

    def _cell(self, cell: etree._Element, row: int) -> None:
        """The cell's passages; `row` is the number of the block its row began with."""
        texts: list[str] = []
        nested: list[etree._Element] = []
        for element in _unwrapped(cell):
            if element.tag == W + "p":
                texts.append(self._carried + self.inline.text(element))
                self._carried = ""
            else:
                nested.append(element)
        said = [text for text in texts if visible(normalise(text))]
        if len(said) > 1 and max(map(len, said)) > _LAYOUT_CELL:
            self.inline.boxes = []
            self.content(cell)
            return
        if said:
            self.blocks.append(Block("\n".join(said), PassageKind.CELL, tight=len(self.blocks) > row))
        self._boxes()
        for table in nested:
            self._table(table)


def _unwrapped(container: etree._Element, *wanted: str) -> Iterator[etree._Element]:
    """The paragraphs and tables (or what is wanted) directly in the container, seen through what only wraps them."""
    tags = wanted or (W + "p", W + "tbl")
    for element in container:
        if element.tag in tags:
            yield element
        elif element.tag == W + "sdt":
            content = element.find(W + "sdtContent")
            if content is not None and not is_placeholder(element):
                yield from _unwrapped(content, *tags)
        elif element.tag in {W + "customXml", W + "smartTag", W + "ins", W + "moveTo"}:
            yield from _unwrapped(element, *tags)
        elif element.tag == _MC_ALTERNATIVE:
            chosen = alternative(element)
            if chosen is not None:
                yield from _unwrapped(chosen, *tags)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row without those that only continue a merged one."""
    for cell in _unwrapped(row, W + "tc"):
        properties = cell.find(W + "tcPr")
        merges = () if properties is None else (properties.find(W + "vMerge"), properties.find(W + "hMerge"))
        if not any(merge is not None and merge.get(W + "val", "continue") == "continue" for merge in merges):
            yield cell


def _metadata(package: Package, walk: _Walk, styles: etree._Element | None) -> Metadata:
    core = package.part("docProps/core.xml")
    first = walk.blocks[0] if walk.blocks else None
    heading = one_line(first.text) if first and first.kind is PassageKind.HEADING else ""
    stated = [_text(core, _DC + "title"), walk.title, heading]
    return Metadata(
        title=next((title for title in map(plausible_title, stated) if title), ""),
        author=person(_text(core, _DC + "creator")),
        published=_published(package.part("docProps/custom.xml")),
        language=_language(core, walk, styles),
    )


def _text(root: etree._Element | None, tag: str) -> str:
    found = None if root is None else root.find(tag)
    return one_line("" if found is None else found.text or "")


def _published(properties: etree._Element | None) -> str:
    """The date the document itself states as a property; when the file was made or saved is no such date."""
    for element in () if properties is None else properties.iter(_CUSTOM):
        if element.get("name", "").strip().lower() in _DATE_PROPERTIES:
            return iso_date("".join(str(text) for text in element.itertext()))
    return ""


def _language(core: etree._Element | None, walk: _Walk, styles: etree._Element | None) -> str:
    """What the properties state, else what most of the text is marked as, else what its styles are set to."""
    said = sum(len(block.text) for block in walk.blocks)
    marked = sorted(walk.inline.languages.items(), key=lambda item: (-item[1], item[0]))
    most = marked[0][0] if marked and marked[0][1] * 2 > said else ""
    default = value(styles, f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang") or ""
    stated = (_text(core, _DC + "language"), most, default)
    return next((tag for tag in map(language_tag, stated) if tag), "")
