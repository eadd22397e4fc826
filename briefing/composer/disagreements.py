"""Where sources differ: the values for one thing side by side, equal ones in one row with everybody who gives them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from briefing.composer.state import Composition, Scope
from briefing.model import (
    Disagreement,
    DisagreementKind,
    Disagreements,
    DisagreementView,
    Figure,
    FigureRow,
    Section,
)

_KINDS = (DisagreementKind.CONFLICT, DisagreementKind.UPDATE, DisagreementKind.DIFFERENT_SCOPE)


def side_by_side(composition: Composition, section: Section, scope: Scope) -> Disagreements | None:
    """The disagreements of a scope; under a limit conflicts come before updates and differences of scope."""
    only, most = composition.only(scope), scope.most(section)
    found = [
        view
        for disagreement in composition.analysis.disagreements
        if not only or disagreement.actor in only
        if (view := _view(composition, disagreement, section.rows if scope.everything else 0, scope)) is not None
    ]
    best = sorted(found, key=lambda view: _KINDS.index(view.kind))[: most or len(found)]
    views = tuple(view for view in found if view in best)
    return Disagreements(views, section.compact) if views else None


def _view(composition: Composition, disagreement: Disagreement, most: int, scope: Scope) -> DisagreementView | None:
    """One disagreement without what a person dropped; None where no two values are left."""
    index = composition.index
    figures = [
        index.figures[key]
        for key in disagreement.figures
        if key not in composition.decisions.dropped
        if composition.covers(scope, index.figures[key].source, index.figures[key].sentence)
    ]
    same: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        same.setdefault((figure.low, figure.high, figure.modifier, figure.unit), []).append(figure)
    if len(same) < 2:
        return None
    groups = list(same.values())
    kept = _telling(groups, most)
    rows = tuple(_row(composition, group) for group in groups if group in kept)
    name = index.name(disagreement.actor or "")
    return DisagreementView(name, disagreement.counted, disagreement.kind, rows, len(groups) - len(rows))


def _telling(groups: list[list[Figure]], most: int) -> list[list[Figure]]:
    """At most `most` values: the lowest and the highest, then those that most give."""
    if not most or len(groups) <= most:
        return groups
    by_size = sorted(groups, key=lambda group: _size(group[0]))
    ends = [by_size[0], by_size[-1]]
    rest = sorted((group for group in groups if group not in ends), key=len, reverse=True)
    return [*ends, *rest][: max(most, 2)]


def _size(figure: Figure) -> Decimal:
    return figure.high if figure.high is not None else figure.low or Decimal(0)


def _row(composition: Composition, figures: list[Figure]) -> FigureRow:
    """One value with all who give it, in source order."""
    rows = [composition.index.figure(figure.id) for figure in figures]
    citations = tuple(citation for row in rows for citation in row.value.citations)
    return replace(
        rows[0],
        value=replace(rows[0].value, citations=citations),
        counted=_joined(" ".join(row.counted.split()) for row in rows),
        status=_joined(row.status for row in rows),
        said_by=_joined(row.said_by for row in rows),
        as_of=_joined(row.as_of for row in rows),
        assumed_actor=any(row.assumed_actor for row in rows),
    )


def _joined(words: Iterable[str]) -> str:
    """The different words, whatever their case, in the order of their first use."""
    different = {word.casefold(): word for word in reversed([word for word in words if word])}
    return "; ".join(reversed(different.values()))
