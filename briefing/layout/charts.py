"""Charts of what the sources disagree on: a row for each value, by who gives it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.blocks import Block, ChartPoint, Inline, Run, ranges_chart
from briefing.layout.numbering import Numbering
from briefing.layout.tables import differs_what
from briefing.layout.words import one_line
from briefing.model import Charts, DisagreementView, FigureRow, evidence_id


def charts(drawn: Charts, numbering: Numbering) -> Iterator[Block]:
    """A chart for each thing; the values stand in its text, too, and the citations below it."""
    for view in drawn.views:
        rows = [row for given in view.values for row in given.rows]
        points = tuple(_point(row, numbering) for row in rows)
        yield ranges_chart(differs_what(view), points, _cited(view, numbering), numbering.next_chart())


def _point(row: FigureRow, numbering: Numbering) -> ChartPoint:
    source = numbering.sources[row.value.citations[0].source]
    shown = row.value.edited or one_line(row.value.text)
    return ChartPoint(
        label=row.said_by or source.publisher or source.title or source.name,
        text=f"{row.modifier} {shown}".strip(),
        low=_drawn(row.low),
        high=_drawn(row.high),
        group=row.status,
    )


def _drawn(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _cited(view: DisagreementView, numbering: Numbering) -> tuple[Inline, ...]:
    """Pointers only: the characters themselves are printed where the figures stand as text."""
    cited: list[Inline] = [Run("Sources:")]
    for citation in (one for given in view.values for row in given.rows for one in row.value.citations):
        cited += [Run(" "), numbering.cite(evidence_id("p", citation.source, citation.span), citation)]
    return tuple(cited)
