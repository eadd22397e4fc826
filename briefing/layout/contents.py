"""Each kind of content as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import TypeAlias

from briefing.blocks import (
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
from briefing.layout.charts import charts
from briefing.layout.evidence import cited, counted, evidence, markers, texts, value
from briefing.layout.numbering import Numbering
from briefing.layout.tables import differs_how, differs_what, disagreements_table, figures_table
from briefing.layout.words import count, date_in_words, one_line, status
from briefing.model import (
    BriefingSection,
    Charts,
    Content,
    Disagreements,
    DisagreementView,
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


@dataclass(frozen=True, slots=True)
class SourcesHere:
    """Stands for the source list until everything before and after it is numbered."""

    compact: bool = False


@dataclass(frozen=True, slots=True)
class DifferencesThere:
    """Stands for the pointer to the table where sources differ until that has its number."""


Laid: TypeAlias = Block | SourcesHere | DifferencesThere


@singledispatch
def blocks_of(content: Content, numbering: Numbering, section: BriefingSection) -> Iterator[Laid]:
    """The blocks of one kind of content; one function for each kind follows."""
    raise NotImplementedError(type(content).__name__)


@blocks_of.register
def _lines(lines: Lines, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    for claim in lines.claims:
        yield ListItem(cited(numbering, claim))


@blocks_of.register
def _figures(figures: FiguresByActor, numbering: Numbering, _section: BriefingSection) -> Iterator[Laid]:
    yield figures_table(figures, numbering)
    if any(row.disputed for _, group in figures.groups for row in group):
        yield DifferencesThere()


@blocks_of.register
def _strip(strip: FigureStrip, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    for row in strip.rows:
        known = ", ".join(one_line(part) for part in (status(row), row.as_of, row.said_by) if part)
        thing = f" {counted(row)}" if counted(row) else ""
        yield ListItem((*value(row), Run(f"{thing} ({known})"), *markers(numbering, row.value)))


@blocks_of.register
def _statements(statements: Statements, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    for row in statements.rows:
        role = f" ({one_line(row.role)})" if row.role else ""
        lead = (Run(row.speaker, bold=True), Run(f"{role} {row.verb}".rstrip() + ": "))
        yield ListItem((*lead, *cited(numbering, row.claim, quoted=row.direct)))


@blocks_of.register
def _people(people: People, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    columns = (Column("Name", 0.28), Column("Role", 0.34), Column("Speaks for", 0.22), Column("Source", 0.16))
    rows = tuple(
        Row(
            (
                *texts(row.name, one_line(row.role), row.actor),
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
    if timeline.compact:
        for row in timeline.rows:
            yield ListItem((Run(date_in_words(row.date), bold=True), Run(": "), *cited(numbering, row.claim)))
        return
    columns = (Column("Date", 0.2), Column("What the source says", 0.64), Column("Source", 0.16))
    rows = [
        Row((*texts(date_in_words(row.date)), evidence(row.claim), markers(numbering, row.claim)[1:]))
        for row in timeline.rows
    ]
    yield Table(
        "What the sources date, oldest first",
        columns,
        tuple(rows),
        f"{count(len(rows), 'dated event')}, oldest first.",
        numbering.next_table(),
    )


@blocks_of.register
def _disagreements(disagreements: Disagreements, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    if not disagreements.compact:
        yield disagreements_table(disagreements, numbering)
        return
    for view in disagreements.views:
        kind = differs_how(view)
        about = "" if kind == differs_how() else f" ({kind})"
        yield ListItem((Run(differs_what(view), bold=True), Run(f"{about}: "), *_values(view, numbering)))


def _values(view: DisagreementView, numbering: Numbering) -> Iterator[Inline]:
    """The values in one line, each with its thing where that has another name, its status, who says it, and where."""
    for place, given in enumerate(view.values):
        yield Run("; " if place else "")
        yield from value(given.rows[0])
        before = view.counted
        for row in given.rows:
            counted = "" if row.counted.casefold() == before.casefold() else f" {one_line(row.counted)}"
            known = ", ".join(part for part in (row.status, row.said_by) if part)
            yield Run(f"{counted.rstrip()} ({known})")
            before = row.counted
            yield from markers(numbering, row.value, given.rows[0].value.id)


@blocks_of.register
def _charts(drawn: Charts, numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    yield from charts(drawn, numbering)


@blocks_of.register
def _standing(standing: Standing, _numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    yield Paragraph((Run(" ".join(standing.sentences)),))


@blocks_of.register
def _to_write(place: ToWrite, _numbering: Numbering, section: BriefingSection) -> Iterator[Block]:
    if place.text:
        for paragraph in place.text.split("\n"):
            if paragraph.strip():
                yield Paragraph((Run(paragraph.strip()),), _written_as(paragraph.strip(), place))
    else:
        yield WritePlace(section.key, place.prompt)


def _written_as(paragraph: str, place: ToWrite) -> Role:
    """What a person's paragraph is: by its own first word ("Assumption: ..."), else by where it stands."""
    first = paragraph.partition(":")[0].strip().casefold()
    named = {"assumption": Role.ASSUMPTION, "gap": Role.GAP, "judgement": Role.WRITTEN, "judgment": Role.WRITTEN}
    return named.get(first, Role.GAP if place.gaps else Role.WRITTEN)


@blocks_of.register
def _notice(notice: Notice, _numbering: Numbering, _section: BriefingSection) -> Iterator[Block]:
    yield Paragraph((Run(notice.text, italic=True),), Role.NOTICE)


@blocks_of.register
def _source_list(sources: SourceList, _numbering: Numbering, _section: BriefingSection) -> Iterator[Laid]:
    yield SourcesHere(sources.compact)
