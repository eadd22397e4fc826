"""How much of a template's budgets is used so that a briefing goes on its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil

from briefing.model import Section, SectionKind, Template

_SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)


def fitting(template: Template, fits: Callable[[Template], bool]) -> Template:
    """The template with budgets as large as `fits` allows, else with the smallest there are.

    All sections share what has to go; what is then left of the room goes to those that come first.
    """
    if fits(template):
        return template
    number = _first(1, len(_SHARES) - 1, lambda place: fits(_scaled(template, _SHARES[place])))
    tight, loose = _scaled(template, _SHARES[number]), _scaled(template, _SHARES[number - 1])
    # The more of the last sections are tight, the less is printed; all of them tight is what was just found to fit.
    count = len(template.sections)
    kept = _first(1, count, lambda last: fits(_mixed(loose, tight, count - last)))
    return _mixed(loose, tight, count - kept)


def _first(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The first number from `low` to `high` for which it holds, by bisection; `high` is not asked."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _mixed(loose: Template, tight: Template, first: int) -> Template:
    return replace(loose, sections=(*loose.sections[:first], *tight.sections[first:]))


def _scaled(template: Template, share: float) -> Template:
    return replace(template, sections=tuple(_smaller(section, share) for section in template.sections))


def _smaller(section: Section, share: float) -> Section:
    """Fewer lines for each actor, but no actor less; annexes keep their budgets."""
    if section.kind is SectionKind.ANNEX:
        return section
    limit = section.limit if section.per else ceil(section.limit * share)
    return replace(section, words=ceil(section.words * share), limit=limit, rows=ceil(section.rows * share))
