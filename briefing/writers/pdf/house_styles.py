"""The text styles of a Word file: fonts, sizes and colours, with what styles take from those they are based on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.model import Style
from briefing.writers.pdf.fonts import family_for
from briefing.writers.pdf.styles import INK, Kind, Sheet, sheet

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_COLOUR = re.compile(r"[0-9a-fA-F]{6}")
_OFF = frozenset(["0", "false", "off"])
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class TextStyle:
    """What is known of a text's look; size 0, font "" and colour "" are unknown."""

    font: str = ""
    size: float = 0.0
    colour: str = ""
    bold: bool | None = None
    italic: bool | None = None

    def over(self, other: TextStyle) -> TextStyle:
        """The same style, with what it leaves open from the other."""
        return TextStyle(
            self.font or other.font,
            self.size or other.size,
            self.colour or other.colour,
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
        )


@dataclass(frozen=True, slots=True)
class HouseStyles:
    """The styles by id, their ids by name, and what every paragraph begins with."""

    nodes: Mapping[str, etree._Element]
    ids: Mapping[str, str]
    fonts: Mapping[str, str]
    base: TextStyle
    own: Style

    @classmethod
    def read(cls, styles: etree._Element | None, theme: etree._Element | None, own: Style) -> HouseStyles:
        nodes = {one.get(f"{W}styleId", ""): one for one in styles.iter(f"{W}style")} if styles is not None else {}
        ids = {_name(one).casefold(): key for key, one in nodes.items() if one.get(f"{W}type") == "paragraph"}
        fonts = _theme_fonts(theme)
        default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if styles is not None else None
        return cls(nodes, ids, fonts, _read(default, fonts), own)

    def named(self, name: str) -> TextStyle:
        """The style of that name ("heading 1"), or the plain one."""
        return self._of(self.ids.get(name.casefold(), ""))

    def _of(self, key: str) -> TextStyle:
        found = TextStyle()
        for node in self._chain(key):
            found = found.over(_read(node.find(f"{W}rPr"), self.fonts))
        return found.over(self.base)

    def _chain(self, key: str) -> Iterator[etree._Element]:
        """The style and those it is based on."""
        for _ in range(DEEPEST):
            node = self.nodes.get(key)
            if node is None:
                return
            yield node
            based = node.find(f"{W}basedOn")
            key = based.get(f"{W}val", "") if based is not None else ""

    def of_paragraph(self, paragraph: etree._Element) -> TextStyle:
        """The look of the paragraph's first words."""
        runs = [run.find(f"{W}rPr") for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]
        own = _read(runs[0], self.fonts) if runs else TextStyle()
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return own.over(self._of(style.get(f"{W}val", "") if style is not None else self.ids.get("normal", "")))

    def alignment(self, paragraph: etree._Element) -> str:
        own = paragraph.find(f"{W}pPr/{W}jc")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if own is not None:
            return own.get(f"{W}val", "")
        for node in self._chain(style.get(f"{W}val", "") if style is not None else ""):
            found = node.find(f"{W}pPr/{W}jc")
            if found is not None:
                return found.get(f"{W}val", "")
        return ""

    def sheet(self) -> Sheet:
        """The PDF's styles in this look."""
        normal = self.named("normal")
        style = replace(self.own, font=normal.font or self.own.font, size=normal.size or self.own.size)
        heading = self.named("heading 1").colour
        if heading:
            style = replace(style, heading_colour=heading)
        plain = sheet(style)
        heads = [_kind(kind, self.named(f"heading {number}")) for number, kind in enumerate(plain.headings, 1)]
        return replace(plain, headings=tuple(heads), title=_kind(plain.title, self.named("title")))


def _kind(kind: Kind, style: TextStyle) -> Kind:
    """The kind in the style's size, colour and font."""
    size = min(max(style.size, 6.0), 40.0) if style.size else kind.look.size
    look = replace(
        kind.look,
        size=size,
        colour=style.colour or INK,
        bold=bool(style.bold),
        italic=bool(style.italic),
        family=family_for(style.font) if style.font else kind.look.family,
    )
    return Kind(look, round(kind.leading * size / kind.look.size, 2), kind.above)


def _name(node: etree._Element) -> str:
    name = node.find(f"{W}name")
    return name.get(f"{W}val", "") if name is not None else ""


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """The theme's two fonts, by the beginnings of the names that styles call them by."""
    if theme is None:
        return {}
    found = {}
    for kind in ("major", "minor"):
        latin = theme.find(f".//{A}{kind}Font/{A}latin")
        found[kind] = latin.get("typeface", "") if latin is not None else ""
    return found


def _read(properties: etree._Element | None, fonts: Mapping[str, str]) -> TextStyle:
    if properties is None:
        return TextStyle()
    face, size, colour = (properties.find(f"{W}{name}") for name in ("rFonts", "sz", "color"))
    themed = (face.get(f"{W}asciiTheme", "") if face is not None else "")[:5]
    font = fonts.get(themed, "") or (face.get(f"{W}ascii", "") if face is not None else "")
    points = size.get(f"{W}val", "") if size is not None else ""
    ink = colour.get(f"{W}val", "") if colour is not None else ""
    return TextStyle(
        font,
        int(points) / 2 if points.isdecimal() and len(points) < 5 else 0.0,
        f"#{ink.lower()}" if _COLOUR.fullmatch(ink) else "",
        _flag(properties, "b"),
        _flag(properties, "i"),
    )


def _flag(properties: etree._Element, name: str) -> bool | None:
    node = properties.find(f"{W}{name}")
    return None if node is None else node.get(f"{W}val", "1") not in _OFF
