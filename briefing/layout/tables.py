"""The two tables of figures: by actor, and where sources differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from briefing.blocks import Align, Column, Inline, Row, Run, Table
from briefing.layout.evidence import counted, markers, texts, value
from briefing.layout.numbering import Numbering
from briefing.layout.words import count, one_line, status
from briefing.model import (
    DisagreementKind,
    Disagreements,
    DisagreementView,
    FigureRow,
    FiguresByActor,
    GivenValue,
)

_COLUMNS = (
    Column("Figure", 0.16, Align.RIGHT),
    Column("What is counted", 0.23),
    Column("Status", 0.15),
    Column("As of", 0.12),
    Column("Said by", 0.17),
    Column("Source", 0.17),
)
_KIND_WORDS = MappingProxyType(
    {
        DisagreementKind.CONFLICT: "the sources give different values",
        DisagreementKind.DIFFERENT_SCOPE: "the values may differ in scope",
        DisagreementKind.UPDATE: "an earlier and a later value",
    }
)


def figures_table(figures: FiguresByActor, numbering: Numbering) -> Table:
    """The key figures under their actors; those whose actor is assumed stand apart, and an empty column goes."""
    rows: list[Row] = []
    for actor, group in figures.groups:
        sure = [row for row in group if not row.assumed_actor]
        assumed = [row for row in group if row.assumed_actor]
        rows += _group(actor or "Actor not stated", sure, numbering)
        rows += _group(f"{actor} (assumed: the sentence names no actor)", assumed, numbering)
    used = [place for place in range(len(_COLUMNS)) if any(row.cells[place] for row in rows if not row.group)]
    width = sum(_COLUMNS[place].share for place in used)
    return Table(
        "Key figures, their status and who gives them",
        tuple(replace(_COLUMNS[place], share=_COLUMNS[place].share / width) for place in used),
        tuple(row if row.group else Row(tuple(row.cells[place] for place in used)) for row in rows),
        f"Key figures of {count(len(figures.groups), 'actor')}, with status, date, originator and source.",
        numbering.next_table(),
    )


def _group(name: str, rows: Sequence[FigureRow], numbering: Numbering) -> Iterator[Row]:
    if rows:
        yield Row(((Run(name, bold=True),),), group=True)
    for row in rows:
        told = texts(counted(row), status(row), one_line(row.as_of), row.said_by)
        yield Row((value(row), *told, markers(numbering, row.value)[1:]))


def disagreements_table(disagreements: Disagreements, numbering: Numbering) -> Table:
    """Each thing with its values, and for each value those who give it, each with their own citations."""
    columns = (Column("Figure", 0.2, Align.RIGHT), Column("What is counted", 0.28), Column("Who gives it", 0.52))
    rows: list[Row] = []
    for view in disagreements.views:
        rows.append(Row(((Run(differs_what(view), bold=True), Run(f": {differs_how(view)}")),), group=True))
        for given in view.values:
            counted = {row.counted.casefold(): one_line(row.counted) for row in reversed(given.rows) if row.counted}
            shown = texts("; ".join(reversed(counted.values())))
            rows.append(Row((value(given.rows[0]), *shown, tuple(_givers(given, numbering)))))
    return Table(
        "Each value and who gives it",
        columns,
        tuple(rows),
        f"{count(len(disagreements.views), 'disagreement')}, each value with who gives it.",
        numbering.table_of_differences(),
    )


def _givers(given: GivenValue, numbering: Numbering) -> Iterator[Inline]:
    for number, row in enumerate(given.rows):
        who = f"{row.said_by} ({row.status})" if row.said_by else row.status
        yield Run(f"{'; ' if number else ''}{who}")
        yield from markers(numbering, row.value, given.rows[0].value.id)


def differs_what(view: DisagreementView) -> str:
    assumed = " (actor assumed)" if any(row.assumed_actor for value in view.values for row in value.rows) else ""
    name = " – ".join(part for part in (view.actor, one_line(view.counted)) if part)
    return (name or "Not named") + (assumed if view.actor else "")


def differs_how(view: DisagreementView | None = None) -> str:
    """In which way the values differ; without a view, as they commonly do."""
    if view is None:
        return _KIND_WORDS[DisagreementKind.CONFLICT]
    shown = len(view.values)
    return _KIND_WORDS[view.kind] + (f", {shown} of {shown + view.left_out} shown" if view.left_out else "")
