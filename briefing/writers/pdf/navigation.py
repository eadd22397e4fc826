"""Ways through the file: links, named places, and the outline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.writers.pdf.fonts import printed
from briefing.writers.pdf.pen import Link, Pen
from briefing.writers.pdf.serial import text_string

if TYPE_CHECKING:
    from pikepdf import OutlineItem, Pdf


def link_text(link: Link, parent: int) -> str:
    """A link annotation as the format writes it; `parent` is its key in the tree of parents."""
    sides = " ".join(f"{side:.2f}" for side in (link.left, link.bottom, link.right, link.top))
    if link.target.startswith("#"):
        target = f"/Dest{text_string(destination(link.target[1:]))}"
    else:
        target = f"/A<</Type/Action/S/URI/URI{text_string(_ascii(link.target))}>>"
    said = text_string(printed(link.hint))
    return f"<</Type/Annot/Subtype/Link/Rect[{sides}]/Border[0 0 0]/F 4/Contents{said}/StructParent {parent}{target}>>"


def _ascii(address: str) -> str:
    """The address in ASCII, as the format wants it: other characters as per cent codes of their UTF-8 bytes."""
    return "".join(char if "!" <= char <= "~" else _coded(char) for char in address)


def _coded(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))


def destination(anchor: str) -> str:
    """The anchor as a name that is safe in a PDF: letters, digits, "-", ".", "_"; the rest as code points."""
    return "".join(
        char if char.isascii() and (char.isalnum() or char in "-._") else f"_{ord(char):x}_" for char in anchor
    )


def places_text(pen: Pen, pages: Sequence[int]) -> str:
    """The named places as one name tree (ISO 32000-1, 7.9.6: sorted by name); `pages` are the pages' object numbers."""
    found = sorted(((destination(anchor), place) for anchor, place in pen.places.items()), key=lambda pair: pair[0])
    names = (f"({name})[{pages[place.page]} 0 R/XYZ null {place.top:.2f} null]" for name, place in found)
    return f"<</Names[{' '.join(names)}]>>"


def add_outline(pdf: Pdf, pen: Pen) -> None:
    """The outline; a heading that skips a level stands one below the one before."""
    from pikepdf import OutlineItem, String

    if not pen.outline:
        return
    with pdf.open_outline() as outline:
        path: list[OutlineItem] = []
        for entry in pen.outline:
            del path[entry.level :]
            item = OutlineItem(printed(entry.title), String(destination(entry.anchor)))
            (path[-1].children if path else outline.root).append(item)
            path.append(item)
