"""Where sources differ: the values for one thing side by side, equal ones in one row with everybody who gives them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from briefing.composer.state import Composition, Scope
from briefing.model import (
    Charts,
    Disagreement,
    DisagreementKind,
    Disagreements,
    DisagreementView,
    Figure,
    FigureRow,
    GivenValue,
    Section,
)

_KINDS = (DisagreementKind.CONFLICT, DisagreementKind.UPDATE, DisagreementKind.DIFFERENT_SCOPE)


def side_by_side(composition: Composition, section: Section, scope: Scope) -> Disagreements | None:
    """The disagreements of a scope; under a limit conflicts come first, and those last whose thing has no name."""
    only, most = composition.only(scope), scope.most(section)
    found = [
        view
        for disagreement in composition.analysis.disagreements
        if not only or disagreement.actor in only
        if (view := _view(composition, disagreement, section.rows if scope.everything else 0, scope)) is not None
    ]
    best = sorted(found, key=_weight)[: most or len(found)]
    views = tuple(view for view in found if view in best)
    return Disagreements(views, section.compact) if views else None


def drawn(composition: Composition, section: Section, scope: Scope) -> Charts | None:
    """The same disagreements to be drawn; percentages and counts are never on one axis, being different things."""
    found = side_by_side(composition, section, scope)
    return Charts(found.views) if found else None


def _weight(view: DisagreementView) -> tuple[int, bool]:
    unnamed = all(not row.counted for value in view.values for row in value.rows)
    return (_KINDS.index(view.kind), unnamed)


def _view(composition: Composition, disagreement: Disagreement, most: int, scope: Scope) -> DisagreementView | None:
    """One disagreement without what a person dropped; None where no two values are left."""
    index, decisions = composition.index, composition.decisions
    edits = dict(decisions.reworded)
    same: dict[tuple[object, ...], list[Figure]] = {}
    for figure in (index.figures[key] for key in disagreement.figures if key not in decisions.dropped):
        if composition.covers(scope, figure.source, figure.sentence):
            value = (figure.low, figure.high, figure.modifier, figure.unit, edits.get(figure.id, ""))
            same.setdefault(value, []).append(figure)
    if len(same) < 2:
        return None
    groups = list(same.values())
    kept = _telling(groups, most)
    values = tuple(_given(composition, group) for group in groups if group in kept)
    name = index.name(disagreement.actor or "")
    return DisagreementView(name, disagreement.counted, disagreement.kind, values, len(groups) - len(values))


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


def _given(composition: Composition, figures: list[Figure]) -> GivenValue:
    """One value with all who give it, in source order; one row for the same speaker, status and thing."""
    rows: dict[tuple[str, ...], FigureRow] = {}
    for figure in figures:
        row = composition.index.figure(figure.id)
        key = (" ".join(row.counted.casefold().split()), row.status, row.said_by)
        if key in rows:
            claim = rows[key].value
            row = replace(rows[key], value=replace(claim, citations=(*claim.citations, *row.value.citations)))
        rows[key] = row
    return GivenValue(tuple(rows.values()))
