"""What the paragraph styles of a Word file mean: headings, lists, titles, tables of contents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from briefing.readers.word_package import W

# Built-in names are English in the file whatever the language of the program that wrote it (ECMA-376, 17.7.4.9).
_HEADING_NAME = re.compile(r"heading ?([1-9])$")
_LIST_NAME = re.compile(r"list (?:bullet|number)(?: ?\d)?$")
_CONTENTS_NAME = re.compile(r"(?:toc ?\d|toc heading|table of (?:figures|authorities)|index ?\d)$")
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """`level` is a heading's level from 1, else 0; `contents` marks a line of a table of contents."""

    level: int = 0
    listed: bool = False
    title: bool = False
    contents: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    based_on: str
    outline: int | None
    numbered: bool


PLAIN = ParagraphStyle()


def value(element: etree._Element | None, path: str) -> str | None:
    """The `w:val` of the element at `path` below `element`, or None where either is missing."""
    found = None if element is None else element.find(path)
    return None if found is None else found.get(W + "val", "")


def whole(stated: str | None) -> int | None:
    """The number, or None when it is none."""
    try:
        return None if stated is None else int(stated)
    except ValueError:
        return None


def paragraph_styles(root: etree._Element | None) -> Mapping[str, ParagraphStyle]:
    """The meaning of each paragraph style, by style id."""
    entries: dict[str, _Entry] = {}
    for style in () if root is None else root.iter(W + "style"):
        if style.get(W + "type", "paragraph") == "paragraph":
            properties = style.find(W + "pPr")
            entries[style.get(W + "styleId", "")] = _Entry(
                name=(value(style, W + "name") or "").lower(),
                based_on=value(style, W + "basedOn") or "",
                outline=whole(value(properties, W + "outlineLvl")),
                numbered=(value(properties, f"{W}numPr/{W}numId") or "0") != "0",
            )
    return {key: _resolve(key, entries) for key in entries}


def _resolve(key: str, entries: Mapping[str, _Entry]) -> ParagraphStyle:
    """The style with what it inherits; what stands nearest wins. A chain that bites its tail ends there."""
    level: int | None = None
    listed = title = contents = False
    seen: set[str] = set()
    while key in entries and key not in seen:
        seen.add(key)
        entry = entries[key]
        if level is None:
            level = _level(entry)
        listed = listed or entry.numbered or _LIST_NAME.match(entry.name) is not None
        title = title or entry.name == "title"
        contents = contents or _CONTENTS_NAME.match(entry.name) is not None
        key = entry.based_on
    return ParagraphStyle(1 if title else level or 0, listed and not level, title, contents)


def _level(entry: _Entry) -> int | None:
    if entry.outline is not None:
        return 0 if entry.outline >= _BODY_LEVEL or entry.outline < 0 else entry.outline + 1
    found = _HEADING_NAME.match(entry.name)
    return int(found[1]) if found else None


def style_by_id(identifier: str, styles: Mapping[str, ParagraphStyle]) -> ParagraphStyle:
    """The style's meaning, told from its id where the file does not define it."""
    known = styles.get(identifier)
    if known is not None:
        return known
    found = _HEADING_NAME.match(identifier.lower())
    title = identifier.lower() == "title"
    return ParagraphStyle(1 if title else int(found[1]) if found else 0, title=title)
