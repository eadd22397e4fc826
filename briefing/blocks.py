"""The block stream: about eight kinds of block that every writer (Word, PDF, preview) maps one to one.

Made once by `briefing.layout.lay_out`, which also numbers the citations, so that no two writers can disagree on
what is printed, in which order, or under which number.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from briefing.model import CitationForm, PageSetup, Style


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look.

    `evidence` is the evidence id when the text is a source's own characters (writers put it inside a bookmark of
    that name where it is not already used), else "". `language` is a BCP 47 tag, or "" for the document's own.
    `refers` is the table that the text names ("table-3" for "Table 3"), for writers that can lead there, or "".
    """

    text: str
    bold: bool = False
    italic: bool = False
    evidence: str = ""
    language: str = ""
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation marker: source `number`, `locator` ("para 3", "p. 4, para 12"), and the two link ends.

    `anchor` is the source entry's anchor ("source-3"), `back` the marker's own ("cite-17"), unique in the document.
    In bracket form it reads "[3, para 3]".
    """

    number: int
    locator: str
    anchor: str
    back: str


Inline: TypeAlias = Run | Cite


class Role(StrEnum):
    """What a paragraph is; every writer has a named style for each."""

    BODY = "body"
    EVIDENCE = "evidence"
    WRITTEN = "written"
    ASSUMPTION = "assumption"
    GAP = "gap"
    NOTICE = "notice"
    MARKING = "marking"


BY_A_PERSON = frozenset({Role.WRITTEN, Role.ASSUMPTION, Role.GAP})


class Align(StrEnum):
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Title:
    """The document's head: title, the marking as real text, and labelled facts ("Date", "21 October 2026")."""

    text: str
    marking: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` counts from 1; `anchor` is unique ("section-2"). `new_page`: begins a page where there are pages."""

    level: int
    text: str
    anchor: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: tuple[Inline, ...]
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a bulleted list; consecutive items form one list."""

    inlines: tuple[Inline, ...]
    role: Role = Role.EVIDENCE


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is the column's part of the table's width; the shares of a table add up to 1."""

    heading: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """One cell per column; a `group` row has one cell that spans the table (an actor's name)."""

    cells: tuple[tuple[Inline, ...], ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row that is repeated on every page. `caption` is printed above it; `alt` describes it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    alt: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class WritePlace:
    """A visible place for a person to write in; the program never fills it."""

    key: str
    prompt: str


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """An entry of the source list. `backs` are the anchors of the markers that cite it, in document order.

    `short` is what an author-date marker calls it ("Daily Grain 2026a"), or "": then it is called by its number.
    """

    number: int
    inlines: tuple[Inline, ...]
    anchor: str
    backs: tuple[str, ...] = ()
    url: str = ""
    short: str = ""


class ChartKind(StrEnum):
    RANGES = "ranges"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A row of a chart: what it is called, and its value as it is printed.

    `low` and `high` are where it is drawn: equal for a single value, None at the open end of "at least" and "up to".
    In a timeline `day` is the ISO date instead. Points of one `group` have one colour and form.
    """

    label: str
    text: str
    low: float | None = None
    high: float | None = None
    day: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Values by source with their ranges, or a strip of dates. `alt` says in words all that is drawn.

    `sources` is printed below it: the citations of what it shows. Make one with `ranges_chart` or `timeline_chart`.
    """

    kind: ChartKind
    title: str
    alt: str
    points: tuple[ChartPoint, ...]
    sources: tuple[Inline, ...] = ()
    number: int = 0


Block: TypeAlias = Title | Heading | Paragraph | ListItem | Table | WritePlace | SourceEntry | Chart


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One citation as it can be looked up again: evidence id, place and the source's own characters."""

    evidence: str
    number: int
    source: str
    name: str
    sha256: str
    start: int
    end: int
    passage: int
    page: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a writer needs, and all it needs. `date` is ISO 8601 or "" and is the only date there is."""

    title: str
    language: str
    author: str
    date: str
    marking: str
    reference: str
    blocks: tuple[Block, ...]
    page: PageSetup = field(default_factory=PageSetup)
    style: Style = field(default_factory=Style)
    citation_form: CitationForm = CitationForm.BRACKET
    ledger: tuple[LedgerEntry, ...] = ()


def plain(inlines: tuple[Inline, ...]) -> str:
    """The text of a run of inlines as it is read, citation markers in bracket form."""
    return "".join(part.text if isinstance(part, Run) else marker(part) for part in inlines)


def marker(cite: Cite) -> str:
    """The marker in bracket form: "[3, para 3]"."""
    return f"[{cite.number}, {cite.locator}]" if cite.locator else f"[{cite.number}]"


def author_date(cite: Cite, entry: SourceEntry | None) -> str:
    """The marker in author-date form: "(Gazette 2026a, para 3)"; by number where the source has no short name."""
    name = entry.short if entry is not None and entry.short else str(cite.number)
    return f"({name}, {cite.locator})" if cite.locator else f"({name})"


def ranges_chart(
    title: str, points: tuple[ChartPoint, ...], sources: tuple[Inline, ...] = (), number: int = 0
) -> Chart:
    """A dot for each value and a bar for each range, by whom they are from, on one axis."""
    alt = f"Chart. {title}: {'; '.join(f'{point.label}: {point.text}' for point in points)}."
    return Chart(ChartKind.RANGES, title, alt, points, sources, number)


def timeline_chart(
    title: str, points: tuple[ChartPoint, ...], sources: tuple[Inline, ...] = (), number: int = 0
) -> Chart:
    """Dates on a line, oldest first, each with a number that its text below has; points without a full date go."""
    dated = tuple(sorted((point for point in points if len(point.day) == 10), key=lambda point: point.day))
    alt = f"Timeline. {title}: {'; '.join(f'{point.label}: {point.text}' for point in dated)}."
    return Chart(ChartKind.TIMELINE, title, alt, dated, sources, number)


def chart_lines(chart: Chart) -> tuple[tuple[Inline, ...], ...]:
    """The chart as lines of text, for a writer that does not draw: title, a line for each point, sources."""
    title = f"Figure {chart.number}. {chart.title}" if chart.number else chart.title
    lines = [(Run(title, bold=True),), *((Run(f"{point.label}: {point.text}"),) for point in chart.points)]
    return (*lines, chart.sources) if chart.sources else tuple(lines)
