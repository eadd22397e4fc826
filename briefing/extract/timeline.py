"""Dated events: a sentence and the date that stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Event, PassageKind, Sentence, Source, Span, evidence_id
from briefing.text.dates import DateFound, find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_RANK = {"day": 0, "month": 1, "year": 2}


def find_events(
    source: Source, sentences: Sequence[Sentence], known: Mapping[Span, tuple[DateFound, ...]]
) -> Iterator[Event]:
    """One event per sentence with a resolved date: the most precise date, the first of equals.

    `known` are the dates of sentences that were already searched.
    """
    for sentence in sentences:
        if sentence.kind is PassageKind.FOOTNOTE:
            continue
        dates = known.get(sentence.span)
        dates = find_dates(sentence.text, source.published) if dates is None else dates
        dated = [found for found in dates if found.date]
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
