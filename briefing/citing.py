"""A briefing as a PDF, with the place on its pages of every citation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing import pipeline
from briefing.blocks import LedgerEntry
from briefing.model import Briefing, Span


@dataclass(frozen=True, slots=True)
class Spot:
    """A citation's box on a page (from 0), in points from its upper left corner, and the passage it cites."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class Drawn:
    """The file as an export would write it. `spots` is empty where links and citations cannot be told apart."""

    pdf: bytes = field(repr=False)
    spots: tuple[Spot, ...] = ()


def drawn(briefing: Briefing) -> Drawn:
    """The briefing's pages. Raises TemplateError."""
    from briefing.writers.pdf import write_pdf

    document = pipeline.lay_out(briefing)
    pdf = write_pdf(document)
    return Drawn(pdf, tuple(_spots(pdf, document.ledger)))


def _spots(pdf: bytes, ledger: Sequence[LedgerEntry]) -> Iterator[Spot]:
    """Each link to the source list with its entry in the ledger: both are in the order of the document."""
    from briefing.writers.pdf.spots import link_spots

    links = list(link_spots(pdf, frozenset(f"source-{entry.number}" for entry in ledger)))
    targets = [f"source-{entry.number}" for entry in ledger]
    if len(links) != len(targets) or [link.target for link in links] != targets:
        return
    for link, entry in zip(links, ledger, strict=True):
        yield Spot(link.page, link.left, link.top, link.right, link.bottom, entry.source, Span(entry.start, entry.end))
