"""From the text of a template.toml to a template; every complaint names file, line and key."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TypeVar

from briefing.errors import TemplateInvalid
from briefing.model import CitationForm, Fill, PageSetup, Section, SectionKind, Style, Template

PER = ("", "actor", "source", "topic")
PAGE_SIZES = ("A4", "Letter")
_WRITTEN = (SectionKind.TEXT, SectionKind.BOTTOM_LINE, SectionKind.GAPS)

_T = TypeVar("_T")
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Places:
    """Where a template is from: `shown` in complaints; its default name, path and letterhead."""

    shown: str
    name: str
    path: str = ""
    letterhead: str = ""


def parse(data: bytes, places: Places) -> Template:
    """The template in the bytes of a template.toml. Raises TemplateInvalid."""
    try:
        text = data.decode("utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise TemplateInvalid(places.shown, reason="it is not UTF-8 text") from error
    except ValueError as error:  # a TOMLDecodeError, or a number of thousands of digits
        line = re.search(r"line (\d+)", str(error))
        raise TemplateInvalid(places.shown, "", int(line[1]) if line else 0, f"this is no TOML ({error})") from error
    except RecursionError as error:
        raise TemplateInvalid(places.shown, reason="it is nested too deeply") from error
    return _template(_Table(table, "", _Lines(places.shown, text)), places)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where a key stands in the text: tomllib keeps no places, so they are looked up when there is a complaint."""

    path: str
    text: str

    def of(self, table: str, key: str, index: int = 0) -> int:
        inside, seen = table == "", -1
        for number, line in enumerate(self.text.splitlines(), 1):
            head = re.match(r"\s*\[{1,2}\s*([\w.-]+)\s*\]{1,2}", line)
            if head:
                seen += head[1] == table
                inside = head[1] == table and seen == index
                if inside and not key:
                    return number
            elif inside and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line):
                return number
        return 0


