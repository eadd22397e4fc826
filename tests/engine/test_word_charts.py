"""Native charts in the Word file: what is drawn, the sheet inside, what is read aloud, and what a validator says."""

from __future__ import annotations

import io
import runpy
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from word_validators import audit_errors, lint_faults

from briefing.blocks import Chart, ChartPoint, Cite, Document, Run, ranges_chart, timeline_chart
from briefing.model import CitationForm
from briefing.writers.word import write_word

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parents[1] / "golden" / "word"
every_block: Callable[..., Document] = runpy.run_path(str(GOLDEN / "every_block.py"))["every_block"]
H = runpy.run_path(str(GOLDEN / "houses.py"))
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SOURCES = (Run("Sources: "), Cite(1, "para 1", "source-1", "cite-71"))
RANGES = ranges_chart(
    "People displaced",
    (
        ChartPoint("Ministry", "at least 4,500", 4500, None, group="State"),
        ChartPoint("Agency", "3,900 to 5,200", 3900, 5200, group="Aid"),
        ChartPoint("Workers", "about 3,900", 3900, 3900, group="Aid"),
        ChartPoint("Others", "up to 6,000", None, 6000, group="State"),
    ),
    SOURCES,
    1,
)
DAYS = timeline_chart(
    "What happened when",
    (
        ChartPoint("20 June 2026", "It was opened.", day="2026-06-20"),
        ChartPoint("3 May 2026", "They met.", day="2026-05-03"),
        ChartPoint("4 May 2026", "It arrived.", day="2026-05-04"),
    ),
)


