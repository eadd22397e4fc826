"""Where in a house's file the briefing goes, and how wide it may be there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.writers.word.markup import element, w
from briefing.writers.word.placeholders import Field, fields_of, fill_text, folded, own_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

_CELL_MARGINS = 216
_NARROWEST = 1440


@dataclass(frozen=True, slots=True)
class Place:
    """A point between paragraphs: what is put in goes before `mark`, which is an empty paragraph of our own."""

    mark: etree._Element
    width: int

    def fill(self, blocks: etree._Element) -> None:
        """Move the children of `blocks` here and take the mark away."""
        parent = self.mark.getparent()
        if parent is None:
            return
        for made in list(blocks):
            self.mark.addprevious(made)
        last_in_cell = parent.tag == w("tc") and self.mark is parent[-1]
        before = self.mark.getprevious()
        if last_in_cell and (before is None or before.tag != w("p")):
            return
        parent.remove(self.mark)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A field that is no place, and why, in words that follow its name."""

    field: Field
    reason: str


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one kind: the first usable one, and fields that are no place (with the reason)."""

    found: Place | None
    refused: tuple[Refusal, ...]


def find_place(body: etree._Element, wanted: Callable[[str], bool]) -> Places:
    """The place of the first field with a wanted name; the field itself is taken out, and so are the others."""
    fields = [field for field in fields_of(body) if wanted(field.name)]
    found: Place | None = None
    refused: list[Refusal] = []
    done: set[int] = set()
    for field in fields:
        if id(field.node) in done:
            continue
        done.add(id(field.node))
        if next(field.node.iterancestors(w("txbxContent")), None) is not None:
            refused.append(Refusal(field, "stands in a text box, where no briefing fits"))
        elif found is not None:
            refused.append(Refusal(field, "stands a second time; only the first was filled"))
            _take_out(field)
        else:
            found = _open(field)
    return Places(found, tuple(refused))


def _take_out(field: Field) -> None:
    if field.is_control:
        content = field.node.find(w("sdtContent"))
        for text in content.iter(w("t")) if content is not None else ():
            text.text = ""
    else:
        fill_text(field.node, {folded(field.name): ""})


def _open(field: Field) -> Place:
    """Put the mark where the field is and take the field away; text beside it stays before the mark."""
    node = field.node
    mark = element("p")
    cell = node.find(f"{w('sdtContent')}/{w('tc')}") if field.is_control else None
    if cell is not None:
        for child in [child for child in cell if child.tag != w("tcPr")]:
            cell.remove(child)
        cell.append(mark)
        return Place(mark, width_at(mark))
    outer = next(node.iterancestors(w("p")), node) if field.is_control else node
    if outer.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        outer.addprevious(mark)
    else:
        outer.addnext(mark)
    place = Place(mark, width_at(mark))
    if field.is_control:
        _remove(node)
    else:
        _take_out(field)
    if outer is not node or not field.is_control:
        _remove_if_empty(outer)
    return place


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _remove_if_empty(paragraph: etree._Element) -> None:
    if _is_empty(paragraph):
        _remove(paragraph)


def _is_empty(paragraph: etree._Element) -> bool:
    """Whether nothing would be lost with the paragraph: no text, picture, break of page or section."""
    if "".join(text.text or "" for text in own_texts(paragraph)).strip():
        return False
    kept = ("drawing", "pict", "object", "br", "sectPr", "fldChar", "bookmarkStart", "commentReference")
    return next(paragraph.iter(*(w(name) for name in kept)), None) is None


def end_place(body: etree._Element) -> Place:
    """The place at the end of the document."""
    mark = element("p")
    section = body.find(w("sectPr"))
    if section is None:
        body.append(mark)
    else:
        section.addprevious(mark)
    return Place(mark, width_at(mark))


def width_at(node: etree._Element) -> int:
    """How wide text may be there, in twentieths of a point: a cell's or a column's width, else the page's."""
    cell = next(node.iterancestors(w("tc")), None)
    if cell is not None:
        size = cell.find(f"{w('tcPr')}/{w('tcW')}")
        wide = size.get(w("w"), "") if size is not None and size.get(w("type")) == "dxa" else ""
        if wide.isdecimal() and int(wide) > _NARROWEST:
            return int(wide) - _CELL_MARGINS
    return text_width(section_at(node))


def section_at(node: etree._Element) -> etree._Element | None:
    """The section properties that hold where the node is: the next ones in the document."""
    body = next(node.iterancestors(w("body")), None)
    if body is None:
        return None
    outer = node
    while outer.getparent() is not body:
        parent = outer.getparent()
        if parent is None:
            return None
        outer = parent
    for following in outer.itersiblings():
        found = following if following.tag == w("sectPr") else following.find(f"{w('pPr')}/{w('sectPr')}")
        if found is not None:
            return found
    return None


def text_width(section: etree._Element | None) -> int:
    """The width of one column of text of a section, in twentieths of a point."""
    size = section.find(w("pgSz")) if section is not None else None
    margins = section.find(w("pgMar")) if section is not None else None
    whole = _number(size, "w", 11906)
    text = whole - _number(margins, "left", 1440) - _number(margins, "right", 1440) - _number(margins, "gutter", 0)
    columns = section.find(w("cols")) if section is not None else None
    count = max(1, _number(columns, "num", 1))
    return max(_NARROWEST, (text - (count - 1) * _number(columns, "space", 720)) // count)


def _number(node: etree._Element | None, name: str, default: int) -> int:
    value = node.get(w(name), "") if node is not None else ""
    return abs(int(value)) if value.lstrip("-").isdecimal() else default


def has_own_text(body: etree._Element) -> bool:
    """Whether a body holds anything a reader would see."""
    if next(body.iter(w("drawing"), w("pict"), w("tbl")), None) is not None:
        return True
    return any((text.text or "").strip() for text in body.iter(w("t")))