@dataclass(frozen=True, slots=True)
class _Table:
    """A TOML table that is asked for its keys by name and type."""

    values: Mapping[str, object]
    name: str
    lines: _Lines
    index: int = 0

    def wrong(self, key: str, reason: str, suggestion: str = "") -> TemplateInvalid:
        shown = f"{self.name}.{key}" if self.name else key
        return TemplateInvalid(self.lines.path, shown, self.lines.of(self.name, key, self.index), reason, suggestion)

    def only(self, known: Iterable[str]) -> None:
        names = sorted(known)
        for key in self.values:
            if key not in names:
                raise self.wrong(key, "there is no such key", _nearest(key, names))

    def text(self, key: str, default: str | None = None) -> str:
        value = self.values.get(key, default)
        if value is None:
            raise TemplateInvalid(
                self.lines.path,
                key,
                self.lines.of(self.name, "", self.index),
                f"“{key}” is missing{' from this ' + self.name if self.name else ''}",
            )
        if not isinstance(value, str):
            raise self.wrong(key, "must be text in quotation marks")
        return value

    def number(self, key: str, default: float, low: float, high: float) -> float:
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.wrong(key, f"must be a number from {low:g} to {high:g}")
        return float(value)

    def whole(self, key: str, default: int, high: int) -> int:
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= high:
            raise self.wrong(key, f"must be a whole number from 0 to {high}")
        return value

    def flag(self, key: str) -> bool:
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "must be true or false")
        return value

    def choice(self, key: str, kinds: type[_Choice], default: _Choice | None = None) -> _Choice:
        return self._one_of(key, kinds, self.text(key, default))

    def choices(self, key: str, kinds: type[_Choice]) -> tuple[_Choice, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "must be a list in square brackets")
        return tuple(self._one_of(key, kinds, str(item)) for item in value)

    def _one_of(self, key: str, kinds: type[_Choice], value: str) -> _Choice:
        names = [str(kind) for kind in kinds]
        if value not in names:
            raise self.wrong(key, f"“{value}” is none of {', '.join(names)}", _nearest(value, names))
        return kinds(value)

    def colour(self, key: str, default: str) -> str:
        value = self.text(key, default)
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
            raise self.wrong(key, "must be a colour such as “#1f3a5f”")
        return value.lower()

    def table(self, key: str) -> _Table:
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, f"must be a table: [{key}]")
        return _Table(value, key, self.lines)

    def tables(self, key: str) -> tuple[_Table, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.wrong(key, f"must be a list of tables: [[{key}]]")
        return tuple(_Table(item, key, self.lines, index) for index, item in enumerate(value))


def _nearest(word: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(names), n=1, cutoff=0.6)
    return near[0] if near else ""


def _template(table: _Table, places: Places) -> Template:
    table.only(
        ("title", "description", "language", "page", "style", "citations", "marking", "section", "name", "pages")
    )
    marking, citations = table.table("marking"), table.table("citations")
    marking.only(("text",))
    citations.only(("form", "style"))
    return Template(
        name=table.text("name", places.name),
        title=table.text("title"),
        description=table.text("description", ""),
        sections=_sections(table),
        language=table.text("language", "en-GB"),
        page=_page(table.table("page")),
        style=_style(table.table("style")),
        citation_form=citations.choice("form", CitationForm, CitationForm.BRACKET),
        marking=marking.text("text", ""),
        letterhead=places.letterhead,
        path=places.path,
        pages=table.whole("pages", 0, 100),
        citation_style=citations.text("style", ""),
    )


def _page(table: _Table) -> PageSetup:
    table.only(("size", "top", "bottom", "left", "right"))
    size = table.text("size", "A4")
    if size not in PAGE_SIZES:
        raise table.wrong("size", f"must be one of {', '.join(PAGE_SIZES)}", _nearest(size, PAGE_SIZES))
    default = PageSetup()
    return PageSetup(
        size=size,
        top=table.number("top", default.top, 10, 80),
        bottom=table.number("bottom", default.bottom, 10, 80),
        left=table.number("left", default.left, 10, 60),
        right=table.number("right", default.right, 10, 60),
    )


def _style(table: _Table) -> Style:
    table.only(("font", "size", "heading_colour", "accent_colour", "table_header_colour"))
    default = Style()
    return Style(
        font=table.text("font", default.font),
        size=table.number("size", default.size, 7, 16),
        heading_colour=table.colour("heading_colour", default.heading_colour),
        accent_colour=table.colour("accent_colour", default.accent_colour),
        table_header_colour=table.colour("table_header_colour", default.table_header_colour),
    )


def _sections(table: _Table) -> tuple[Section, ...]:
    sections = _all(table.tables("section"), _section)
    if not sections:
        raise TemplateInvalid(table.lines.path, "section", 0, "there is no [[section]] in it")
    for index, section in enumerate(sections):
        if section.key in {earlier.key for earlier in sections[:index]}:
            raise table.tables("section")[index].wrong("key", f"“{section.key}” is used twice")
    return sections


def _all(tables: Iterable[_Table], make: Callable[[_Table], _T]) -> tuple[_T, ...]:
    return tuple(make(table) for table in tables)


def _section(table: _Table) -> Section:
    table.only([field.name for field in fields(Section)])
    kind = table.choice("kind", SectionKind)
    written = kind in _WRITTEN
    fill = table.choice("fill", Fill, Fill.WRITE if written else Fill.AUTO)
    if written and fill is not Fill.WRITE:
        raise table.wrong("fill", f"a “{kind}” section is for a person to write: it must be “write”")
    per = table.text("per", "")
    if per not in PER:
        raise table.wrong("per", f"“{per}” is none of {', '.join(PER[1:])}", _nearest(per, PER))
    heading = table.text("heading")
    return Section(
        key=table.text("key", re.sub(r"\W+", "-", heading.lower()).strip("-")),
        heading=heading,
        kind=kind,
        fill=fill,
        words=table.whole("words", 0, 5_000),
        limit=table.whole("limit", 0, 500),
        per=per,
        parts=_parts(table, kind),
        prompt=table.text("prompt", ""),
        rows=table.whole("rows", 0, 500),
        compact=table.flag("compact"),
    )


def _parts(table: _Table, kind: SectionKind) -> tuple[SectionKind, ...]:
    parts = table.choices("parts", SectionKind)
    if SectionKind.ANNEX in parts:
        raise table.wrong("parts", "an annex cannot be a part")
    if kind is SectionKind.ANNEX and not parts:
        raise table.wrong("parts" if "parts" in table.values else "kind", "an annex needs “parts”: what stands in it")
    return parts
