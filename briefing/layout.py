"""Briefing -> document: the block stream, with the citations numbered once for every writer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import singledispatch
from types import MappingProxyType

from briefing.blocks import (
    Align,
    Block,
    Cite,
    Column,
    Document,
    Heading,
    Inline,
    LedgerEntry,
    ListItem,
    Paragraph,
    Role,
    Row,
    Run,
    SourceEntry,
    Table,
    Title,
    WritePlace,
)
from briefing.model import (
    Briefing,
    BriefingSection,
    Citation,
    Claim,
    Content,
    DisagreementKind,
    Disagreements,
    FigureRow,
    FiguresByActor,
    FigureStrip,
    Lines,
    Notice,
    People,
    Source,
    SourceList,
    Statements,
    Timeline,
    ToWrite,
)

_FIGURE_COLUMNS = (
    Column("Figure", 0.16, Align.RIGHT),
    Column("What is counted", 0.23),
    Column("Status", 0.15),
    Column("As of", 0.12),
    Column("Said by", 0.17),
    Column("Source", 0.17),
)
# Not strftime: its names follow the process's locale, and Qt changes that.
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_KIND_WORDS = MappingProxyType(
    {
        DisagreementKind.CONFLICT: "the sources give different values",
        DisagreementKind.DIFFERENT_SCOPE: "the values may differ in scope",
        DisagreementKind.UPDATE: "an earlier and a later value",
    }
)


def lay_out(briefing: Briefing) -> Document:
    """The document that every writer prints.

    Sources are numbered in the order in which they are first cited; sources that are not cited follow, under their
    own heading, without a number's marker pointing at them.
    """
    layout = _Layout({source.id: source for source in briefing.sources})
    laid = [block for number, section in enumerate(briefing.sections, 1) for block in _section(layout, section, number)]
    blocks: list[Block] = [_title(briefing)]
    for block in laid:
        blocks += _source_blocks(layout) if isinstance(block, _SourcesHere) else (block,)
    return Document(
        title=briefing.title,
        language=briefing.template.language,
        author=briefing.author,
        date=briefing.date,
        marking=briefing.marking,
        reference=briefing.reference,
        blocks=tuple(blocks),
        page=briefing.template.page,
        style=briefing.template.style,
        citation_form=briefing.template.citation_form,
        ledger=tuple(layout.ledger),
    )


@dataclass(slots=True)
class _Layout:
    """What has been numbered so far."""

    sources: Mapping[str, Source]
    numbers: dict[str, int] = field(default_factory=dict)
    backs: dict[str, list[str]] = field(default_factory=dict)
    ledger: list[LedgerEntry] = field(default_factory=list)
    tables: int = 0

    def cite(self, key: str, citation: Citation) -> Cite:
        """Number a citation, and note it in the ledger."""
        source = self.sources[citation.source]
        number = self.numbers.setdefault(source.id, len(self.numbers) + 1)
        back = f"cite-{len(self.ledger) + 1}"
        self.backs.setdefault(source.id, []).append(back)
        self.ledger.append(
            LedgerEntry(
                evidence=key,
                number=number,
                source=source.id,
                name=source.name,
                sha256=source.sha256,
                start=citation.span.start,
                end=citation.span.end,
                passage=citation.passage,
                page=citation.page,
                quote=citation.quote,
            )
        )
        return Cite(number, _locator(citation), f"source-{number}", back)

    def next_table(self) -> int:
        self.tables += 1
        return self.tables


def _locator(citation: Citation) -> str:
    paragraph = f"para {citation.passage}" if citation.passage else ""
    return ", ".join(part for part in (f"p. {citation.page}" if citation.page else "", paragraph) if part)


def _title(briefing: Briefing) -> Title:
    facts = (
        ("To", briefing.addressee),
        ("From", briefing.author),
        ("Date", date_in_words(briefing.date)),
        ("Reference", briefing.reference),
        ("Sources", _count(len(briefing.sources), "document")),
    )
    return Title(briefing.title, briefing.marking, tuple(fact for fact in facts if fact[1]))


def date_in_words(iso: str) -> str:
    """An ISO 8601 date in English words: "21 October 2026", "October 2026"; anything else as it is."""
    parts = iso.split("-")
    try:
        if len(parts) == 3:
            day = date.fromisoformat(iso)
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        if len(parts) == 2:
            return f"{_MONTHS[date(int(parts[0]), int(parts[1]), 1).month - 1]} {parts[0]}"
    except ValueError:
        return iso
    return iso


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class _SourcesHere:
    """Stands for the source list until everything before and after it is numbered."""


def _section(layout: _Layout, section: BriefingSection, number: int) -> Iterator[Block | _SourcesHere]:
    yield Heading(section.level, section.heading, f"section-{number}")
    for content in section.content:
        yield from _blocks(content, layout, section)


@singledispatch
def _blocks(content: Content, layout: _Layout, section: BriefingSection) -> Iterator[Block | _SourcesHere]:
    """The blocks of one kind of content; one function for each kind follows."""
    raise NotImplementedError(type(content).__name__)


def _claim(layout: _Layout, claim: Claim, *, quoted: bool = False) -> tuple[Inline, ...]:
    """The evidence itself and its markers. A person's own wording stands first, the source's words after it."""
    quote = Run(_one_line(claim.text), evidence=claim.id)
    shown: tuple[Inline, ...] = (Run("“"), quote, Run("”")) if quoted else (quote,)
    if claim.edited:
        shown = (Run(claim.edited), Run(" (reworded by the desk; source: “"), quote, Run("”)"))
    if claim.context_needed:
        shown = (*shown, Run(" [read in context]", italic=True))
    return (*shown, *_markers(layout, claim))


def _markers(layout: _Layout, claim: Claim) -> tuple[Inline, ...]:
    markers: list[Inline] = []
    for citation in claim.citations:
        markers += [Run(" "), layout.cite(claim.id, citation)]
    return tuple(markers)


def _one_line(text: str) -> str:
    """The text as it is printed: a source's own line breaks are blanks. The ledger keeps it to the character."""
    return " ".join(text.split())


