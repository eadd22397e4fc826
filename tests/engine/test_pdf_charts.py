"""Charts: drawn with lines, told in words, and in the tree as figures."""

from __future__ import annotations

import math
from dataclasses import replace

import pdf_documents
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_expected import Expected, leaves
from pdf_reading import page_texts, structure, unmarked

from briefing.blocks import (
    Block,
    Chart,
    ChartPoint,
    Cite,
    Document,
    Heading,
    Run,
    SourceEntry,
    chart_lines,
    plain,
    ranges_chart,
    timeline_chart,
)
from briefing.model import CitationForm
from briefing.writers.pdf import unprintable, write_pdf
from briefing.writers.pdf.axis import Axis, ticks, worded
from briefing.writers.preview import write_html
from briefing.writers.word import write_word

VALUES = (
    ChartPoint("Ministry of Health", "1,240", 1240, 1240, group="government"),
    ChartPoint("United Nations Office for the Coordination of Humanitarian Affairs", "1,500 to 2,100", 1500, 2100),
    ChartPoint("Opposition", "at least 3,000", 3000, None, group="other"),
    ChartPoint("River Authority", "up to 900", None, 900, group="government"),
)
DAYS = (
    ChartPoint("1 September 2026", "Water is rationed.", day="2026-09-01"),
    ChartPoint("3 March 2026", "The dam is closed.", day="2026-03-03"),
    ChartPoint("4 March 2026", "Talks begin.", day="2026-03-04"),
    ChartPoint("spring 2026", "No day is known.", day="2026"),
)


def _document(*charts: Chart, form: CitationForm = CitationForm.BRACKET) -> Document:
    entry = SourceEntry(1, (Run("Bulletin."),), "source-1", ("cite-1", "cite-2"))
    blocks: tuple[Block, ...] = (Heading(1, "Charts", "s1"), *charts, entry)
    return replace(pdf_documents.document(0, 0), blocks=blocks, citation_form=form)


def _both() -> tuple[Chart, Chart]:
    sources = [(Run("Sources: "), Cite(1, "para 3", "source-1", f"cite-{number}")) for number in (1, 2)]
    return ranges_chart("Reported dead", VALUES, sources[0], 1), timeline_chart("Dates", DAYS, sources[1], 2)


@pytest.mark.parametrize("form", list(CitationForm))
def test_the_tree_has_figures_with_words_and_places(form: CitationForm) -> None:
    whole = _document(*_both(), form=form)
    data = write_pdf(whole)
    tree = structure(data)
    assert list(leaves(tree)) == Expected(whole).leaves()
    assert unmarked(data) == ""
    for figure in tree.found("Figure"):
        left, bottom, right, top = figure.box
        assert 0 < left < right < 596
        assert 0 < bottom < top < 842


def test_the_alternative_text_tells_every_value() -> None:
    ranges, days = _both()
    assert ranges.alt == (
        "Chart. Reported dead: Ministry of Health: 1,240; United Nations Office for the Coordination of Humanitarian "
        "Affairs: 1,500 to 2,100; Opposition: at least 3,000; River Authority: up to 900."
    )
    assert [point.day for point in days.points] == ["2026-03-03", "2026-03-04", "2026-09-01"]


def test_every_value_is_printed_in_every_format() -> None:
    whole = _document(*_both())
    page = " ".join(" ".join(page_texts(write_pdf(whole))).split())
    html = write_html(whole)
    assert len(write_word(whole)) > 1000
    for text in ("1,240", "at least 3,000", "up to 900", "Talks begin."):
        assert text in page
        assert text in html
    assert "3 March 2026: The dam is closed." in [plain(line) for line in chart_lines(_both()[1])]


def test_values_close_together_are_told_apart_and_the_cut_axis_is_told() -> None:
    near = (ChartPoint("A", "4.12 million", 4.12e6, 4.12e6), ChartPoint("B", "4.3 million", 4.3e6, 4.3e6))
    assert "does not begin at 0" in " ".join(page_texts(write_pdf(_document(ranges_chart("Displaced", near)))))
    assert "does not begin at 0" not in " ".join(page_texts(write_pdf(_document(_both()[0]))))


def test_a_hundred_points_go_over_pages_and_none_is_lost() -> None:
    points = tuple(ChartPoint(f"Body {number}", f"{number}.5 per cent", number, number + 1) for number in range(100))
    data = write_pdf(_document(ranges_chart("Shares", points, number=1)))
    texts = page_texts(data)
    assert len(texts) > 2
    assert [point.text for point in points if point.text not in " ".join(texts)] == []
    assert len(structure(data).found("Figure")) > 2


def test_nothing_to_draw_draws_nothing() -> None:
    assert structure(write_pdf(_document(ranges_chart("Empty", ())))).found("Figure") == []
    odd = (ChartPoint("A", "unknown"), ChartPoint("B", "0", 0, 0), ChartPoint("", "\U0001f642", math.inf, math.inf))
    whole = _document(ranges_chart("Odd", odd))
    assert "unknown" in " ".join(page_texts(write_pdf(whole)))
    assert [one.character for one in unprintable(whole)] == ["\U0001f642"]


@given(st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=6))
@settings(max_examples=200)
def test_every_value_has_its_place_on_the_axis(values: list[float]) -> None:
    axis = Axis.over([ChartPoint("", "", value, value) for value in values], 100, 300)
    places = [axis.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(100 <= place <= 300 for place in places)
    if not axis.cut:
        assert axis.first <= 0 <= axis.last
    assert 2 <= len(ticks(axis)) <= 12
    assert all(worded(tick, axis) for tick in ticks(axis))


def test_round_numbers_are_short() -> None:
    axis = Axis.over([ChartPoint("", "", 0, 4.3e6)], 0, 1)
    assert [worded(tick, axis) for tick in ticks(axis)] == ["0", "2 million", "4 million", "6 million"]
