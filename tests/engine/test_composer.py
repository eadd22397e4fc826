"""What stands in which section, and that every line of it is cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import matter
import pytest

from briefing import composer, layout, templates
from briefing.blocks import (
    BY_A_PERSON,
    Chart,
    Cite,
    Document,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Role,
    Row,
    Run,
    SourceEntry,
    Table,
    WritePlace,
    plain,
)
from briefing.errors import RequestInvalid
from briefing.model import Citation, Claim, Decisions, Request, Section, SectionKind, Span, Template


def build(
    name: str = "situation-report", request: Request | None = None, decisions: Decisions | None = None
) -> Document:
    return layout.lay_out(composer.compose(matter.analysis(), templates.find(name), request, decisions))


def inlines(document: Document) -> Iterator[tuple[Inline, ...]]:
    for block in document.blocks:
        if isinstance(block, ListItem | Paragraph | SourceEntry):
            yield block.inlines
        elif isinstance(block, Table):
            for row in block.rows:
                yield tuple(part for cell in row.cells for part in cell)


@pytest.mark.parametrize("name", ["situation-report", "one-page-note"])
def test_every_line_with_evidence_has_a_citation(name: str) -> None:
    document = build(name)
    lines = [line for line in inlines(document) if any(isinstance(part, Run) and part.evidence for part in line)]
    assert len(lines) >= 5
    for line in lines:
        assert any(isinstance(part, Cite) for part in line), plain(line)


def test_numbers_follow_first_citation_and_anchors_meet() -> None:
    document = build()
    cites = [part for line in inlines(document) for part in line if isinstance(part, Cite)]
    entries = [block for block in document.blocks if isinstance(block, SourceEntry)]
    first_seen = list(dict.fromkeys(cite.number for cite in cites))
    assert first_seen == sorted(first_seen) == [entry.number for entry in entries]
    assert {cite.anchor for cite in cites} == {entry.anchor for entry in entries}
    assert sorted(cite.back for cite in cites) == sorted(back for entry in entries for back in entry.backs)
    assert len({cite.back for cite in cites}) == len(cites) == len(document.ledger)


def test_ledger_is_verbatim() -> None:
    texts = {source.id: source.text for source in matter.analysis().sources}
    document = build()
    for entry in document.ledger:
        assert texts[entry.source][entry.start : entry.end] == entry.quote


def test_sources_that_are_not_cited_are_named() -> None:
    notices = [plain(block.inlines) for block in build("one-page-note").blocks if isinstance(block, Paragraph)]
    assert any("cited passages were found again" in notice for notice in notices)
    used = {entry.name for entry in build().ledger}
    assert "one.txt" in used


def test_figures_stand_under_their_actor_with_hedge_status_and_originator() -> None:
    table = next(block for block in build().blocks if isinstance(block, Table) and "figures" in block.caption)
    rows = [[plain(cell) for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Norway"]
    assert rows[1][:5] == ["1,200", "blankets", "stated; sources differ", "on 3 May 2026", ""]
    assert rows[2][:5] == ["about 900", "blankets", "estimated; sources differ", "", "officials"]
    assert sum(column.share for column in table.columns) == pytest.approx(1)


def test_a_quotation_over_two_lines_is_printed_on_one() -> None:
    said = next(line for line in inlines(build()) if any(isinstance(p, Run) and p.text == "Kari Berg" for p in line))
    assert "Kari Berg (Health Minister) said: “We will send more,”" in plain(said)


def test_written_sections_are_never_filled() -> None:
    blocks = build("one-page-note").blocks
    places = [block.key for block in blocks if isinstance(block, WritePlace)]
    assert places == ["bottom-line", "gaps"]
    written = build("one-page-note", decisions=Decisions(written=(("gaps", "How many\n\nwere lost."),)))
    texts = [plain(b.inlines) for b in written.blocks if isinstance(b, Paragraph) and b.role is Role.GAP]
    assert texts == ["How many", "were lost."]


def test_what_a_person_writes_is_typed_by_its_first_word_or_its_place() -> None:
    text = "We judge it likely.\nAssumption: the road stays open.\ngap: who paid.\nJudgement: it is late."
    document = build("one-page-note", decisions=Decisions(written=(("bottom-line", text), ("gaps", text))))
    roles = [b.role for b in document.blocks if isinstance(b, Paragraph) and b.role in BY_A_PERSON]
    named = [Role.ASSUMPTION, Role.GAP, Role.WRITTEN]
    assert roles == [Role.WRITTEN, *named, Role.GAP, *named]


def test_dropped_evidence_is_gone_and_reworded_evidence_keeps_its_source_words() -> None:
    figure = matter.analysis().figures[0]
    dropped = build(decisions=Decisions(dropped=(matter.analysis().statements[0].id,)))
    assert not any("Kari Berg" in plain(line) and "said:" in plain(line) for line in inlines(dropped))
    edited = build(decisions=Decisions(reworded=((figure.id, "1,250"),)))
    line = next(plain(line) for line in inlines(edited) if "1,250" in plain(line))
    assert "corrected; source: 1,200" in line


def test_an_actor_that_is_asked_for_and_one_that_is_unknown() -> None:
    document = build(request=Request(actors=("malta",)))
    headings = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    assert headings == ["Malta"]
    with pytest.raises(RequestInvalid) as caught:
        build(request=Request(actors=("Atlantis",)))
    assert "Malta" in caught.value.reason


def test_a_claim_needs_a_citation_and_its_own_characters() -> None:
    with pytest.raises(ValueError, match="without a citation"):
        Claim("f_x", "9", ())
    with pytest.raises(ValueError, match="own characters"):
        Claim("f_x", "9", (Citation("s", Span(0, 1), "8", 1),))


def test_an_empty_section_says_so() -> None:
    empty = replace(matter.analysis(), timeline=(), figures=(), disagreements=())
    template = Template("t", "T", "", (Section("a", "When", SectionKind.TIMELINE),))
    document = layout.lay_out(composer.compose(empty, template))
    assert [plain(b.inlines) for b in document.blocks if isinstance(b, Paragraph)] == ["No dated events were found."]


def test_a_chart_draws_each_value_by_who_gives_it_and_cites_it() -> None:
    template = Template("t", "T", "", (Section("a", "Drawn", SectionKind.CHART),))
    document = layout.lay_out(composer.compose(matter.analysis(), template))
    (chart,) = [block for block in document.blocks if isinstance(block, Chart)]
    assert [(point.label, point.text, point.low, point.group) for point in chart.points] == [
        ("The Gazette", "1,200", 1200.0, "stated"),
        ("officials", "about 900", 900.0, "estimated"),
    ]
    assert len([part for part in chart.sources if isinstance(part, Cite)]) == 2
    assert "about 900" in chart.alt
    nothing = layout.lay_out(composer.compose(replace(matter.analysis(), disagreements=()), template))
    assert not [block for block in nothing.blocks if isinstance(block, Chart)]


def test_group_rows_span_and_other_rows_fill_the_columns() -> None:
    for block in build().blocks:
        if isinstance(block, Table):
            for row in block.rows:
                assert isinstance(row, Row)
                assert len(row.cells) == (1 if row.group else len(block.columns))


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2026-10-21", "21 October 2026"),
        ("2026-10", "October 2026"),
        ("2026", "2026"),
        ("", ""),
        ("2026-13", "2026-13"),
    ],
)
def test_dates_in_words(iso: str, words: str) -> None:
    assert layout.date_in_words(iso) == words