@_blocks.register
def _lines(lines: Lines, layout: _Layout, _section: BriefingSection) -> Iterator[Block]:
    for claim in lines.claims:
        yield ListItem(_claim(layout, claim))


def _figure_cells(layout: _Layout, row: FigureRow) -> tuple[tuple[Inline, ...], ...]:
    value: list[Inline] = [Run(f"{row.modifier} ")] if row.modifier else []
    value.append(Run(_one_line(row.value.text), bold=True, evidence=row.value.id))
    if row.value.edited:
        value = [Run(row.value.edited, bold=True), Run(" (corrected; source: "), *value, Run(")")]
    counted = row.counted + (" (actor assumed)" if row.assumed_actor else "")
    status = row.status + ("; sources differ" if row.disputed else "")
    markers = _markers(layout, row.value)[1:]
    return (tuple(value), *_texts(_one_line(counted), status, _one_line(row.as_of), row.said_by), markers)


def _texts(*texts: str) -> tuple[tuple[Inline, ...], ...]:
    return tuple((Run(text),) if text else () for text in texts)


@_blocks.register
def _figures(figures: FiguresByActor, layout: _Layout, section: BriefingSection) -> Iterator[Block]:
    rows: list[Row] = []
    for actor, group in figures.groups:
        rows.append(Row(((Run(actor or "Actor not stated", bold=True),),), group=True))
        rows += [Row(_figure_cells(layout, row)) for row in group]
    yield Table(
        section.heading,
        _FIGURE_COLUMNS,
        tuple(rows),
        f"Key figures of {_count(len(figures.groups), 'actor')}, with status, date, originator and source.",
        layout.next_table(),
    )


@_blocks.register
def _strip(strip: FigureStrip, layout: _Layout, section: BriefingSection) -> Iterator[Block]:
    rows = tuple(Row(_figure_cells(layout, row)) for row in strip.rows)
    yield Table(
        section.heading, _FIGURE_COLUMNS, rows, f"The {len(rows)} main figures with their sources.", layout.next_table()
    )


@_blocks.register
def _statements(statements: Statements, layout: _Layout, _section: BriefingSection) -> Iterator[Block]:
    for row in statements.rows:
        role = f" ({_one_line(row.role)})" if row.role else ""
        lead = (Run(row.speaker, bold=True), Run(f"{role} {row.verb}: "))
        yield ListItem((*lead, *_claim(layout, row.claim, quoted=row.direct)))


@_blocks.register
def _people(people: People, layout: _Layout, section: BriefingSection) -> Iterator[Block]:
    columns = (Column("Name", 0.28), Column("Role", 0.34), Column("Speaks for", 0.22), Column("Source", 0.16))
    rows = tuple(
        Row(
            (
                *_texts(row.name, _one_line(row.role), row.actor),
                (
                    layout.cite(
                        f"p_{row.citation.source}_{row.citation.span.start}_{row.citation.span.end}", row.citation
                    ),
                ),
            )
        )
        for row in people.rows
    )
    yield Table(
        section.heading, columns, tuple(rows), "People, their roles and whom they speak for.", layout.next_table()
    )


