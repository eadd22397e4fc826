"""Draws slabs on reportlab's canvas: text, boxes, links, named places, and the marks the structure tree points to."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from briefing.writers.pdf.codes import Codes
from briefing.writers.pdf.lines import Part
from briefing.writers.pdf.shaping import GlyphRun, Sign
from briefing.writers.pdf.slabs import Dot, Drawing, Form, Outline, Placed, Set, Slab
from briefing.writers.pdf.styles import Sizes, rgb
from briefing.writers.pdf.tree import Annotation, Element, Marked

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: `target` is "#anchor" or an address, `hint` says in words where it leads."""

    left: float
    bottom: float
    right: float
    top: float
    target: str
    hint: str


@dataclass(frozen=True, slots=True)
class Place:
    """A named place: page from 0, and how far up the page's foot it is."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class _Lettering:
    """A font at a size."""

    face: str
    size: float


@dataclass(frozen=True, slots=True)
class _Corner:
    """A corner of a dot, as parts of its radius."""

    x: float
    y: float


_CORNERS = MappingProxyType(
    {
        Form.SQUARE: (_Corner(-0.88, -0.88), _Corner(0.88, -0.88), _Corner(0.88, 0.88), _Corner(-0.88, 0.88)),
        Form.DIAMOND: (_Corner(0, -1.25), _Corner(1.25, 0), _Corner(0, 1.25), _Corner(-1.25, 0)),
        Form.TRIANGLE: (_Corner(-1.05, -0.85), _Corner(1.05, -0.85), _Corner(0, 1.1)),
    }
)


class Pen:
    """One document's drawing. What the finisher needs is kept: the pages' packed contents, marks and links by page,
    places, outline, and `shaped`, the signs used of each shaped font with their numbers.
    """

    def __init__(self, canvas: Canvas, sizes: Sizes, anchors: frozenset[str]) -> None:
        self.canvas = canvas
        self.sizes = sizes
        self.anchors = anchors
        self.marked: list[list[Element]] = [[]]
        self.links: list[list[Link]] = [[]]
        self.places: dict[str, Place] = {}
        self.outline: list[Outline] = []
        self.shaped: dict[str, dict[Sign, int]] = {}
        self._open: Element | None = None
        self._artifact = False
        self._colour = ""
        self._font: _Lettering | None = None
        self._codes: dict[_Lettering, Codes] = {}
        self._put = canvas.addLiteral
        self.contents: list[bytes] = []

    # -- marks

    def begin_artifact(self, kind: str = "") -> None:
        """From here on it is decoration (`kind` "Header" or "Footer": a running head)."""
        self.close()
        tag = f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC" if kind else "/Artifact <</Type /Layout>> BDC"
        self._put(tag)
        self._artifact = True

    def begin(self, element: Element) -> None:
        """From here on it is the element's content."""
        if self._open is element:
            return
        self.close()
        number = len(self.marked[-1])
        self.marked[-1].append(element)
        element.add(Marked(len(self.marked) - 1, number))
        spoken = ""
        if element.spoken:
            spoken = f" /ActualText <FEFF{element.spoken.encode('utf-16-be').hex().upper()}>"
        self._put(f"/{element.tag} <</MCID {number}{spoken}>> BDC")
        self._open = element

    def close(self) -> None:
        if self._open is not None or self._artifact:
            self._put("EMC")
        self._open, self._artifact = None, False

    # -- drawing

    def colour(self, value: str) -> None:
        if value != self._colour:
            self._put("{:.4g} {:.4g} {:.4g} rg".format(*rgb(value)))
            self._colour = value

    def text(self, part: Part, x: float, y: float) -> None:
        """Draws a part at the page's x and y."""
        self.colour(part.stretch.look.colour)
        look = part.stretch.look
        if part.run is not None:
            self.glyphs(part, part.run, x, y + look.rise)
            return
        key = _Lettering(part.face.name, look.size)
        codes = self._codes.get(key)
        if codes is None:
            codes = self._codes[key] = Codes(self.canvas, part.face, look.size)
        font, self._font = ("" if key == self._font else f"{codes.select} "), key
        self._put(f"BT {font}1 0 0 1 {x:.2f} {y + look.rise:.2f} Tm ({part.text.translate(codes)}) Tj ET")

    def glyphs(self, part: Part, run: GlyphRun, x: float, y: float) -> None:
        """Draws shaped text glyph by glyph in the order of reading; the finisher puts the font into the file."""
        size, self._font = part.stretch.look.size, None
        used = self.shaped.setdefault(part.face.name, {})
        code = [f"BT /{part.face.name} {size:g} Tf"]
        for glyph in run.glyphs:
            number = used.setdefault(Sign(glyph.number, glyph.text), len(used) + 1)
            left, bottom = x + glyph.x * size / 1000, y + glyph.y * size / 1000
            code.append(f"1 0 0 1 {left:.2f} {bottom:.2f} Tm <{number:04X}> Tj")
        self._put(" ".join([*code, "ET"]))

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.colour(colour)
        self._put(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def link(self, part: Part, x: float, y: float) -> None:
        """Makes the part a link, when there is such a place."""
        stretch = part.stretch
        if stretch.link.startswith("#") and stretch.link[1:] not in self.anchors:
            return
        size = stretch.look.size
        stretch.element.add(Annotation(len(self.links) - 1, len(self.links[-1])))
        hint = stretch.hint or part.text
        self.links[-1].append(Link(x, y - 0.28 * size, x + part.width, y + 0.92 * size, stretch.link, hint))

    def name(self, anchor: str, top: float) -> None:
        """Names the place; of two with one name the first has it."""
        self.places.setdefault(anchor, Place(len(self.marked) - 1, top + 4))

    # -- slabs

    def slab(self, one: Set, top: float) -> None:
        """Draws a slab whose top is at the page's `top`."""
        slab, left = one.slab, self.sizes.left
        if slab.boxes:
            self.begin_artifact()
            for box in slab.boxes:
                self.box(left + box.x, top - box.top - box.height, box.width, box.height, box.colour)
            self.close()
        if one.again:
            self.begin_artifact()
        else:
            self._places(slab, top)
        if slab.drawing is not None:
            self._draw(slab.drawing, slab.height, left, top)
        for placed in slab.lines:
            self._line(placed, left, top, one.again)
        if one.again:
            self.close()

    def _draw(self, drawing: Drawing, height: float, left: float, top: float) -> None:
        """Draws a figure's shapes; its text is drawn as any other and is the figure's own, too."""
        drawing.element.box = (left, top - height, left + self.sizes.width, top)
        self.begin(drawing.element)
        for shape in drawing.shapes:
            if isinstance(shape, Dot):
                self._dot(shape, left + shape.x, top - shape.top)
            else:
                self.canvas.setStrokeColorRGB(*rgb(shape.colour))
                self.canvas.setLineWidth(shape.width)
                self.canvas.line(left + shape.x, top - shape.top, left + shape.end_x, top - shape.end_top)

    def _dot(self, dot: Dot, x: float, y: float) -> None:
        self.colour("#ffffff" if dot.hollow else dot.colour)
        self.canvas.setStrokeColorRGB(*rgb(dot.colour))
        self.canvas.setLineWidth(1.1)
        if dot.form is Form.CIRCLE:
            self.canvas.circle(x, y, dot.radius, stroke=1, fill=1)
            return
        path = self.canvas.beginPath()
        corners = _CORNERS[dot.form]
        path.moveTo(x + corners[0].x * dot.radius, y + corners[0].y * dot.radius)
        for corner in corners[1:]:
            path.lineTo(x + corner.x * dot.radius, y + corner.y * dot.radius)
        path.close()
        self.canvas.drawPath(path, stroke=1, fill=1)

    def _places(self, slab: Slab, top: float) -> None:
        for anchor in slab.anchors:
            self.name(anchor, top)
        if slab.outline is not None:
            self.outline.append(slab.outline)

    def _line(self, placed: Placed, left: float, top: float, artifact: bool) -> None:
        y = top - placed.baseline
        for part in placed.line.parts:
            x = left + placed.x + part.x
            if not artifact:
                self.begin(_element(part))
            self.text(part, x, y)
            if part.stretch.link and not artifact:
                self.link(part, x, y + part.stretch.look.rise)
            if part.stretch.note is not None and not artifact:
                part.stretch.note.element.place()

    def end_page(self) -> None:
        """Ends the page. Its contents are kept packed, not in reportlab's file, which would hold all pages in full."""
        self.close()
        self.contents.append(zlib.compress(self.canvas.getCurrentPageContent().encode("latin-1")))
        canvas: Any = self.canvas
        canvas._code.clear()
        canvas.showPage()
        self.marked.append([])
        self.links.append([])
        self._colour, self._font = "", None


def _element(part: Part) -> Element:
    """The part's element, or one of its own below it when what it draws does not tell its text."""
    if not part.spoken:
        return part.stretch.element
    own = Element("Span", part.stretch.element, inline=True)
    own.spoken = part.spoken
    return own
