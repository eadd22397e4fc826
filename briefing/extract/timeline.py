"""Dated events: a sentence and the date that stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Event, PassageKind, Sentence, Source, Span, evidence_id
from briefing.text.dates import DateFound, find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

_RANK = {"day": 0, "month": 1, "year": 2}


def find_events(source: Source, sentences: tuple[Sentence, ...]) -> Iterator[Event]:
    """One event per sentence with a resolved date: the most precise date, the first of equals."""
    for sentence in sentences:
        if sentence.kind is PassageKind.FOOTNOTE:
            continue
        dated = [found for found in find_dates(sentence.text, source.published) if found.date]
        if dated:
            best = min(dated, key=lambda found: _RANK[found.precision.value])
            yield _event(source, sentence, best)


def _event(source: Source, sentence: Sentence, found: DateFound) -> Event:
    span = Span(sentence.span.start + found.span.start, sentence.span.start + found.span.end)
    return Event(
        id=evidence_id("e", source.id, span),
        source=source.id,
        date=found.date,
        precision=found.precision,
        date_span=span,
        sentence=sentence.span,
        passage=sentence.passage,
        page=sentence.page,
    )
