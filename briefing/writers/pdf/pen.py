"""Draws slabs on reportlab's canvas: text, boxes, links, named places, and the marks the structure tree points to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.writers.pdf.lines import Part
from briefing.writers.pdf.slabs import Outline, Placed, Set, Slab
from briefing.writers.pdf.styles import Sizes, rgb
from briefing.writers.pdf.tree import Annotation, Element, Marked

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Link:
    """A link annotation: the element it belongs to, and where it leads in words."""

    element: Element
    hint: str


class Pen:
    """One document's drawing. `marked` and `links` hold, page by page, what the finisher needs."""

    def __init__(self, canvas: Canvas, sizes: Sizes, anchors: frozenset[str]) -> None:
        self.canvas = canvas
        self.sizes = sizes
        self.anchors = anchors
        self.marked: list[list[Element]] = [[]]
        self.links: list[list[Link]] = [[]]
        self._open: Element | None = None
        self._artifact = False
        self._colour = ""
        self._named: set[str] = set()
        self._level = -1

    # -- marks

    def begin_artifact(self, kind: str = "") -> None:
        """From here on it is decoration (`kind` "Header" or "Footer": a running head)."""
        self.close()
        tag = f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC" if kind else "/Artifact <</Type /Layout>> BDC"
        self.canvas.addLiteral(tag)
        self._artifact = True

    def begin(self, element: Element) -> None:
        """From here on it is the element's content."""
        if self._open is element:
            return
        self.close()
        number = len(self.marked[-1])
        self.marked[-1].append(element)
        element.add(Marked(len(self.marked) - 1, number))
        self.canvas.addLiteral(f"/{element.tag} <</MCID {number}>> BDC")
        self._open = element

    def close(self) -> None:
        if self._open is not None or self._artifact:
            self.canvas.addLiteral("EMC")
        self._open, self._artifact = None, False

    # -- drawing

    def colour(self, value: str) -> None:
        if value != self._colour:
            self.canvas.setFillColorRGB(*rgb(value))
            self._colour = value

    def text(self, part: Part, x: float, y: float) -> None:
        """Draws a part at the page's x and y."""
        self.colour(part.stretch.look.colour)
        self.canvas.setFont(part.face.name, part.stretch.look.size)
        self.canvas.drawString(x, y, part.text)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.colour(colour)
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def link(self, part: Part, x: float, y: float) -> None:
        """Makes the part a link, when there is such a place."""
        stretch = part.stretch
        size = stretch.look.size
        rectangle = (x, y - 0.28 * size, x + part.width, y + 0.92 * size)
        if stretch.link.startswith("#"):
            if stretch.link[1:] not in self.anchors:
                return
            self.canvas.linkRect("", destination(stretch.link[1:]), rectangle, thickness=0)
        else:
            self.canvas.linkURL(stretch.link, rectangle, thickness=0)
        stretch.element.add(Annotation(len(self.links) - 1, len(self.links[-1])))
        self.links[-1].append(Link(stretch.element, stretch.hint or part.text))

    def name(self, anchor: str, top: float) -> None:
        if anchor not in self._named:
            self._named.add(anchor)
            self.canvas.bookmarkPage(destination(anchor), fit="XYZ", left=0, top=top + 4, zoom=0)

    def outline(self, entry: Outline) -> None:
        """Adds an outline entry; a level may be only one deeper than the one before."""
        self._level = min(entry.level, self._level + 1)
        title = entry.title.encode("utf-8", "replace").decode("utf-8")
        self.canvas.addOutlineEntry(title, destination(entry.anchor), self._level, closed=False)

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
        for placed in slab.lines:
            self._line(placed, left, top, one.again)
        if one.again:
            self.close()

    def _places(self, slab: Slab, top: float) -> None:
        for anchor in slab.anchors:
            self.name(anchor, top)
        if slab.outline is not None:
            self.outline(slab.outline)

    def _line(self, placed: Placed, left: float, top: float, artifact: bool) -> None:
        y = top - placed.baseline
        for part in placed.line.parts:
            x = left + placed.x + part.x
            if not artifact:
                self.begin(part.stretch.element)
            self.text(part, x, y)
            if part.stretch.link and not artifact:
                self.link(part, x, y)

    def end_page(self) -> None:
        self.close()
        self.canvas.showPage()
        self.marked.append([])
        self.links.append([])
        self._colour = ""


def destination(anchor: str) -> str:
    """The anchor as a name that is safe in a PDF: letters, digits, "-", ".", "_"; the rest as code points."""
    return "".join(
        char if char.isascii() and (char.isalnum() or char in "-._") else f"_{ord(char):x}_" for char in anchor
    )
