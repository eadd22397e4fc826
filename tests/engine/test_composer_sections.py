"""Each kind of section on a matter made by hand, and the shipped templates on the shipped examples."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

import matter
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import composer, examples, layout, pipeline, templates
from briefing.blocks import Document, Heading, Inline, ListItem, Paragraph, Row, Run, SourceEntry, Table, plain
from briefing.layout.room import pages_needed
from briefing.model import (
    Analysis,
    Decisions,
    Disagreement,
    DisagreementKind,
    Figure,
    Modifier,
    Originator,
    Precision,
    Request,
    Section,
    SectionKind,
    Template,
)
from briefing.verify import verify
from briefing.writers.word.ledger import read_ledger

TEXT = (
    "Ruritania reported 300 sheep, while farmers counted 300 animals.\n\n"
    "About 300 sheep were seen, the mayor said. Others saw 450 sheep, or up to 900 sheep.\n\n"
    "The cells read 17 and 42 tonnes."
)
FLOCK = matter.source(TEXT, "flock.txt", publisher="The Herald", published="2026-05-02")


def figures() -> tuple[Figure, ...]:
    """Five figures for the flock, the same value three times; then a number of nothing and one that names its unit."""
    facts = {"counted": "sheep", "actor": "a_norway"}
    return (
        matter.figure(FLOCK, "300", 300, **facts, originator=Originator("Ruritania")),
        matter.figure(FLOCK, "300 anim", 300, **facts | {"counted": "animals"}, originator=Originator("farmers")),
        matter.figure(FLOCK, "300 she", 300, **facts, modifier=Modifier.ABOUT),
        matter.figure(FLOCK, "450", 450, **facts),
        matter.figure(FLOCK, "900", 900, **facts, modifier=Modifier.UP_TO),
        matter.figure(FLOCK, "17", 17, counted="", actor=None),
        matter.figure(FLOCK, "42 tonnes", 42, counted="tonnes", unit="t"),
    )


def flock(**changes: object) -> Analysis:
    found = figures()
    dispute = Disagreement(
        "sheep",
        "",
        "a_norway",
        tuple(figure.id for figure in found[:5]),
        Decimal(300),
        Decimal(900),
        DisagreementKind.CONFLICT,
    )
    base = matter.analysis()
    given = replace(base, sources=(FLOCK,), sentences=matter.sentences(FLOCK), figures=found, disagreements=(dispute,))
    quiet = replace(given, statements=(), timeline=(), actors=tuple(replace(a, mentions=()) for a in base.actors))
    return replace(quiet, people=(), **changes)  # type: ignore[arg-type]


def laid(analysis: Analysis, *sections: Section, decisions: Decisions | None = None) -> Document:
    template = Template("t", "T", "", (*sections, Section("sources", "Sources", SectionKind.SOURCES)))
    return layout.lay_out(composer.compose(analysis, template, decisions=decisions))


def rows(document: Document) -> list[list[str]]:
    table = next(block for block in document.blocks if isinstance(block, Table))
    return [[plain(cell) for cell in row.cells] for row in table.rows]


DISPUTE = Section("d", "Where sources differ", SectionKind.DISAGREEMENTS)


def test_equal_values_share_a_row_and_each_keeps_who_gives_it() -> None:
    assert rows(laid(flock(), DISPUTE)) == [
        ["Norway – sheep: the sources give different values"],
        ["300", "sheep; animals", "Ruritania (stated) [1, p. 1, para 1]; farmers (stated) [1, p. 1, para 1]"],
        ["about 300 she", "sheep", "stated [1, p. 1, para 1]"],
        ["450", "sheep", "stated [1, p. 2, para 2]"],
        ["up to 900", "sheep", "stated [1, p. 2, para 2]"],
    ]


def test_a_limit_keeps_the_lowest_and_the_highest_value_and_says_that_there_are_more() -> None:
    shown = rows(laid(flock(), replace(DISPUTE, rows=2)))
    assert shown[0] == ["Norway – sheep: the sources give different values, 2 of 4 shown"]
    assert [row[0] for row in shown[1:]] == ["300", "up to 900"]


def test_compact_is_a_line_in_place_of_a_table() -> None:
    document = laid(flock(), replace(DISPUTE, rows=2, compact=True))
    assert not [block for block in document.blocks if isinstance(block, Table)]
    assert [plain(block.inlines) for block in document.blocks if isinstance(block, ListItem)] == [
        "Norway – sheep (the sources give different values, 2 of 4 shown): "  # noqa: ISC004
        "300 (stated, Ruritania) [1, p. 1, para 1] animals (stated, farmers) [1, p. 1, para 1]; "
        "up to 900 (stated) [1, p. 2, para 2]"
    ]


def test_dropping_all_but_one_value_ends_the_disagreement() -> None:
    dropped = tuple(figure.id for figure in figures()[2:5])
    document = laid(flock(), DISPUTE, Section("f", "F", SectionKind.FIGURES), decisions=Decisions(dropped=dropped))
    notices = [plain(block.inlines) for block in document.blocks if isinstance(block, Paragraph)]
    assert notices[0] == "No figures that contradict each other were found."
    assert [row[0] for row in rows(document) if len(row) > 1] == ["300", "300 anim", "42 tonnes"]


def test_numbers_of_nothing_are_left_out_and_a_unit_is_not_said_twice() -> None:
    shown = rows(laid(flock(), Section("f", "F", SectionKind.FIGURES)))
    assert "17" not in [row[0] for row in shown]
    assert next(row for row in shown if row[0] == "42 tonnes")[1] == ""
    only = replace(flock(), figures=figures()[5:6], disagreements=())
    assert rows(laid(only, Section("f", "F", SectionKind.FIGURES)))[0] == ["Actor not stated"]


def test_a_person_s_figures_stand_under_whom_they_speak_for() -> None:
    found = tuple(replace(figure, actor="a_kari_berg") for figure in figures())
    analysis = replace(flock(), figures=found, people=matter.analysis().people)
    groups = [row[0] for row in rows(laid(analysis, Section("f", "F", SectionKind.FIGURES))) if len(row) == 1]
    assert groups == ["Norway"]


def test_a_pinned_figure_survives_a_limit() -> None:
    section = Section("f", "F", SectionKind.FIGURES, limit=1)
    pinned = laid(flock(), section, decisions=Decisions(pinned=(figures()[6].id,)))
    assert [row[0] for row in rows(pinned) if len(row) > 1] == ["42 tonnes"]
    assert [row[0] for row in rows(laid(flock(), section)) if len(row) > 1] == ["300"]


def test_an_annex_asks_for_a_page_of_its_own_and_holds_its_parts() -> None:
    annex = Section("a", "Annex A", SectionKind.ANNEX, parts=(SectionKind.FIGURES, SectionKind.TIMELINE))
    document = laid(flock(), DISPUTE, annex)
    headings = [(block.text, block.new_page) for block in document.blocks if isinstance(block, Heading)]
    assert headings == [("Where sources differ", False), ("Annex A", True), ("Sources", False)]
    assert len([block for block in document.blocks if isinstance(block, Table)]) == 2


def test_the_standing_of_the_sources_is_counted() -> None:
    copy = replace(matter.TWO, duplicate_of=matter.ONE.id)
    analysis = replace(matter.analysis(), sources=(matter.ONE, copy, matter.UNUSED))
    document = laid(analysis, Section("s", "S", SectionKind.SOURCE_SUMMARY))
    said = next(plain(block.inlines) for block in document.blocks if isinstance(block, Paragraph))
    assert said == (
        "This briefing rests on 3 documents of 1 named publisher (The Gazette); 2 of 3 name no publisher. "
        "1 of 3 is dated 4 May 2026; the others carry no date. "
        "1 of 3 repeats the text of another and is no voice of its own: there are 2 voices. "
        "1 statement was found, attributed to 1 different originator, 1 of 1 identified by name; "
        "1 of 1 is heard through one document only. "
        "Named more than once, but without a statement of their own that was found: Malta. "
        "For one thing the documents give values that contradict each other."
    )


def test_the_standing_of_nothing_and_the_changes_since_no_issue() -> None:
    sections = (Section("s", "S", SectionKind.SOURCE_SUMMARY), Section("c", "C", SectionKind.CHANGES))
    document = laid(Analysis((), ()), *sections)
    said = [plain(block.inlines) for block in document.blocks if isinstance(block, Paragraph)]
    assert said[:2] == ["There are no sources.", "There is no earlier issue of this briefing to compare with."]


def test_compact_sources_give_no_file_no_address_and_no_ways_back() -> None:
    template = Template(
        "t", "T", "", (Section("h", "H", SectionKind.SUMMARY), Section("s", "S", SectionKind.SOURCES, compact=True))
    )
    document = layout.lay_out(composer.compose(matter.analysis(), template))
    entries = [block for block in document.blocks if isinstance(block, SourceEntry)]
    assert "“Blankets”, The Gazette, 4 May 2026." in [plain(entry.inlines) for entry in entries]
    assert not any(entry.backs or entry.url for entry in entries)


@cache
def analysed() -> Analysis:
    return pipeline.analyse(pipeline.read_sources(examples.paths()).sources)


SHIPPED = pytest.mark.parametrize("template", templates.shipped(), ids=lambda template: template.name)


def composed(template: Template) -> Document:
    request = Request(title="Low water", date="2026-10-22", marking="OFFICIAL", addressee="The Minister", author="Desk")
    return layout.lay_out(composer.compose(analysed(), template, request))


def lines(document: Document) -> Iterator[tuple[Inline, ...]]:
    for block in document.blocks:
        if isinstance(block, ListItem):
            yield block.inlines


@SHIPPED
def test_no_line_of_a_shipped_template_is_printed_twice(template: Template) -> None:
    printed = Counter(
        part.evidence
        for line in lines(composed(template))
        for part in line
        if isinstance(part, Run) and part.evidence.startswith("l_")
    )
    assert printed
    assert set(printed.values()) == {1}


@SHIPPED
def test_a_shipped_template_keeps_its_pages_and_the_estimate_is_near_the_truth(template: Template) -> None:
    from briefing.writers.pdf import write_pdf

    document = composed(template)
    annex = next(
        (place for place, block in enumerate(document.blocks) if isinstance(block, Heading) and block.new_page),
        len(document.blocks),
    )
    front = replace(document, blocks=document.blocks[:annex])
    pages = len(pypdfium2.PdfDocument(io.BytesIO(write_pdf(front))))
    assert pages <= template.pages
    assert pages - 1.1 <= pages_needed(document) <= pages + 0.3


@SHIPPED
def test_every_passage_of_a_shipped_template_is_found_again_in_its_word_file(template: Template) -> None:
    events = analysed().timeline[:3]
    decisions = Decisions(reworded=tuple((event.id, "In other words.") for event in events))
    briefing = composer.compose(analysed(), template, decisions=decisions)
    ledger = read_ledger(pipeline.render(briefing, ".docx"), "x.docx")
    printed = {item.evidence: item.text for item in reversed(ledger.printed)}
    checked = verify(ledger.entries, printed, analysed().sources)
    assert len(checked.checked) >= 9
    assert checked.sound, checked.faults[:3]


def test_a_page_budget_takes_lines_but_no_actor() -> None:
    free = templates.find("situation-report")
    free, tight = replace(free, pages=0), replace(free, pages=2)
    by_actor = [
        [block.text for block in composed(template).blocks if isinstance(block, Heading) and block.level == 2]
        for template in (free, tight)
    ]
    assert by_actor[0] == by_actor[1]
    assert pages_needed(composed(tight)) < pages_needed(composed(free))
    assert composer.compose(analysed(), tight).template == tight


def test_what_a_person_writes_takes_no_evidence_away() -> None:
    template = templates.find("one-page-note")
    written = Decisions(written=(("bottom-line", "We should act.\n" * 30),))
    plainly = composer.compose(analysed(), template).sections
    with_text = composer.compose(analysed(), template, decisions=written).sections
    assert [s.content for s in plainly if s.key not in ("bottom-line",)] == [
        s.content for s in with_text if s.key not in ("bottom-line",)
    ]


def test_topics_repeat_a_section() -> None:
    section = Section("t", "By topic", SectionKind.SUMMARY, per="topic", limit=3, words=60)
    document = laid(analysed(), section)
    assert 1 <= len([block for block in document.blocks if isinstance(block, Heading) and block.level == 2]) <= 3


@given(st.lists(st.sampled_from(SectionKind), max_size=5), st.integers(0, 4), st.integers(0, 3), st.booleans())
def test_any_template_can_be_composed(kinds: list[SectionKind], limit: int, most: int, compact: bool) -> None:
    sections = [
        Section(str(number), "H", kind, parts=(SectionKind.FIGURES,), limit=limit, rows=most, compact=compact, per=per)
        for number, kind in enumerate(kinds)
        for per in ("actor" if number % 3 == 1 and kind is not SectionKind.SOURCES else "",)
    ]
    document = laid(matter.analysis(), *sections)
    assert all(isinstance(row, Row) for block in document.blocks if isinstance(block, Table) for row in block.rows)
    texts = {source.id: source.text for source in matter.analysis().sources}
    assert all(texts[entry.source][entry.start : entry.end] == entry.quote for entry in document.ledger)


def test_one_dispute_does_not_fill_a_limited_table() -> None:
    section = Section("f", "F", SectionKind.FIGURES, limit=4)
    other = matter.figure(FLOCK, "42", 42, counted="tonnes of wool", actor="a_malta")
    analysis = replace(flock(), figures=(*figures()[:5], other))
    shown = [row[0] for row in rows(laid(analysis, section)) if len(row) > 1]
    assert "42" in shown
    assert len(shown) == 4


def test_many_sources_that_are_not_cited_are_counted_in_a_compact_list() -> None:
    more = tuple(matter.source(f"Nothing {number}.", f"{number}.txt") for number in range(5))
    analysis = replace(matter.analysis(), sources=(*matter.analysis().sources, *more))
    for compact, said in (
        (True, "Read but not cited: 6 more documents."),
        (False, "three.txt; file 0.txt; file 1.txt"),
    ):
        sections = (Section("h", "H", SectionKind.SUMMARY), Section("s", "S", SectionKind.SOURCES, compact=compact))
        document = layout.lay_out(composer.compose(analysis, Template("t", "T", "", sections)))
        notices = " ".join(plain(block.inlines) for block in document.blocks if isinstance(block, Paragraph))
        assert said in notices


def test_a_limited_timeline_keeps_the_exact_dates_nearest_to_the_briefing() -> None:
    event = matter.analysis().timeline[0]
    dates = ("2020-01-01", "2026-05-01", "2026-05-20", "2026-12-01", "2026")
    events = tuple(
        replace(
            event,
            id=f"e_{date}",
            date=date,
            precision=Precision.YEAR if len(date) == 4 else Precision.DAY,
        )
        for date in dates
    )
    template = Template("t", "T", "", (Section("t", "T", SectionKind.TIMELINE, limit=2, compact=True),))
    analysis = replace(matter.analysis(), timeline=events)
    document = layout.lay_out(composer.compose(analysis, template, Request(date="2026-05-10")))
    shown = [plain(block.inlines).split(":")[0] for block in document.blocks if isinstance(block, ListItem)]
    assert shown == ["1 May 2026", "20 May 2026"]
    pinned = composer.compose(analysis, template, Request(date="2026-05-10"), Decisions(pinned=("e_2026",)))
    first = next(block for block in layout.lay_out(pinned).blocks if isinstance(block, ListItem))
    assert plain(first.inlines).startswith("2026: ")
