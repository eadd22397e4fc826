"""The running heads: marking, title, reference, date and page number, at the top and the foot of every page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from briefing.blocks import Document
from briefing.writers.pdf.banners import Banners, draw_banner, measured
from briefing.writers.pdf.house import House
from briefing.writers.pdf.lines import Line, Look, Stretch, break_lines
from briefing.writers.pdf.pen import Pen
from briefing.writers.pdf.slabs import NOTE_GAP, Page
from briefing.writers.pdf.styles import RULE, Kind, Sheet, Sizes
from briefing.writers.pdf.tree import Element

EDGE = 26.0
AIR = 14.0
MARKING_LINES = 3
SMALLEST = 5.5
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The text area: its top and bottom on page one and on the others, measured up from the page's foot."""

    first_top: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Running:
    """What is printed on every page, already in lines."""

    marking: tuple[Line, ...]
    marking_kind: Kind
    title: tuple[Line, ...]
    note: tuple[Line, ...]
    kind: Kind
    banners: Banners | None = None


_NOWHERE = Element("Artifact")


def running(document: Document, sheet: Sheet, sizes: Sizes) -> Running:
    marking, marking_kind = _marking(document.marking, sheet, sizes)
    note = "  ·  ".join(part for part in (document.reference, _worded(document)) if part)
    look = sheet.running.look
    return Running(
        marking=marking,
        marking_kind=marking_kind,
        title=_shortened(document.title, look, sizes.width),
        note=_shortened(note, look, sizes.width * 0.7),
        kind=sheet.running,
    )


def house_running(document: Document, sheet: Sheet, house: House) -> Running:
    """The house's own headers and footers; the marking is set beside them only where they do not show it."""
    banners = measured(house, sheet.running)
    own = running(document, sheet, house.sizes)
    texts = (house.header.text, house.footer.text, house.first_header.text, house.first_footer.text)
    marked = all(_squeezed(document.marking) in _squeezed(text) for text in texts)
    return Running((() if marked else own.marking), own.marking_kind, (), (), own.kind, banners)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _worded(document: Document) -> str:
    """The date in words in an English document, else as it is."""
    try:
        day = date.fromisoformat(document.date)
    except ValueError:
        return document.date
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if document.language.startswith("en") else document.date


def _marking(text: str, sheet: Sheet, sizes: Sizes) -> tuple[tuple[Line, ...], Kind]:
    """The marking in few lines: set smaller, if need be, and cut only when nothing else helps."""
    kind = sheet.running_marking
    if not text.strip():
        return (), kind
    while True:
        lines = break_lines([Stretch(text, kind.look, _NOWHERE)], sizes.width)
        if len(lines) <= MARKING_LINES:
            return lines, kind
        if kind.look.size <= SMALLEST:
            return lines[:MARKING_LINES], kind
        size = max(kind.look.size - 0.75, SMALLEST)
        kind = replace(kind, look=replace(kind.look, size=size), leading=size * 1.25)


def _shortened(text: str, look: Look, width: float) -> tuple[Line, ...]:
    """The text in one line, cut with "…" where it is longer (the whole of it is in the document's head)."""
    if not text.strip():
        return ()
    lines = break_lines([Stretch(text, look, _NOWHERE)], width)
    if len(lines) == 1:
        return lines
    kept = "".join(part.text for part in lines[0].parts).rstrip()
    while kept:
        shorter = break_lines([Stretch(kept + "…", look, _NOWHERE)], width)
        if len(shorter) == 1:
            return shorter
        kept = kept[:-1].rstrip()
    return ()


def frame(heads: Running, sizes: Sizes) -> Frame:
    """The text area that the margins and the running heads leave."""
    marking = len(heads.marking) * heads.marking_kind.leading
    if heads.banners is not None:
        return _house_frame(heads.banners, marking, sizes)
    first = max(sizes.top, EDGE + marking + AIR)
    other = max(sizes.top, EDGE + marking + heads.kind.leading * len(heads.title) + 4 + AIR)
    bottom = max(sizes.bottom, EDGE + marking + heads.kind.leading + 6 + AIR)
    return Frame(sizes.page_height - first, sizes.page_height - other, bottom)


def _house_frame(banners: Banners, marking: float, sizes: Sizes) -> Frame:
    """Headers and footers stand at their own distance from the edge, the marking between them and the text."""
    first, other = (
        max(sizes.top, strips.edge + strips.height + marking + AIR) for strips in (banners.first_header, banners.header)
    )
    foot = max(banners.first_footer.height, banners.footer.height)
    bottom = max(sizes.bottom, banners.footer.edge + foot + marking + AIR)
    return Frame(sizes.page_height - first, sizes.page_height - other, bottom)


def _draw_house(pen: Pen, heads: Running, banners: Banners, page: int, total: int) -> None:
    header = banners.first_header if page == 1 else banners.header
    footer = banners.first_footer if page == 1 else banners.footer
    pen.begin_artifact("Header")
    top = pen.sizes.page_height - header.edge
    draw_banner(pen, header, top, page, total)
    _centred(pen, heads, top - header.height)
    pen.begin_artifact("Footer")
    top = footer.edge + footer.height
    draw_banner(pen, footer, top, page, total)
    _centred(pen, heads, top + len(heads.marking) * heads.marking_kind.leading)
    pen.close()


def draw_running(pen: Pen, heads: Running, page: int, total: int) -> None:
    """The running heads of one page. The first page's header leaves the title out: it stands right below."""
    sizes = pen.sizes
    if heads.banners is not None:
        _draw_house(pen, heads, heads.banners, page, total)
        return
    pen.begin_artifact("Header")
    y = _centred(pen, heads, sizes.page_height - EDGE)
    if page > 1 and heads.title:
        y -= heads.kind.leading
        _line(pen, heads.title[0], sizes.left, y)
        pen.box(sizes.left, y - 4.5, sizes.width, 0.5, RULE)
    pen.begin_artifact("Footer")
    foot = EDGE + len(heads.marking) * heads.marking_kind.leading
    label = break_lines([Stretch(f"Page {page} of {total}", heads.kind.look, _NOWHERE)], sizes.width)[0]
    _line(pen, label, sizes.left + sizes.width - label.width, foot + 3)
    if heads.note:
        _line(pen, heads.note[0], sizes.left, foot + 3)
    pen.box(sizes.left, foot + heads.kind.leading + 2, sizes.width, 0.5, RULE)
    _centred(pen, heads, foot)
    pen.close()


def _centred(pen: Pen, heads: Running, top: float) -> float:
    """The marking, centred, downwards from `top`; returns where it ends."""
    for line in heads.marking:
        top -= heads.marking_kind.leading
        _line(pen, line, pen.sizes.left + (pen.sizes.width - line.width) / 2, top + 2)
    return top


def _line(pen: Pen, line: Line, x: float, y: float) -> None:
    for part in line.parts:
        pen.text(part, x + part.x, y)


def draw_page(pen: Pen, page: Page, top: float) -> None:
    """The body, then the notes under a short rule."""
    for one in page.body:
        pen.slab(one, top - one.y)
    if page.notes:
        pen.begin_artifact()
        pen.box(pen.sizes.left, top - page.notes[0].y + NOTE_GAP / 3, pen.sizes.width / 4, 0.5, RULE)
        pen.close()
    for one in page.notes:
        pen.slab(one, top - one.y)
