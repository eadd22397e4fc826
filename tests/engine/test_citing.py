"""Where on the pages of a PDF its citations stand, and summaries of what was analysed before."""

from __future__ import annotations

from dataclasses import replace

import matter
import pytest

from briefing import citing, composer, deciding, pipeline, summaries, templates
from briefing.model import CitationForm, Decisions, Span


@pytest.mark.parametrize("form", [CitationForm.BRACKET, CitationForm.FOOTNOTE, CitationForm.ENDNOTE])
def test_each_citation_has_its_spot_in_the_ledgers_order(form: CitationForm) -> None:
    template = replace(templates.find("situation-report"), citation_form=form)
    briefing = composer.compose(matter.analysis(), template)
    drawn, ledger = citing.drawn(briefing), pipeline.lay_out(briefing).ledger
    assert ledger
    assert [(spot.source, spot.span) for spot in drawn.spots] == [
        (entry.source, Span(entry.start, entry.end)) for entry in ledger
    ]
    assert all(spot.page >= 0 and 0 < spot.left < spot.right and 0 < spot.top < spot.bottom for spot in drawn.spots)
    assert drawn.pdf == pipeline.render(briefing, ".pdf")


def test_a_briefing_without_citations_has_no_spots() -> None:
    template = replace(templates.find("situation-report"), sections=())
    assert citing.drawn(composer.compose(matter.analysis(), template)).spots == ()


def test_summaries_follow_the_decisions() -> None:
    analysis = matter.analysis()
    by_actor = summaries.SummaryRequest(by="actor", words=60)
    names = [group.name for group in summaries.summaries_of(analysis, by_actor)]
    assert "Norway" in names
    renamed = Decisions(renamed=(("a_norway", "Kingdom of Norway"),))
    assert "Kingdom of Norway" in [group.name for group in summaries.summaries_of(analysis, by_actor, renamed)]
    hidden = Decisions(hidden=("a_norway",))
    assert "Norway" not in [group.name for group in summaries.summaries_of(analysis, by_actor, hidden)]
    (everything,) = summaries.summaries_of(analysis, summaries.SummaryRequest(words=60))
    first = everything.summary[0].sentence
    line = deciding.picked_id(next(item for item in analysis.sources if item.id == first.source), first.span)
    (without,) = summaries.summaries_of(analysis, summaries.SummaryRequest(words=60), Decisions(dropped=(line,)))
    assert first not in [item.sentence for item in without.summary]


def test_summaries_by_source_are_those_of_the_sources() -> None:
    groups = summaries.summaries_of(matter.analysis(), summaries.SummaryRequest(by="source", words=60))
    for group in groups:
        assert {item.sentence.source for item in group.summary} == {group.of}
