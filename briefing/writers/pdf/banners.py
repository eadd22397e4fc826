"""A house's headers and footers on the PDF's pages: text and pictures, as decoration that is not read aloud."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from briefing.writers.pdf.fonts import family_for
from briefing.writers.pdf.house import PAGE, PAGES, Banner, BannerLine, House, Picture, Place
from briefing.writers.pdf.house_styles import TextStyle
from briefing.writers.pdf.lines import Line, Look, Stretch, break_lines
from briefing.writers.pdf.styles import INK, Kind, Sizes
from briefing.writers.pdf.tree import Element

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

    from briefing.writers.pdf.pen import Pen

LEADING = 1.25
GAP = 6.0
MOST_PIXELS = 40_000_000
HIGHEST = 0.28
_NOWHERE = Element("Artifact")


@dataclass(frozen=True)
class Shown:
    """A picture that can be drawn, no larger than there is room."""

    picture: Picture
    width: float
    height: float

    @cached_property
    def reader(self) -> ImageReader | None:
        return _opened(self.picture.data)


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of a banner: what is drawn, how high it is."""

    line: BannerLine
    look: Look
    shown: tuple[tuple[Shown, ...], ...]
    height: float


@dataclass(frozen=True, slots=True)
class Strips:
    strips: tuple[Strip, ...]
    edge: float
    height: float


@dataclass(frozen=True, slots=True)
class Banners:
    """All banners of a house, measured for its page."""

    header: Strips
    footer: Strips
    first_header: Strips
    first_footer: Strips


def measured(house: House, running: Kind) -> Banners:
    """The banners with the height of each line; a picture that cannot be drawn is left out."""
    found = [
        _strips(banner, house.sizes, running)
        for banner in (house.header, house.footer, house.first_header, house.first_footer)
    ]
    return Banners(*found)


def _strips(banner: Banner, sizes: Sizes, running: Kind) -> Strips:
    strips = []
    for line in banner.lines:
        look = _look(line.style, running.look)
        places = (line.left, line.centre, line.right)
        shown = tuple(tuple(_shown(picture, sizes) for picture in place.pictures) for place in places)
        shown = tuple(tuple(one for one in some if one.reader is not None) for some in shown)
        tallest = max((one.height for some in shown for one in some), default=0.0)
        words = [place for place in places if place.text.strip()]
        rows = max((len(_set(place, look, sizes.width / len(words), 1, 1)) for place in words), default=0)
        strips.append(Strip(line, look, shown, max(tallest, rows * look.size * LEADING)))
    while strips and not strips[-1].height:
        strips.pop()
    return Strips(tuple(strips), banner.edge, sum(strip.height for strip in strips))


def _look(style: TextStyle, running: Look) -> Look:
    return replace(
        running,
        size=min(max(style.size or running.size, 5.0), 28.0),
        colour=style.colour or INK,
        bold=bool(style.bold),
        italic=bool(style.italic),
        family=family_for(style.font) if style.font else running.family,
    )


def _shown(picture: Picture, sizes: Sizes) -> Shown:
    scale = min(1.0, sizes.width / picture.width, sizes.page_height * HIGHEST / picture.height)
    return Shown(picture, picture.width * scale, picture.height * scale)


def _opened(data: bytes) -> ImageReader | None:
    """The picture in plain RGB over white (PDF/A takes no other colours here), or None where it is no sound picture."""
    from PIL import Image, UnidentifiedImageError
    from reportlab.lib.utils import ImageReader

    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data)) as image:
            warnings.simplefilter("ignore")
            if not 0 < image.width * image.height <= MOST_PIXELS:
                return None
            layered = image.convert("RGBA")
        white = Image.new("RGBA", layered.size, "#ffffff")
        white.alpha_composite(layered)
        return ImageReader(white.convert("RGB"))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _set(place: Place, look: Look, width: float, page: int, total: int) -> tuple[Line, ...]:
    text = place.text.strip().replace(PAGE, str(page)).replace(PAGES, str(total))
    return break_lines([Stretch(text, look, _NOWHERE)], width) if text else ()


def draw_banner(pen: Pen, strips: Strips, top: float, page: int, total: int) -> None:
    """The banner downwards from `top`."""
    for strip in strips.strips:
        places = (strip.line.left, strip.line.centre, strip.line.right)
        words = sum(bool(place.text.strip()) for place in places)
        for share, place, shown in zip((0.0, 0.5, 1.0), places, strip.shown, strict=True):
            lines = _set(place, strip.look, pen.sizes.width / max(words, 1), page, total)
            _place(pen, strip, share, lines, shown, top)
        top -= strip.height


def _place(pen: Pen, strip: Strip, share: float, lines: tuple[Line, ...], shown: tuple[Shown, ...], top: float) -> None:
    """Pictures, then the text beside them, at the left (0), in the middle (0.5) or at the right (1)."""
    pictures = sum(one.width + GAP for one in shown)
    widest = max((line.width for line in lines), default=-GAP if shown else 0.0)
    x = pen.sizes.left + max(pen.sizes.width - pictures - widest, 0.0) * share
    for one in shown:
        if one.reader is not None:
            pen.canvas.drawImage(one.reader, x, top - one.height, one.width, one.height)
        x += one.width + GAP
    for number, line in enumerate(lines):
        y = top - number * strip.look.size * LEADING - strip.look.size
        for part in line.parts:
            pen.text(part, x + (widest - line.width) * share + part.x, y)