@_blocks.register
def _timeline(timeline: Timeline, layout: _Layout, section: BriefingSection) -> Iterator[Block]:
    columns = (Column("Date", 0.16), Column("What the source says", 0.68), Column("Source", 0.16))
    rows = []
    for row in timeline.rows:
        quote = Run(_one_line(row.claim.text), evidence=row.claim.id)
        shown = (Run(row.claim.edited), Run(" (reworded by the desk)")) if row.claim.edited else (quote,)
        rows.append(Row((*_texts(date_in_words(row.date)), shown, _markers(layout, row.claim)[1:])))
    yield Table(
        section.heading, columns, tuple(rows), f"{_count(len(rows), 'dated event')}, oldest first.", layout.next_table()
    )


@_blocks.register
def _disagreements(disagreements: Disagreements, layout: _Layout, section: BriefingSection) -> Iterator[Block]:
    columns = (
        Column("Figure", 0.2, Align.RIGHT),
        Column("What is counted", 0.3),
        Column("Status", 0.14),
        Column("Said by", 0.2),
        Column("Source", 0.16),
    )
    rows: list[Row] = []
    for view in disagreements.views:
        of = " – ".join(part for part in (view.actor, _one_line(view.counted)) if part)
        rows.append(Row(((Run(of, bold=True), Run(f": {_KIND_WORDS[view.kind]}")),), group=True))
        for figure in view.rows:
            value, counted, status, _as_of, said_by, markers = _figure_cells(layout, figure)
            rows.append(Row((value, counted, status, said_by, markers)))
    yield Table(
        section.heading,
        columns,
        tuple(rows),
        f"{_count(len(disagreements.views), 'disagreement')}, each value with who gives it.",
        layout.next_table(),
    )


@_blocks.register
def _to_write(place: ToWrite, _layout: _Layout, section: BriefingSection) -> Iterator[Block]:
    if place.text:
        for paragraph in place.text.split("\n"):
            if paragraph.strip():
                yield Paragraph((Run(paragraph.strip()),), Role.WRITTEN)
    else:
        yield WritePlace(section.key, place.prompt)


@_blocks.register
def _notice(notice: Notice, _layout: _Layout, _section: BriefingSection) -> Iterator[Block]:
    yield Paragraph((Run(notice.text, italic=True),), Role.NOTICE)


@_blocks.register
def _source_list(_content: SourceList, _layout: _Layout, _section: BriefingSection) -> Iterator[Block | _SourcesHere]:
    yield _SourcesHere()


def _source_blocks(layout: _Layout) -> Iterator[Block]:
    for key, number in layout.numbers.items():
        source = layout.sources[key]
        yield SourceEntry(
            number, source_inlines(source), f"source-{number}", tuple(layout.backs[key]), _web_address(source)
        )
    unused = [source for key, source in layout.sources.items() if key not in layout.numbers]
    if unused:
        names = "; ".join(_plain(source_inlines(source)) for source in unused)
        yield Paragraph((Run(f"Read but not cited: {names}"),), Role.NOTICE)
    found = sum(layout.sources[entry.source].text[entry.start : entry.end] == entry.quote for entry in layout.ledger)
    yield Paragraph(
        (
            Run(
                f"{found} of {len(layout.ledger)} cited passages were found again, character for character, "
                f"in the {_count(len(layout.sources), 'source')}."
            ),
        ),
        Role.NOTICE,
    )


def _web_address(source: Source) -> str:
    return source.url if source.url.startswith(("http://", "https://")) else ""


def source_inlines(source: Source) -> tuple[Inline, ...]:
    """A source entry: author, “title”, publisher, date, and the file it was read from."""
    runs: list[Inline] = []
    if source.author:
        runs.append(Run(f"{source.author}, "))
    if source.title:
        runs.append(Run(f"“{source.title}”, "))
    if source.publisher:
        runs += [Run(source.publisher, italic=True), Run(", ")]
    if source.published:
        runs.append(Run(f"{date_in_words(source.published)}, "))
    return (*runs, Run(f"file {source.name}."))


def _plain(inlines: tuple[Inline, ...]) -> str:
    return "".join(part.text for part in inlines if isinstance(part, Run)).rstrip(".")
