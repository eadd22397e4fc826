"""The lines of a PDF's pages: their text and where they stand, through pypdfium2."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

# pdfium puts one of these for a hyphen at the end of a line, and no line end behind it.
_LINE_END_HYPHEN: Final = "\ufffe\x02"
_PIECE = re.compile(rf"[^\r\n{_LINE_END_HYPHEN}]+[{_LINE_END_HYPHEN}]?")
# Bullets that Word and others take from Wingdings and Symbol; elsewhere private-use characters mean nothing.
_PRIVATE_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC, 0xF06C, 0xF06E, 0xF0A8, 0xF071), "•")
_PRIVATE = {code: _PRIVATE_BULLETS.get(code) for code in range(0xE000, 0xF900)}
_BOLD = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FONT_NAME_LENGTH = 128


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page. Lengths in points from the lower left corner of the visible page, after its rotation.

    `size` is the height of the font's own box, `hyphen` tells that pdfium saw a word divided at the end.
    """

    page: int
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    hyphen: bool
    page_height: float

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class _View:
    """How page coordinates become upright ones with their origin in the corner of what is shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def height(self) -> float:
        return self.right - self.left if self.rotation in {90, 270} else self.top - self.bottom

    def upright(self, box: _Box) -> _Box:
        if self.rotation == 90:
            return _Box(box.bottom - self.bottom, box.top - self.bottom, self.right - box.right, self.right - box.left)
        if self.rotation == 180:
            return _Box(self.right - box.right, self.right - box.left, self.top - box.top, self.top - box.bottom)
        if self.rotation == 270:
            return _Box(self.top - box.top, self.top - box.bottom, box.left - self.left, box.right - self.left)
        return _Box(box.left - self.left, box.right - self.left, box.bottom - self.bottom, box.top - self.bottom)


def page_lines(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    """The lines of a page in the order of the file, which is the order of reading in nearly all of them."""
    left, bottom, right, top = page.get_cropbox()
    view = _View(left, bottom, right, top, page.get_rotation())
    textpage = page.get_textpage()
    try:
        return list(_lines(textpage, number, view))
    finally:
        textpage.close()


def _lines(textpage: pypdfium2.PdfTextPage, number: int, view: _View) -> Iterator[Line]:
    text = textpage.get_text_range()
    count = textpage.count_chars()
    plain = len(text) == count
    for found in _PIECE.finditer(text):
        piece = found.group()
        hyphen = piece[-1] in _LINE_END_HYPHEN
        body = piece.rstrip(_LINE_END_HYPHEN)
        if not body.strip():
            continue
        first = found.start() + len(body) - len(body.lstrip())
        last = found.start() + len(body.rstrip()) - 1
        indexes = [
            index if plain else pdfium.FPDFText_GetCharIndexFromTextIndex(textpage, index)
            for index in (first, (first + last) // 2, last)
        ]
        boxes = [box for box in (_box(textpage, index, view) for index in indexes if 0 <= index < count) if box]
        if not boxes:
            continue
        yield Line(
            page=number,
            text=body.translate(_PRIVATE) + ("-" if hyphen else ""),
            left=min(box.left for box in boxes),
            right=max(box.right for box in boxes),
            bottom=min(box.bottom for box in boxes),
            top=max(box.top for box in boxes),
            size=max(box.top - box.bottom for box in boxes),
            bold=_bold(textpage, indexes[0]) and _bold(textpage, indexes[-1]),
            hyphen=hyphen,
            page_height=view.height,
        )


def _box(textpage: pypdfium2.PdfTextPage, index: int, view: _View) -> _Box | None:
    """The font's box around a character: as high for "a" as for "A", so lines and sizes compare."""
    rectangle = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(textpage, index, rectangle):
        return None
    return view.upright(_Box(rectangle.left, rectangle.right, rectangle.bottom, rectangle.top))


def _bold(textpage: pypdfium2.PdfTextPage, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(textpage, index) >= 600:
        return True
    name = ctypes.create_string_buffer(_FONT_NAME_LENGTH)
    length = pdfium.FPDFText_GetFontInfo(textpage, index, name, _FONT_NAME_LENGTH, None)
    return 0 < length <= _FONT_NAME_LENGTH and _BOLD.search(name.value) is not None
