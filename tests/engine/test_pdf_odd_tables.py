"""Tables no template would make, which still must come out whole."""

from __future__ import annotations

from dataclasses import replace

import pdf_documents
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import page_texts, squeezed, structure

from briefing.blocks import Align, Column, Row, Run, Table
from briefing.model import PageSetup, Style
from briefing.writers.pdf import write_pdf
from briefing.writers.pdf.fonts import printed

_WORDS = st.text(st.sampled_from("abc xyz-/,é\u4e2d\u05d0"), max_size=40)
_CELL = st.builds(lambda text: (Run(text),), _WORDS)
_ROW = st.builds(
    lambda cells, group: Row(tuple(cells[:1] if group else cells), group),
    st.lists(_CELL, min_size=1, max_size=6),
    st.booleans(),
)
_COLUMN = st.builds(Column, _WORDS, st.sampled_from([0.0, 0.001, 0.5, 3.0]), st.sampled_from(list(Align)))


def _written(table: Table) -> bytes:
    page = PageSetup("A5", 60, 60, 60, 60)
    document = replace(pdf_documents.document(0, 0), blocks=(table,), page=page, style=Style(size=14))
    return write_pdf(replace(document, marking="", reference="", date="", title="T"))


@settings(max_examples=40, deadline=None)
@given(st.lists(_COLUMN, max_size=5), st.lists(_ROW, max_size=12), _WORDS)
def test_every_cell_is_read_in_order(columns: list[Column], rows: list[Row], caption: str) -> None:
    read = squeezed(structure(_written(Table(caption, tuple(columns), tuple(rows), "x"))).text)
    if not columns:
        assert read == ""
        return
    texts = [caption, *(column.heading for column in columns)]
    texts += [part.text for row in rows for cell in row.cells for part in cell if isinstance(part, Run)]
    assert read == squeezed("".join(printed(text) for text in texts))


@pytest.mark.parametrize("columns", [1, 40, 300])
def test_many_columns_stay_on_the_page(columns: int) -> None:
    made = tuple(Column(f"c{number}", 1 / columns) for number in range(columns))
    row = Row(tuple((Run("cell"),) for _ in range(columns)))
    assert page_texts(_written(Table("Many", made, (row, row), "x")))


def test_a_header_of_a_page_is_printed_once() -> None:
    table = Table("", (Column("head " * 600, 1.0),), (Row(((Run("body"),),)),), "x")
    texts = page_texts(_written(table))
    assert sum(text.count("head") for text in texts) == 600
    assert "body" in texts[-1]
