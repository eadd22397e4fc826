"""Lines that are whole sentences of the sources: summaries and the timeline."""

from __future__ import annotations

from dataclasses import replace

from briefing.composer.state import Composition, Scope, line_id
from briefing.deciding import arranged
from briefing.model import Claim, Lines, Precision, Section, Timeline, TimelineRow
from briefing.summary import SummaryOptions, summarise

_WORDS = 100
_FEWEST_WORDS = 5
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
    claims = [composition.index.line(item) for item in chosen]
    return Lines(arranged(claims, _key, composition.decisions.order)) if claims else None


def _key(claim: Claim) -> str:
    return claim.id


def timeline(composition: Composition, section: Section, scope: Scope) -> Timeline | None:
    """Dated sentences, oldest first. A limit keeps exact dates and those nearest to the briefing's own."""
    named = {line_id(sentence.source, sentence.span) for sentence in composition.about(scope)}
    events = [
        event
        for event in sorted(composition.analysis.timeline, key=lambda event: event.date)
        if event.id not in composition.decisions.dropped and line_id(event.source, event.sentence) in named
    ]
    now = _now(composition)
    rows: dict[tuple[str, str], TimelineRow] = {}
    ranks: dict[tuple[str, str], tuple[bool, bool, int, int]] = {}
    for event in events:
        claim = composition.index.claim(event.id, event.source, event.sentence, event.passage, event.page)
        key = (event.date, " ".join(claim.text.casefold().split()))
        if key in rows:
            claim = replace(rows[key].claim, citations=(*rows[key].claim.citations, *claim.citations))
        rows[key] = TimelineRow(event.date, claim)
        pinned = event.id in composition.decisions.pinned
        telling = len(claim.text.split()) >= _FEWEST_WORDS
        ranks.setdefault(key, (pinned, telling, _PRECISE.index(event.precision), -abs(_day(event.date) - now)))
    most = scope.most(section) or len(rows)
    kept = frozenset(sorted(rows, key=lambda key: ranks[key], reverse=True)[:most])
    return Timeline(tuple(row for key, row in rows.items() if key in kept), section.compact) if rows else None


def _now(composition: Composition) -> int:
    """The day of the briefing, else of the latest source, else of the latest event."""
    sources, events = composition.analysis.sources, composition.analysis.timeline
    dates = (composition.request.date, max(source.published for source in sources) if sources else "")
    return next((_day(date) for date in dates if date), max((_day(event.date) for event in events), default=0))


def _day(iso: str) -> int:
    """A date as a number of days; a reduced one is its first day, none is 0."""
    year, month, day = (int(part) if part.isdecimal() else 1 for part in f"{iso}-01-01".split("-")[:3])
    return year * 372 + (month - 1) * 31 + day - 1
