"""The look of every kind of text, from the template's style, and the page's measures in points."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.model import PageSetup, Style
from briefing.writers.pdf.fonts import family_for
from briefing.writers.pdf.lines import Look

MILLIMETRE = 72 / 25.4
INK = "#1a1a1a"
GREY = "#5a5a5a"
RULE = "#b5bcc6"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def colour(value: str, otherwise: str) -> str:
    return value.lower() if _COLOUR.fullmatch(value) else otherwise


@lru_cache(maxsize=256)
def rgb(value: str) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1."""
    return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255


def tinted(value: str, share: float) -> str:
    """The colour, mixed with white so that `share` of it is left."""
    return "#" + "".join(f"{round(255 - (1 - part) * 255 * share):02x}" for part in rgb(value))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paragraph: look, line distance, space above and between lines' ends and margins."""

    look: Look
    leading: float
    above: float = 0.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """All kinds, made from one size and three colours."""

    body: Kind
    title: Kind
    marking: Kind
    fact: Kind
    headings: tuple[Kind, ...]
    notice: Kind
    cell: Kind
    cell_head: Kind
    caption: Kind
    entry: Kind
    note: Kind
    running: Kind
    running_marking: Kind
    accent: str
    head_fill: str
    tint: str


def sheet(style: Style) -> Sheet:
    size = min(max(style.size, 6.0), 24.0)
    family = family_for(style.font)
    heading, accent = colour(style.heading_colour, "#1f3a5f"), colour(style.accent_colour, "#1f3a5f")

    def kind(scale: float, above: float = 0.0, ink: str = INK, bold: bool = False, spread: float = 1.42) -> Kind:
        points = round(size * scale, 2)
        return Kind(Look(points, ink, bold, family=family), round(points * spread, 2), round(size * above, 2))

    body = kind(1.0, 0.55)
    notice = kind(0.95, 0.55, GREY)
    return Sheet(
        body=body,
        title=kind(2.0, 0.2, heading, bold=True, spread=1.22),
        marking=kind(1.05, 0.5, INK, bold=True),
        fact=kind(0.95, 0.2),
        headings=(
            kind(1.4, 1.7, heading, bold=True, spread=1.25),
            kind(1.16, 1.2, heading, bold=True, spread=1.25),
            kind(1.0, 0.9, heading, bold=True, spread=1.3),
        ),
        notice=Kind(replace(notice.look, italic=True), notice.leading, notice.above),
        cell=kind(0.86, spread=1.36),
        cell_head=kind(0.86, ink=INK, bold=True, spread=1.36),
        caption=kind(0.9, 1.1, INK, bold=True, spread=1.35),
        entry=kind(0.92, 0.45, spread=1.38),
        note=kind(0.8, spread=1.32),
        running=kind(0.76, ink=GREY, spread=1.3),
        running_marking=kind(0.86, ink=INK, bold=True, spread=1.25),
        accent=accent,
        head_fill=colour(style.table_header_colour, "#e8edf3"),
        tint=tinted(accent, 0.07),
    )


@dataclass(frozen=True, slots=True)
class Sizes:
    """The page in points. `left` and `width` are the text area's."""

    page_width: float
    page_height: float
    left: float
    width: float
    top: float
    bottom: float


def sizes(page: PageSetup) -> Sizes:
    """The page's measures; margins that would leave no room for text are made smaller."""
    from reportlab.lib import pagesizes

    known = {"A3": pagesizes.A3, "A4": pagesizes.A4, "A5": pagesizes.A5}
    known |= {"LETTER": pagesizes.LETTER, "LEGAL": pagesizes.LEGAL}
    width, height = known.get(page.size.strip().upper(), pagesizes.A4)
    left, right = (min(max(side * MILLIMETRE, 0), width * 0.35) for side in (page.left, page.right))
    top, bottom = (min(max(side * MILLIMETRE, 0), height * 0.3) for side in (page.top, page.bottom))
    return Sizes(width, height, left, width - left - right, top, bottom)
