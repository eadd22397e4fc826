"""One document, from sentences to evidence. The steps in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.figures import find_figures
from briefing.extract.found import LocalActor, SourceEvidence
from briefing.extract.leads import find_leads
from briefing.extract.people import attach_roles
from briefing.extract.quotations import find_quotes
from briefing.extract.reading import Reading, read_lines
from briefing.extract.roster import KINDS
from briefing.extract.statements import find_statements
from briefing.extract.tables import find_cells
from briefing.extract.timeline import find_events
from briefing.model import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.extract.aliases import Aliases
    from briefing.model import Sentence, Source


def read_document(source: Source, sentences: Sequence[Sentence], aliases: Aliases) -> SourceEvidence:
    """What one document gives by itself."""
    reading = read_lines(source, sentences, aliases)
    if not reading.roster.foreign:
        attach_roles(reading)
        find_quotes(reading)
    find_leads(reading)
    find_cells(reading)
    figures = tuple(find_figures(reading))
    statements = () if reading.roster.foreign else tuple(find_statements(reading))
    dated = {line.sentence.span: line.dates for line in reading.lines if line.dates is not None}
    return SourceEvidence(
        source=source.id,
        actors=_actors(reading, figures_actors=[f.actor for f in figures if f.actor]),
        figures=figures,
        statements=statements,
        timeline=tuple(find_events(source, sentences, dated)),
    )


def _actors(reading: Reading, figures_actors: list[str]) -> tuple[LocalActor, ...]:
    """The actors of the roster, and those that only a figure's subject named ("companies")."""
    for name in figures_actors:
        if name not in reading.roster.records:
            known = reading.roster.record(name, "organisation" if name[0].isupper() else "group")
            known.forms.append(name)
    return tuple(
        LocalActor(
            record.name,
            KINDS.get(record.kind, ActorKind.ORGANISATION),
            record.parent,
            record.role,
            tuple(record.forms),
            tuple(record.places),
        )
        for record in reading.roster.records.values()
    )
