"""The key figures as a sheet: complete, numbers as numbers, and no formula out of anybody's document."""

from __future__ import annotations

import csv
import io
from zipfile import ZipFile

import pytest
from lxml import etree

from briefing import pipeline
from briefing.model import Analysis, Decisions
from briefing.writers.sheet import HEADINGS, Sheet, as_csv, as_xlsx, sheet

TEXTS = {
    "wire.txt": "The Red Cross said on 12 October 2026 that 3,400 people had left their homes.\n\n"
    "Bulgaria sent 300 soldiers to the district. The damage is estimated at $2.5 million.\n",
    "local.txt": "The Red Cross said on 12 October 2026 that 4,100 people had left their homes.\n",
}
SHEET_TEXT = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return pipeline.analyse([pipeline.load_text(text, name) for name, text in TEXTS.items()])


def parsed(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_key_figure_is_there_with_its_source_and_originator(analysis: Analysis) -> None:
    head, *rows = parsed(as_csv(sheet(analysis, Decisions())))
    assert tuple(head) == HEADINGS
    key = [figure for figure in analysis.figures if figure.key]
    assert [row[1] for row in rows] == [figure.text for figure in key]
    for row, figure in zip(rows, key, strict=True):
        line = dict(zip(head, row, strict=True))
        assert line["Status"] == figure.status
        assert line["Said by"] == (figure.originator.name if figure.originator else "")
        assert line["Source"] in TEXTS or line["Source"]
        assert figure.text in line["Sentence"]


def test_what_was_dropped_is_left_out_and_what_was_corrected_is_told(analysis: Analysis) -> None:
    first, second = [figure.id for figure in analysis.figures if figure.key][:2]
    decided = Decisions(dropped=(first,), reworded=((second, "301 soldiers"),), notes=((second, "by telephone"),))
    rows = parsed(as_csv(sheet(analysis, decided)))[1:]
    assert len(rows) == len([figure for figure in analysis.figures if figure.key]) - 1
    assert rows[0][-2:] == ["301 soldiers", "by telephone"]


def test_the_workbook_holds_numbers_and_text_and_never_a_formula() -> None:
    hostile = Sheet((('=HYPERLINK("x")', "@SUM(1)", *(None,) * (len(HEADINGS) - 3), 12),))
    with ZipFile(io.BytesIO(as_xlsx(hostile))) as book:
        page = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        strings = etree.fromstring(book.read("xl/sharedStrings.xml"))
    assert not page.findall(f".//{SHEET_TEXT}f")
    texts = [node.text for node in strings.iter(f"{SHEET_TEXT}t")]
    assert '=HYPERLINK("x")' in texts
    row = page.findall(f".//{SHEET_TEXT}row")[1]
    assert [cell.get("t") for cell in row.findall(f"{SHEET_TEXT}c") if cell.find(f"{SHEET_TEXT}v") is not None] == [
        "s",
        "s",
        None,
    ]


def test_the_csv_disarms_formulas() -> None:
    rows = parsed(as_csv(Sheet((("=1+1", "-5", "plain"),))))
    assert rows[1] == ["'=1+1", "'-5", "plain"]


def test_the_same_figures_give_the_same_bytes(analysis: Analysis) -> None:
    assert as_xlsx(sheet(analysis, Decisions())) == as_xlsx(sheet(analysis, Decisions()))
