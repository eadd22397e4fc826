"""A house's look, read from its Word file as the Word writer fills it: both files of a briefing look like siblings."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import TYPE_CHECKING

from briefing.blocks import Document, Title
from briefing.model import Style
from briefing.writers.pdf.house_styles import HouseStyles, TextStyle
from briefing.writers.pdf.styles import Sizes

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Stand in the text of a banner for the page's number and the number of pages.
PAGE, PAGES = "\ue000", "\ue001"
_FIELD = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
TWIPS, EMU = 20.0, 12700.0
TALLEST = 0.25


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes as they are in the file, and the size in points that it is shown at."""

    data: bytes = field(repr=False)
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at the left, in the middle or at the right of a banner's line."""

    text: str = ""
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class BannerLine:
    left: Place
    centre: Place
    right: Place
    style: TextStyle


@dataclass(frozen=True, slots=True)
class Banner:
    """A header or footer, and how far it is from the page's edge."""

    lines: tuple[BannerLine, ...]
    edge: float

    @property
    def text(self) -> str:
        return "\n".join(place.text for line in self.lines for place in (line.left, line.centre, line.right))


@dataclass(frozen=True, slots=True)
class House:
    """Page, text styles, and the headers and footers of the first page and of the others."""

    sizes: Sizes
    styles: HouseStyles
    header: Banner
    footer: Banner
    first_header: Banner
    first_footer: Banner


def read_house(document: Document, letterhead: bytes) -> House:
    """The look of the letterhead, its fields filled for this document. Raises TemplateInvalid."""
    from briefing.writers.word import write_word

    head = tuple(block for block in document.blocks if isinstance(block, Title))
    filled = write_word(replace(document, blocks=head, ledger=()), letterhead)
    with zipfile.ZipFile(BytesIO(filled)) as package:
        return _Reader({name: package.read(name) for name in package.namelist()}, document.style).house()


class _Reader:
    """Reads what the PDF needs from the parts of a sound Word file."""

    def __init__(self, parts: dict[str, bytes], style: Style) -> None:
        self.parts = parts
        self.main = _main_name(self._tree("_rels/.rels"))
        self.relations = self._relations(self.main)
        self.styles = HouseStyles.read(self._of_kind("styles"), self._of_kind("theme"), style)

    def house(self) -> House:
        document = self._tree(self.main)
        section = next(document.iter(f"{W}sectPr"))
        header, footer = self._banner(section, "header", "default"), self._banner(section, "footer", "default")
        own_first = section.find(f"{W}titlePg") is not None
        return House(
            sizes=_sizes(section),
            styles=self.styles,
            header=header,
            footer=footer,
            first_header=self._banner(section, "header", "first") if own_first else header,
            first_footer=self._banner(section, "footer", "first") if own_first else footer,
        )

    def _tree(self, name: str) -> etree._Element:
        from lxml import etree

        return etree.fromstring(self.parts[name], etree.XMLParser(resolve_entities=False, no_network=True))

    def _relations(self, part: str) -> dict[str, str]:
        """The parts that this one refers to, by id; the kind of each is in front of its name."""
        folder, name = posixpath.split(part)
        path = f"{folder}/_rels/{name}.rels"
        if path not in self.parts:
            return {}
        return {
            one.get("Id", ""): _absolute(folder, one.get("Target", ""))
            for one in self._tree(path)
            if one.get("TargetMode") != "External"
        }

    def _of_kind(self, kind: str) -> etree._Element | None:
        folder, name = posixpath.split(self.main)
        for one in self._tree(f"{folder}/_rels/{name}.rels"):
            target = _absolute(folder, one.get("Target", ""))
            if one.get("Type", "").endswith(f"/{kind}") and target in self.parts:
                return self._tree(target)
        return None

    def _banner(self, section: etree._Element, kind: str, which: str) -> Banner:
        margins = section.find(f"{W}pgMar")
        edge = _twips(margins, kind, 36.0)
        for reference in section.findall(f"{W}{kind}Reference"):
            name = self.relations.get(reference.get(f"{R}id", ""), "")
            if reference.get(f"{W}type", "default") == which and name in self.parts:
                return Banner(tuple(self._lines(self._tree(name), self._relations(name))), edge)
        return Banner((), edge)

    def _lines(self, root: etree._Element, relations: dict[str, str]) -> Iterator[BannerLine]:
        for child in root:
            if child.tag == f"{W}p":
                yield self._paragraph(child, relations)
            elif child.tag == f"{W}tbl":
                for row in child.iter(f"{W}tr"):
                    yield self._row(row, relations)
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                yield from self._lines(content, relations) if content is not None else ()

    def _paragraph(self, paragraph: etree._Element, relations: dict[str, str]) -> BannerLine:
        style = self.styles.of_paragraph(paragraph)
        pieces = self._places(paragraph, relations)
        nothing = Place()
        if len(pieces) == 1:
            left, centre, right = _by_alignment(pieces[0], self.styles.alignment(paragraph))
        else:
            left, centre, right = (*pieces[:3], nothing)[:3]
            centre, right = (nothing, centre) if len(pieces) == 2 and _one_stop_at_right(paragraph) else (centre, right)
        return BannerLine(left, centre, right, style)

    def _row(self, row: etree._Element, relations: dict[str, str]) -> BannerLine:
        """A table's row: its first cell at the left, its last at the right, what is between in the middle."""
        cells = []
        style = TextStyle()
        for cell in row.iter(f"{W}tc"):
            found = [self._paragraph(one, relations) for one in cell.iter(f"{W}p")]
            style = found[0].style if found else style
            places = [place for line in found for place in (line.left, line.centre, line.right)]
            text = "  ".join(place.text for place in places if place.text)
            cells.append(Place(text, tuple(picture for place in places for picture in place.pictures)))
        cells += [Place()] * (2 - len(cells))
        middle = cells[1:-1]
        centre = Place(
            "  ".join(one.text for one in middle if one.text), tuple(p for one in middle for p in one.pictures)
        )
        return BannerLine(cells[0], centre, cells[-1], style)

    def _places(self, paragraph: etree._Element, relations: dict[str, str]) -> list[Place]:
        """What stands between the paragraph's tab stops."""
        places = [Place()]
        code, hidden = "", False
        for node in _visible(paragraph):
            if node.tag == f"{W}fldChar":
                kind = node.get(f"{W}fldCharType")
                code = "" if kind == "begin" else code
                found = _number(code)
                if kind == "separate" and found:
                    places[-1] = replace(places[-1], text=places[-1].text + found)
                hidden = kind in {"begin"} or (kind == "separate" and bool(found))
            elif node.tag == f"{W}instrText":
                code += node.text or ""
            elif node.tag == f"{W}fldSimple" and _number(node.get(f"{W}instr", "")):
                places[-1] = replace(places[-1], text=places[-1].text + _number(node.get(f"{W}instr", "")))
            elif node.tag == f"{W}tab" and not hidden:
                places.append(Place())
            elif node.tag == f"{W}t" and not hidden and not _in_number(node):
                places[-1] = replace(places[-1], text=places[-1].text + (node.text or ""))
            elif node.tag == f"{A}blip":
                pictures = self._picture(node, relations)
                places[-1] = replace(places[-1], pictures=(*places[-1].pictures, *pictures))
        return places

    def _picture(self, blip: etree._Element, relations: dict[str, str]) -> list[Picture]:
        name = relations.get(blip.get(f"{R}embed", ""), "")
        holder = next(blip.iterancestors(f"{WP}inline", f"{WP}anchor"), None)
        extent = holder.find(f"{WP}extent") if holder is not None else None
        if extent is None or name not in self.parts:
            return []
        width, height = (_whole(extent.get(side, "")) / EMU for side in ("cx", "cy"))
        return [Picture(self.parts[name], width, height)] if width > 0 and height > 0 else []


