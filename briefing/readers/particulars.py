"""What a text file says about itself at its top: front matter, or lines such as "Source: Reuters"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.readers.builder import Metadata, one_line
from briefing.readers.dates import iso_date
from briefing.readers.lines import Line

_FIELDS = {
    "title": "title",
    "headline": "title",
    "subject": "title",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "by": "author",
    "from": "author",
    "source": "publisher",
    "publisher": "publisher",
    "publication": "publisher",
    "outlet": "publisher",
    "newspaper": "publisher",
    "agency": "publisher",
    "site": "publisher",
    "sitename": "publisher",
    "date": "published",
    "published": "published",
    "publication date": "published",
    "date published": "published",
    "pubdate": "published",
    "sent": "published",
    "language": "language",
    "lang": "language",
    "url": "url",
    "link": "url",
    "web": "url",
    # Known, so that they keep such lines together, but nothing the program keeps.
    "to": "",
    "cc": "",
    "section": "",
    "location": "",
    "place": "",
    "category": "",
    "tags": "",
    "keywords": "",
    "reference": "",
}
_FIELD = re.compile(
    r"\s{0,3}(?:[*_]{1,3})?([A-Za-z][A-Za-z _-]{1,20}?)(?:[*_]{1,3})?\s?[:=](?:[*_]{1,3})?\s+(\S.{0,400})$",
)
_LOOKED_AT = 15
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}


@dataclass(frozen=True, slots=True)
class Particulars:
    """What was found, and the lines [first, after) that it took."""

    metadata: Metadata
    first: int = 0
    after: int = 0


def language_tag(stated: str) -> str:
    """The BCP 47 tag, or "" when it is none."""
    stated = stated.strip()
    return stated.replace("_", "-") if _LANGUAGE_TAG.fullmatch(stated) else ""


def is_address(stated: str) -> bool:
    return stated.lower().startswith(("http://", "https://"))


def front_matter(lines: Sequence[Line]) -> Particulars:
    """The particulars between the fences at the very top of a Markdown file; only one level of keys is read."""
    closing = _FENCES.get(lines[0].text.rstrip()) if lines else None
    if not closing:
        return Particulars(Metadata())
    for number, line in enumerate(lines[1:], start=1):
        if line.text.rstrip() in closing:
            return Particulars(_metadata(lines[1:number]), 0, number + 1)
    return Particulars(Metadata())


def header_lines(lines: Sequence[Line]) -> Particulars:
    """The particulars in "Key: value" lines near the top; a single such line is text, not a header."""
    top = lines[:_LOOKED_AT]
    known = [_field(line) is not None for line in top]
    for first in range(len(top) - 1):
        if known[first] and known[first + 1]:
            after = first
            while after < len(top) and known[after]:
                after += 1
            return Particulars(_metadata(top[first:after]), first, after)
    return Particulars(Metadata())


def _field(line: Line) -> tuple[str, str] | None:
    found = _FIELD.match(line.text)
    if not found:
        return None
    field = _FIELDS.get(found[1].strip().lower().replace("_", " "))
    return None if field is None else (field, found[2])


def _metadata(lines: Iterable[Line]) -> Metadata:
    values: dict[str, str] = {}
    for line in lines:
        found = _field(line)
        if not found:
            continue
        field, stated = found
        value = one_line(stated.strip().strip("[]").strip("\"'"))
        if field == "publisher" and is_address(value):
            field = "url"
        if field == "published":
            value = iso_date(value)
        elif field == "language":
            value = language_tag(value)
        elif field == "author":
            value = value.replace('"', "").replace("'", "") if stated.startswith("[") else value
        values.setdefault(field, value)
    values.pop("", None)
    return Metadata(**values)
