"""The key figures of one document, as rows: value, unit, what is counted, whose, who says so, how sure, when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.extract.actors import NOBODY, Owned, actor_of, gapped
from briefing.extract.attribution import NO_VOICE, Voice, voice_of
from briefing.extract.counted import counted_by
from briefing.extract.foreign import noun_after
from briefing.extract.modifiers import is_near, may_bound, modifier_of
from briefing.extract.numbers import Quantity
from briefing.extract.status import may_hedge, status_of
from briefing.model import ActorEvidence, Figure, Modifier, Originator, PassageKind, Span, Status, evidence_id
from briefing.text.dates import DateFound, find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from briefing.extract.reading import Line, Reading
    from briefing.extract.tables import Cell


_NAMED = (ActorEvidence.SUBJECT, ActorEvidence.POSSESSOR)


def find_figures(reading: Reading) -> Iterator[Figure]:
    """The figures in text order. `actor` and the originator's `actor` are names, not ids yet."""
    for number, line in enumerate(reading.lines):
        if line.numbers:
            yield from _of_line(reading, number, line)


def _of_line(reading: Reading, number: int, line: Line) -> Iterator[Figure]:
    dates = line.dates = find_dates(line.sentence.text, reading.source.published)
    previous: dict[str, str] = {}
    for quantity in line.numbers:
        token = line.words.at(line.words.start + quantity.start)
        if token >= len(line.words):
            continue
        if reading.roster.foreign:
            noun = noun_after(line.sentence.text, quantity, reading.roster.foreign)
            yield _figure(reading, number, quantity, token, noun, None)
            continue
        counted = counted_by(line, quantity, token, previous.get(quantity.unit, ""), previous.get("any", ""))
        previous[quantity.unit] = counted or previous.get(quantity.unit, "")
        previous["any"] = counted or previous.get("any", "")
        yield _figure(reading, number, quantity, token, counted, _date_of(dates, quantity))


def _date_of(dates: tuple[DateFound, ...], quantity: Quantity) -> DateFound | None:
    """The date that stands nearest to the number."""
    return min(
        dates,
        key=lambda found: min(abs(found.span.start - quantity.end), abs(quantity.start - found.span.end)),
        default=None,
    )


def _figure(
    reading: Reading, number: int, quantity: Quantity, token: int, counted: str, dated: DateFound | None
) -> Figure:
    line = reading.lines[number]
    text = line.sentence.text
    before, after = text[: quantity.start], text[quantity.end : quantity.end + 30]
    bounded = may_bound(line.words.lows[max(0, token - 12) : token])
    modifier = modifier_of(before if bounded else "", after, quantity.is_range)
    low, high = _bounds(quantity, modifier, before)
    owned = NOBODY if reading.roster.foreign else actor_of(reading, number, token)
    voice = NO_VOICE if reading.roster.foreign else _voice(reading, number, token, owned)
    cell = reading.cells.get(number)
    if cell is not None:
        told = _in_table(cell, owned, quantity)
        owned, quantity, counted = told.owned, told.quantity, cell.counted
        low, high = _bounds(quantity, modifier, before)
    start = line.sentence.span.start
    span = Span(start + quantity.start, start + quantity.end)
    return Figure(
        id=evidence_id("f", reading.source.id, span),
        source=reading.source.id,
        span=span,
        text=text[quantity.start : quantity.end],
        low=low,
        high=high,
        unit=quantity.unit,
        counted=counted,
        modifier=modifier,
        status=_status(line, quantity, bool(voice.name)),
        actor=owned.name or None,
        actor_evidence=owned.evidence,
        originator=Originator(voice.name, voice.name if voice.known else None) if voice.name else None,
        as_of=dated.date if dated else "",
        date_text=dated.text if dated else "",
        sentence=line.sentence.span,
        passage=line.sentence.passage,
        page=line.sentence.page,
        key=bool(counted) or line.sentence.kind is not PassageKind.CELL,
    )


@dataclass(frozen=True, slots=True)
class _InTable:
    """A cell's number as its table explains it."""

    owned: Owned
    quantity: Quantity


def _in_table(cell: Cell, owned: Owned, quantity: Quantity) -> _InTable:
    """The cell's owner, and its number with the unit and scale of its column's head."""
    if cell.actor:
        owned = Owned(cell.actor, ActorEvidence.LEAD_IN)
    if cell.unit and not quantity.unit:
        quantity = replace(quantity, unit=cell.unit)
    if cell.factor != 1 and not quantity.scaled:
        quantity = replace(quantity, low=quantity.low * cell.factor, high=quantity.high * cell.factor)
    return _InTable(owned, quantity)


def _voice(reading: Reading, number: int, token: int, owned: Owned) -> Voice:
    """Who says the figure; nobody where another's pledge only stands beside it ("... and Germany €43 million")."""
    voice = voice_of(reading, number, token)
    aside = voice.undertaking and owned.evidence in _NAMED and gapped(reading.lines[number], token)
    return NO_VOICE if aside else voice


def _status(line: Line, quantity: Quantity, said: bool) -> Status:
    if not may_hedge(line.words.lows):
        return Status.REPORTED if said else Status.STATED
    return status_of(_clause(line.sentence.text, quantity), said)


def _bounds(quantity: Quantity, modifier: Modifier, before: str) -> tuple[Decimal | None, Decimal | None]:
    if quantity.is_range:
        return quantity.low, quantity.high
    if modifier in {Modifier.AT_LEAST, Modifier.MORE_THAN}:
        return quantity.low, None
    if modifier in {Modifier.UP_TO, Modifier.LESS_THAN} and not is_near(before):
        return None, quantity.high
    return quantity.low, quantity.high


def _clause(text: str, quantity: Quantity) -> str:
    """The part of the sentence that tells how sure the figure is: up to the next semicolon on either side."""
    first = max(text.rfind(mark, 0, quantity.start) for mark in (";", " – ", " — ", "•"))
    last = text.find(";", quantity.end)
    return text[first + 1 : last if last >= 0 else len(text)]
