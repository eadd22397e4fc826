"""The structure tree while it grows: what a screen reader will read, in which order and as what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Marked:
    """Marked content on a page: where an element's characters are."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link annotation, by its place in its page's list."""

    page: int
    number: int


class Element:
    """One element. `tag` is a standard structure type of ISO 32000-1, 14.8.4.

    An element stands under its parent in the order of making; an `inline` one in the order of drawing, so that it
    comes after the text before it. `box` is where a figure stands: left, bottom, right, top.
    """

    __slots__ = (
        "_attached",
        "alt",
        "box",
        "identifier",
        "kids",
        "language",
        "list_numbering",
        "parent",
        "scope",
        "span",
        "spoken",
        "summary",
        "tag",
    )

    def __init__(self, tag: str, parent: Element | None = None, inline: bool = False) -> None:
        self.tag = tag
        self.parent = parent
        self.kids: list[Kid] = []
        self.summary = ""
        self.alt = ""
        self.box: tuple[float, ...] = ()
        self.identifier = ""
        self.language = ""
        self.spoken = ""
        self.scope = ""
        self.span = 1
        self.list_numbering = ""
        self._attached = not inline
        if parent is not None and not inline:
            parent.kids.append(self)

    def place(self) -> None:
        """Puts an inline element behind what its parent has so far, once."""
        if not self._attached and self.parent is not None:
            self._attached = True
            self.parent.place()
            self.parent.kids.append(self)

    def add(self, kid: Marked | Annotation) -> None:
        self.place()
        self.kids.append(kid)


Kid: TypeAlias = Element | Marked | Annotation


def level_headings(root: Element) -> None:
    """Makes the first heading H1 and lets none be more than one level below the heading before it (14289-1, 7.4.2)."""
    last = 0
    for kid in root.kids:
        if isinstance(kid, Element) and len(kid.tag) == 2 and kid.tag[0] == "H" and kid.tag[1].isdigit():
            last = min(int(kid.tag[1]), last + 1)
            kid.tag = f"H{last}"
