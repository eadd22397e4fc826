"""Which key figures go into a table: equal ones merged with all their citations, the weightiest kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from briefing.composer.state import Composition, Scope
from briefing.deciding import arranged
from briefing.model import ActorEvidence, Figure, FigureRow, FiguresByActor, FigureStrip, Section

_STRIP = 4
_AT_A_TIME = 2


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row with the figure it was made from, its actor's id (or "") and its place among all figures."""

    figure: Figure
    row: FigureRow
    owner: str
    place: int


def by_actor(composition: Composition, section: Section, scope: Scope) -> FiguresByActor | None:
    """The figures under their actors, those named most often first; figures of no actor come last."""
    rows = _kept(composition, _candidates(composition, scope), scope.most(section))
    order = {actor.id: place for place, actor in enumerate(composition.actors)}
    groups: dict[str, list[Ranked]] = {}
    for ranked in rows:
        groups.setdefault(ranked.owner, []).append(ranked)
    names = composition.index.name
    keys = sorted(groups, key=lambda key: (key == "", order.get(key, len(order)), names(key)))
    most = section.rows if scope.everything else 0
    shown = [(names(key), _kept(composition, groups[key], most)) for key in keys]
    tables = tuple((name, tuple(ranked.row for ranked in group)) for name, group in shown)
    return FiguresByActor(tables) if tables else None


def strip(composition: Composition, section: Section, scope: Scope) -> FigureStrip | None:
    """A few figures, no value twice: the reader of a strip does not compare who says it."""
    different: dict[tuple[object, ...], Ranked] = {}
    for ranked in sorted(_candidates(composition, scope), key=lambda ranked: _weight(composition, ranked)):
        different.setdefault((ranked.figure.low, ranked.figure.high, ranked.figure.unit), ranked)
    rows = _kept(composition, list(different.values()), scope.most(section) or _STRIP)
    return FigureStrip(tuple(ranked.row for ranked in rows)) if rows else None


def _candidates(composition: Composition, scope: Scope) -> list[Ranked]:
    """The key figures of a scope, each as one row however often it is given, in source order."""
    only, index = composition.only(scope), composition.index
    rows: dict[tuple[object, ...], Ranked] = {}
    for place, figure in enumerate(composition.analysis.figures):
        owner = index.owner(figure)
        if not figure.key or figure.id in composition.decisions.dropped or (only and owner not in only):
            continue
        if composition.covers(scope, figure.source, figure.sentence):
            key = (*_same(figure, owner), index.edits.get(figure.id, ""))
            new = Ranked(figure, index.figure(figure.id), owner, place)
            rows[key] = _merged(rows[key], new) if key in rows else new
    # A cell of a table without its row and column tells nothing, so such numbers stand only where there are no others.
    return [ranked for ranked in rows.values() if not _is_bare(ranked.figure)] or list(rows.values())


def _kept(composition: Composition, rows: list[Ranked], most: int) -> list[Ranked]:
    """The weightiest rows, in source order; of one thing two at a time, so that one dispute does not fill a table."""
    weighed = sorted(rows, key=lambda ranked: _weight(composition, ranked))
    seen: Counter[tuple[str, str]] = Counter()
    turns: dict[int, int] = {}
    for ranked in weighed:
        thing = (ranked.owner, " ".join(ranked.row.counted.casefold().split()[-1:]))
        pinned = ranked.figure.id in composition.decisions.pinned
        turns[ranked.place] = -1 if pinned else seen[thing] // _AT_A_TIME
        seen[thing] += 1
    kept = sorted(weighed, key=lambda ranked: turns[ranked.place])[: most or len(rows)]
    in_source_order = sorted(kept, key=lambda ranked: ranked.place)
    return list(arranged(in_source_order, _identity, composition.decisions.order))


def _identity(ranked: Ranked) -> str:
    return ranked.figure.id


def _is_bare(figure: Figure) -> bool:
    """A number of which neither noun nor unit is known."""
    return not figure.counted and not figure.unit


def _same(figure: Figure, owner: str) -> tuple[object, ...]:
    """What makes two figures one row: same actor, value, bound, unit, thing counted, status and originator."""
    return (
        owner,
        figure.low,
        figure.high,
        figure.modifier,
        figure.unit,
        " ".join(figure.counted.casefold().split()),
        figure.status,
        figure.originator.name if figure.originator else "",
    )


def _merged(first: Ranked, second: Ranked) -> Ranked:
    value = replace(first.row.value, citations=(*first.row.value.citations, *second.row.value.citations))
    row = replace(
        first.row,
        value=value,
        disputed=first.row.disputed or second.row.disputed,
        as_of=first.row.as_of or second.row.as_of,
    )
    return replace(first, row=row)


def _weight(composition: Composition, ranked: Ranked) -> tuple[int, ...]:
    """Pinned ones first, then disputed ones, those in most sources, those whose actor is sure, those early on."""
    sources = composition.index.voices(ranked.row.value.citations)
    unsure = ranked.figure.actor_evidence in (ActorEvidence.ASSUMED, ActorEvidence.NONE)
    pinned = ranked.figure.id in composition.decisions.pinned
    untold = not ranked.row.counted
    return (not pinned, untold, not ranked.row.disputed, -sources, unsure, ranked.figure.passage, ranked.place)
