"""Which key figures go into a table: equal ones merged with all their citations, the weightiest first to be kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.composer.index import EvidenceIndex
from briefing.model import ActorEvidence, Analysis, Figure, FigureRow


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row with the figure it was made from and its place among all figures."""

    figure: Figure
    row: FigureRow
    place: int


def chosen(analysis: Analysis, index: EvidenceIndex, limit: int, actors: Sequence[str] = ()) -> list[Ranked]:
    """At most `limit` rows (0: all), in source order; only those of `actors` (ids) where any are given."""
    rows: dict[tuple[object, ...], Ranked] = {}
    for place, figure in enumerate(analysis.figures):
        if not figure.key or (actors and figure.actor not in actors):
            continue
        key = _same(figure)
        if key in rows:
            rows[key] = _merged(rows[key], index.figure(figure.id))
        else:
            rows[key] = Ranked(figure, index.figure(figure.id), place)
    kept = sorted(rows.values(), key=_weight)[: limit or len(rows)]
    return sorted(kept, key=lambda ranked: ranked.place)


def _same(figure: Figure) -> tuple[object, ...]:
    """What makes two figures one row: same actor, value, bound, unit, thing counted, status and originator."""
    return (
        figure.actor,
        figure.low,
        figure.high,
        figure.modifier,
        figure.unit,
        " ".join(figure.counted.casefold().split()),
        figure.status,
        figure.originator.name if figure.originator else "",
    )


def _merged(first: Ranked, second: FigureRow) -> Ranked:
    value = replace(first.row.value, citations=(*first.row.value.citations, *second.value.citations))
    return replace(first, row=replace(first.row, value=value, disputed=first.row.disputed or second.disputed))


def _weight(ranked: Ranked) -> tuple[int, int, int, int, int]:
    """Disputed figures first, then those in most sources, those whose actor is sure, those that come early."""
    sources = {citation.source for citation in ranked.row.value.citations}
    unsure = ranked.figure.actor_evidence in (ActorEvidence.ASSUMED, ActorEvidence.NONE)
    return (not ranked.row.disputed, -len(sources), unsure, ranked.figure.passage, ranked.place)