def with_charts(*charts: Chart, form: CitationForm = CitationForm.BRACKET) -> Document:
    document = every_block(form)
    return replace(document, blocks=(*document.blocks[:3], *charts, *document.blocks[3:]))


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def drawn(data: bytes, number: int = 1) -> dict[str, list[str | None]]:
    """The values of each series by its name, None where there is none."""
    root = etree.fromstring(members(data)[f"word/charts/chart{number}.xml"])
    found = {}
    for series in root.iter(f"{C}ser"):
        values = series.find(f"{C}val") if series.find(f"{C}val") is not None else series.find(f"{C}yVal")
        assert values is not None
        count = values.find(f"{C}numRef/{C}numCache/{C}ptCount")
        assert count is not None
        points = {point.get("idx"): point.findtext(f"{C}v") for point in values.iter(f"{C}pt")}
        name = series.findtext(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v")
        found[str(name)] = [points.get(str(index)) for index in range(int(count.get("val", "")))]
    return found


def sheet(data: bytes, number: int = 1) -> dict[str, str]:
    """The cells of a chart's sheet: texts, numbers and formulas by place."""
    inner = members(members(data)[f"word/embeddings/chart{number}.xlsx"])
    texts = ["".join(node.itertext()) for node in etree.fromstring(inner["xl/sharedStrings.xml"])]
    cells = {}
    for cell in etree.fromstring(inner["xl/worksheets/sheet1.xml"]).iter(f"{S}c"):
        value = cell.findtext(f"{S}v") or ""
        formula = cell.findtext(f"{S}f")
        cells[cell.get("r", "")] = f"={formula}" if formula else texts[int(value)] if cell.get("t") == "s" else value
    return cells


def test_bars_go_to_each_value_and_on_to_the_end_of_its_range() -> None:
    assert drawn(write_word(with_charts(RANGES))) == {
        "State": ["4500", None, None, None],
        "Aid": [None, "3900", "3900", None],
        "From there to the highest": [None, "1300", None, "6000"],
    }


def test_the_sheet_holds_what_is_drawn_and_follows_what_is_edited() -> None:
    cells = sheet(write_word(with_charts(RANGES)))
    assert [cells[f"{letter}1"] for letter in "BCDE"] == ["State", "Aid", "Highest value", "From there to the highest"]
    assert cells["A3"] == "Agency: 3,900 to 5,200"
    assert (cells["C3"], cells["D3"], cells["E3"]) == ("3900", "5200", "=D3-C3")
    assert (cells["D5"], cells["E5"]) == ("6000", "=D5-B5")


def test_values_below_nought_stand_beside_each_other() -> None:
    points = (ChartPoint("Bank", "−1.5 to 0.5", -1.5, 0.5), ChartPoint("Fund", "1.2", 1.2, 1.2))
    data = write_word(with_charts(ranges_chart("Growth", points)))
    assert drawn(data) == {"Value, or the lowest": ["-1.5", "1.2"], "Highest value": ["0.5", None]}
    assert b'grouping val="clustered"' in members(data)["word/charts/chart1.xml"]


@pytest.mark.parametrize(
    ("high", "form"),
    [
        (6, "#,##0"),
        (6.5, "General"),
        (30_000_000, '#,##0,," million";-#,##0,," million";0'),
        (4e10, '#,##0,,," billion"'),
    ],
)
def test_bars_begin_at_nought_and_large_numbers_are_short(high: float, form: str) -> None:
    points = (ChartPoint("A", "", high, high), ChartPoint("B", "", high, high))
    root = etree.fromstring(members(write_word(with_charts(ranges_chart("Aid", points))))["word/charts/chart1.xml"])
    (axis,) = root.iter(f"{C}valAx")
    (least,) = axis.iter(f"{C}min")
    (shown,) = axis.iter(f"{C}numFmt")
    assert least.get("val") == "0"
    assert shown.get("formatCode", "").startswith(form)


def test_a_dot_for_each_day_and_below_it_what_it_stands_for() -> None:
    data = write_word(with_charts(DAYS))
    assert drawn(data) == {"Events": ["1", "2", "1"]}
    assert sheet(data)["A2"] == "46145"  # the sheet's number of 3 May 2026
    lines = [line.text for line in docx.Document(io.BytesIO(data)).paragraphs]
    at = lines.index("1\t3 May 2026: They met.")
    assert lines[at + 1 : at + 3] == ["2\t4 May 2026: It arrived.", "3\t20 June 2026: It was opened."]


@pytest.mark.parametrize("form", list(CitationForm))
def test_caption_words_for_who_cannot_see_it_and_sources(form: CitationForm) -> None:
    data = write_word(with_charts(RANGES, DAYS, form=form))
    root = etree.fromstring(members(data)["word/document.xml"])
    described = [node.get("descr") for node in root.iter("{*}docPr")]
    assert described == [RANGES.alt, DAYS.alt]
    captions = [line.text for line in docx.Document(io.BytesIO(data)).paragraphs if line.text.startswith("Figure")]
    assert captions == ["Figure 1: People displaced", "Figure 2: What happened when"]
    assert "Sources: " in "".join(root.itertext())


@pytest.mark.parametrize("letterhead", [None, H["house"](), H["house"](H["in_text_box"])], ids=["own", "house", "box"])
def test_a_validator_finds_nothing_new(letterhead: bytes | None, tmp_path: Path) -> None:
    plain, charted = tmp_path / "plain.docx", tmp_path / "charted.docx"
    plain.write_bytes(write_word(every_block(), letterhead))
    charted.write_bytes(write_word(with_charts(RANGES, DAYS), letterhead))
    assert not audit_errors(charted) - audit_errors(plain)
    assert not lint_faults(charted)
    numbers = [
        node.get("id") for node in etree.fromstring(members(charted.read_bytes())["word/document.xml"]).iter("{*}docPr")
    ]
    assert len(set(numbers)) == len(numbers)


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert write_word(with_charts(RANGES, DAYS)) == write_word(with_charts(RANGES, DAYS))


def test_a_chart_of_nothing_is_left_out() -> None:
    data = write_word(with_charts(ranges_chart("Nothing", ())))
    assert not [name for name in members(data) if "chart" in name]
    assert b"Figure" not in members(data)["word/document.xml"]


_texts = st.text(st.characters(codec=None), max_size=12)
_values = st.none() | st.floats(width=64)
_points = st.builds(ChartPoint, _texts, _texts, _values, _values, st.just(""), _texts)


@settings(max_examples=25, deadline=None)
@given(_texts, st.lists(_points, min_size=1, max_size=5))
def test_whatever_is_in_a_chart_the_file_is_whole(title: str, points: list[ChartPoint]) -> None:
    data = write_word(replace(every_block(), blocks=(ranges_chart(title, tuple(points)),)))
    for values in drawn(data).values():
        assert len(values) == len(points)
        assert all(value is None or abs(float(value)) < float("inf") for value in values)
    assert sheet(data)["B1"]
    docx.Document(io.BytesIO(data))