def _visible(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The nodes in order, without what stands in for newer markup."""
    for node in paragraph.iter(
        *(f"{W}{name}" for name in ("t", "tab", "fldChar", "instrText", "fldSimple")), f"{A}blip"
    ):
        stop = node.tag == f"{W}tab" and next(node.iterancestors(f"{W}tabs"), None) is not None
        if not stop and next(node.iterancestors(_FALLBACK), None) is None:
            yield node


def _number(code: str) -> str:
    found = _FIELD.match(code)
    if found is None:
        return ""
    return PAGE if found[1].upper() == "PAGE" else PAGES


def _in_number(node: etree._Element) -> bool:
    """Is this the old value of a simple field for a page number?"""
    holder = next(node.iterancestors(f"{W}fldSimple"), None)
    return holder is not None and bool(_number(holder.get(f"{W}instr", "")))


def _by_alignment(place: Place, alignment: str) -> tuple[Place, Place, Place]:
    nothing = Place()
    if alignment == "center":
        return nothing, place, nothing
    return (nothing, nothing, place) if alignment in {"right", "end"} else (place, nothing, nothing)


def _one_stop_at_right(paragraph: etree._Element) -> bool:
    stops = [stop.get(f"{W}val") for stop in paragraph.iterfind(f"{W}pPr/{W}tabs/{W}tab")]
    return [stop for stop in stops if stop != "clear"] == ["right"]


def _main_name(relations: etree._Element) -> str:
    found = [one for one in relations if one.get("Type", "").endswith("/officeDocument")]
    return _absolute("", found[0].get("Target", ""))


def _absolute(folder: str, target: str) -> str:
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))


def _whole(text: str) -> int:
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 12 else 0


def _twips(node: etree._Element | None, name: str, otherwise: float) -> float:
    value = _whole(node.get(f"{W}{name}", "")) if node is not None else 0
    return abs(value) / TWIPS if value else otherwise


def _sizes(section: etree._Element) -> Sizes:
    """The page in points; margins that would leave no room for text are made smaller."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width = min(max(_twips(size, "w", 595.3), 200.0), 2400.0)
    height = min(max(_twips(size, "h", 841.9), 200.0), 2400.0)
    gutter = _twips(margins, "gutter", 0.0)
    left = min(_twips(margins, "left", 72.0) + gutter, width * 0.35)
    right = min(_twips(margins, "right", 72.0), width * 0.35)
    top, bottom = (min(_twips(margins, side, 72.0), height * 0.3) for side in ("top", "bottom"))
    return Sizes(width, height, left, width - left - right, top, bottom)
