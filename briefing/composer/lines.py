"""Lines that are whole sentences of the sources: summaries and the timeline."""

from __future__ import annotations

from dataclasses import replace

from briefing.composer.state import Composition, Scope, line_id
from briefing.model import Event, Lines, Precision, Section, Timeline, TimelineRow
from briefing.summary import SummaryOptions, summarise

_WORDS = 100
_PRECISE = (Precision.YEAR, Precision.MONTH, Precision.DAY)


def summary(composition: Composition, section: Section, scope: Scope) -> Lines | None:
    """The best lines that are not printed yet."""
    return _chosen(composition, section, scope, tuple(composition.printed))


def summary_again(composition: Composition, section: Section, scope: Scope) -> Lines | None:
    """A few lines, printed before or not."""
    return _chosen(composition, replace(section, words=(section.words or _WORDS) // 2), scope, ())


def _chosen(composition: Composition, section: Section, scope: Scope, printed: tuple[str, ...]) -> Lines | None:
    options = SummaryOptions(
        words=(composition.request.words if scope.everything else 0) or section.words or _WORDS,
        count=scope.most(section),
        pinned=composition.decisions.pinned if scope.everything else (),
        banned=(*composition.decisions.dropped, *printed),
    )
    chosen = summarise(composition.about(scope), composition.analysis.sources, options)
    composition.printed += [line_id(item.sentence.source, item.sentence.span) for item in chosen]
    return Lines(tuple(composition.index.line(item) for item in chosen)) if chosen else None


def timeline(composition: Composition, section: Section, scope: Scope) -> Timeline | None:
    """Dated sentences, oldest first. A limit keeps the exact dates before the vague ones, and the latest of them."""
    named = {line_id(sentence.source, sentence.span) for sentence in composition.about(scope)}
    events = [
        event
        for event in sorted(composition.analysis.timeline, key=lambda event: event.date)
        if event.id not in composition.decisions.dropped and line_id(event.source, event.sentence) in named
    ]
    rows: dict[tuple[str, str], TimelineRow] = {}
    ranks: dict[tuple[str, str], tuple[bool, int, str]] = {}
    for event in events:
        index = composition.index
        claim = index.claim(event.id, event.source, event.sentence, event.passage, event.page)
        key = (event.date, " ".join(claim.text.casefold().split()))
        if key in rows:
            claim = replace(rows[key].claim, citations=(*rows[key].claim.citations, *claim.citations))
        rows[key] = TimelineRow(event.date, claim)
        ranks.setdefault(key, _rank(composition, event))
    most = scope.most(section) or len(rows)
    kept = sorted(rows, key=lambda key: ranks[key], reverse=True)[:most]
    return Timeline(tuple(row for key, row in rows.items() if key in kept), section.compact) if rows else None


def _rank(composition: Composition, event: Event) -> tuple[bool, int, str]:
    return (event.id in composition.decisions.pinned, _PRECISE.index(event.precision), event.date)
