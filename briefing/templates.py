"""Reads a template folder (or the same folder zipped, `.brieftemplate`); every complaint names file, line and key."""

from __future__ import annotations

import difflib
import io
import re
import tomllib
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from pathlib import Path
from typing import TypeVar

from briefing.errors import TemplateInvalid, TemplateMissing
from briefing.model import CitationForm, Fill, PageSetup, Section, SectionKind, Style, Template

TEMPLATE_FILE = "template.toml"
LETTERHEAD_FILE = "letterhead.docx"
ARCHIVE_SUFFIX = ".brieftemplate"
PER = ("", "actor", "source")
PAGE_SIZES = ("A4", "Letter")
_LARGEST_TEMPLATE = 1_000_000

_T = TypeVar("_T")
_Choice = TypeVar("_Choice", bound=StrEnum)


def shipped_folder() -> Path:
    """The folder of the shipped templates: inside the installed package, or beside it in a source tree."""
    installed = Path(str(resources.files("briefing"))) / "_templates"
    return installed if installed.is_dir() else Path(__file__).resolve().parent.parent / "templates"


def shipped() -> tuple[Template, ...]:
    """The shipped templates by name."""
    folders = sorted(entry for entry in shipped_folder().iterdir() if (entry / TEMPLATE_FILE).is_file())
    return tuple(read(folder) for folder in folders)


def find(name: str, own: Iterable[Path] = ()) -> Template:
    """The template called `name`: a folder, a `.brieftemplate` file, or the name of a shipped or own one.

    `own` are further folders that hold templates. Raises TemplateMissing, TemplateInvalid.
    """
    path = Path(name)
    if path.suffix == ARCHIVE_SUFFIX or path.name == TEMPLATE_FILE or (path / TEMPLATE_FILE).is_file():
        return read(path.parent if path.name == TEMPLATE_FILE else path)
    homes = [*own, shipped_folder()]
    for home in homes:
        if name and (home / name / TEMPLATE_FILE).is_file():
            return read(home / name)
    known = sorted({entry.name for home in homes if home.is_dir() for entry in home.iterdir() if entry.is_dir()})
    raise TemplateMissing(name, tuple(known))


def read(path: Path) -> Template:
    """The template at `path`, a folder or a `.brieftemplate` file. Raises TemplateMissing, TemplateInvalid."""
    shown = str(path / TEMPLATE_FILE) if path.is_dir() else str(path)
    text = _text(path, shown)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise TemplateInvalid(shown, "", int(line[1]) if line else 0, f"this is no TOML ({error})") from error
    letterhead = path / LETTERHEAD_FILE
    return _template(_Table(table, "", _Lines(shown, text)), path, str(letterhead) if letterhead.is_file() else "")


def _text(path: Path, shown: str) -> str:
    try:
        if path.is_dir():
            data = (path / TEMPLATE_FILE).read_bytes()
        else:
            with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
                if archive.getinfo(TEMPLATE_FILE).file_size > _LARGEST_TEMPLATE:
                    raise TemplateInvalid(shown, reason="it is implausibly large")
                data = archive.read(TEMPLATE_FILE)
        return data.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise TemplateMissing(str(path), tuple(template.name for template in shipped())) from error
    except OSError as error:
        raise TemplateInvalid(shown, reason=error.strerror or str(error)) from error
    except KeyError as error:
        raise TemplateInvalid(shown, reason=f"there is no {TEMPLATE_FILE} in it") from error
    except zipfile.BadZipFile as error:
        raise TemplateInvalid(shown, reason="it is neither a folder nor a zip file") from error
    except UnicodeDecodeError as error:
        raise TemplateInvalid(shown, reason="it is not UTF-8 text") from error


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


def _template(table: _Table, path: Path, letterhead: str) -> Template:
    table.only(("title", "description", "language", "page", "style", "citations", "marking", "section", "name"))
    marking, citations = table.table("marking"), table.table("citations")
    marking.only(("text",))
    citations.only(("form", "style"))
    return Template(
        name=table.text("name", path.stem if path.suffix == ARCHIVE_SUFFIX else path.name),
        title=table.text("title"),
        description=table.text("description", ""),
        sections=_sections(table),
        language=table.text("language", "en-GB"),
        page=_page(table.table("page")),
        style=_style(table.table("style")),
        citation_form=citations.choice("form", CitationForm, CitationForm.BRACKET),
        marking=marking.text("text", ""),
        letterhead=letterhead,
        path=str(path),
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
    table.only(("key", "heading", "kind", "fill", "words", "limit", "per", "parts", "prompt"))
    kind = table.choice("kind", SectionKind)
    written = kind in (SectionKind.TEXT, SectionKind.BOTTOM_LINE, SectionKind.GAPS)
    fill = table.choice("fill", Fill, Fill.WRITE if written else Fill.AUTO)
    if written and fill is not Fill.WRITE:
        raise table.wrong("fill", f"a “{kind}” section is for a person to write: it must be “write”")
    per = table.text("per", "")
    if per not in PER:
        raise table.wrong("per", f"“{per}” is none of actor, source", _nearest(per, PER))
    heading = table.text("heading")
    return Section(
        key=table.text("key", re.sub(r"\W+", "-", heading.lower()).strip("-")),
        heading=heading,
        kind=kind,
        fill=fill,
        words=table.whole("words", 0, 5_000),
        limit=table.whole("limit", 0, 500),
        per=per,
        parts=table.choices("parts", SectionKind),
        prompt=table.text("prompt", ""),
    )
