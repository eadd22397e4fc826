"""Each kind of content as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from types import MappingProxyType

from briefing.blocks import (
    Align,
    Block,
    Column,
    Inline,
    ListItem,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    WritePlace,
)
from briefing.layout.numbering import Numbering
from briefing.layout.words import count, date_in_words, one_line, status
from briefing.model import (
    BriefingSection,
    Claim,
    Content,
    DisagreementKind,
    Disagreements,
    DisagreementView,
    FigureRow,
    FiguresByActor,
    FigureStrip,
    Lines,
    Notice,
    People,
    SourceList,
    Standing,
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
_KIND_WORDS = MappingProxyType(
    {
        DisagreementKind.CONFLICT: "the sources give different values",
        DisagreementKind.DIFFERENT_SCOPE: "the values may differ in scope",
        DisagreementKind.UPDATE: "an earlier and a later value",
    }
)


@dataclass(frozen=True, slots=True)
class SourcesHere:
    """Stands for the source list until everything before and after it is numbered."""


@singledispatch
def blocks_of(content: Content, numbering: Numbering, section: BriefingSection) -> Iterator[Block | SourcesHere]:
    """The blocks of one kind of content; one function for each kind follows."""
    raise NotImplementedError(type(content).__name__)


def _claim(numbering: Numbering, claim: Claim, *, quoted: bool = False) -> tuple[Inline, ...]:
    """The evidence itself and its markers. A person's own wording stands first, the source's words after it."""
    quote = Run(one_line(claim.text), evidence=claim.id)
    shown: tuple[Inline, ...] = (Run("“"), quote, Run("”")) if quoted else (quote,)
    if claim.edited:
        shown = (Run(claim.edited), Run(" (reworded by the desk; source: “"), quote, Run("”)"))
    if claim.context_needed:
        shown = (*shown, Run(" [read in context]", italic=True))
    return (*shown, *_markers(numbering, claim))


def _markers(numbering: Numbering, claim: Claim) -> tuple[Inline, ...]:
    markers: list[Inline] = []
    for citation in claim.citations:
        markers += [Run(" "), numbering.cite(claim.id, citation)]
    return tuple(markers)


@blocks_of.register
def _lines(lines: Lines, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    for claim in lines.claims:
        yield ListItem(_claim(numbering, claim))


def _figure_cells(numbering: Numbering, row: FigureRow) -> tuple[tuple[Inline, ...], ...]:
    counted = row.counted + (" (actor assumed)" if row.assumed_actor else "")
    markers = _markers(numbering, row.value)[1:]
    return (_value(row), *_texts(one_line(counted), status(row), one_line(row.as_of), row.said_by), markers)


def _value(row: FigureRow) -> tuple[Inline, ...]:
    """The figure's own characters with its hedge, and a person's correction before them."""
    value: tuple[Inline, ...] = (Run(one_line(row.value.text), bold=True, evidence=row.value.id),)
    if row.modifier:
        value = (Run(f"{row.modifier} "), *value)
    if row.value.edited:
        value = (Run(row.value.edited, bold=True), Run(" (corrected; source: "), *value, Run(")"))
    return value


def _texts(*texts: str) -> tuple[tuple[Inline, ...], ...]:
    return tuple((Run(text),) if text else () for text in texts)


@blocks_of.register
def _figures(figures: FiguresByActor, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    rows: list[Row] = []
    for actor, group in figures.groups:
        rows.append(Row(((Run(actor or "Actor not stated", bold=True),),), group=True))
        rows += [Row(_figure_cells(numbering, row)) for row in group]
    yield Table(
        "Key figures, their status and who gives them",
        _FIGURE_COLUMNS,
        tuple(rows),
        f"Key figures of {count(len(figures.groups), 'actor')}, with status, date, originator and source.",
        numbering.next_table(),
    )


@blocks_of.register
def _strip(strip: FigureStrip, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    for row in strip.rows:
        known = ", ".join(one_line(part) for part in (status(row), row.as_of, row.said_by) if part)
        counted = f" {one_line(row.counted)}" if row.counted else ""
        yield ListItem((*_value(row), Run(f"{counted} ({known})"), *_markers(numbering, row.value)))


@blocks_of.register
def _statements(statements: Statements, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    for row in statements.rows:
        role = f" ({one_line(row.role)})" if row.role else ""
        lead = (Run(row.speaker, bold=True), Run(f"{role} {row.verb}: "))
        yield ListItem((*lead, *_claim(numbering, row.claim, quoted=row.direct)))


@blocks_of.register
def _people(people: People, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    columns = (Column("Name", 0.28), Column("Role", 0.34), Column("Speaks for", 0.22), Column("Source", 0.16))
    rows = tuple(
        Row(
            (
                *_texts(row.name, one_line(row.role), row.actor),
                (
                    numbering.cite(
                        f"p_{row.citation.source}_{row.citation.span.start}_{row.citation.span.end}", row.citation
                    ),
                ),
            )
        )
        for row in people.rows
    )
    yield Table(
        "People and whom they speak for",
        columns,
        tuple(rows),
        "People, their roles and whom they speak for.",
        numbering.next_table(),
    )


@blocks_of.register
def _timeline(timeline: Timeline, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    columns = (Column("Date", 0.16), Column("What the source says", 0.68), Column("Source", 0.16))
    rows = []
    for row in timeline.rows:
        quote = Run(one_line(row.claim.text), evidence=row.claim.id)
        shown = (Run(row.claim.edited), Run(" (reworded by the desk)")) if row.claim.edited else (quote,)
        rows.append(Row((*_texts(date_in_words(row.date)), shown, _markers(numbering, row.claim)[1:])))
    yield Table(
        "What the sources date, oldest first",
        columns,
        tuple(rows),
        f"{count(len(rows), 'dated event')}, oldest first.",
        numbering.next_table(),
    )


@blocks_of.register
def _disagreements(disagreements: Disagreements, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    if disagreements.compact:
        for view in disagreements.views:
            yield ListItem((Run(_subject(view), bold=True), Run(f": {_kind(view)}: "), *_values(view, numbering)))
        return
    columns = (
        Column("Figure", 0.2, Align.RIGHT),
        Column("What is counted", 0.3),
        Column("Status", 0.14),
        Column("Said by", 0.2),
        Column("Source", 0.16),
    )
    rows: list[Row] = []
    for view in disagreements.views:
        rows.append(Row(((Run(_subject(view), bold=True), Run(f": {_kind(view)}")),), group=True))
        for figure in view.rows:
            value, counted, _status, _as_of, said_by, markers = _figure_cells(numbering, figure)
            rows.append(Row((value, counted, (Run(figure.status),), said_by, markers)))
    yield Table(
        "Each value and who gives it",
        columns,
        tuple(rows),
        f"{count(len(disagreements.views), 'disagreement')}, each value with who gives it.",
        numbering.next_table(),
    )


def _subject(view: DisagreementView) -> str:
    return " – ".join(part for part in (view.actor, one_line(view.counted)) if part) or "Not named"


def _kind(view: DisagreementView) -> str:
    shown = len(view.rows)
    return _KIND_WORDS[view.kind] + (f" ({shown} of {shown + view.left_out} shown)" if view.left_out else "")


def _values(view: DisagreementView, numbering: Numbering) -> Iterator[Inline]:
    """The values in one line, each with its thing where that has another name, its status, who says it, and where."""
    for place, row in enumerate(view.rows):
        counted = "" if row.counted.casefold() == view.counted.casefold() else f" {one_line(row.counted)}"
        known = ", ".join(part for part in (row.status, row.said_by) if part)
        yield Run("; " if place else "")
        yield from (*_value(row), Run(f"{counted} ({known})"), *_markers(numbering, row.value))


@blocks_of.register
def _standing(standing: Standing, _numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    yield Paragraph((Run(" ".join(standing.sentences)),))


@blocks_of.register
def _to_write(place: ToWrite, _numbering: Numbering, section: BriefingSection) -> Iterator[Block]:
    if place.text:
        for paragraph in place.text.split("\n"):
            if paragraph.strip():
                yield Paragraph((Run(paragraph.strip()),), Role.WRITTEN)
    else:
        yield WritePlace(section.key, place.prompt)


@blocks_of.register
def _notice(notice: Notice, _numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    yield Paragraph((Run(notice.text, italic=True),), Role.NOTICE)


@blocks_of.register
def _source_list(
    _content: SourceList, _numbering: Numbering, _section: BriefingSection
) -> Iterator[Block | SourcesHere]:
    yield SourcesHere()
